import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { extractors } from '#data/facts/registry.ts'
import type { OccurrencesOptions } from '#data/facts/shapes/occurrences.ts'
import { javaSamples } from './java-samples.ts'

/** Whatever bytes there are, an extractor answers: a fact that reads back the same from JSON, or a problem with a code. */

const OPTIONS: Readonly<Record<string, readonly unknown[]>> = {
  text: ['markdown', 'asciidoc', 'html', 'xml', 'plain'].map((syntax) => ({ syntax })),
  occurrences: (['none', 'java-code', 'java-comments', 'jsp-comments', 'sql-comments'] as const).map(
    (mask): OccurrencesOptions => ({ mask, patterns: { word: '\\w+', empty: '$' } }),
  ),
  'xml-values': [{ queries: { every: '//*', nested: '//a[.//b]/@c', missing: '/d' } }],
  'data-values': [{ queries: { every: '$..*', some: '$..a[?@.b > 1]', missing: '$.d' } }],
  'reuse-annotations': ['toml', 'dep5'].map((format) => ({ format })),
  'module-imports': ['js', 'ts', 'tsx'].map((language) => ({ language })),
  digest: [{ algorithm: 'sha256' }],
  'schema-violations': [{ schema: { items: { $ref: '#' }, properties: { a: { type: 'string' } }, uniqueItems: true } }],
}

/** Numbers that look random and are the same on every run. */
function* noise(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state >>> 16
  }
}

function bytesFrom(seed: number, length: number, alphabet?: string): Uint8Array {
  const numbers = noise(seed)
  return Uint8Array.from({ length }, () => {
    const number = numbers.next().value
    return alphabet === undefined ? number & 255 : alphabet.charCodeAt(number % alphabet.length)
  })
}

const SIGNS = 'ab1 \t\n\r"\'\\/*{}()[]<>@=;,.#!-:$&?%_|~`^é'
/** Large enough for anything that is worse than linear to be felt, small enough for the rest not to be. */
const LARGE = 120_000

const heavy: Readonly<Record<string, string>> = {
  'five megabytes of nested elements': '<a>'.repeat(5_000_000 / 3),
  'closed nested elements': '<a>'.repeat(LARGE) + '</a>'.repeat(LARGE),
  'many flat elements': `<a>${'<b/>'.repeat(LARGE / 4)}</a>`,
  'unclosed comments': '<!--'.repeat(LARGE / 4) + '/*'.repeat(LARGE / 4),
  'unclosed tags': '<h1><script><a href="'.repeat(LARGE / 20),
  'nested classes': 'class A {'.repeat(LARGE / 10),
  'nested brackets': '({['.repeat(LARGE / 3),
  'one class of brackets': `class A { int a = ${'('.repeat(LARGE)}; }`,
  'type arguments that never close': `class A { int a = ${'b<'.repeat(LARGE / 2)}; }`,
  'type arguments within one another': `class A { ${'B<'.repeat(LARGE / 2)} x; }`,
  'annotations in a row': '@A '.repeat(LARGE / 3),
  'annotations that never close': '@A("'.repeat(LARGE / 4),
  'fields in a row': `class A { int ${'a,'.repeat(LARGE / 2)} z; }`,
  quotes: '"""'.repeat(LARGE / 3),
  'one string': `class A { String s = "${'x'.repeat(LARGE)}"; }`,
  'one backslash after another': '\\'.repeat(LARGE),
  'continued lines': 'a\\\n'.repeat(LARGE / 3),
  'one long word': 'a'.repeat(LARGE),
  'one long line of dashes': `/* ${'-'.repeat(LARGE)} */`,
  dashes: '-'.repeat(LARGE),
  'link openings': '[![a]('.repeat(LARGE / 6),
  'link openings with long addresses': `[](${'a'.repeat(3000)}`.repeat(300),
  addresses: `${'http://'.repeat(LARGE / 14)}[`,
  headings: '#\n='.repeat(LARGE / 3),
  semicolons: ';'.repeat(LARGE),
  blanks: ' '.repeat(LARGE),
  'comments in a row': '---\n'.repeat(LARGE / 4),
  'line ends': '\r\n'.repeat(LARGE),
  preambles: '<?xml ?><!DOCTYPE a><%@ %>'.repeat(LARGE / 24),
  surrogates: '\ud83d\ude00'.repeat(LARGE / 2),
  entities: `<!DOCTYPE a [${'<!ENTITY b "&c;">'.repeat(LARGE / 24)}]><a>&b;</a>`,
}

describe('Every extractor answers to', () => {
  for (const { id, load } of extractors) {
    const answer = async (content: Uint8Array) => {
      const extractor = await load()
      if (content.byteLength > extractor.maxBytes) return
      for (const options of OPTIONS[id] ?? [undefined]) {
        const extracted = extractor.extract(content, options)
        if (extracted.ok)
          expect(isDeepStrictEqual(JSON.parse(JSON.stringify(extracted.fact)), extracted.fact)).toBe(true)
        else expect(extracted.problem.code).toMatch(/^[a-z-]+$/)
      }
    }

    it(`noise: ${id}`, async () => {
      for (let seed = 1; seed <= 30; seed++) {
        await answer(bytesFrom(seed, seed * 37))
        await answer(bytesFrom(seed, seed * 37, SIGNS))
      }
      await answer(new Uint8Array())
      await answer(bytesFrom(7, 300_000, SIGNS))
    })

    it(`files cut off anywhere: ${id}`, async () => {
      const whole = new TextEncoder().encode(`${Object.values(javaSamples).join('\n')}\n<a b="c">d</a>\nkey=\\u00e9`)
      for (let end = 0; end < whole.length; end += 29) await answer(whole.subarray(0, end))
    })

    it(`files made to break it: ${id}`, async () => {
      for (const content of Object.values(heavy)) await answer(new TextEncoder().encode(content))
    })
  }
})

describe('The registry', () => {
  it('loads each extractor under its own id, once', async () => {
    const loaded = await Promise.all(extractors.map((each) => each.load()))
    expect(loaded.map((each) => each.id)).toEqual(extractors.map((each) => each.id))
    expect(new Set(loaded.map((each) => each.id)).size).toBe(loaded.length)
  })
})
