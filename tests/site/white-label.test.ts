import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UsageFailure } from '#data/model/failures.ts'
import { builtinPack } from '#policies/registry.ts'
import type { CityOrder } from '#site/build.ts'
import { contrast, SERIES, THEMES, type Theme } from '#site/city/palette.ts'
import { nearestTo } from '#site/city/vision.ts'
import { SWITCHABLE } from '#site/src/routes.ts'
import { againstPolicy, brokenLinks, filesOf, pagesOf } from './built-files.ts'
import { buildFixture, IDENTITY, scratch } from './site-fixture.ts'

const { folder, remove } = scratch()
afterAll(remove)

const both = (fr: string, en: string) => ({ fr, en })

function write(name: string, content: string): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

const mark = write(
  'mark.svg',
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20z"/></svg>',
)
const texts = dirname(
  dirname(
    write(
      'texts/pages/seule.fr.md',
      '---\ntitle: Une page\ndescription: Une phrase.\nchapter: catalogue\n---\n# Partie\n\n[Les composants](/composants/) et [ici](#partie).\n',
    ),
  ),
)
write('texts/pages/pied.en.md', '---\ntitle: At the foot\ndescription: A sentence.\nchapter: colophon\n---\nText.\n')
write(
  'texts/news/une.fr.md',
  '---\ntitle: Une nouvelle\nsummary: Son résumé.\ndate: 2026-11-02\n---\nLire [la page](../pages/seule.md).\n',
)

/** A dark seed with all that a city may bring, a pale one with every page off, a red one with choices of its own. */
const CITIES = {
  dark: {
    city: {
      content: texts,
      brand: {
        shortName: both('Code', 'Code'),
        colours: { brand: '#0a2a6b', figures: true },
        logo: { light: mark },
        radius: 4,
        links: [{ title: both('Le portail', 'The portal'), url: 'https://portail.example' }],
        wording: { fr: { registre: 'répertoire' } },
        chapters: [{ chapter: 'guide', name: both('Participer', 'Take part') }],
      },
    } satisfies CityOrder,
    off: [],
  },
  pale: { city: { brand: { colours: { brand: '#ffcc00' } } }, off: SWITCHABLE },
  red: { city: { brand: { colours: { brand: '#e2001a', accent: '#00a0dc', dark: { link: '#ffb3b8' } } } }, off: [] },
} as const

/** One small pack: a page for each rule of all of them would be most of the work. */
const PACKS = [builtinPack('publiccode')]

type City = keyof typeof CITIES
const sites = new Map<City, string>()

beforeAll(async () => {
  for (const name of Object.keys(CITIES) as City[]) {
    sites.set(name, await buildFixture(folder, { name, packs: PACKS, fixture: { components: 3 }, ...CITIES[name] }))
  }
})

const site = (name: City) => sites.get(name) ?? ''
const page = (name: City, path: string) => readFileSync(join(site(name), path, 'index.html'), 'utf8')

/** Tokens as the browser would resolve them: the last word of the stylesheet on each. */
function tokensOf(name: City): (token: string, theme: Theme) => string {
  const [file = ''] = filesOf(site(name)).filter((path) => path.endsWith('.css'))
  const css = readFileSync(join(site(name), file), 'utf8')
  const said = new Map(
    [...css.matchAll(/--([\w-]+):\s*light-dark\(([^,]+),\s*([^)]+)\)/gu)].map(
      ([, token = '', light = '', dark = '']) => [token, { light, dark }],
    ),
  )
  return (token, theme) => said.get(token)?.[theme].trim() ?? 'missing'
}

describe.each(Object.keys(CITIES) as City[])('a city with a %s seed', (name) => {
  test('has text and lines that stand out, in one stylesheet', () => {
    expect(filesOf(site(name)).filter((path) => /^assets\/.*\.css$/u.test(path))).toHaveLength(1)
    const token = tokensOf(name)
    for (const theme of THEMES) {
      for (const ground of ['page', 'plate']) {
        for (const ink of ['brand', 'brand-strong', 'visited', 'ink', 'muted']) {
          expect(
            contrast(token(ink, theme), token(ground, theme)),
            `${ink} on ${ground}, ${theme}`,
          ).toBeGreaterThanOrEqual(4.5)
        }
      }
      expect(contrast(token('on-brand', theme), token('brand', theme))).toBeGreaterThanOrEqual(4.5)
      expect(nearestTo(token('series-1', theme), SERIES[theme].slice(1, 3))?.distance).toBeGreaterThan(15)
    }
  })

  test('has nothing inline, nothing from elsewhere, and no link to nowhere', () => {
    for (const [file, html] of pagesOf(site(name))) expect(againstPolicy(html), file).toEqual([])
    expect(brokenLinks(site(name))).toEqual([])
  })
})

describe('what a city brings', () => {
  test('is on its pages: logo, short name, links, words, texts', () => {
    const home = page('dark', 'fr')
    expect(home).toMatch(/<img class="logo-light" src="\/media\/[\da-f]{16}\.svg" width="30" height="20" alt="">/u)
    expect(home).toContain('href="https://portail.example">Le portail</a>')
    expect(home).toContain('Une nouvelle')
    expect(home).toContain('At the foot')
    expect(home).toContain('répertoire')
    expect(home).toMatch(
      /class="chapters">\s*<li><a href="\/fr\/contribuer\/"[^>]*>Participer<\/a><\/li>\s*<li><a href="\/fr\/services\//u,
    )
    expect(page('dark', 'fr/composants')).toContain('— Code</title>')
    expect(page('dark', 'fr/composants')).toContain('href="/fr/pages/seule/">Une page</a>')
    expect(readFileSync(join(site('dark'), 'data/icon.svg'), 'utf8')).toContain('#0a2a6b')
  })

  test('is shown where its language is missing, and said to be in another', () => {
    const html = page('dark', 'en/pages/seule')
    expect(html).toContain('It is shown in French.')
    expect(html).toMatch(/<div class="prose own-text" lang="fr">/u)
    expect(page('dark', 'fr/pages/seule')).not.toContain('class="other-language"')
  })
})

describe('pages that are off', () => {
  test('are nowhere: no file, no menu, no link, no line of the map', () => {
    const files = filesOf(site('pale'))
    expect(
      files.filter((file) =>
        /^fr\/(?:services|packs|reutilisateurs|chiffres|contribuer|gouvernance|agenda|actualites|donnees-ouvertes)/u.test(
          file,
        ),
      ),
    ).toEqual([])
    expect(page('pale', 'fr/plan-du-site')).not.toMatch(/Services|Réutilisateurs|Agenda|Gouvernance/u)
    expect(page('pale', 'fr')).not.toMatch(/class="chapters"[\s\S]*Contribuer[\s\S]*class="tools"/u)
  })

  test('leave what the law asks for', () => {
    for (const path of ['accessibilite', 'mentions-legales', 'donnees-personnelles', 'plan-du-site']) {
      expect(page('pale', `fr/${path}`)).toContain('<h1')
    }
  })
})

test('a text that leads to a page which is not there keeps the site from being built', async () => {
  const path = write(
    'broken-texts/pages/a.fr.md',
    '---\ntitle: a\ndescription: b\n---\nVoir\n[x](/composants/aucun/) et [y](/composants/#nulle-part).\n',
  )
  const order = {
    name: 'broken',
    packs: PACKS,
    fixture: { components: 3, isBare: true },
    languages: ['fr'] as const,
    city: { content: join(folder, 'broken-texts') },
  }
  const failure: unknown = await buildFixture(folder, order).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(UsageFailure)
  expect(failure).toMatchObject({
    details: [
      { file: path, line: 6, column: 5, message: expect.stringContaining('/fr/composants/aucun/') },
      { file: path, line: 6, column: 32, message: expect.stringContaining('nulle-part') },
    ],
  })
  expect(() => readdirSync(join(folder, 'broken'))).toThrow()
})

test('sources of pages name no city and no colour', () => {
  const root = fileURLToPath(new URL('../../site/src/', import.meta.url))
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => ['.astro', '.ts'].includes(extname(file)) && !file.startsWith('content/'),
  )
  expect(sources.length).toBeGreaterThan(100)
  const named = /#[\da-f]{6}\b|\brgba?\(|\bhsla?\(|\boklch\(/giu
  const coloured = sources.filter((file) => readFileSync(join(root, file), 'utf8').search(named) >= 0)
  // The icon, the badge and the drawings of figures are files of their own, which no stylesheet reaches: they say what it says.
  expect(coloured).toEqual(['drawings/badge.ts', 'drawings/figure-svg.ts', 'pages/data/icon.svg.ts'])
  const tokens = readFileSync(join(root, 'styles/palette.css'), 'utf8')
  const said = coloured.flatMap((file) => readFileSync(join(root, file), 'utf8').match(named) ?? [])
  expect(said.filter((colour) => !tokens.includes(colour.toLowerCase()))).toEqual([])
  const names = /\b(?:Paris(?!\s+CEDEX)|Vaubrelle|Lyon|Marseille|Nantes|Rennes|Lutece|CiteLibre|Ville de [A-Z])/u
  const naming = sources.filter((file) =>
    names.test(readFileSync(join(root, file), 'utf8').replaceAll("'Europe/Paris'", '')),
  )
  expect(naming).toEqual([])
  expect(IDENTITY.title.fr).toMatch(names)
})
