import type { FactCache } from '#data/facts/gather.ts'
import type { Entry, Source } from '#data/model/source.ts'

/** One thing to judge. */
export interface OpenSubject {
  readonly source: Source
  readonly factCache?: FactCache
  /** Called once the subject was judged. */
  readonly judged?: () => void
  /** Files that the host lends from the owner's `.github` repository; absent when nobody looked. */
  readonly inherited?: readonly Entry[]
  /** Read from the database, so that its outcomes are kept there. */
  readonly isStored: boolean
}
