import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportSchemaFiles } from '#data/data-dictionary.ts'
import { openTables } from '#data/open-data/open-tables.ts'
import { WHOLE, writeOpenData } from '#site/open-data.ts'
import { csv, FRENCH_SPREADSHEET } from '#site/src/files/csv.ts'
import { writeExportFixture } from './export-fixture.ts'
import { IDENTITY, RULES, scratch } from './site-fixture.ts'

const { folder, remove } = scratch()
const database = join(folder, 'export.sqlite')
const out = join(folder, 'data')
const settings = { database, base: '/', languages: ['fr', 'en'], identity: IDENTITY, log: [] } as const
afterAll(remove)

type Value = string | number | null

interface Field {
  readonly name: string
  readonly type: string
  readonly constraints?: { readonly required?: boolean }
  readonly missingValues?: readonly string[]
}

/** A file as it is, or out of its compressed form. */
function readText(name: string): string {
  const isPlain = existsSync(join(out, name))
  const content = readFileSync(join(out, isPlain ? name : `${name}.gz`))
  return (isPlain ? content : gunzipSync(content)).toString('utf8')
}

/** Read as a stranger would: with nothing but what the files say of themselves. */
function readCsv(name: string, delimiter = ','): { readonly header: readonly string[]; readonly rows: Value[][] } {
  const text = readText(name)
  const cast = (value: string, { quoting }: { quoting: boolean }) => (value === '' && !quoting ? null : value)
  const [header = [], ...rows]: (string | null)[][] = parse(text, {
    delimiter,
    bom: true,
    cast,
    record_delimiter: '\r\n',
  })
  return {
    header: header.map(String),
    rows: rows.map((row) => row.map((value) => (value === null ? null : value.replace(/^'(?='*[=+\-@\t\r])/u, '')))),
  }
}

function fieldsOf(name: string): readonly Field[] {
  return JSON.parse(readFileSync(join(out, `${name}.schema.json`), 'utf8')).fields
}

const FORMS: Readonly<Record<string, RegExp>> = {
  string: /(?:)/u,
  integer: /^-?\d+$/u,
  number: /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?$/u,
  boolean: /^[01]$/u,
  date: /^\d{4}-\d\d-\d\d$/u,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u,
}

beforeAll(async () => {
  writeExportFixture(database, { components: 30, rules: RULES })
  const hostile = new DatabaseSync(database)
  // Whatever people write in a description: formulas, quotes, line ends, delimiters, apostrophes before all that.
  const set = hostile.prepare('UPDATE repository SET description = ? WHERE name = ?')
  for (const [index, text] of ['=1+1', "'=1+1", "'quoted", '-1;2,"3"', 'a\r\nb', '', '  ', '🏛️ \u202e'].entries()) {
    const name = hostile.prepare('SELECT name FROM repository ORDER BY name LIMIT 1 OFFSET ?').get(index)?.name
    set.run(text, name ?? null)
  }
  hostile.close()
  await writeOpenData(settings, out)
})

describe('each table', () => {
  test.each(openTables().map(({ name }) => name))('%s: the CSV keeps to its own schema', (name) => {
    const fields = fieldsOf(name)
    const { header, rows } = readCsv(`${name}.csv`)
    expect(header).toEqual(fields.map((field) => field.name))
    const wrong = rows.flatMap((row) =>
      fields.flatMap(({ name: field, type, constraints, missingValues }, column) => {
        const value = row[column] ?? null
        if (value === null || (value === '' && missingValues === undefined && type !== 'string')) {
          return constraints?.required === true ? [`${field}: required`] : []
        }
        // A program that knows no quotes takes an empty text for a missing value.
        if (value === '' && constraints?.required === true && missingValues === undefined) return [`${field}: empty`]
        return FORMS[type]?.test(String(value)) === true ? [] : [`${field}: ${value} is no ${type}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('its CSV files, loaded into an empty database, make the file that is offered whole', () => {
    const fresh = new DatabaseSync(':memory:')
    for (const file of exportSchemaFiles()) fresh.exec(readFileSync(file, 'utf8'))
    const unpacked = join(folder, 'unpacked.sqlite')
    writeFileSync(unpacked, gunzipSync(readFileSync(join(out, WHOLE))))
    const whole = new DatabaseSync(unpacked, { readOnly: true })
    for (const { name, fields, key } of openTables()) {
      const { header, rows } = readCsv(`${name}.csv`)
      const types = new Map(fields.map((field) => [field.name, field.type]))
      const insert = fresh.prepare(
        `INSERT INTO ${name} (${header.join(', ')}) VALUES (${header.map(() => '?').join(', ')})`,
      )
      for (const row of rows) {
        insert.run(...row.map((value, column) => typed(value, types.get(header[column] ?? '') ?? 'string')))
      }
      const all = `SELECT * FROM ${name} ORDER BY ${key.join(', ')}`
      expect(fresh.prepare(all).all(), name).toEqual(whole.prepare(all).all())
    }
  })

  test('says the same in JSON, and in the CSV for French spreadsheets', () => {
    const { header, rows } = readCsv('metric_value.csv')
    const json = JSON.parse(readFileSync(join(out, 'metric_value.json'), 'utf8'))
    expect(json).toMatchObject({ schemaVersion: 1, asOf: '2026-11-19', table: 'metric_value' })
    expect(json.rows).toHaveLength(rows.length)
    const column = header.indexOf('value')
    expect(json.fields).toEqual(header)
    expect(json.rows.map((row: readonly Value[]) => row[column] ?? '')).toEqual(
      rows.map((row) => (row[column] === null ? '' : Number(row[column]))),
    )
    expect(rows.some((row) => String(row[column]).includes('.'))).toBe(true)
    const french = readFileSync(join(out, 'metric_value.fr.csv'), 'utf8')
    expect(french.startsWith('\uFEFFanswer;row_number;')).toBe(true)
    expect(readCsv('metric_value.fr.csv', ';').rows.map((row) => row[column]?.toString().replace(',', '.'))).toEqual(
      rows.map((row) => row[column]?.toString()),
    )
  })
})

function typed(value: Value, type: string): Value {
  return value === null || !['integer', 'number', 'boolean'].includes(type) ? value : Number(value)
}

test('descriptions name each file that is there, with its size, its digest and its licence', () => {
  const described = JSON.parse(readFileSync(join(out, 'datapackage.json'), 'utf8'))
  const paths: string[] = described.resources.map(({ path }: { path: string }) => path)
  const offered = readdirSync(out).filter((name) => /(?<!\.fr)\.csv(?:\.gz)?$|\.sqlite\.gz$/u.test(name))
  expect(paths.toSorted()).toEqual(offered.sort())
  for (const { path, bytes, hash, name, schema, compression } of described.resources) {
    const content = readFileSync(join(out, path))
    expect(content.byteLength, path).toBe(bytes)
    expect(`sha256:${createHash('sha256').update(content).digest('hex')}`, path).toBe(hash)
    expect(compression, path).toBe(path.endsWith('.gz') ? 'gz' : undefined)
    if (name !== 'parvis')
      expect(schema, path).toEqual(JSON.parse(readFileSync(join(out, `${name}.schema.json`), 'utf8')))
  }
  expect(described.licenses).toEqual([expect.objectContaining({ name: 'etalab-2.0' })])
  const catalogue = JSON.parse(readFileSync(join(out, 'catalogue.jsonld'), 'utf8'))
  expect(catalogue['dcat:dataset']).toHaveLength(openTables().length)
})

test('tables that grow with rules or months are compressed from the first row on: their addresses stay', () => {
  const large = openTables().filter(({ isLarge }) => isLarge)
  expect(large.map(({ name }) => name).toSorted()).toEqual(['activity_month', 'lint_finding', 'lint_outcome'])
  for (const { name } of large) {
    for (const ending of ['csv', 'fr.csv', 'json']) {
      expect(existsSync(join(out, `${name}.${ending}.gz`)), `${name}.${ending}`).toBe(true)
      expect(existsSync(join(out, `${name}.${ending}`)), `${name}.${ending}`).toBe(false)
    }
  }
})

test('the licence is the one that the city chose', async () => {
  const chosen = join(folder, 'odbl')
  await writeOpenData({ ...settings, identity: { ...IDENTITY, dataLicense: 'ODbL-1.0' } }, chosen)
  const { licenses } = JSON.parse(readFileSync(join(chosen, 'datapackage.json'), 'utf8'))
  expect(licenses[0].path).toContain('opendatacommons.org')
})

test('a decimal is written as the reader of the file writes it, and no text is run', () => {
  const rows = [[1.5, '=A1', '', null]] as const
  const columns = ['n', 't', 'e', 'u']
  expect(csv(columns, rows)).toBe('n,t,e,u\r\n1.5,\'=A1,"",\r\n')
  expect(csv(columns, rows, FRENCH_SPREADSHEET)).toBe('\uFEFFn;t;e;u\r\n1,5;\'=A1;"";\r\n')
})
