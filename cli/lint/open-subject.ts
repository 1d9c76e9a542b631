import type { FactCache } from '#data/facts/gather.ts'
import type { JudgedChange } from '#data/model/lint.ts'
import type { Entry, Source } from '#data/model/source.ts'

/** One thing to judge. */
export interface OpenSubject {
  readonly source: Source
  readonly factCache?: FactCache
  /** Files that the host lends from the owner's `.github` repository; absent when nobody looked. */
  readonly inherited?: readonly Entry[]
  /** Called once it was judged: says what that cost, where it cost anything. */
  readonly judged?: () => void
  /** Read from the database, so that its outcomes are kept there. */
  readonly isStored: boolean
  /** Folder of the checkout that was opened, absolute; absent for whatever cannot be written into. */
  readonly checkout?: string
  /** Opens it anew, after something was written. */
  readonly reopen?: () => Promise<OpenSubject>
  /** Of a change request: what it sets out from. Only what `source` adds to it is reported. */
  readonly change?: { readonly base: Source; readonly about: JudgedChange }
}
