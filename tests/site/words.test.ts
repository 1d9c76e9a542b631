import { describe, expect, test } from 'vitest'
import { en } from '#site/src/words/en.ts'
import { fr } from '#site/src/words/fr.ts'
import {
  formatBytes,
  formatDay,
  formatDuration,
  formatNumber,
  formatShare,
  typeset,
} from '#site/src/words/typography.ts'
import { WORDS } from '#site/src/words/words.ts'

/** Every path to a text, with what stands there. */
function leaves(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}/${key}`))
}

const texts = (words: object) => leaves(words).filter(([, value]) => typeof value === 'string')

describe('dictionaries', () => {
  test('hold the same keys, each with the same kind of text', () => {
    const shape = (words: object) => leaves(words).map(([path, value]) => `${path} ${typeof value}`)
    expect(shape(en)).toEqual(shape(fr))
  })

  test('have no empty text', () => {
    for (const words of [fr, en]) expect(texts(words).filter(([, value]) => value === '')).toEqual([])
  })

  test('are in two languages: few words are the same in both, and no two in a row', () => {
    const other = new Map(texts(en))
    const same = texts(fr)
      .filter(([path, value]) => other.get(path) === value)
      .map(([path]) => path)
    expect(same.length / texts(fr).length).toBeLessThan(0.07)
    const sentences = texts(fr).filter(
      ([path, value]) => String(value).split(' ').length > 1 && other.get(path) === value,
    )
    expect(sentences).toEqual([])
  })

  test('keep "non conforme" for accessibility, and never say refused, secure or certified', () => {
    const said = texts(fr).filter(([, value]) => /non conforme/u.test(String(value)))
    expect(said.every(([path]) => path.startsWith('/accessibility'))).toBe(true)
    for (const words of [fr, en]) {
      const claims = texts(words).filter(([, value]) =>
        /\b(?:sécurisée?|certifiée?|certified|secure|conforme au RGPD)\b/iu.test(String(value)),
      )
      expect(claims).toEqual([])
    }
  })

  test('say "pack de services" and "proposition de code", not the words of the house or of the host', () => {
    const words = texts(fr).filter(([path, value]) =>
      /\b(?:brique|assembly|merge request|PR)\b/u.test(`${path} ${value}`),
    )
    expect(words).toEqual([])
  })

  test('leave no blank that could break before French high punctuation', () => {
    const broken = texts(WORDS.fr).filter(([, value]) => / [:;?!%»]/u.test(String(value)))
    expect(broken).toEqual([])
  })
})

describe('typography', () => {
  test('sets French spaces and apostrophes', () => {
    expect(typeset('fr', "L'état : « tenu » ; 15 % de 612 dépôts ?")).toBe(
      'L’état\u00a0: «\u00a0tenu\u00a0»\u202f; 15\u00a0% de 612\u00a0dépôts\u202f?',
    )
  })

  test('leaves English alone but for counted words', () => {
    expect(typeset('en', 'Of 12 rules: "kept"')).toBe('Of 12\u00a0rules: "kept"')
  })

  test('writes numbers as each language does', () => {
    expect(formatNumber('fr', 1214)).toBe('1\u202f214')
    expect(formatNumber('fr', 2.84, 1)).toBe('2,8')
    expect(formatNumber('fr', 16.132)).toBe('16')
    expect(formatNumber('en', 1214)).toBe('1,214')
    expect(formatShare('fr', 0.56)).toBe('56\u00a0%')
    expect(formatBytes('fr', 61_400)).toBe('61\u00a0ko')
  })

  test('writes days with no-break spaces, the first of a month as an ordinal', () => {
    expect(formatDay('fr', '2026-11-19')).toBe('19\u00a0novembre\u00a02026')
    expect(formatDay('fr', '2026-11-01T23:59:59Z')).toBe('1er\u00a0novembre\u00a02026')
    expect(formatDay('en', '2026-11-19')).toBe('19\u00a0November\u00a02026')
  })

  test('says durations in hours under two days, in days after', () => {
    expect(formatDuration('fr', 5.4)).toEqual({ value: '5', unit: 'hours' })
    expect(formatDuration('fr', 67.2)).toEqual({ value: '2,8', unit: 'days' })
    expect(formatDuration('fr', 400)).toEqual({ value: '17', unit: 'days' })
  })
})
