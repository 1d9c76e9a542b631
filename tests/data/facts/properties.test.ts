import { describe, expect, it } from 'vitest'
import { factOf, problemOf } from './extract.ts'

const keysOf = async (text: string) => (await factOf('properties', text)).entries.map(({ key }) => key)

describe('A properties file', () => {
  it('separates keys and values by an equals sign, a colon or a blank', async () => {
    expect(await keysOf('a=1\nb : 2\nc 3\n  d\t=\t4 \ne')).toEqual(['a', 'b', 'c', 'd', 'e'])
    const { duplicates } = await factOf('properties', 'a=1\na : 1\na 1\n  a\t=\t1\na')
    expect(duplicates.map(({ isSame }) => isSame)).toEqual([true, true, true, false])
  })

  it('takes comments and blank lines for nothing, and only at the beginning of a line', async () => {
    expect(await keysOf('# a=1\n! b=2\n\n \t\nc=3 # part of it\n#d=\\\ne=5')).toEqual(['c', 'e'])
    expect((await factOf('properties', 'c=3\nc=3 # part of it')).duplicates).toMatchObject([{ isSame: false }])
  })

  it('joins continued lines and keeps the line on which they begin', async () => {
    const { entries } = await factOf('properties', 'a=one, \\\r\n    two\\\\\r\nb=x\\\n')
    expect(entries).toEqual([
      { key: 'a', line: 1 },
      { key: 'b', line: 3 },
    ])
    const again = await factOf('properties', 'a=one, two\\\\\na=one, \\\r\n    two\\\\\r\n')
    expect(again.duplicates).toEqual([{ key: 'a', line: 2, firstLine: 1, isSame: true }])
  })

  it('decodes escapes in keys and values', async () => {
    expect(await keysOf('a\\=b\\ c\\:d=1\n\\u00e9t\\u00E9\\t\\q=2')).toEqual(['a=b c:d', 'été\tq'])
    const { duplicates } = await factOf('properties', 'a=\\u00e9t\\u00E9\\q\na=été\\u0071\na=\\\\u00e9')
    expect(duplicates.map(({ isSame }) => isSame)).toEqual([true, false])
  })

  it('is UTF-8, else ISO-8859-1, and says which', async () => {
    expect(await factOf('properties', 'é=a')).toMatchObject({
      encoding: 'utf-8',
      hasBom: false,
      entries: [{ key: 'é' }],
    })
    const latin = await factOf('properties', Buffer.from('é=a', 'latin1'))
    expect(latin).toMatchObject({ encoding: 'iso-8859-1', entries: [{ key: 'é' }] })
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
    // An escaped backslash before a letter, twice, and an escape over two lines.
    expect((await factOf('properties', 'a=\\\\u12x\nb=\\u00\\\n  e9')).malformed).toEqual([])
  })

  it('that is binary gives a problem', async () => {
    expect((await problemOf('properties', new Uint8Array([97, 0, 98]))).code).toBe('not-text')
  })
})
