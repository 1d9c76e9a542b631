import { describe, expect, test } from 'vitest'
import { CHAPTERS } from '#site/src/routes.ts'
import { read } from '../voice-city.ts'
import { full, mainOf, page, publicPages, said, saying } from './voice.ts'

describe('words', () => {
  test('services come first, components second, in the masthead and on the map', () => {
    expect(CHAPTERS.slice(0, 2)).toEqual(['services', 'catalogue'])
    for (const path of ['fr/index.html', 'en/index.html']) {
      const html = read(full, path)
      const links = [...html.slice(html.indexOf('class="chapters"')).matchAll(/<a href="([^"]+)"/gu)]
      expect(links.slice(0, 2).map(([, href = '']) => href.split('/')[2])).toEqual(
        path.startsWith('fr') ? ['services', 'composants'] : ['services', 'components'],
      )
    }
  })

  test('no version and no product is among the facts of the home page', () => {
    const html = read(full, 'fr/index.html')
    const facts = said(`<body>${/<(\w+)[^>]*class="facts"[\s\S]*?<\/\1>/u.exec(html)?.[0] ?? ''}`)
    expect(facts.length).toBeGreaterThan(50)
    expect(facts).not.toMatch(/\bv?\d+\.\d+\.\d+|\bversion \d|Lutece|GitHub/iu)
  })

  test('French pages speak French, and the words of the house stay in the house', () => {
    // Where the word is explained, the host's stands in brackets behind it. Tables of data have the names of their columns.
    const english =
      /(?<!\()\b(?:pull requests?|merge requests?|releases?|repositor(?:y|ies)|dashboard|third-party|stakeholders?|assembly|assemblages?|briques?|adoptants?)\b/iu
    const french = saying(english).filter(
      (line) => line.startsWith('fr/') && !/^fr\/(?:donnees-ouvertes|plan-du-site)\//u.test(line),
    )
    expect(french).toEqual([])
  })

  test('English pages say service pack and third-party component, not assembly or brick', () => {
    // Tables of data have the names of their columns; the platform's own command has its name.
    const house = /\b(?:assembl(?:y|ies)|bricks?)\b/iu
    const english = saying(house).filter(
      (line) => line.startsWith('en/') && !/^en\/(?:open-data|contribute\/rules|site-map)\//u.test(line),
    )
    expect(english).toEqual([])
  })

  test('states of a rule are held, to correct, dated exception, not checked', () => {
    const told = mainOf(read(full, 'fr/composants/plugin-guichet/index.html'))
    expect(told).toMatch(
      /\d+\s?règles\s?: \d+\s?tenues?, \d+ à corriger, \d+\s?exceptions? datées?, \d+ non vérifiées?/u,
    )
    const method = mainOf(read(full, 'fr/methode/index.html'))
    for (const state of ['Tenue', 'À corriger', 'Exception datée', 'Non vérifiée']) expect(method).toContain(state)
  })

  test('the word of accessibility is kept for accessibility', () => {
    for (const [file, html] of publicPages()) {
      if (!file.includes('accessibilite')) expect(mainOf(html), file).not.toMatch(/non conformes?\b/u)
    }
  })

  test('what is declared finished is stable; only what nobody declared anything of is dormant', () => {
    expect(page('open', 'fr/composants/library-finie')).toMatch(/^\s*Stable/u)
    expect(page('open', 'fr/composants/library-endormie')).toMatch(/^\s*Dormant/u)
    expect(page('open', 'fr/composants/library-finie')).not.toMatch(/dormant/iu)
  })

  test('days are working days, and the holidays left out are the French ones', () => {
    expect(mainOf(read(full, 'fr/methode/index.html'))).toMatch(/jours ouvrés/iu)
    expect(page('open', 'fr/contribuer/proposer')).toMatch(/5\s?jours ouvrés, du lundi au vendredi hors jours fériés/u)
  })
})
