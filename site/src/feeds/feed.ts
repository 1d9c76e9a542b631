import type { Language } from '#data/model/vocabulary.ts'

export interface FeedItem {
  /** `urn:uuid:…`, the same for as long as what it tells is. */
  readonly id: string
  /** As the feed's own. */
  readonly url: string
  readonly title: string
  readonly summary: string | null
  /** Day that it is of, `YYYY-MM-DD`. */
  readonly date: string
  readonly language: Language
}

/** What is new on a subject, in one language: all that the writers of Atom and JSON Feed read. */
export interface Feed {
  readonly id: string
  readonly title: string
  /** Page that it goes with: absolute where the site knows its own address, else a path from the root of its host. */
  readonly url: string
  /** Where the feed itself lies, without the ending of its form: `…/data/feeds/news.fr`. As `url`. */
  readonly self: string
  readonly author: string
  readonly language: Language
  /** `YYYY-MM-DD`. */
  readonly updated: string
  /** The newest first, each id once. */
  readonly items: readonly FeedItem[]
}

const MOST_ITEMS = 50

/**
 * A feed of what there is to tell; undefined where that is nothing. It changed on the newest day of its items that the
 * data has reached (`asOf`): days to come are no change yet, and the same data gives the same bytes.
 */
export function feedOf(
  items: readonly FeedItem[],
  { asOf, ...about }: Omit<Feed, 'items' | 'updated'> & { readonly asOf: string },
): Feed | undefined {
  if (items.length === 0) return undefined
  const once = [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed()
  const newest = once.toSorted((a, b) => compareText(b.date, a.date) || compareText(a.id, b.id)).slice(0, MOST_ITEMS)
  return { ...about, updated: newest.find(({ date }) => date <= asOf)?.date ?? asOf, items: newest }
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

/** A day as both forms want it. */
export function instantOfDay(day: string): string {
  return `${day}T00:00:00Z`
}
