import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Activity } from '../loaders/component-sheets.ts'
import { formatMonth } from '../words/typography.ts'

/** What the commits of a component add up to, over the months that are known and no others. */
export function activityFinding({ isKnown, known, lastYear, yearBefore }: Activity, language: Language): string {
  const { words, day } = desk(language)
  const said = words.component
  if (!isKnown) return said.activityUnknown
  if (known === null) return said.activityFinding({ last: lastYear, before: yearBefore })
  if (known.until < known.from) return said.activityOutOfSight(day(known.day))
  const [from, until] = [known.from, known.until].map((month) => formatMonth(language, month))
  return said.activityUntil({ commits: known.commits, from: from ?? '', until: until ?? '' })
}
