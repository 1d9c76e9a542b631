import { createHash } from 'node:crypto'
import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Figure } from '../loaders/figures.ts'

/** What the numbers of a figure are known by: another mark means other numbers. */
export function markOf({ id, grain, periods, rows, series }: Figure): string {
  const drawn = series.map((one) => [one.id, one.cells])
  return createHash('sha256')
    .update(JSON.stringify([id, grain, periods, rows, drawn]))
    .digest('hex')
    .slice(0, 12)
}

/** The headline that the officer wrote in place of the generated one, with who, when, and whether its numbers changed. */
export function headlineOf(
  figure: Figure,
  language: Language,
): { readonly text: string; readonly note: string; readonly isStale: boolean } | undefined {
  const { settings, words, text, day } = desk(language)
  const found = settings.identity.headlines?.find(({ figure: id }) => id === figure.id)
  if (found === undefined) return undefined
  const isStale = found.of === undefined ? figure.asOf > found.date : found.of !== markOf(figure)
  const note = words.figures.headlineOf({ day: day(found.date), by: text(found.by) })
  return { text: text(found.text), note: isStale ? `${note} ${words.figures.headlineStale}` : note, isStale }
}
