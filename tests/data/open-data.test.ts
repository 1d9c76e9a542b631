import { describe, expect, it } from 'vitest'
import { dictionaryOf, exportSchemaFiles } from '#data/data-dictionary.ts'
import { holdToAllowList, PUBLISHED, WITHHELD } from '#data/open-data/allow-list.ts'
import { openTables } from '#data/open-data/open-tables.ts'

describe('the allow-list of the open data', () => {
  it('names every column of the export or withholds its table: a new one is neither until somebody decides', () => {
    const schema = dictionaryOf(exportSchemaFiles()).filter(({ name }) => !WITHHELD.includes(name))
    const allowed = Object.fromEntries(
      Object.entries(PUBLISHED).map(([name, { columns }]) => [name, Object.keys(columns)]),
    )
    expect(allowed).toEqual(
      Object.fromEntries(schema.map(({ name, columns }) => [name, columns.map((column) => column.name)])),
    )
  })

  it('publishes nothing that is withheld, and withholds nothing that is not there', () => {
    const names = dictionaryOf(exportSchemaFiles()).map(({ name }) => name)
    expect(WITHHELD.filter((name) => name in PUBLISHED || !names.includes(name))).toEqual([])
  })

  it('stops a value that would come out of a column nobody allowed, and lets an empty one pass', () => {
    const row = { key: 'as_of', value: '2026-11-19', owner_mail: null }
    expect(() => holdToAllowList([{ table: 'meta', rows: [row] }])).not.toThrow()
    expect(() => holdToAllowList([{ table: 'meta', rows: [{ ...row, owner_mail: 'a@b.example' }] }])).toThrow(
      'meta.owner_mail',
    )
    expect(() => holdToAllowList([{ table: 'ggi_scorecard', rows: [{ owner: 'team' }] }])).toThrow(
      'ggi_scorecard.owner',
    )
  })

  it('says of each column what it holds in both languages, and never the same', () => {
    const unsaid = openTables().flatMap(({ name, fields }) =>
      fields
        .filter(({ meaning }) => meaning.fr.length < 3 || meaning.en.length < 3)
        .map((field) => `${name}.${field.name}`),
    )
    expect(unsaid).toEqual([])
  })

  it('refers to columns that are published', () => {
    const tables = new Map(openTables().map((table) => [table.name, table]))
    const lost = openTables().flatMap(({ fields }) =>
      fields.filter(
        ({ refersTo }) =>
          refersTo !== undefined &&
          tables.get(refersTo.table)?.fields.some(({ name }) => name === refersTo.column) !== true,
      ),
    )
    expect(lost).toEqual([])
  })
})
