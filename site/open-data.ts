import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { type OpenTable, openTables, rowsOf } from '#data/open-data/open-tables.ts'
import { openExport } from '#data/store.ts'
import { catalogueOf, type Described, packageOf, schemaOf } from './open-data-description.ts'
import { publiccodeIndex } from './publiccode-index.ts'
import type { OpenDataFile, OpenDataTable, SiteSettings } from './settings.ts'
import { type CsvDialect, csv, csvLines, FRENCH_SPREADSHEET, PLAIN } from './src/figures/csv.ts'
import { json } from './src/figures/data-files.ts'
import { readingOf } from './src/loaders/open-data.ts'
import { loadRegister, type Register } from './src/loaders/reading.ts'

const WHOLE = 'parvis.sqlite'

type Row = Readonly<Record<string, string | number | null>>

/**
 * Writes every published table as CSV, as a CSV for French spreadsheets and as JSON, each with its schema, the whole as
 * SQLite, and the descriptions that programs read. Tables are taken one at a time: the largest holds a row for each
 * rule and repository. Answers what pages say of the files.
 */
export async function writeOpenData(
  settings: Described['settings'],
  folder: string,
): Promise<NonNullable<SiteSettings['openData']>> {
  mkdirSync(folder, { recursive: true })
  const store = await openExport(settings.database)
  try {
    const register = await loadRegister(store)
    const tables: OpenDataTable[] = []
    for (const table of openTables()) {
      const rows: readonly Row[] = await store.ask(rowsOf(table), {})
      const schema = `${JSON.stringify(schemaOf(table), null, 1)}\n`
      const files = [
        writeParts(folder, `${table.name}.csv`, csvParts(table, rows, PLAIN)),
        writeParts(folder, `${table.name}.fr.csv`, csvParts(table, rows, FRENCH_SPREADSHEET)),
        writeParts(folder, `${table.name}.json`, jsonParts(table, rows, register)),
        writeParts(folder, `${table.name}.schema.json`, [schema]),
      ]
      tables.push({ name: table.name, rows: rows.length, files })
    }
    copyFileSync(settings.database, join(folder, WHOLE))
    const content = readFileSync(settings.database)
    const whole = { name: WHOLE, bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') }
    const described = { settings, register, tables, whole }
    const descriptions = [
      writeParts(folder, 'datapackage.json', [json(packageOf(described))]),
      writeParts(folder, 'catalogue.jsonld', [`${JSON.stringify(catalogueOf(described), null, 1)}\n`]),
      writeParts(folder, 'changes.json', [json({ asOf: register.asOf, changes: settings.log })]),
      writeParts(folder, 'publiccode.json', [
        json(await publiccodeIndex(store, { register, identity: settings.identity })),
      ]),
    ]
    return { tables, whole, descriptions }
  } finally {
    store.close()
  }
}

/** Rows that are made into text at once: a table may be larger than what should be held in memory. */
const ROWS_OF_PART = 4000

function* partsOf(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += ROWS_OF_PART) yield rows.slice(from, from + ROWS_OF_PART)
}

function* csvParts({ fields }: OpenTable, rows: readonly Row[], dialect: CsvDialect): Generator<string> {
  const names = fields.map(({ name }) => name)
  yield csv(names, [], dialect)
  for (const part of partsOf(rows))
    yield csvLines(
      part.map((row) => names.map((name) => row[name] ?? null)),
      dialect,
    )
}

/** Rows as arrays in the order of `fields`, one a line, so that two versions of a file can be compared line by line. */
function* jsonParts({ name, fields, from }: OpenTable, rows: readonly Row[], register: Register): Generator<string> {
  const coverage = from.map((stream) => ({ stream, ...readingOf(stream, register) }))
  const names = fields.map((field) => field.name)
  const head = { schemaVersion: 1, table: name, asOf: register.asOf, coverage, fields: names }
  yield `${JSON.stringify(head).slice(0, -1)},"rows":[`
  let begin = '\n'
  for (const part of partsOf(rows)) {
    yield begin +
      part
        .map((row) => JSON.stringify(fields.map((field) => jsonValue(row[field.name] ?? null, field.type))))
        .join(',\n')
    begin = ',\n'
  }
  yield '\n]}\n'
}

function jsonValue(value: string | number | null, type: OpenTable['fields'][number]['type']) {
  return type === 'boolean' && value !== null ? value === 1 : value
}

function writeParts(folder: string, name: string, parts: Iterable<string>): OpenDataFile {
  const hash = createHash('sha256')
  const file = openSync(join(folder, name), 'w')
  let bytes = 0
  try {
    for (const part of parts) {
      const content = Buffer.from(part)
      writeSync(file, content)
      hash.update(content)
      bytes += content.byteLength
    }
  } finally {
    closeSync(file)
  }
  return { name, bytes, sha256: hash.digest('hex') }
}
