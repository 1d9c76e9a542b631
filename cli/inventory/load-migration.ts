import { type MigratingComponent, type MigrationOutcome, uncollectedRequirements } from '#data/inventory/migration.ts'
import type { Component } from '#data/inventory/portfolio.ts'
import { rulesAhead } from '#policies/ahead.ts'
import { listRules } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import { judgeOne } from '../lint/judge-one.ts'
import { subjectNamed } from '../lint/stored-subjects.ts'
import { openPacks } from '../packs.ts'
import type { Holdings } from './holdings.ts'

/** Every component with what it requires; those that are chosen, judged by the rules of the new line. */
export async function loadMigrating(
  holdings: Holdings,
  isChosen: (component: string) => boolean,
): Promise<readonly MigratingComponent[]> {
  const { portfolio, inventory, config } = holdings
  const outside = uncollectedRequirements(portfolio.bricks, inventory.platformGroups)
  const packs = (await openPacks(config)).map((pack) => rulesAhead(pack, 'v8'))
  const migrating: MigratingComponent[] = []
  for (const component of portfolio.components) {
    const { id, kind, line } = component
    const outcomes = isChosen(id) ? await judged(component, { holdings, packs }) : null
    migrating.push({ id, kind, line, uncollected: outside.get(id) ?? [], outcomes })
  }
  return migrating
}

/** Null where its files are not known, or lie below another component; nothing of a kind that no rule is about. */
async function judged(
  { kind, path, repository }: Component,
  { holdings, packs }: { readonly holdings: Holdings; readonly packs: readonly RulePack[] },
): Promise<readonly MigrationOutcome[] | null> {
  const rules = new Map(listRules(packs).map(({ rule }) => [rule.id, rule]))
  if ([...rules.values()].every(({ when }) => when.kind !== undefined && !when.kind.includes(kind))) return []
  const subject = path === '' ? await subjectNamed(repository, holdings.store) : undefined
  if (subject === undefined) return null
  const { outcomes } = await judgeOne(subject, { packs, asOf: holdings.inventory.at.slice(0, 10), stage: undefined })
  if (outcomes.length === 0) return null
  return outcomes.map(({ rule, code, outcome, severity, findings }) => ({
    ...{ code, outcome, severity, effort: rules.get(rule)?.effort ?? 'days' },
    places: findings.filter((one) => one.outcome === 'fail').length,
  }))
}
