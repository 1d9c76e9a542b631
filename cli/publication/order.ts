import type { Audience } from '#data/model/vocabulary.ts'
import { reserveInForce } from '#data/publication/reserve.ts'
import type { Config } from '../config.ts'

/** What a site is built from, and for whom. */
export interface PublishOrder {
  readonly config: Config
  readonly profile: Audience
  readonly out: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly now: Date
  /** Receives what the city may want to mend. */
  readonly warn: (text: string) => void
  /** Receives what is to be known about a public build. */
  readonly say?: (text: string) => void
  /** Why jumps since the last publication are right. */
  readonly reason?: string | undefined
  /** Ctrl-C: the site and what is remembered of it stay as they are. */
  readonly signal?: AbortSignal
}

/** The reserve that is in force, by the day of the city: midnight comes at another moment than in UTC. */
export function reservedNow({ publish, calendar }: Config, now: Date) {
  const reserve = reserveInForce(publish.reserve, { now, timeZone: calendar.timeZone })
  return reserve && { reserve }
}

export function basePath({ site }: Config): string {
  return site.url === undefined ? '/' : new URL(site.url).pathname
}
