import { siteRuleOutcomes, siteWatched, type WatchedRow } from '#data/queries/site/desk.ts'
import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import type { Asked, Dated, Register } from './reading.ts'

/** Why a component is watched, the gravest first. */
export const WATCH_REASONS = ['obsolete-used', 'archived-used', 'dormant-used', 'quiet-used', 'ownerless-used'] as const
export type WatchReason = (typeof WATCH_REASONS)[number]

export interface Watched {
  readonly entry: CatalogueEntry
  readonly reasons: readonly WatchReason[]
  readonly lastActivityOn: string | null
  readonly dependents: number
  readonly packs: number
  readonly replacedBy: string | null
}

export interface WatchList extends Dated {
  /** In use and at risk: the gravest reason first, then those that the most rests on. */
  readonly watched: readonly Watched[]
  /** Components of which it is not known whether they are in use, or how alive they are. */
  readonly unknown: number
  /** How many components are known to be own ones: with none, the lists below say nothing. */
  readonly own: number
  /** Own components that nobody answers for: no role in the register, no reviewers in the repository. */
  readonly ownerless: readonly CatalogueEntry[]
  /** Of which that is not known. */
  readonly ownerUnknown: number
  /** Own components that not everybody can read and that could be published. */
  readonly unpublished: readonly CatalogueEntry[]
  /** Own components of which it is not known who can read them. */
  readonly readersUnknown: number
}

/** The rule that asks who reviews: a CODEOWNERS file. */
const REVIEWERS_RULE = 'OSS-07'

export async function loadWatchList(store: Asked, register: Register, entryOf: EntryOf): Promise<WatchList> {
  const judged = await store.ask(siteRuleOutcomes, { code: REVIEWERS_RULE })
  const reviewers = new Map(judged.map(({ repository, outcome }) => [repository, outcome]))
  const rows = (await store.ask(siteWatched, {})).flatMap((row) => {
    const entry = entryOf(row)
    return entry === undefined ? [] : [{ row, entry, owner: ownerOf(row, reviewers) }]
  })
  const own = rows.filter(({ row }) => row.is_own === 1 && row.is_fork !== 1 && row.state !== 'archived')
  const watched = rows.flatMap(({ row, entry, owner }): readonly Watched[] => {
    const reasons = reasonsOf(row, owner)
    const [dependents, packs, replacedBy] = [row.required_by_all ?? 0, row.in_assemblies, row.replaced_by]
    const lastActivityOn = row.last_activity_at?.slice(0, 10) ?? null
    return reasons.length === 0 ? [] : [{ entry, reasons, lastActivityOn, dependents, packs, replacedBy }]
  })
  return {
    asOf: register.asOf,
    coverage: register.trees,
    watched: watched.sort(gravestFirst),
    unknown: rows.filter(({ row }) => row.state === 'unknown' || !isUseKnown(row)).length,
    own: own.length,
    ownerless: own.filter(({ owner }) => owner === 'none').map(({ entry }) => entry),
    ownerUnknown: own.filter(({ owner }) => owner === 'unknown').length,
    unpublished: own.filter(({ row }) => row.readability === 'restricted').map(({ entry }) => entry),
    readersUnknown: own.filter(({ row }) => row.readability !== 'anonymous' && row.readability !== 'restricted').length,
  }
}

type Owner = 'known' | 'none' | 'unknown'

/** A role in the register of components, else whoever CODEOWNERS names; who that is, is not told here. */
function ownerOf({ maintainer, repository }: WatchedRow, reviewers: ReadonlyMap<string, string>): Owner {
  if (maintainer !== null || reviewers.get(repository) === 'pass') return 'known'
  return reviewers.get(repository) === 'fail' ? 'none' : 'unknown'
}

function isUseKnown({ required_by_all, in_assemblies }: WatchedRow): boolean {
  return required_by_all !== null || in_assemblies > 0
}

/** What nobody uses may sleep. */
function reasonsOf(row: WatchedRow, owner: Owner): readonly WatchReason[] {
  if ((row.required_by_all ?? 0) === 0 && row.in_assemblies === 0) return []
  const state = STATE_REASONS[row.state]
  return [...(state === undefined ? [] : [state]), ...(owner === 'none' ? (['ownerless-used'] as const) : [])]
}

const STATE_REASONS: Readonly<Record<string, WatchReason>> = {
  obsolete: 'obsolete-used',
  archived: 'archived-used',
  dormant: 'dormant-used',
  quiet: 'quiet-used',
}

function gravestFirst(a: Watched, b: Watched): number {
  const gravity = ({ reasons }: Watched) => Math.min(...reasons.map((reason) => WATCH_REASONS.indexOf(reason)))
  return gravity(a) - gravity(b) || b.dependents - a.dependents || (a.entry.name < b.entry.name ? -1 : 1)
}
