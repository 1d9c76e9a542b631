import { mkdirSync } from 'node:fs'
import { type OpenRow, type OpenTable, openTables, rowsOf } from '#data/open-data/open-tables.ts'
import { openExport, type Store } from '#data/store.ts'
import { compressedCopy, type DataFile, dataFile } from './data-file.ts'
import { catalogueOf, type Described, packageOf, schemaOf } from './open-data-description.ts'
import { publiccodeIndex } from './publiccode-index.ts'
import type { OpenDataFile, OpenDataTable, SiteSettings } from './settings.ts'
import { type CsvDialect, csv, csvLines, FRENCH_SPREADSHEET, PLAIN } from './src/files/csv.ts'
import { json } from './src/files/data-files.ts'
import { readingOf } from './src/loaders/open-data.ts'
import { loadRegister, type Register } from './src/loaders/reading.ts'

/** The database of a public site, in its `data/`. */
export const WHOLE = 'parvis.sqlite.gz'

/**
 * Writes every published table as CSV, as a CSV for French spreadsheets and as JSON, each with its schema, the whole as
 * SQLite, and the descriptions that programs read. Rows are taken some at a time: the largest table holds one for each
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
    const [whole, tables] = await Promise.all([
      compressedCopy(settings.database, folder, WHOLE),
      writeTables({ folder, store, register, languages: settings.languages }),
    ])
    const described = { settings, register, tables, whole }
    const descriptions = [
      await writeText(folder, 'datapackage.json', json(packageOf(described))),
      await writeText(folder, 'catalogue.jsonld', `${JSON.stringify(catalogueOf(described), null, 1)}\n`),
      await writeText(folder, 'changes.json', json({ asOf: register.asOf, changes: settings.log })),
      await writeText(
        folder,
        'publiccode.json',
        json(await publiccodeIndex(store, { register, identity: settings.identity })),
      ),
    ]
    return { tables, whole, descriptions }
  } finally {
    store.close()
  }
}

interface Source {
  readonly folder: string
  readonly store: Pick<Store, 'ask'>
  readonly register: Register
  readonly languages: SiteSettings['languages']
}

async function writeTables(source: Source): Promise<readonly OpenDataTable[]> {
  const tables: OpenDataTable[] = []
  for (const table of openTables()) tables.push(await writeTable(table, source))
  return tables
}

/** A form in which rows are written. */
interface Form {
  readonly ending: string
  readonly begin: string
  readonly rows: (rows: readonly OpenRow[], isFirst: boolean) => string
  readonly end: string
}

async function writeTable(table: OpenTable, { folder, store, register, languages }: Source): Promise<OpenDataTable> {
  const forms = [
    csvForm(table, '.csv', PLAIN),
    csvForm(table, '.fr.csv', FRENCH_SPREADSHEET),
    jsonForm(table, register),
  ]
  const open = forms.map((form) => ({
    form,
    file: dataFile(folder, `${table.name}${form.ending}${table.isLarge ? '.gz' : ''}`),
  }))
  for (const { form, file } of open) await file.write(form.begin)
  let count = 0
  for await (const rows of rowsOf(table, store)) {
    for (const { form, file } of open) await file.write(form.rows(rows, count === 0))
    count += rows.length
  }
  for (const { form, file } of open) await file.write(form.end)
  const files = await Promise.all(open.map(({ file }) => file.close()))
  const schema = await writeText(
    folder,
    `${table.name}.schema.json`,
    `${JSON.stringify(schemaOf(table, languages), null, 1)}\n`,
  )
  return { name: table.name, rows: count, files: [...files, schema] }
}

function csvForm({ fields }: OpenTable, ending: string, dialect: CsvDialect): Form {
  const names = fields.map(({ name }) => name)
  return {
    ending,
    begin: csv(names, [], dialect),
    rows: (rows) =>
      csvLines(
        rows.map((row) => names.map((name) => row[name] ?? null)),
        dialect,
      ),
    end: '',
  }
}

/** Rows as arrays in the order of `fields`, one a line, so that two versions of a file can be compared line by line. */
function jsonForm({ name, fields, from }: OpenTable, register: Register): Form {
  const coverage = from.map((stream) => ({ stream, ...readingOf(stream, register) }))
  const names = fields.map((field) => field.name)
  const head = { schemaVersion: 1, table: name, asOf: register.asOf, coverage, fields: names }
  const line = (row: OpenRow) => JSON.stringify(fields.map((field) => jsonValue(row[field.name] ?? null, field.type)))
  return {
    ending: '.json',
    begin: `${JSON.stringify(head).slice(0, -1)},"rows":[`,
    rows: (rows, isFirst) => `${isFirst ? '' : ','}\n${rows.map(line).join(',\n')}`,
    end: '\n]}\n',
  }
}

function jsonValue(value: string | number | null, type: OpenTable['fields'][number]['type']) {
  return type === 'boolean' && value !== null ? value === 1 : value
}

async function writeText(folder: string, name: string, text: string): Promise<OpenDataFile> {
  const file: DataFile = dataFile(folder, name)
  await file.write(text)
  return file.close()
}
