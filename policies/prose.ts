import type { UsageDetail } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { LANGUAGES, type Language, type Text } from '#data/model/vocabulary.ts'
import type { Prose } from './rule.ts'

type Section = keyof Prose

/** Headings of a rule's page, in order, by language. */
const PROSE_HEADINGS = {
  fr: { why: 'Pourquoi', bad: 'À éviter', good: 'À faire', fix: 'Corriger' },
  en: { why: 'Why', bad: 'Bad', good: 'Good', fix: 'Fix' },
} as const satisfies Record<Language, Record<Section, string>>

const SECTIONS = ['why', 'bad', 'good', 'fix'] as const satisfies readonly Section[]

interface ProseFile {
  readonly path: string
  readonly text: string
}

/** The page of a rule from the files of its pack; one language stands in for the other unless both are asked for. */
export function takeProse(
  code: string,
  { files, bilingual = false }: { readonly files: readonly ProseFile[]; readonly bilingual?: boolean },
): { readonly prose: Prose; readonly missing: readonly string[]; readonly problems: readonly UsageDetail[] } {
  const pages = LANGUAGES.map((language) => {
    const name = `${code}.${language}.md`
    const file = files.find(({ path }) => baseName(path) === name)
    return { language, name, read: file && readProse(file.path, file.text, language) }
  })
  const absent = pages.filter(({ read }) => read === undefined).map(({ name }) => name)
  const missing = bilingual ? absent : absent.length === pages.length ? [absent.join(' or ')] : []
  const sectionsIn = (wanted: Language) =>
    (pages.find(({ language, read }) => language === wanted && read) ?? pages.find(({ read }) => read))?.read?.sections
  const inBoth = (section: Section): Text => ({
    fr: sectionsIn('fr')?.[section] ?? '',
    en: sectionsIn('en')?.[section] ?? '',
  })
  const prose = { why: inBoth('why'), bad: inBoth('bad'), good: inBoth('good'), fix: inBoth('fix') }
  return { prose, missing, problems: pages.flatMap(({ read }) => read?.problems ?? []) }
}

/** Markdown files that are the page of no rule; a README is nobody's page. */
export function unusedProse(files: readonly ProseFile[], codes: readonly string[]): readonly UsageDetail[] {
  const pages = codes.flatMap((code) => LANGUAGES.map((language) => `${code}.${language}.md`))
  return files.flatMap(({ path }) => {
    const name = baseName(path)
    if (!name.endsWith('.md') || pages.includes(name) || /^readme\.md$/iu.test(name)) return []
    return [{ message: `no rule goes by this name.${suggestion(name.replace(/\..*$/u, ''), codes)}`, file: path }]
  })
}

/** Reads `<code>.<language>.md`: four second-level sections, in order, none of them empty. */
function readProse(
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

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Markdown of a rule's page, cut to what fits under a finding. */
export function firstParagraph(markdown: string): string {
  return (markdown.split(/\n\s*\n/)[0] ?? '').replaceAll(/\s*\n\s*/g, ' ')
}
