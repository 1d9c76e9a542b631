import { blank, type Span } from './blanking.ts'
import { cut, decodeText } from './decode.ts'
import { defineExtractor, NOT_TEXT } from './extractor.ts'
import { lineIndex } from './line-index.ts'
import type { SqlScript } from './shapes/sql-script.ts'

export const sqlScript = defineExtractor<SqlScript>({
  id: 'sql-script',
  version: 1,
  maxBytes: 5_000_000,
  extract(content) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: NOT_TEXT }
    const code = blank(decoded.text, SPANS)
    const isEmpty = !/\S/.test(code)
    return { ok: true, fact: { isEmpty, ...readMarks(decoded.text), ...readStatements(code) } }
  },
})

const SPANS: readonly Span[] = [
  { open: '--', close: '\n' },
  { open: '/*', close: '*/' },
  { open: "'", close: "'", isQuoted: true },
]

type Changeset = { -readonly [Key in keyof SqlScript['changesets'][number]]: SqlScript['changesets'][number][Key] }

/** Liquibase speaks in comments at the beginning of a line. */
function readMarks(text: string): Pick<SqlScript, 'header' | 'changesets'> {
  let header: SqlScript['header'] = null
  const changesets: Changeset[] = []
  let isFirst = true
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trim()
    if (line === '') continue
    const mark = line.startsWith('--') ? line.replace(/^-+\s*/, '') : ''
    if (header === null && /^liquibase\s+formatted\s+sql\b/i.test(mark)) header = { line: index + 1, isFirst }
    const changeset = readChangeset(mark, index + 1)
    if (changeset) changesets.push(changeset)
    const current = changesets.at(-1)
    if (current && /^preconditions?\b/i.test(mark)) current.hasPreconditions = true
    isFirst = false
  }
  return { header, changesets }
}

function readChangeset(mark: string, line: number): Changeset | null {
  const [, author, id, attributes] = /^changeset\s+([^:]+):(\S+)(.*)$/i.exec(mark) ?? []
  if (author === undefined || id === undefined) return null
  const kept = { author: cut(author.trim(), 200), id: cut(id, 300), attributes: cut((attributes ?? '').trim(), 300) }
  return { ...kept, hasPreconditions: false, line }
}

const TABLE = /^\s*CREATE\s+(?:GLOBAL\s+|LOCAL\s+|TEMPORARY\s+)*TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?([^\s(;]+)/i

function readStatements(code: string): Pick<SqlScript, 'tables' | 'statements'> {
  const tables: SqlScript['tables'][number][] = []
  const counts = new Map<string, number>()
  const place = lineIndex(code)
  let offset = 0
  for (const statement of code.split(';')) {
    const start = offset + statement.search(/\S|$/)
    offset += statement.length + 1
    const verb = /^\s*([A-Za-z]+)/.exec(statement)?.[1]?.toUpperCase()
    if (verb === undefined) continue
    counts.set(verb, (counts.get(verb) ?? 0) + 1)
    const name = verb === 'CREATE' ? TABLE.exec(statement)?.[1] : undefined
    if (name !== undefined) tables.push({ name: cut(name.replace(/["`[\]]/g, ''), 200), line: place(start).line })
  }
  return { tables, statements: Object.fromEntries(counts) }
}
