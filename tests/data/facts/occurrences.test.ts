import { describe, expect, it } from 'vitest'
import { factOf } from './extract.ts'

describe('Occurrences', () => {
  const java = 'a( "log( 1 )" ); // log( 2 )\n/* log( 3 ) */ log( \'x\' );\nString s = """\n log( 4 ) """; log( 5 );'

  it('of a pattern tell text, groups, line and column', async () => {
    const { log } = await factOf('occurrences', java, {
      mask: 'java-code',
      patterns: { log: 'log\\( (.) \\)|(never)' },
    })
    expect(log).toEqual([{ text: 'log( 5 )', groups: ['5', null], line: 4, column: 16 }])
  })

  it('in Java may leave strings in', async () => {
    const { log } = await factOf('occurrences', java, { mask: 'java-comments', patterns: { log: 'log\\( (\\d) \\)' } })
    expect(log?.map((each) => each.groups[0])).toEqual(['1', '4', '5'])
  })

  it('keep a string a string: an empty argument is not an emptied one', async () => {
    const { call } = await factOf('occurrences', 'f( "x" ); f( );', {
      mask: 'java-code',
      patterns: { call: 'f\\( *\\)' },
    })
    expect(call).toHaveLength(1)
  })

  it('pass over the comments of pages and scripts', async () => {
    const page = '<%-- <jsp:useBean --%><!-- <jsp:useBean --><jsp:useBean id="a"/>'
    const { bean } = await factOf('occurrences', page, { mask: 'jsp-comments', patterns: { bean: '<jsp:useBean' } })
    expect(bean?.map((each) => each.column)).toEqual([44])
    const { drop } = await factOf('occurrences', "-- DROP\nselect '--', 1; drop", {
      mask: 'sql-comments',
      patterns: { drop: 'DROP' },
      ignoreCase: true,
    })
    expect(drop).toMatchObject([{ line: 2, column: 17 }])
  })

  it('pass over the comments of templates', async () => {
    const template = '<#-- key --><!-- key -->key'
    const { key } = await factOf('occurrences', template, { mask: 'template-comments', patterns: { key: 'key' } })
    expect(key?.map((each) => each.column)).toEqual([25])
  })

  it('are not looked for where none of the words is', async () => {
    const words = ['log(', 'print(']
    const patterns = { call: '\\w+\\(' }
    expect(await factOf('occurrences', 'f( 1 ); log( 2 );', { mask: 'none', words, patterns })).toMatchObject({
      call: [{ text: 'f(' }, { text: 'log(' }],
    })
    expect(await factOf('occurrences', 'f( 1 );', { mask: 'none', words, patterns })).toEqual({ call: [] })
  })

  it('are each those of their own file and mask, whatever was looked through before', async () => {
    const patterns = { a: 'a' }
    const texts = ['a // a', 'a', '// a', 'a // a']
    const counts = []
    for (const text of texts) {
      for (const mask of ['java-code', 'none'] as const)
        counts.push((await factOf('occurrences', text, { mask, patterns })).a?.length)
    }
    expect(counts).toEqual([1, 2, 1, 1, 0, 1, 1, 2])
  })

  it('of several patterns come each under its name, none of them as an empty list', async () => {
    const found = await factOf('occurrences', 'a b', { mask: 'none', patterns: { a: 'a', c: 'c', start: '^' } })
    expect(Object.fromEntries(Object.entries(found).map(([name, list]) => [name, list.length]))).toEqual({
      a: 1,
      c: 0,
      start: 1,
    })
  })
})
