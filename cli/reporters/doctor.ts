import type { Language } from '#data/model/vocabulary.ts'
import type { Finding } from '../doctor/finding.ts'
import { DOCTOR_WORDS } from '../doctor/words.ts'
import { table } from './table.ts'

/** A line for each thing that was looked at, its remedy below it. */
export function doctorText(found: readonly Finding[], language: Language): string {
  const words = DOCTOR_WORDS[language]
  const rows = table(
    found.map(({ subject, health, says }) => [words.states[health], words.subjects[subject], says]),
    3,
  )
  const lines = rows.flatMap((row, index) => [row, ...remedyOf(found[index])])
  return `${lines.join('\n')}\n`
}

function remedyOf(finding: Finding | undefined): readonly string[] {
  return finding?.remedy?.split('\n').map((line) => `    → ${line}`) ?? []
}
