import type { Text } from '#data/model/vocabulary.ts'
import type { RowOf } from '#data/queries/query.ts'
import { siteTodo, siteTodoGaps } from '#data/queries/site/desk.ts'
import type { CatalogueEntry, EntryOf } from './catalogue.ts'
import { type Asked, type Dated, type Register, readOf } from './reading.ts'
import { webAddress } from './web-address.ts'

const URGENCIES = ['late', 'soon', 'open'] as const
type Urgency = (typeof URGENCIES)[number]

export interface TodoLine {
  readonly kind: string
  readonly urgency: Urgency
  /** Null for what is about everything. */
  readonly subject: string | null
  /** Activity, rule or third-party component that has a page or a place in one. */
  readonly reference: string | null
  readonly entry: CatalogueEntry | undefined
  readonly since: string | null
  readonly due: string | null
  readonly why: Text
  /** What people wrote that stands in it, as a column holds it. */
  readonly quotes: readonly string[]
  readonly command: string | null
  readonly place: string | null
  readonly url: string | null
}

/** What waits, in groups of one kind; the group with the most urgent thing first. */
export interface TodoSheet extends Dated {
  readonly groups: readonly { readonly kind: string; readonly title: Text; readonly lines: readonly TodoLine[] }[]
  readonly counts: Readonly<Record<Urgency, number>>
  readonly gaps: readonly { readonly title: Text; readonly why: Text }[]
}

export async function loadTodo(
  store: Asked,
  register: Register,
  { entryOf, isDemo }: { readonly entryOf: EntryOf; readonly isDemo: boolean },
): Promise<TodoSheet> {
  const rows = await store.ask(siteTodo, {})
  const groups = Map.groupBy(rows, ({ kind }) => kind)
  const count = (urgency: Urgency) => rows.filter((row) => row.urgency === urgency).length
  return {
    asOf: register.asOf,
    coverage: readOf(register),
    groups: [...groups].flatMap(([kind, members]) => {
      const [first] = members
      if (first === undefined) return []
      const lines = members.map((row) => lineOf(row, { entryOf, isDemo }))
      return [{ kind, title: { fr: first.title_fr, en: first.title_en }, lines }]
    }),
    counts: { late: count('late'), soon: count('soon'), open: count('open') },
    gaps: (await store.ask(siteTodoGaps, {})).map((gap) => ({
      title: { fr: gap.title_fr, en: gap.title_en },
      why: { fr: gap.why_fr, en: gap.why_en },
    })),
  }
}

function lineOf(
  row: RowOf<typeof siteTodo>,
  { entryOf, isDemo }: { readonly entryOf: EntryOf; readonly isDemo: boolean },
): TodoLine {
  const { kind, subject, reference, repository, since, due, command, place, url } = row
  return {
    ...{ kind, reference, since, due, command, place },
    urgency: URGENCIES.find((one) => one === row.urgency) ?? 'open',
    subject: subject === '*' ? null : subject,
    entry: repository === null ? undefined : entryOf({ repository, path: '' }),
    why: { fr: row.why_fr, en: row.why_en },
    // Written by our own export.
    quotes: JSON.parse(row.quotes) as readonly string[],
    // Names of an invented city may be somebody's on a real host one day.
    url: isDemo ? null : webAddress(url),
  }
}
