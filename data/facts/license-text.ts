import { type LicenseMarks, licenseMarks } from '../reference/license-marks.ts'
import { decodeText } from './decode.ts'
import { defineExtractor, NOT_TEXT } from './extractor.ts'
import type { LicenseText } from './shapes/license-text.ts'

/** Part of the marks that must be there for a text to be taken as a damaged or shortened copy. */
const MEDIUM_SHARE = 0.6

export const licenseText = defineExtractor<LicenseText>({
  id: 'license-text',
  version: 1,
  maxBytes: 1_000_000,
  extract(content) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: NOT_TEXT }
    return { ok: true, fact: recogniseLicense(decoded.text) }
  },
})

/** Which licence a text is, or names: the whole text, its marks, or a name such as people write in build files. */
export function recogniseLicense(text: string): LicenseText {
  return recognise(fold(text), text)
}

/** The form in which marks are written: comment signs, punctuation, accents and line breaks do not count. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

interface Match {
  readonly spdx: string
  readonly share: number
  readonly at: number
}

function recognise(folded: string, text: string): LicenseText {
  const matches = licenseMarks.map((license) => match(license, folded)).filter((each) => each.share >= MEDIUM_SHARE)
  const whole = matches.filter((each) => each.share === 1).toSorted((a, b) => a.at - b.at)
  const [first, ...others] = whole
  if (first) return { spdx: first.spdx, confidence: 'high', alsoFound: others.map((each) => each.spdx) }
  const [best, second] = matches.toSorted((a, b) => b.share - a.share)
  // Two candidates as good as each other are none.
  if (best && best.share !== second?.share) return { spdx: best.spdx, confidence: 'medium', alsoFound: [] }
  const named = spdxTag(text) ?? firstNamed(folded)
  return { spdx: named ?? null, confidence: named === undefined ? null : 'low', alsoFound: [] }
}

function match({ spdx, marks, without = [] }: LicenseMarks, folded: string): Match {
  if (without.some((phrase) => folded.includes(phrase))) return { spdx, share: 0, at: -1 }
  const places = marks.map((phrases) => firstPlace(phrases, folded)).filter((place) => place !== -1)
  return { spdx, share: places.length / marks.length, at: Math.min(...places) }
}

function firstPlace(phrases: readonly string[], folded: string): number {
  const places = phrases.map((phrase) => folded.indexOf(phrase)).filter((place) => place !== -1)
  return places.length === 0 ? -1 : Math.min(...places)
}

function spdxTag(text: string): string | undefined {
  const id = /SPDX-License-Identifier:\s*([A-Za-z0-9.+-]{1,60})/.exec(text)?.[1]
  return licenseMarks.find((each) => each.spdx === id?.replace(/-(?:only|or-later)$/, ''))?.spdx
}

/** A name must stand alone: `cecill c` is not in `cecill contrat`. */
function firstNamed(folded: string): string | undefined {
  const words = ` ${folded} `
  const named = licenseMarks.map(({ spdx, names }) => {
    return {
      spdx,
      at: firstPlace(
        names.map((name) => ` ${name} `),
        words,
      ),
    }
  })
  return named.filter((each) => each.at !== -1).toSorted((a, b) => a.at - b.at)[0]?.spdx
}
