import { describe, expect, test } from 'vitest'
import { filesOf } from '../built-files.ts'
import { ask, city, page } from './voice.ts'

describe('the months before a vote', () => {
  test('go by the day of the city: on the sixteenth of Paris, which is not yet that of UTC', () => {
    expect(city.said.reserved).toContain('A reserve is on until 2026-12-06')
    expect(page('reserved', 'fr/chiffres')).not.toMatch(/contre \d+ les douze mois d’avant|Une phrase choisie/u)
  })

  test('tell no year by its figures or costs: on no page, and in no file', () => {
    for (const table of ['impact_figure', 'cost']) {
      expect(ask('reserved', `SELECT * FROM ${table}`), table).toEqual([])
      expect(ask('open', `SELECT * FROM ${table}`), table).not.toEqual([])
    }
    expect(filesOf(city.site('reserved')).filter((file) => /^(?:fr|en)\/impact\//u.test(file))).toEqual([])
  })
})
