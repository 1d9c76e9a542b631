import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type OpenTable, openTables, rowsOf } from '#data/open-data/open-tables.ts'
import { openExport } from '#data/store.ts'
import { catalogueOf, type Described, packageOf, schemaOf } from './open-data-description.ts'
import { publiccodeIndex } from './publiccode-index.ts'
import type { OpenDataFile, OpenDataTable, SiteSettings } from './settings.ts'
import { csv, FRENCH_SPREADSHEET } from './src/figures/csv.ts'
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
      const texts = [
        [`${table.name}.csv`, csv(columnsOf(table), cells(table, rows))],
        [`${table.name}.fr.csv`, csv(columnsOf(table), cells(table, rows), FRENCH_SPREADSHEET)],
        [`${table.name}.json`, tableJson(table, rows, register)],
        [`${table.name}.schema.json`, `${JSON.stringify(schemaOf(table), null, 1)}\n`],
      ] as const
      tables.push({
        name: table.name,
        rows: rows.length,
        files: texts.map(([name, text]) => write(folder, name, text)),
      })
    }
    copyFileSync(settings.database, join(folder, WHOLE))
    const whole = weighed(WHOLE, readFileSync(settings.database))
    const described = { settings, register, tables, whole }
    const descriptions = [
      write(folder, 'datapackage.json', json(packageOf(described))),
      write(folder, 'catalogue.jsonld', `${JSON.stringify(catalogueOf(described), null, 1)}\n`),
      write(folder, 'publiccode.json', json(await publiccodeIndex(store, { register, identity: settings.identity }))),
    ]
    return { tables, whole, descriptions }
  } finally {
    store.close()
  }
}

function columnsOf({ fields }: OpenTable): readonly string[] {
  return fields.map(({ name }) => name)
}

function cells({ fields }: OpenTable, rows: readonly Row[]) {
  return rows.map((row) => fields.map(({ name }) => row[name] ?? null))
}

/** One row a line, so that two versions of a file can be compared line by line. */
function tableJson({ name, fields, from }: OpenTable, rows: readonly Row[], register: Register): string {
  const head = {
    schemaVersion: 1,
    table: name,
    asOf: register.asOf,
    coverage: from.map((stream) => ({ stream, ...readingOf(stream, register) })),
  }
  const heads = fields.map(({ name, type }, index) => {
    return { name, isTrueOrFalse: type === 'boolean', head: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:` }
  })
  // Key by key: an object made for each of some hundred thousand rows would double the time.
  const lines = rows.map((row) => {
    let line = ''
    for (const { name, head, isTrueOrFalse } of heads) line += head + jsonValue(row[name] ?? null, isTrueOrFalse)
    return `${line}}`
  })
  return `${JSON.stringify(head).slice(0, -1)},"rows":[\n${lines.join(',\n')}\n]}\n`
}

function jsonValue(value: string | number | null, isTrueOrFalse: boolean): string {
  if (typeof value === 'string') return JSON.stringify(value)
  return isTrueOrFalse && value !== null ? String(value === 1) : String(value)
}

function write(folder: string, name: string, text: string): OpenDataFile {
  const content = Buffer.from(text)
  writeFileSync(join(folder, name), content)
  return weighed(name, content)
}

function weighed(name: string, content: Buffer): OpenDataFile {
  return { name, bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') }
}
