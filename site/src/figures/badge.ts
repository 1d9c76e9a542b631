import { addMonths } from '#data/model/day.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { SELF_CHECK_MONTHS } from '#data/reference/self-check.ts'
import { desk } from '../desk.ts'
import type { ComponentSheet } from '../loaders/component-sheets.ts'
import { quality, register } from '../register.ts'
import { escapeMarkup } from './markup.ts'

export interface Badge {
  readonly judgedOn: string
  /** Last day, `YYYY-MM-DD`. */
  readonly until: string
  /** Packs with the beginning of their digest, which is their version: `lutece 3f9c1a2b`. */
  readonly packs: readonly string[]
}

/**
 * What may be said of a component by its badge: only that every rule that was checked holds, until when. Undefined where
 * something is to be corrected, nothing was checked, the check is too old, or nothing may be told. Of organisations
 * that did not agree the file tells nothing.
 */
export function badgeOf({
  tally,
  judgedOn,
  asOf,
}: Pick<ComponentSheet, 'tally' | 'judgedOn' | 'asOf'>): Badge | undefined {
  if (register.conformity === 'off' || tally === null || judgedOn === null) return undefined
  if (tally.toCorrect > 0 || tally.held === 0) return undefined
  const until = addMonths(judgedOn, SELF_CHECK_MONTHS)
  if (until < asOf) return undefined
  return { judgedOn, until, packs: quality.packs.map(({ pack, digest }) => `${pack} ${digest.slice(0, 8)}`) }
}

const LETTER = 6.6
const PAD = 10

/** Two boxes of text, drawn without a face of its own and without arms. */
export function badgeFile(badge: Badge, language: Language): string {
  const { words, shortDay } = desk(language)
  const said = words.sheet.badge
  const left = said.name
  const right = said.line({
    packs: badge.packs.join(', '),
    day: shortDay(badge.judgedOn),
    until: shortDay(badge.until),
  })
  const [first, second] = [widthOf(left), widthOf(right)]
  const label = escapeMarkup(`${left} : ${right}`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${first + second}" height="24" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
    `<path fill="#161a22" d="M0 0h${first}v24H0z"/>`,
    `<path fill="#fff" stroke="#161a22" d="M${first - 0.5} .5h${second}v23h-${second}z"/>`,
    `<g font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">`,
    `<text x="${PAD}" y="16" fill="#fff" textLength="${first - 2 * PAD}">${escapeMarkup(left)}</text>`,
    `<text x="${first + PAD}" y="16" fill="#161a22" textLength="${second - 2 * PAD}">${escapeMarkup(right)}</text>`,
    `</g></svg>\n`,
  ].join('')
}

function widthOf(text: string): number {
  return Math.round(text.length * LETTER) + 2 * PAD
}
