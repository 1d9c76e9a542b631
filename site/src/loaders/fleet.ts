import { isOneOf, PLATFORM_LINES, type PlatformLine } from '#data/model/vocabulary.ts'
import type { RowOf } from '#data/queries/query.ts'
import { type OutcomeRow, siteOutcomes } from '#data/queries/site/conformity.ts'
import { siteConformity, siteConformityMonths, siteFleetRules } from '#data/queries/site/desk.ts'
import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import type { Tally } from './conformity.ts'
import type { Asked, Dated, Register } from './reading.ts'

export interface FleetRule extends Tally {
  readonly code: string
  readonly severity: string
}

export interface FleetRepository extends Tally {
  /** `owner/name`. */
  readonly name: string
  readonly entry: CatalogueEntry | undefined
  readonly line: PlatformLine | null
  /** `without-error`, `with-error` or `unchecked`, as the figure of the steering board tells them apart. */
  readonly errorState: string | null
  /** Rules to correct, by how much they matter. */
  readonly open: Readonly<Record<'error' | 'warning' | 'info', number>>
}

export interface FleetGroup extends Tally {
  readonly name: string | null
  readonly repositories: number
  /** Of these, without an error, and with none that could not be checked. */
  readonly clean: number
}

/** The fleet as the linter last saw it: what is closed for good and copies are counted nowhere. */
export interface Fleet extends Dated {
  /** The rule that most repositories break first. */
  readonly rules: readonly FleetRule[]
  /** The repository with the most errors first. */
  readonly repositories: readonly FleetRepository[]
  /** Judged, and counted nowhere. */
  readonly uncounted: number
  readonly byLine: readonly FleetGroup[]
  readonly byOwner: readonly FleetGroup[]
  readonly waivers: readonly { readonly code: string; readonly until: string; readonly repositories: number }[]
  readonly months: readonly RowOf<typeof siteConformityMonths>[]
}

export async function loadFleet(store: Asked, register: Register, entryOf: EntryOf): Promise<Fleet> {
  const outcomes = await store.ask(siteOutcomes, {})
  const byRepository = Map.groupBy(outcomes, ({ repository }) => repository)
  const conformity = await store.ask(siteConformity, {})
  const found = conformity
    .filter(({ is_counted }) => is_counted === 1)
    .map((row) => ({
      owner: row.owner,
      repository: repositoryOf(row, { outcomes: byRepository.get(row.repository) ?? [], entryOf }),
    }))
  return {
    asOf: register.asOf,
    coverage: register.trees,
    rules: (await store.ask(siteFleetRules, {})).map(ruleOf).sort(mostBrokenFirst),
    repositories: found.map(({ repository }) => repository).sort(worstFirst),
    uncounted: conformity.length - found.length,
    byLine: groupsOf(Map.groupBy(found, ({ repository }) => repository.line)),
    byOwner: groupsOf(Map.groupBy(found, ({ owner }) => owner)),
    waivers: waiversOf(outcomes),
    months: await store.ask(siteConformityMonths, {}),
  }
}

function ruleOf({ to_correct, dated_exception, not_checked, ...rule }: RowOf<typeof siteFleetRules>): FleetRule {
  return { ...rule, toCorrect: to_correct, datedException: dated_exception, notChecked: not_checked }
}

function mostBrokenFirst(a: FleetRule, b: FleetRule): number {
  return b.toCorrect - a.toCorrect || b.notChecked - a.notChecked || (a.code < b.code ? -1 : 1)
}

function isOpen({ outcome, waived_until }: Pick<OutcomeRow, 'outcome' | 'waived_until'>): boolean {
  return outcome === 'fail' && waived_until === null
}

function repositoryOf(
  row: RowOf<typeof siteConformity>,
  { outcomes, entryOf }: { readonly outcomes: readonly OutcomeRow[]; readonly entryOf: EntryOf },
): FleetRepository {
  const open = (severity: string) => outcomes.filter((one) => isOpen(one) && one.severity === severity).length
  return {
    name: row.repository.slice(row.repository.indexOf('/') + 1),
    entry: entryOf({ repository: row.repository, path: '' }),
    line: isOneOf(PLATFORM_LINES, row.line) ? row.line : null,
    errorState: row.error_state,
    open: { error: open('error'), warning: open('warning'), info: open('info') },
    ...{ held: row.held, toCorrect: row.to_correct, datedException: row.dated_exception, notChecked: row.not_checked },
  }
}

export function isClean({ errorState }: Pick<FleetRepository, 'errorState'>): boolean {
  return errorState === 'without-error'
}

function worstFirst(a: FleetRepository, b: FleetRepository): number {
  return b.open.error - a.open.error || b.open.warning - a.open.warning || (a.name < b.name ? -1 : 1)
}

function groupsOf(
  groups: ReadonlyMap<string | null, readonly { readonly repository: FleetRepository }[]>,
): readonly FleetGroup[] {
  const made = [...groups].map(([name, members]): FleetGroup => {
    const those = members.map(({ repository }) => repository)
    const sum = (pick: (one: FleetRepository) => number) => those.reduce((total, one) => total + pick(one), 0)
    return {
      ...{ name, repositories: those.length, clean: those.filter(isClean).length },
      ...{ held: sum(({ held }) => held), toCorrect: sum(({ toCorrect }) => toCorrect) },
      datedException: sum(({ datedException }) => datedException),
      notChecked: sum(({ notChecked }) => notChecked),
    }
  })
  return made.sort((a, b) => b.repositories - a.repositories || ((a.name ?? '') < (b.name ?? '') ? -1 : 1))
}

function waiversOf(outcomes: readonly OutcomeRow[]): Fleet['waivers'] {
  const groups = Map.groupBy(
    outcomes.filter(({ waived_until }) => waived_until !== null),
    ({ code, waived_until }) => `${waived_until} ${code}`,
  )
  return [...groups.values()]
    .flatMap((rows) => {
      const [first] = rows
      return first === undefined || first.waived_until === null
        ? []
        : [{ code: first.code, until: first.waived_until, repositories: rows.length }]
    })
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0))
}
