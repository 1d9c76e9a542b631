import type { ComponentKind, Outcome, PlatformLine, Severity } from '../model/vocabulary.ts'
import { buildGraph, type Graph } from './graph.ts'
import type { BrickUse } from './portfolio.ts'

/** One component as a migration looks at it. */
export interface MigratingComponent {
  readonly id: string
  readonly kind: ComponentKind
  /** Null where nothing tells: it is neither counted as migrated nor as left. */
  readonly line: PlatformLine | null
  /** Artifacts of the platform that it requires and that no collected repository produces. */
  readonly uncollected: readonly string[]
  /** Rules of the new line, judged as if it were there already; null where its files are not known. */
  readonly outcomes: readonly MigrationOutcome[] | null
}

export interface MigrationOutcome {
  readonly code: string
  readonly outcome: Outcome
  readonly severity: Severity
  readonly effort: string
  /** Places to mend. */
  readonly places: number
}

/**
 * `ready`: on the new line, and every rule of it holds. `begun`: on the new line, with rules left to meet or to check.
 * `free`: everything it requires is there. `blocked`: something it requires is not. `unknown`: nothing tells its own
 * line, or that of something it requires while nothing else is in the way.
 */
export const MIGRATION_STATES = ['ready', 'begun', 'free', 'blocked', 'unknown'] as const
export type MigrationState = (typeof MIGRATION_STATES)[number]

export interface Migration {
  readonly component: string
  readonly kind: ComponentKind
  readonly state: MigrationState
  /** Requirements of its own that are not there yet, and those whose line nothing tells. */
  readonly blockedBy: readonly string[]
  readonly unclear: readonly string[]
  /** Components that wait for this one, or for one that waits for it; what is there already waits for nothing. */
  readonly unblocks: number
  /** Rules of the new line that do not hold; null where it could not be judged. */
  readonly failing: readonly MigrationOutcome[] | null
  /** Rules that could not be judged. */
  readonly unjudged: number
}

const ON_NEW_LINE: PlatformLine = 'v8'

/** What to migrate next: those that unblock the most come first. Components that no line applies to are left out. */
export function migrationsOf(components: readonly MigratingComponent[], graph: Graph): readonly Migration[] {
  const byId = new Map(components.map((one) => [one.id, one]))
  const isThere = (id: string) => {
    const one = byId.get(id)
    return one === undefined || one.line === null ? undefined : one.line === ON_NEW_LINE
  }
  const there = new Set(components.flatMap(({ line, uncollected }) => (line === ON_NEW_LINE ? uncollected : [])))
  const waiting = waitingGraph(components, graph)
  const found = components.filter(hasLine).map((one): Migration => {
    const required = graph.requires(one.id).filter((id) => byId.has(id) && id !== one.id)
    const blockedBy = required.filter((id) => isThere(id) === false)
    // Of what was not collected, that is there which something on the new line requires.
    const unclear = [
      ...required.filter((id) => isThere(id) === undefined),
      ...one.uncollected.filter((artifact) => !there.has(artifact)),
    ]
    const rules = {
      failing: one.outcomes?.filter(({ outcome }) => outcome === 'fail') ?? null,
      unjudged: one.outcomes?.filter(({ outcome }) => outcome === 'unknown' || outcome === 'error').length ?? 0,
    }
    return {
      ...{ component: one.id, kind: one.kind, blockedBy, unclear, ...rules },
      state: stateOf(one, { blockedBy, unclear, ...rules }),
      unblocks: one.line === ON_NEW_LINE ? 0 : waiting.allRequiring(one.id).size,
    }
  })
  return found.sort((a, b) => b.unblocks - a.unblocks || (a.component < b.component ? -1 : 1))
}

/** Who waits for whom, among those that are known not to be there. */
function waitingGraph(components: readonly MigratingComponent[], graph: Graph): Graph {
  const left = new Set(components.flatMap(({ id, line }) => (line !== null && line !== ON_NEW_LINE ? [id] : [])))
  const edges = [...left].flatMap((from) =>
    graph
      .requires(from)
      .filter((to) => left.has(to))
      .map((to) => [from, to] as const),
  )
  return buildGraph(left, edges)
}

/** A tool or what was not recognised has no generation of the platform. */
function hasLine({ kind, line }: MigratingComponent): boolean {
  return line !== null || (kind !== 'tool' && kind !== 'other')
}

function stateOf(
  { line }: MigratingComponent,
  { blockedBy, unclear, failing, unjudged }: Pick<Migration, 'blockedBy' | 'unclear' | 'failing' | 'unjudged'>,
): MigrationState {
  if (line === ON_NEW_LINE) return failing?.length === 0 && unjudged === 0 ? 'ready' : 'begun'
  if (blockedBy.length > 0) return 'blocked'
  return line === null || unclear.length > 0 ? 'unknown' : 'free'
}

/** Artifacts of the platform, outside profiles and tests, that come from no collected repository; by component. */
export function uncollectedRequirements(
  bricks: readonly BrickUse[],
  groups: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { component, brick, scope, profile } of bricks) {
    const [, group = '', artifact = ''] = /^pkg:maven\/([^/]+)\/([^/]+)$/u.exec(brick) ?? []
    const isOfPlatform = groups.some((one) => group === one || group.startsWith(`${one}.`))
    if (!isOfPlatform || scope === 'test' || profile !== null) continue
    const own = found.get(component) ?? []
    found.set(component, own.includes(artifact) ? own : [...own, artifact])
  }
  return found
}
