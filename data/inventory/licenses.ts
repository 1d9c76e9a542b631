import { recogniseLicense } from '../facts/license-text.ts'
import type { LicenseText } from '../facts/shapes/license-text.ts'
import { readSpdx } from '../facts/spdx.ts'

/**
 * Where a licence is said. `manifest`, `parent` (of a Maven build), `publiccode` and `host` declare one in a word;
 * `file` and `header` hold its text.
 */
export type LicenseSource = 'file' | 'header' | 'manifest' | 'parent' | 'publiccode' | 'host' | 'register'

export interface LicenseEvidence {
  readonly source: LicenseSource
  /** Path of the file that says it; null for the host. */
  readonly place: string | null
  /** As it is written there; null where a whole text stands. */
  readonly said: string | null
  /** SPDX expression; null when what is said is none that is known. */
  readonly spdx: string | null
}

export interface ComponentLicense {
  /** What is said of it in a word, the first of manifest, parent, publiccode, register. */
  readonly declared: LicenseEvidence | null
  /** What people settled in the register; else what the texts at hand are, null without one or when they are of several. */
  readonly concluded: { readonly spdx: string; readonly from: readonly LicenseSource[] } | null
  /** Whether two sources name different licences. Which of them holds is for people to say. */
  readonly isDisagreed: boolean
  /** Whether people said which one holds: then the register is what `concluded` comes from. */
  readonly isSettled: boolean
  readonly evidence: readonly LicenseEvidence[]
}

const WORDS: readonly LicenseSource[] = ['manifest', 'parent', 'publiccode', 'register']
const TEXTS: readonly LicenseSource[] = ['file', 'header']

/** The one licence that a component can be counted under; null while its sources disagree or none is known. */
export function certainLicense({ concluded, declared, isDisagreed, isSettled }: ComponentLicense): string | null {
  return isDisagreed && !isSettled ? null : (concluded?.spdx ?? declared?.spdx ?? null)
}

export function licenseOf(evidence: readonly LicenseEvidence[]): ComponentLicense {
  const declared = WORDS.flatMap((source) => evidence.find((one) => one.source === source) ?? [])[0] ?? null
  const settled = evidence.find(({ source, spdx }) => source === 'register' && spdx !== null)?.spdx ?? null
  const texts = evidence.filter(({ source, spdx }) => TEXTS.includes(source) && spdx !== null)
  const concluded = new Set(texts.flatMap(({ spdx }) => spdx ?? []))
  const [only, another] = concluded
  const named = new Set(evidence.flatMap(({ spdx }) => (spdx === null ? [] : plain(spdx))))
  return {
    declared,
    isSettled: settled !== null,
    concluded:
      settled !== null
        ? { spdx: settled, from: ['register'] }
        : only === undefined || another !== undefined
          ? null
          : { spdx: only, from: TEXTS.filter((source) => texts.some((one) => one.source === source)) },
    isDisagreed: named.size > 1,
    evidence,
  }
}

/** A word in a build file or on a host: an SPDX expression, or a name that people use for one. */
export function saidLicense(source: LicenseSource, said: string, place: string | null): LicenseEvidence {
  const read = readSpdx(said)
  const spdx = read.expression === null ? recogniseLicense(said).spdx : read.text
  return { source, place, said, spdx: said === 'NOASSERTION' ? null : spdx }
}

/** A text that merely names a licence concludes nothing. Headers of several files count as one when they agree. */
export function textLicenses(
  source: 'file' | 'header',
  texts: ReadonlyMap<string, LicenseText>,
): readonly LicenseEvidence[] {
  const read = [...texts].flatMap(([place, { spdx, confidence }]) =>
    spdx === null || confidence === 'low' ? [] : [{ source, place, said: null, spdx }],
  )
  return source === 'file' ? read : [...new Map(read.toReversed().map((one) => [one.spdx, one])).values()].toReversed()
}

/** Texts cannot say "or later": `GPL-3.0-only`, `GPL-3.0-or-later` and `GPL-3.0` do not contradict each other. */
function plain(spdx: string): string {
  return spdx.replace(/-(?:only|or-later)$/u, '')
}
