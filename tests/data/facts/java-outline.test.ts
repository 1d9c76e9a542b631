import { describe, expect, it } from 'vitest'
import { factOf, problemOf } from './extract.ts'
import { comparable, outlineByGrammar } from './java-grammar.ts'
import { javaSamples } from './java-samples.ts'

describe('The Java outline says what a full grammar says, of', () => {
  for (const [title, source] of Object.entries(javaSamples)) {
    it(title, async () => {
      const outline = await factOf('java-outline', source)
      const { hasError, ...expected } = outlineByGrammar(source)
      expect(hasError).toBe(false)
      expect(outline.isComplete).toBe(true)
      expect({
        package: outline.package?.name ?? null,
        imports: outline.imports.map(({ name, isStatic, isWildcard }) => ({ name, isStatic, isWildcard })),
        types: outline.types.map(comparable),
      }).toEqual(expected)
    })
  }
})

describe('Without members, the Java outline is the same less what bodies hold, of', () => {
  for (const [title, source] of Object.entries(javaSamples)) {
    it(title, async () => {
      const { types, ...whole } = await factOf('java-outline', source)
      const emptied = { fields: [], methods: [], enumConstants: [], types: [] }
      expect(await factOf('java-outline', source, { members: false })).toEqual({
        ...whole,
        types: types.map((type) => ({ ...type, ...emptied })),
      })
    })
  }
})

describe('The Java outline', () => {
  it('keeps what rules ask of a field, a method and an annotation', async () => {
    const outline = await factOf(
      'java-outline',
      [
        'package town.square.business;',
        'public final class FountainHome {',
        '  private static IFountainDAO _dao = CDI.current( ).select( /* why */ IFountainDAO.class )',
        '      .get( );',
        '  private FountainHome( ) { }',
        '  @Action( value = "do",  securityTokenEnabled = true ) public static Fountain find( int nId, String... more ) { return null; }',
        '}',
      ].join('\r\n'),
    )
    expect(outline.package).toEqual({ name: 'town.square.business', line: 1 })
    const [type] = outline.types
    expect(type?.fields).toEqual([
      {
        name: '_dao',
        type: 'IFountainDAO',
        modifiers: ['private', 'static'],
        annotations: [],
        initializer: 'CDI.current( ).select( IFountainDAO.class ) .get( )',
        line: 3,
      },
    ])
    expect(type?.methods).toEqual([
      {
        name: 'FountainHome',
        isConstructor: true,
        returnType: null,
        parameters: [],
        modifiers: ['private'],
        annotations: [],
        line: 5,
      },
      {
        name: 'find',
        isConstructor: false,
        returnType: 'Fountain',
        parameters: ['int', 'String...'],
        modifiers: ['public', 'static'],
        annotations: [{ name: 'Action', arguments: 'value = "do", securityTokenEnabled = true', line: 6 }],
        line: 6,
      },
    ])
  })

  it('writes types without blanks, but keeps words apart', async () => {
    const outline = await factOf(
      'java-outline',
      'class A extends B< ? extends C , D [ ] > { Map< String , ? super E > m; }',
    )
    expect(outline.types[0]?.extends).toEqual(['B<? extends C,D[]>'])
    expect(outline.types[0]?.fields[0]?.type).toBe('Map<String,? super E>')
  })

  it('counts lines whichever way they end', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const outline = await factOf('java-outline', ['package a;', '', 'class A {', '  int x;', '}'].join(end))
      expect([outline.types[0]?.line, outline.types[0]?.fields[0]?.line]).toEqual([3, 4])
    }
  })

  it('reads a file that begins with a byte order mark', async () => {
    expect((await factOf('java-outline', '\uFEFFpackage a;')).package?.name).toBe('a')
  })

  it('goes on behind what it does not understand, and says that it is not complete', async () => {
    const outline = await factOf('java-outline', 'class A { int ok; public ??? what; void stays() { } } class B { }')
    expect(outline.isComplete).toBe(false)
    expect(outline.types.map((type) => type.name)).toEqual(['A', 'B'])
    expect(outline.types[0]?.methods.map((method) => method.name)).toEqual(['stays'])
  })

  it('is not complete when a brace is never closed', async () => {
    expect((await factOf('java-outline', 'class A { void m() { if (x) { } ')).isComplete).toBe(false)
  })

  it('passes over module descriptors, package annotations and module imports', async () => {
    const outline = await factOf(
      'java-outline',
      '@Deprecated package a; import module java.base; open module m.n { requires x; }',
    )
    expect(outline).toEqual({ package: { name: 'a', line: 1 }, imports: [], types: [], isComplete: true })
  })

  it('refuses a binary file', async () => {
    expect((await problemOf('java-outline', new Uint8Array([0xca, 0xfe, 0, 0]))).code).toBe('not-text')
  })
})
