import { describe, expect, test } from 'vitest'
import { raiseOrdinals } from '#site/ordinals.ts'
import { en } from '#site/src/words/en.ts'
import { fr } from '#site/src/words/fr.ts'
import {
  formatBytes,
  formatDay,
  formatDays,
  formatDuration,
  formatNumber,
  formatShare,
  formatTime,
  formatWrittenQuarter,
  typeset,
} from '#site/src/words/typography.ts'
import { WORDS } from '#site/src/words/words.ts'
import { foreignTexts, isIn } from './tongue.ts'

/** Every path to a text, with what stands there. */
function leaves(value: unknown, path = ''): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${path}/${key}`))
}

const texts = (words: object) => leaves(words).filter(([, value]) => typeof value === 'string')

describe('what is read below a figure', () => {
  const of = (count: number) => ({ count, text: String(count) })
  const { flow, absence, adoption, contributors, told } = fr.readings

  test('counts as people do: none and one are one in French, and one alone is one in English', () => {
    expect([0, 1, 2].map((count) => flow['change-requests'].opened(of(count)))).toEqual([
      '0 proposition a été ouverte',
      '1 proposition a été ouverte',
      '2 propositions ont été ouvertes',
    ])
    expect([0, 1].map((count) => en.readings.flow['change-requests'].opened(of(count)))).toEqual([
      '0 change requests were opened',
      '1 change request was opened',
    ])
    expect(absence.commit(of(1), '9')).toBe('la moitié des modifications du code vient d’une personne sur 9')
    expect(adoption.stopped(of(1))).toBe('1 qui a arrêté')
    expect(contributors.drifting(of(0))).toBe('aucune autre ne s’éloigne')
    const counted = fr.figures.findings
    const [now, before] = [{ opened: of(1), merged: of(0) }, undefined]
    expect(counted['change-requests']({ now, before, over: 'en 2026', against: '' })).toBe(
      '1 proposition ouverte et 0 fusionnée en 2026',
    )
    expect(counted.contributors({ during: 'en mai 2026', value: '1', count: 1, before: undefined })).toBe(
      '1 personne a contribué en mai 2026',
    )
  })

  test('joins parts as a sentence does', () => {
    expect(told('En mai', ['a'])).toBe('En mai, a.')
    expect(told('En mai', ['a', 'b', 'c'])).toBe('En mai, a, b et c.')
    expect(en.readings.told('In May', ['a', 'b'])).toBe('In May, a and b.')
  })
})

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

describe('what tells one language from the other', () => {
  test('no text of a dictionary is in the other language, sentences that take a number included', () => {
    for (const [language, words] of Object.entries({ fr: 'en', en: 'fr' } as const)) {
      const said = leaves(language === 'fr' ? fr : en).flatMap(([path, value]) =>
        [...String(value).matchAll(/`([^`]*)`|'([^']*)'|^([^`'=]*)$/gu)]
          .map((parts) => parts.slice(1).find((part) => part !== undefined) ?? '')
          .filter((text) => isIn(words, text))
          .map((text) => `${path}: ${text}`),
      )
      expect(said).toEqual([])
    }
  })

  test('looks at texts, at names that are read out and at the nearest language that is said', () => {
    const page = (body: string) => foreignTexts(`<html lang="en"><title>Le code de la ville</title>${body}</html>`)
    expect(page('<p>The code of the city</p><code>le code de la ville et des gens</code>')).toEqual([])
    expect(page('<p>Le nom \u00ab Ardoise \u00bb</p>')).toEqual([])
    expect(page('<p>Le code des services et de la ville</p>')).toEqual(['Le code des services et de la ville'])
    expect(page('<p lang="fr">Le code des services et de la ville</p>')).toEqual([])
    expect(page('<p lang="fr">The state of the <b lang="en">core of the city</b></p>')).toEqual(['The state of the'])
    expect(page('<a aria-label="Ce qui est dans la page" href="a>b">x</a>')).toEqual(['Ce qui est dans la page'])
    expect(page('<!-- le code et la ville des gens --><img alt="Le plan et la carte"><br>The plan')).toEqual([
      'Le plan et la carte',
    ])
  })
})

describe('typography', () => {
  test('sets French spaces and apostrophes', () => {
    expect(typeset('fr', "L'état : « tenu » ; 15 % de 612 dépôts ?")).toBe(
      'L’état\u00a0: «\u00a0tenu\u00a0»\u202f; 15\u00a0% de 612\u00a0dépôts\u202f?',
    )
  })

  test('sets English quotes, apostrophes and counted words', () => {
    expect(typeset('en', `Of 12 rules: "kept" in the city's own words`)).toBe(
      'Of 12\u00a0rules: “kept” in the city’s own words',
    )
  })

  test('keeps a word and the number it bears together', () => {
    expect(typeset('fr', 'La génération 8, puis l’article 47')).toBe('La génération\u00a08, puis l’article\u00a047')
    expect(typeset('en', 'In version 8, or later')).toBe('In version\u00a08, or later')
  })

  test('writes days of an event and times of a day as each language does', () => {
    expect(formatDays('fr', '2027-01-21', '2027-01-22')).toBe('21–\u206022\u00a0janv.\u00a02027')
    expect(formatDays('en', '2027-01-21', '2027-01-22')).toBe('21–\u206022\u00a0Jan\u00a02027')
    expect(formatDays('en', '2027-01-30', '2027-02-02')).toBe('30\u00a0Jan\u00a0– 2\u00a0Feb\u00a02027')
    expect([formatTime('fr', '14:00'), formatTime('fr', '09:30'), formatTime('en', '14:00')]).toEqual([
      '14\u00a0h',
      '9\u00a0h\u00a030',
      '14:00',
    ])
  })

  test('writes a quarter of a register in the letter of the language', () => {
    expect([formatWrittenQuarter('fr', '2026-Q4'), formatWrittenQuarter('en', '2026-T4')]).toEqual([
      'T4\u00a02026',
      'Q4\u00a02026',
    ])
    expect(formatWrittenQuarter('fr', 'un jour')).toBe('un jour')
  })

  test('raises the letters of French ordinals in running text only', () => {
    const page = (lang: string, body: string) =>
      Buffer.from(`<!doctype html><html lang="${lang}"><title>Le 1er</title><p>${body}</p>`)
    const body =
      'Au 3e trimestre, le 1er\u00a0mai à l’été <a title="le > 1er">ici</a> <code>9e 1er</code> 12e34 1erx 5eé'
    const raised = body.replace('3e', '3<sup>e</sup>').replace('1er', '1<sup>er</sup>')
    expect(raiseOrdinals(page('fr', body)).toString()).toBe(page('fr', raised).toString())
    expect(raiseOrdinals(page('en', body)).toString()).toBe(page('en', body).toString())
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
