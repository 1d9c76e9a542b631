import { componentNames } from '#data/inventory/names.ts'
import { type Behaviour, type Degree, type OpennessCheck, opennessChecks } from '#data/inventory/openness.ts'
import { trackerLine } from '#data/inventory/trackers.ts'
import { isOneOf } from '#data/model/vocabulary.ts'
import { declaredOpenness, observedOpenness } from '#data/queries/inventory/openness.ts'
import type { RowOf } from '#data/queries/query.ts'
import { registeredListings } from '#data/queries/registers/listings.ts'
import { registeredTrackers } from '#data/queries/registers/trackers.ts'
import type { Holdings } from './holdings.ts'

/** How open a component is said to be, what is seen of it, and who lists it. */
export interface Openness {
  /** Id; the name of the register where nothing of that name was collected. */
  readonly component: string
  /** Null where nothing was declared. */
  readonly degree: Degree | null
  readonly declaredAt: string | null
  readonly checks: readonly OpennessCheck[]
  readonly listings: readonly {
    readonly catalogue: string
    readonly isListed: boolean
    readonly checkedAt: string
    readonly address: string | null
  }[]
}

/** Answers are counted over a year; a promise in working days is half as long again in days of the calendar. */
const SECONDS_LOOKED_AT = 365 * 86_400
const CALENDAR_PER_WORKING_DAY = 7 / 5
const DEGREES = ['A', 'B', 'C', 'D'] as const satisfies readonly Degree[]

/** A line for each component that somebody declared or looked up, in the order of names. */
export async function loadOpenness(holdings: Holdings, workingDays: number): Promise<readonly Openness[]> {
  const { store, portfolio } = holdings
  const names = componentNames(portfolio.components)
  const idOf = ({ component }: { readonly component: string }) => names.find(component)[0]?.id ?? component
  const declared = new Map((await store.ask(declaredOpenness, {})).map((row) => [idOf(row), row]))
  const listings = Map.groupBy(await store.ask(registeredListings, {}), idOf)
  const seen = await behaviours(holdings, workingDays)
  return [...new Set([...declared.keys(), ...listings.keys()])].sort().map((component): Openness => {
    const row = declared.get(component)
    const degree = row !== undefined && isOneOf(DEGREES, row.degree) ? row.degree : null
    const repository = names.find(component)[0]?.repository ?? component
    return {
      ...{ component, degree, declaredAt: row?.declared_at ?? null },
      checks: degree === null ? [] : opennessChecks(degree, seen(repository)),
      listings: (listings.get(component) ?? []).map(({ catalogue, is_listed, checked_at, address }) => {
        return { catalogue, isListed: is_listed === 1, checkedAt: checked_at, address }
      }),
    }
  })
}

async function behaviours({ store, inventory }: Holdings, workingDays: number) {
  const to_epoch = Math.floor(Date.parse(inventory.at) / 1000)
  const rows = await store.ask(observedOpenness, {
    from_epoch: to_epoch - SECONDS_LOOKED_AT,
    to_epoch,
    target_hours: Math.ceil(workingDays * CALENDAR_PER_WORKING_DAY) * 24,
  })
  const byName = new Map(rows.map((row) => [`${row.owner}/${row.name}`.toLowerCase(), row]))
  const lines = await store.ask(registeredTrackers, {})
  return (repository: string): Behaviour => {
    const tracker = trackerLine(repository, { lines, patternOf: ({ component }) => component })
    const isElsewhere = tracker !== undefined && tracker.kind !== 'host' && tracker.address !== null
    return behaviourOf(byName.get(repository.toLowerCase()), isElsewhere)
  }
}

/** Issues that live elsewhere, at an address that is told, are as open as those of the host. */
function behaviourOf(row: RowOf<typeof observedOpenness> | undefined, hasTracker: boolean): Behaviour {
  if (row === undefined) return { isPublic: null, hasGuide: null, hasIssues: null, isArchived: null, responses: null }
  const flag = (value: number | null) => (value === null ? null : value === 1)
  return {
    isPublic: row.readability === 'anonymous' ? true : row.readability === 'restricted' ? false : null,
    hasGuide: row.is_governed > 0 ? row.has_guide > 0 : null,
    hasIssues: hasTracker ? true : flag(row.has_issues),
    isArchived: flag(row.is_archived),
    responses: row.is_followed > 0 ? { opened: row.opened, inTime: row.in_time } : null,
  }
}
