import { describe, expect, it } from 'vitest'
import { factOf, problemOf } from './extract.ts'

const entriesOf = async (text: string) => {
  return (await factOf('properties', text)).entries.map(({ key, value }) => [key, value])
}

describe('A properties file', () => {
  it('separates keys and values by an equals sign, a colon or a blank', async () => {
    expect(await entriesOf('a=1\nb : 2\nc 3\n  d\t=\t4 \ne')).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
      ['d', '4 '],
      ['e', ''],
    ])
  })

  it('takes comments and blank lines for nothing, and only at the beginning of a line', async () => {
    expect(await entriesOf('# a=1\n! b=2\n\n \t\nc=3 # part of it\n#d=\\\ne=5')).toEqual([
      ['c', '3 # part of it'],
      ['e', '5'],
    ])
  })

  it('joins continued lines and keeps the line on which they begin', async () => {
    const { entries } = await factOf('properties', 'a=one, \\\r\n    two\\\\\r\nb=x\\\n')
    expect(entries).toEqual([
      { key: 'a', value: 'one, two\\', line: 1 },
      { key: 'b', value: 'x', line: 3 },
    ])
  })

  it('decodes escapes in keys and values', async () => {
    expect(await entriesOf('a\\=b\\ c\\:d=\\u00e9t\\u00E9\\t\\q')).toEqual([['a=b c:d', 'été\tq']])
  })

  it('is UTF-8, else ISO-8859-1, and says which', async () => {
    expect(await factOf('properties', 'a=é')).toMatchObject({
      encoding: 'utf-8',
      hasBom: false,
      entries: [{ value: 'é' }],
    })
    const latin = await factOf('properties', Buffer.from('a=é', 'latin1'))
    expect(latin).toMatchObject({ encoding: 'iso-8859-1', entries: [{ value: 'é' }] })
    expect(await factOf('properties', '\uFEFFa=1')).toMatchObject({ hasBom: true, entries: [{ key: 'a' }] })
  })

  it('tells keys that are met again, with the same value or another', async () => {
    const { duplicates } = await factOf('properties', 'a=1\nb=2\na=1\na=3')
    expect(duplicates).toEqual([
      { key: 'a', line: 3, firstLine: 1, isSame: true },
      { key: 'a', line: 4, firstLine: 1, isSame: false },
    ])
  })

  it('tells lines that nobody meant as they are read', async () => {
    const { malformed } = await factOf('properties', 'alone\ntwo words\n=value\na=\\u12x\nfine=\nfine.too : 1')
    expect(malformed).toEqual([
      { line: 1, reason: 'no-separator' },
      { line: 2, reason: 'blank-separator' },
      { line: 3, reason: 'empty-key' },
      { line: 4, reason: 'bad-escape' },
    ])
  })

  it('that is binary gives a problem', async () => {
    expect((await problemOf('properties', new Uint8Array([97, 0, 98]))).code).toBe('not-text')
  })
})
