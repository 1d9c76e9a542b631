import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dependencyDrawing } from '#site/src/drawings/dependency-drawing.ts'
import { askedVersion } from '#site/src/links/asked-version.ts'
import { pathOf } from '#site/src/routes.ts'
import { buildFixture, RULES } from './site-fixture.ts'

describe('the drawing of dependencies', () => {
  const others = (count: number) => `${count} autres`

  test('is left out where there is nothing to draw', () => {
    expect(dependencyDrawing({ above: [], below: [], others })).toBeUndefined()
  })

  test('names three, or two and the number of the others', () => {
    const drawn = dependencyDrawing({ above: ['a', 'b', 'c', 'd'], below: ['e', 'f', 'g'], others })
    expect(drawn).toEqual({ above: ['a', 'b', '2 autres'], below: ['e', 'f', 'g'] })
  })
})

test('a version that is asked for is said without the signs of a build file', () => {
  expect(['[1.0,)', '[1.0]', '1.0', '[1.0,2.0)', '(,2.0]', '[1,2),[3,4)'].map(askedVersion)).toEqual([
    '≥\u00a01.0',
    '1.0',
    '1.0',
    '≥\u00a01.0, <\u00a02.0',
    '≤\u00a02.0',
    '[1,2),[3,4)',
  ])
})

describe('pages of components', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-sheets-'))
  let site = ''
  const pageOf = (slug: string) =>
    readFileSync(join(site, pathOf({ sheet: 'component', slug }, 'fr'), 'index.html'), 'utf8')
  const badges = () => readdirSync(join(site, 'data', 'badges')).filter((name) => name.endsWith('.fr.svg'))
  let slugs: readonly string[] = []

  beforeAll(async () => {
    site = await buildFixture(folder, { name: 'site', fixture: { components: 12, rules: RULES.slice(0, 6) } })
    const list: { components: { slug: string; repository: string }[] } = JSON.parse(
      readFileSync(join(site, 'data/components.json'), 'utf8'),
    )
    slugs = list.components.map(({ slug }) => slug)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  test('a badge stands for each component of which nothing is to be corrected, and for no other', () => {
    const tallyOf = (slug: string): { toCorrect: number; held: number } | null =>
      JSON.parse(readFileSync(join(site, `data/components/${slug}.json`), 'utf8')).conformity
    const tallies = slugs.map((slug) => ({ slug, tally: tallyOf(slug) }))
    const clean = tallies.filter(({ tally }) => tally !== null && tally.toCorrect === 0 && tally.held > 0)
    expect(badges()).toEqual(clean.map(({ slug }) => `${slug}.fr.svg`).sort())
    expect(clean.length).toBeGreaterThan(0)
    expect(tallies.filter(({ tally }) => tally !== null).length).toBeGreaterThan(clean.length)
    expect(tallies.filter(({ tally }) => tally === null).length).toBeGreaterThan(0)
  })

  test('a page shows the badge that there is, and says why there is none', () => {
    for (const slug of slugs) {
      const has = badges().includes(`${slug}.fr.svg`)
      expect(pageOf(slug).includes(`/data/badges/${slug}.fr.svg`), slug).toBe(has)
      // Of another organisation's component nothing is said that its own people did not ask for.
      const isOutside = pageOf(slug).includes('Publié par une autre organisation')
      expect(pageOf(slug).includes('Pas de badge'), slug).toBe(!has && !isOutside)
    }
  })

  test('the page of what others require says so in a drawing and in a list', () => {
    const [slug = ''] = slugs.filter((one) => pageOf(one).includes('Prendre un rendez-vous'))
    const page = pageOf(slug)
    expect(page).toMatch(/<div class="dependencies" role="img"/u)
    expect(page).toContain('Tenir la file')
    expect(page).toContain('politique de sécurité du dépôt')
    expect(page).toMatch(/2\.0\.0/u)
    expect(page).toContain('Il attend des composants qu’il requiert')
  })
})
