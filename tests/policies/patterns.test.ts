import { describe, expect, it } from 'vitest'
import { linearMatches, linearPattern } from '#data/facts/linear-pattern.ts'
import proven from '#policies/packs/proven-patterns.json' with { type: 'json' }
import { wholePattern } from '#policies/patterns.ts'

const LENGTH = 1500

/** Texts made to break a pattern: whatever it repeats, repeated, behind whatever it begins with, and never its end. */
function attacks(source: string): readonly string[] {
  const words = source.match(/[A-Za-z]{2,}|<%?|\\?[().[\]"'*/:;=@_-]/gu)?.map((word) => word.replace('\\', '')) ?? []
  const pumps = [
    ' ',
    'a',
    'A',
    '1',
    '.',
    '-',
    '_',
    '/',
    '(',
    '"',
    '[',
    ',',
    '\n',
    '<',
    'a.',
    '1-',
    'a_',
    '/a',
    '( ',
    ...words,
  ]
  const heads = ['', ...new Set([words[0] ?? '', words.slice(0, 2).join(''), words.slice(0, 2).join(' ')])]
  return heads.flatMap((head) =>
    [...new Set(pumps)].map((pump) => `${head}${pump.repeat(Math.ceil(LENGTH / pump.length))}\u0000`),
  )
}

const needsLookaround = (source: string) => /\(\?<?[=!]/u.test(source)

describe('a pattern of the built-in packs', () => {
  // One that explodes never comes back: the time limit of the test is what fails.
  const sources = proven.map(
    (source) => [source.replaceAll('{own}', 'own').replaceAll('{name}', 'name'), source] as const,
  )
  it.each(sources)('comes back, and says what the linear engine says: %s', (source, provenAs) => {
    const whole = wholePattern(source, provenAs)
    const linear = needsLookaround(source) ? undefined : linearPattern(`^(?:${source})$`)
    const sought = new RegExp(source, 'gm')
    for (const text of attacks(source)) {
      const name = text.slice(0, 300)
      const answer = whole.test(name)
      if (linear !== undefined) expect(linear.test(name)).toBe(answer)
      text.match(sought)
    }
  })
})

describe('a pattern of somebody else', () => {
  it('cannot hang, whatever it is and whatever it is asked about', () => {
    const text = `${'a'.repeat(100_000)}!`
    expect(wholePattern('(a+)+').test(text)).toBe(false)
    expect([...linearMatches('(?:a|a)*b')(text)]).toEqual([])
  })

  it('finds what the platform finds, at the same places', () => {
    const text = 'é😀 x1 x22\nx3'
    const places = [...linearMatches('^?x(\\d)(\\d)?', { isByLine: true })(text)].map(({ index, groups }) => [
      index,
      ...groups,
    ])
    expect(places).toEqual([...text.matchAll(/x(\d)(\d)?/gu)].map((match) => [match.index, ...match]))
  })

  it.each([
    ['(?=a)b', 'no lookahead'],
    ['(?<!a)b', 'no lookahead and no lookbehind'],
    ['(a)\\1', 'no references back'],
    ['a++', 'no possessive'],
    ['(a', 'missing closing'],
  ])('is refused with the reason: %s', (source, reason) => {
    expect(() => linearPattern(source)).toThrow(reason)
  })
})
