import type { Instant } from '#data/model/instant.ts'
import { instant } from '../clock.ts'
import type { ListedRepository } from './queries/repository-list.ts'

/** Stream of `github/repositories` whose position says what its list saw of the items of a repository. */
export const ITEMS_SEEN = 'items-seen'

/** What the list of repositories said of one's change requests or issues. */
export interface ItemsSeen {
  readonly total: number
  /** Undefined when there are none. */
  readonly newestAt: Instant | undefined
  /** The server's clock at that. */
  readonly servedAt: Instant
}

const NOT_TOLD = '?'
const NONE = '-'

/** `servedAt`, and of change requests and of issues how many there are and when the newest moved. */
export function itemsSeen({ changeRequests, issues }: ListedRepository, servedAt: Instant): string {
  const said = [changeRequests, issues].flatMap((list) => {
    const newest = list?.nodes[0]
    if (list == null || newest === null) return [NOT_TOLD, NOT_TOLD]
    return [String(list.totalCount), newest === undefined ? NONE : instant(newest.updatedAt)]
  })
  return [servedAt, ...said].join(' ')
}

/** Undefined when the list could not tell. */
export function readItemsSeen(position: string, what: 'change-request' | 'issue'): ItemsSeen | undefined {
  const [servedAt, ...said] = position.split(' ')
  const [total, newest] = what === 'change-request' ? said : said.slice(2)
  if (servedAt === undefined || total === undefined || newest === undefined || total === NOT_TOLD) return undefined
  return { total: Number(total), newestAt: newest === NONE ? undefined : newest, servedAt }
}
