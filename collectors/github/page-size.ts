/** How many rows a page of one list may have: what was too much once is approached again, slowly. */
export interface PageSize {
  /** Of `wanted` rows those that may be asked for. */
  atMost(wanted: number): number
  /** A page of so many rows was too much for the host. */
  halve(rows: number): void
  /** A page of so many rows came. */
  good(rows: number): void
  /** The limit as it is to be remembered; undefined while there is none. */
  limit(): number | undefined
}

// A host that was slow for a minute is asked for whole pages again soon; a list that is heavy meets its limit seldom.
const GOOD_PAGES_BEFORE_GROWTH = 3
const GROWTH = 1.25

/** `remembered` is the limit that an earlier run ended with, `most` what needs none; anything but a number from one on is none. */
export function pageSize(most: number, remembered = Number.NaN): PageSize {
  let limit = remembered >= 1 && remembered < most ? Math.floor(remembered) : undefined
  let good = 0
  return {
    atMost: (wanted) => Math.max(1, Math.min(wanted, limit ?? wanted)),
    halve(rows) {
      limit = Math.max(1, Math.floor(rows / 2))
      good = 0
    },
    good(rows) {
      // A short page says nothing of what a full one would do.
      if (limit === undefined || rows < limit) return
      good += 1
      if (good < GOOD_PAGES_BEFORE_GROWTH) return
      good = 0
      const next = Math.max(limit + 1, Math.floor(limit * GROWTH))
      limit = next >= most ? undefined : next
    },
    limit: () => limit,
  }
}
