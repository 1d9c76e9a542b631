import type { Confidence } from '../../model/vocabulary.ts'

/** Which licence a text is. The text cannot say "or later", so the GNU family goes by its plain ids (`GPL-3.0`). */
export interface LicenseText {
  /** Null when none of those known here was recognised. */
  readonly spdx: string | null
  /** `high`: the whole text is there; `medium`: its marks are there, parts are not; `low`: only named. Null without `spdx`. */
  readonly confidence: Confidence | null
  /** Others found whole in the same file, in order (a notice of vendored code, a dual licence). */
  readonly alsoFound: readonly string[]
}
