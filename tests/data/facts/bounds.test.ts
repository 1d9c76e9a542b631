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
const MEGABYTE = 1_000_000

const heavy: Readonly<Record<string, string>> = {
  'five megabytes of nested elements': '<a>'.repeat((5 * MEGABYTE) / 3),
  'closed nested elements': '<a>'.repeat(100_000) + '</a>'.repeat(100_000),
  'many flat elements': `<a>${'<b/>'.repeat(MEGABYTE / 4)}</a>`,
  'unclosed comments': '<!--'.repeat(MEGABYTE / 4) + '/*'.repeat(MEGABYTE / 4),
  'unclosed tags': '<h1><script><a href="'.repeat(MEGABYTE / 20),
  'nested classes': 'class A {'.repeat(MEGABYTE / 10),
  'nested brackets': '({['.repeat(MEGABYTE / 3),
  'one class of brackets': `class A { int a = ${'('.repeat(MEGABYTE)}; }`,
  'type arguments that never close': `class A { int a = ${'b<'.repeat(MEGABYTE / 2)}; }`,
  'type arguments within one another': `class A { ${'B<'.repeat(MEGABYTE / 2)} x; }`,
  'annotations in a row': '@A '.repeat(MEGABYTE / 3),
  'annotations that never close': '@A("'.repeat(MEGABYTE / 4),
  'fields in a row': `class A { int ${'a,'.repeat(MEGABYTE / 2)} z; }`,
  quotes: '"""'.repeat(MEGABYTE / 3),
  'one string': `class A { String s = "${'x'.repeat(MEGABYTE)}"; }`,
  'one backslash after another': '\\'.repeat(MEGABYTE),
  'continued lines': 'a\\\n'.repeat(MEGABYTE / 3),
  'one long word': 'a'.repeat(2 * MEGABYTE),
  'one long line of dashes': `/* ${'-'.repeat(MEGABYTE)} */`,
  dashes: '-'.repeat(MEGABYTE),
  'link openings': '[![a]('.repeat(MEGABYTE / 6),
  'link openings with long addresses': `[](${'a'.repeat(3000)}`.repeat(300),
  addresses: `${'http://'.repeat(MEGABYTE / 14)}[`,
  headings: '#\n='.repeat(MEGABYTE / 3),
  semicolons: ';'.repeat(2 * MEGABYTE),
  blanks: ' '.repeat(2 * MEGABYTE),
  'line ends': '\r\n'.repeat(MEGABYTE),
  preambles: '<?xml ?><!DOCTYPE a><%@ %>'.repeat(20_000),
  surrogates: '\ud83d\ude00'.repeat(100_000),
  entities: `<!DOCTYPE a [${'<!ENTITY b "&c;">'.repeat(20_000)}]><a>&b;</a>`,
}

describe('Every extractor answers to', () => {
  for (const { id, load } of extractors) {
    const answer = async (content: Uint8Array) => {
      const extractor = await load()
      if (content.byteLength > extractor.maxBytes) return
      for (const options of OPTIONS[id] ?? [undefined]) {
        const extracted = extractor.extract(content, options)
        if (extracted.ok) expect(JSON.parse(JSON.stringify(extracted.fact))).toEqual(extracted.fact)
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
      for (let end = 0; end < whole.length; end += 7) await answer(whole.subarray(0, end))
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
