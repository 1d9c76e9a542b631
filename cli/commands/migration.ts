import { migrationsOf, uncollectedRequirements } from '#data/inventory/migration.ts'
import { isOneOf, OUTCOMES, SEVERITIES } from '#data/model/vocabulary.ts'
import { lintOutcomes } from '#data/queries/lint-outcomes.ts'
import { listRules } from '#policies/registry.ts'
import { chosenComponents } from '../inventory/chosen.ts'
import { type Holdings, withHoldings } from '../inventory/holdings.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { openPacks } from '../packs.ts'
import { migrationJson, migrationTable } from '../reporters/migration.ts'
import type { Session } from '../session.ts'

interface MigrationOptions extends CommonOptions {
  readonly format: 'table' | 'json'
}

type Call = Session & { readonly component: string | undefined; readonly options: MigrationOptions }

/** Says which components are on the new line, which may start, what blocks the others and what is left in each. */
export async function migration(call: Call): Promise<void> {
  const { io, options, component: asked } = call
  await withHoldings(call, async (holdings) => {
    const chosen = asked === undefined ? undefined : chosenComponents(asked, holdings).ids
    const all = migrationsOf(await migrating(holdings), holdings.portfolio.graph)
    const migrations = all.filter(({ component }) => chosen?.has(component) ?? true)
    const answer = { asOf: holdings.asOf, coverage: holdings.coverage, migrations }
    const language = languageOf(options, io.env, holdings.config.language)
    io.out(options.format === 'json' ? migrationJson(answer) : migrationTable(answer, language))
  })
}

async function migrating({ store, config, portfolio, inventory }: Holdings) {
  const outside = uncollectedRequirements(portfolio.bricks, inventory.platformGroups)
  const efforts = new Map(
    listRules(await openPacks(config))
      .filter(({ family }) => family.id === 'migration')
      .map(({ rule }) => [rule.id, rule.effort]),
  )
  const judged = Map.groupBy(
    await store.ask(lintOutcomes, { owner: '', name: '' }),
    ({ owner, repository }) => `${owner}/${repository}`,
  )
  return portfolio.components.map(({ id, repository, kind, line }) => ({
    ...{ id, kind, line },
    uncollected: outside.get(id) ?? [],
    outcomes:
      judged.get(repository)?.flatMap(({ rule, code, outcome, severity }) => {
        const effort = efforts.get(rule)
        if (effort === undefined || !isOneOf(OUTCOMES, outcome) || !isOneOf(SEVERITIES, severity)) return []
        return [{ code, outcome, severity, effort }]
      }) ?? null,
  }))
}
