import { badgeDrawing } from '#data/model/badge-drawing.ts'
import { addMonths } from '#data/model/day.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { SELF_CHECK_MONTHS } from '#data/reference/self-check.ts'
import { desk } from '../desk.ts'
import type { ComponentSheet } from '../loaders/component-sheets.ts'
import { quality, register } from '../register.ts'

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

/** Ink on paper: no state is told by a colour alone. */
const INK = '#161a22'
const PAPER = '#fff'

export function badgeFile(badge: Badge, language: Language): string {
  const { words, shortDay } = desk(language)
  const said = words.sheet.badge
  const message = said.line({
    packs: badge.packs.join(', '),
    day: shortDay(badge.judgedOn),
    until: shortDay(badge.until),
  })
  return badgeDrawing({
    ...{ language, label: said.name, message },
    ...{ labelColors: { fill: INK, ink: PAPER }, messageColors: { fill: PAPER, ink: INK } },
  })
}
