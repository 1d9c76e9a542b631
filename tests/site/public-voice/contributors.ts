import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pagesOf } from '../built-files.ts'
import { read } from '../voice-city.ts'
import { ask, city, full, mainOf, saying } from './voice.ts'

describe('fair to contributors', () => {
  test('nothing is called refused, or accepted before it was looked at', () => {
    // What a figure counts is defined with the word, and guides tell of what programs refuse; no number of a public page stands beside it.
    const definitions = /^(?:fr\/(?:methode|chiffres|contribuer)|en\/(?:method|figures|contribute))\//u
    const refused = /\b(?:refusée?s?|rejetée?s?|rejected|refused|declined)\b/iu
    expect(saying(refused).filter((line) => !definitions.test(line))).toEqual([])
    expect(saying(/\d\s*(?:propositions? (?:de code )?|change requests? )?(?:refusée?s|refused)\b/iu)).toEqual([])
    expect(saying(/acceptée?s? du premier coup|accepted (?:at once|first time)/iu)).toEqual([])
    expect(saying(/dont la forme est vérifiée avant l’examen/u)).not.toEqual([])
  })

  test('while what became of more than a tenth is not known, no page or file tells what became of the rest', () => {
    const closed = 'fr/chiffres/fermees-sans-fusion/index.html'
    expect([existsSync(join(city.site('open'), closed)), existsSync(join(city.site('inside'), closed))]).toEqual([
      false,
      true,
    ])
    expect(existsSync(join(city.site('open'), 'data/refusals.json'))).toBe(false)
    expect(ask('open', "SELECT * FROM metric_value WHERE answer = 'refusals'")).toEqual([])
    expect(mainOf(read(city.site('inside'), closed))).toContain('Non connu')
  })

  test('where it is known, what was taken over by hand comes first, the unknown has its own share, and silence is a reason', () => {
    const told = mainOf(read(full, 'fr/chiffres/fermees-sans-fusion/index.html'))
    expect(told).toContain('Reprise à la main')
    expect(told).toContain('Jamais répondue par nous')
    expect(told).toMatch(/Reprise à la main \d.* Non connu \d/u)
  })

  test('a reason stands beside no change request: none is listed with one, inside or outside', () => {
    for (const name of ['open', 'inside'] as const) {
      const site = city.site(name)
      const listing = [...pagesOf(site)].filter(([, html]) => /\/pull\/\d+/u.test(html))
      const reasons = /trop spécifique|règles de forme|too specific|form rules|doublon|duplicate/iu
      expect(listing.filter(([, html]) => reasons.test(mainOf(html))).map(([file]) => file)).toEqual([])
    }
  })

  test('outside leaves out contractors and the unknown, which have a share of their own', () => {
    const told = mainOf(read(full, 'fr/chiffres/qui-propose/index.html'))
    for (const group of ['La collectivité', 'Ses prestataires', 'Extérieur', 'Non connu']) expect(told).toContain(group)
    expect(told).toMatch(/jamais comptés avec l’extérieur/u)
  })
})
