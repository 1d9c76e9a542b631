import { CsvError, type Info, parse } from 'csv-parse/sync'
import type { UsageDetail } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Register } from '#data/model/register.ts'
import { acceptedColumns } from '#data/model/register-columns.ts'
import { LANGUAGES } from '#data/model/vocabulary.ts'
import type { Cell, Row, Rows } from './rows.ts'

/** Reads a register that is kept as a CSV, as spreadsheets of any locale write it: `;`, `,` or a tab, with or without a BOM. */
export function csvRows(written: string, register: Register): Rows {
  // The parser counts a line break of two signs inside quotes as two lines.
  const text = written.replace(/\r\n?/gu, '\n')
  const delimiter = delimiterOf(text)
  try {
    const lines = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly { readonly record: readonly string[]; readonly info: Info }[]
    const [head, ...body] = lines
    if (head === undefined) return { rows: [], problems: [] }
    const names = head.record
    const rows = body.filter(({ record }) => record.some((cell) => cell !== ''))
    const mistakes = headMistakes(names, { register, line: lineOf(head.info, head.record) })
    // Said once, instead of once a line.
    if (mistakes.length > 0) return { rows: [], problems: mistakes }
    const isLonger = ({ record }: (typeof rows)[number]) => record.slice(names.length).some((cell) => cell !== '')
    const problems = rows.filter(isLonger).map(({ record, info }) => {
      const message = `this line has ${record.length} fields, the first line names ${names.length}.`
      return { message, line: lineOf(info, record), column: 1 }
    })
    const fitting = rows.filter((row) => !isLonger(row))
    return {
      rows: fitting.map(({ record, info }) => readRow(record, { names, register, line: lineOf(info, record) })),
      problems,
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { rows: [], problems: [{ message: `${error.message}.`, line: Number(error.lines ?? 1), column: 1 }] }
  }
}

/** The one that is most frequent in the first line; a spreadsheet in French writes a semicolon. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split('\n', 1)
  const frequency = (delimiter: string) => head.split(delimiter).length
  return [';', ',', '\t'].reduce((best, one) => (frequency(one) > frequency(best) ? one : best))
}

/** What is wrong with the names of the columns; one without a name is nobody's. */
function headMistakes(
  names: readonly string[],
  { register, line }: { readonly register: Register; readonly line: number },
): readonly UsageDetail[] {
  const { fields } = register
  const accepted = acceptedColumns(register)
  const columns = [...accepted.values()].flat()
  const given = names.flatMap((name, index): readonly UsageDetail[] => {
    const place = { line, column: index + 1 }
    if (name === '') return []
    if (!columns.includes(name)) return [{ ...place, message: `unknown key "${name}".${suggestion(name, columns)}` }]
    const isSecond = names.indexOf(name) !== index
    return isSecond ? [{ ...place, message: `the column "${name}" is there twice.` }] : []
  })
  const absent = Object.entries(fields).flatMap(([name, { type, isRequired }]) => {
    const own = accepted.get(name) ?? []
    const lacking = own.filter((column) => !names.includes(column))
    if (!isRequired) return []
    if (type.kind !== 'prose' && type.kind !== 'bilingual') return lacking
    // The column without a language is among those of a text that may stand in one.
    if (!own.includes(name)) return lacking
    return lacking.length < own.length ? [] : [name]
  })
  return [...given, ...absent.map((name) => ({ message: `there is no column "${name}".`, line, column: 1 }))]
}

/** Line on which a record begins: the parser counts up to its end, and quoted fields may span several. */
function lineOf({ lines }: Info, record: readonly string[]): number {
  return lines - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0)
}

/** Column of a cell is its number in the line, as a spreadsheet counts it. */
function readRow(
  record: readonly string[],
  { names, register, line }: { readonly names: readonly string[]; readonly register: Register; readonly line: number },
): Row {
  const written = new Map(
    names.flatMap((name, index): [string, Cell][] =>
      name === '' ? [] : [[name, { value: record[index] ?? '', line, column: index + 1 }]],
    ),
  )
  const cells = new Map<string, Cell>()
  for (const [name, cell] of written) {
    const [stem = '', language] = name.split('.')
    const field = register.fields[stem]
    if (language !== undefined && (field?.type.kind === 'bilingual' || field?.type.kind === 'prose'))
      cells.set(stem, bothLanguages(stem, written, cell))
    else cells.set(name, field?.isList ? { ...cell, value: listOf(String(cell.value)) } : cell)
  }
  return { cells, line, column: 1 }
}

/** `name.fr` and `name.en` as one value; empty when neither is filled. */
function bothLanguages(stem: string, written: ReadonlyMap<string, Cell>, cell: Cell): Cell {
  const texts = LANGUAGES.map((language) => [language, written.get(`${stem}.${language}`)?.value ?? ''] as const)
  return { ...cell, value: texts.every(([, text]) => text === '') ? '' : Object.fromEntries(texts) }
}

function listOf(text: string): readonly string[] {
  return text
    .split('|')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
