import type { UsageDetail } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Prose } from './rule.ts'

type Section = keyof Prose

/** Headings of a rule's page, in order, by language. */
export const PROSE_HEADINGS = {
  fr: { why: 'Pourquoi', bad: 'À éviter', good: 'À faire', fix: 'Corriger' },
  en: { why: 'Why', bad: 'Bad', good: 'Good', fix: 'Fix' },
} as const satisfies Record<Language, Record<Section, string>>

const SECTIONS = ['why', 'bad', 'good', 'fix'] as const satisfies readonly Section[]

/** Reads `<code>.<language>.md`: four second-level sections, in order, none of them empty. */
export function readProse(
  file: string,
  text: string,
  language: Language,
): { readonly sections: Readonly<Record<Section, string>>; readonly problems: readonly UsageDetail[] } {
  const headings = PROSE_HEADINGS[language]
  const problems: UsageDetail[] = []
  const bodies: Record<Section, string[]> = { why: [], bad: [], good: [], fix: [] }
  const seen: Section[] = []
  let current: Section | undefined
  let inFence = false

  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (/^\s*(?:```|~~~)/u.test(line)) inFence = !inFence
    const heading = inFence ? null : /^##? +(.*?) *$/u.exec(line)
    if (heading === null) {
      if (current !== undefined) bodies[current].push(line)
      else if (line.trim() !== '') {
        problems.push({ message: `text before the section "${headings.why}".`, file, line: index + 1, column: 1 })
      }
      continue
    }
    const title = heading[1] ?? ''
    current = SECTIONS.find((section) => headings[section] === title)
    if (current === undefined) {
      const message = `unknown section "${title}".${suggestion(title, Object.values(headings))}`
      problems.push({ message, file, line: index + 1, column: 1 })
      continue
    }
    if (SECTIONS.indexOf(current) !== seen.length) {
      const message = `section "${title}" is out of place: expected ${Object.values(headings).join(', ')}.`
      problems.push({ message, file, line: index + 1, column: 1 })
    }
    seen.push(current)
  }
  for (const section of SECTIONS) {
    if (bodies[section].join('').trim() !== '') continue
    const message = `section "${headings[section]}" is ${seen.includes(section) ? 'empty' : 'missing'}.`
    problems.push({ message, file, line: 1, column: 1 })
  }
  const body = (section: Section) => bodies[section].join('\n').trim()
  return { sections: { why: body('why'), bad: body('bad'), good: body('good'), fix: body('fix') }, problems }
}
