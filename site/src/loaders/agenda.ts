import type { Text } from '#data/model/vocabulary.ts'
import type { RowOf } from '#data/queries/query.ts'
import { siteEvents, siteRoadmap } from '#data/queries/site/agenda.ts'
import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import type { Asked, Dated, Register } from './reading.ts'
import { webAddress } from './web-address.ts'

export interface Event {
  readonly id: string
  readonly title: Text
  readonly summary: Text | null
  /** `YYYY-MM-DD`. */
  readonly startsOn: string
  readonly endsOn: string | null
  /** `HH:MM` on the clock of the time zone. */
  readonly startTime: string | null
  readonly endTime: string | null
  readonly timeZone: string | null
  readonly place: string | null
  readonly url: string | null
  readonly languages: readonly string[]
  readonly community: string | null
}

export const ROADMAP_STATES = ['under-way', 'planned', 'idea', 'done', 'given-up'] as const
export type RoadmapState = (typeof ROADMAP_STATES)[number]

export interface RoadmapItem {
  readonly id: string
  readonly title: Text
  readonly summary: Text | null
  readonly entry: CatalogueEntry | undefined
  readonly quarter: string | null
  readonly url: string | null
}

export interface Agenda extends Dated {
  /** From the day of the data on, the first one first. */
  readonly upcoming: readonly Event[]
  /** The last one first. */
  readonly past: readonly Event[]
  /** In the order of the states; those that nothing is in are left out. */
  readonly roadmap: readonly { readonly state: RoadmapState; readonly items: readonly RoadmapItem[] }[]
}

export async function loadAgenda(store: Asked, register: Register, entryOf: EntryOf): Promise<Agenda> {
  const events = (await store.ask(siteEvents, {})).map(eventOf)
  const roadmap = Map.groupBy(await store.ask(siteRoadmap, {}), ({ state }) => state)
  const isOver = ({ startsOn, endsOn }: Event) => (endsOn ?? startsOn) < register.asOf
  return {
    asOf: register.asOf,
    coverage: register.trees,
    upcoming: events.filter((event) => !isOver(event)),
    past: events.filter(isOver).toReversed(),
    roadmap: ROADMAP_STATES.flatMap((state) => {
      const rows = roadmap.get(state)
      return rows === undefined ? [] : [{ state, items: rows.map((row) => itemOf(row, entryOf)) }]
    }),
  }
}

function eventOf(row: RowOf<typeof siteEvents>): Event {
  return {
    ...{ id: row.id, title: { fr: row.title_fr, en: row.title_en }, summary: bothOf(row) },
    ...{ startsOn: row.starts_on, endsOn: row.ends_on, startTime: row.start_time, endTime: row.end_time },
    ...{ timeZone: row.time_zone, place: row.place, url: webAddress(row.url), community: row.community },
    // Written by our own export.
    languages: JSON.parse(row.languages) as readonly string[],
  }
}

function itemOf(row: RowOf<typeof siteRoadmap>, entryOf: EntryOf): RoadmapItem {
  const { id, quarter } = row
  return {
    id,
    quarter,
    url: webAddress(row.url),
    title: { fr: row.title_fr, en: row.title_en },
    summary: bothOf(row),
    entry: entryOf(row),
  }
}

function bothOf({ summary_fr: fr, summary_en: en }: { summary_fr: string | null; summary_en: string | null }) {
  return fr === null || en === null ? null : { fr, en }
}
