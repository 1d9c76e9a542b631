import { readdirSync, readFileSync } from 'node:fs'

export interface DescribedColumn {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  readonly comment: string
  /** Table that the column refers to, and its column there. */
  readonly refersTo?: { readonly table: string; readonly column: string }
}

export interface DescribedTable {
  readonly name: string
  readonly comment: string
  /** Columns of the primary key, in order. */
  readonly key: readonly string[]
  readonly columns: readonly DescribedColumn[]
}

/** Files that make the database, in order. */
export function storeSchemaFiles(): readonly URL[] {
  return sqlIn(new URL('./schema/', import.meta.url))
}

/** Files that make the file of the site and of the open data. */
export function exportSchemaFiles(): readonly URL[] {
  return sqlIn(new URL('./schema/export/', import.meta.url))
}

/** Tables with their columns and what is said of both, drawn from the comments of the schema. */
export function dictionaryOf(files: readonly URL[]): readonly DescribedTable[] {
  return files.flatMap((file) => tablesIn(readFileSync(file, 'utf8')))
}

/** The data dictionary as Markdown: the open data first, since that is what most readers hold in hand. */
export function dataDictionary(): string {
  return [
    '# Data dictionary',
    '',
    'Generated from the schema by `npm run docs`; change the comments there. Every instant of the database (`x_at`) is kept',
    'beside it in seconds since 1970 (`x_epoch`) and as a month (`x_month`, YYYYMM); these columns are left out below.',
    '',
    '## The open data file',
    '',
    ...dictionaryOf(exportSchemaFiles()).flatMap(section),
    '## The database',
    '',
    ...dictionaryOf(storeSchemaFiles()).flatMap(section),
  ].join('\n')
}

function section({ name, comment, columns }: DescribedTable): readonly string[] {
  const shown = columns.filter((column) => !/^\w+_at (in seconds|as YYYYMM)/.test(column.comment))
  return [
    `### ${name}`,
    '',
    comment,
    '',
    '| Column | Type | Required | What it holds |',
    '|---|---|---|---|',
    ...shown.map(
      (column) =>
        `| \`${column.name}\` | ${column.type.toLowerCase()} | ${column.isRequired ? 'yes' : ''} | ${column.comment} |`,
    ),
    '',
  ]
}

const TABLE = /\/\* ([^*]+) \*\/\nCREATE TABLE (\w+) \(\n([\s\S]*?)\n\)/g
const COLUMN = /^ {2}(\w+) (TEXT|INTEGER|REAL|BLOB)\b(.*?),? \/\* (.+) \*\/$/gm

const KEY = /^ {2}PRIMARY KEY \((.+)\)$|^ {2}(\w+) \w+ PRIMARY KEY\b/m
const REFERENCE = /\bREFERENCES (\w+) \((\w+)\)/

function tablesIn(sql: string): readonly DescribedTable[] {
  return [...sql.matchAll(TABLE)].map(([, comment = '', name = '', body = '']) => {
    const [, several, single = ''] = KEY.exec(body) ?? []
    const columns = [...body.matchAll(COLUMN)].map(([, column = '', type = '', rest = '', said = '']) => {
      const [, table, of = ''] = REFERENCE.exec(rest) ?? []
      return {
        name: column,
        type,
        isRequired: /NOT NULL|PRIMARY KEY/.test(rest),
        comment: said,
        ...(table === undefined ? {} : { refersTo: { table, column: of } }),
      }
    })
    return { name, comment, key: several?.split(', ') ?? [single], columns }
  })
}

function sqlIn(folder: URL): readonly URL[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => new URL(name, folder))
}
