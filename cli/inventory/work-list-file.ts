import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { decodeTable } from '#collectors/registers/decode-table.ts'
import { parseRegister } from '#collectors/registers/read-register.ts'
import { readXliff } from '#data/facts/xliff.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { languageTag } from '#data/model/language-tag.ts'
import { type Entry, field, REQUIRED, type Register } from '#data/model/register.ts'

/** One translation that came back, and where it stands in the file. */
export interface ReturnedText {
  readonly component: string
  readonly bundle: string
  readonly key: string
  readonly language: string
  readonly text: string
  readonly line: number
}

const text = (fr: string, en: string) => field('text', { fr, en })

/** The columns of a work list, read with the manners of a register: any separator, code page or order of columns. */
const WORK_LIST: Register = {
  id: 'work-list',
  title: { fr: 'Liste de travail', en: 'Work list' },
  summary: { fr: 'Textes à traduire.', en: 'Texts to translate.' },
  audience: 'internal',
  key: ['component', 'bundle', 'key', 'language'],
  distinguishesCase: true,
  fields: {
    component: field('text', { fr: 'Composant', en: 'Component' }, REQUIRED),
    bundle: field('text', { fr: 'Jeu de textes', en: 'Bundle' }, REQUIRED),
    key: field('text', { fr: 'Clé', en: 'Key' }, REQUIRED),
    language: field('language', { fr: 'Langue', en: 'Language' }, REQUIRED),
    why: text('Pourquoi', 'Why'),
    en: text('Anglais', 'English'),
    fr: text('Français', 'French'),
    present: text('Texte actuel', 'Present text'),
    placeholders: text('Variables à garder', 'Placeholders to keep'),
    translation: text('Traduction', 'Translation'),
  },
}

/** What was translated in a CSV or an XLIFF file; empty translations are left out. `UsageFailure` with every mistake. */
export function readWorkList(file: string): readonly ReturnedText[] {
  const content = contentOf(file)
  return /^\.(?:csv|tsv)$/iu.test(extname(file)) ? fromCsv(file, content) : fromXliff(file, content)
}

function contentOf(file: string): string {
  const text = decodeTable(bytesOf(file))
  if (text !== undefined) return text
  throw new UsageFailure('work-list-invalid', `${file} is no text: save it as CSV or XLIFF.`)
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    throw new UsageFailure('file-missing', `${file} cannot be read.`)
  }
}

function fromCsv(file: string, content: string): readonly ReturnedText[] {
  return parsed(file, content).flatMap(({ entry, line }) => {
    const translation = without(stringIn(entry, 'translation'))
    const [component, bundle, key, language] = ['component', 'bundle', 'key', 'language'].map((name) =>
      stringIn(entry, name),
    )
    if (component === undefined || bundle === undefined || key === undefined || language === undefined) return []
    return translation === '' ? [] : [{ component, bundle, key: without(key), language, text: translation, line }]
  })
}

function parsed(file: string, content: string) {
  try {
    return parseRegister(WORK_LIST, { file, text: content })
  } catch (failure) {
    if (!(failure instanceof UsageFailure)) throw failure
    throw new UsageFailure('work-list-invalid', `${file} is no work list that can be read; nothing was taken.`, {
      details: failure.details,
    })
  }
}

function stringIn(entry: Entry, name: string): string | undefined {
  const value = entry[name]
  return typeof value === 'string' ? value : undefined
}

/** Without the apostrophe that keeps a spreadsheet from running a text as a formula; line ends as in bundles. */
function without(value: string | undefined): string {
  return (value ?? '').replace(/^'(?=[=+\-@\t\r])/u, '').replace(/\r\n?/gu, '\n')
}

function fromXliff(file: string, content: string): readonly ReturnedText[] {
  const read = readXliff(content)
  if (!read.ok) {
    const { message, ...place } = read.problem
    throw new UsageFailure('work-list-invalid', `${file} is no XLIFF that can be read; nothing was taken.`, {
      details: [
        {
          file,
          message,
          ...(place.line !== undefined && { line: place.line }),
          ...(place.column !== undefined && { column: place.column }),
        },
      ],
    })
  }
  return read.units.flatMap(({ original, key, language, target, line }) => {
    const [component = '', bundle = ''] = original.split('|')
    const tag = languageTag(language)
    if (target === null || target === '') return []
    if (tag === undefined) throw new UsageFailure('work-list-invalid', `${file} names no target language.`)
    return [{ component, bundle, key, language: tag, text: target, line }]
  })
}
