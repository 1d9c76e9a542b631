import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildFixture, IDENTITY, scratch } from './site-fixture.ts'

const { folder, remove } = scratch()
afterAll(remove)

const WRITTEN = 'Une année record pour les propositions de code'
const headline = { figure: 'change-requests', text: { fr: WRITTEN, en: 'A record year' }, date: '2026-11-20' }
const PRINTED = new Set(['.html', '.svg', '.json', '.atom', '.xml', '.txt', '.csv'])

/** All that a site says in words, by the path of its file. */
function textsOf(site: string): ReadonlyMap<string, string> {
  const names = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) => PRINTED.has(extname(name)))
  return new Map(names.map((name) => [name, readFileSync(join(site, name), 'utf8')]))
}

function addYear(database: string): void {
  const store = new DatabaseSync(database)
  store.exec("INSERT INTO impact_figure VALUES (2026, 'services', 3, 0, '2026-11-19')")
  store.close()
}

describe('in the months before a vote', () => {
  let reserved: ReadonlyMap<string, string> = new Map()
  let inside: ReadonlyMap<string, string> = new Map()
  const page = (texts: ReadonlyMap<string, string>, path: string) => texts.get(path) ?? ''

  beforeAll(async () => {
    const content = join(folder, 'texts')
    mkdirSync(join(content, 'news'), { recursive: true })
    const article = '---\ntitle: Une nouvelle\nsummary: Son résumé.\ndate: 2026-11-02\n---\nTexte.\n'
    writeFileSync(join(content, 'news/une.fr.md'), article)
    const order: Omit<Parameters<typeof buildFixture>[1], 'name'> = {
      fixture: { components: 4 },
      languages: ['fr'],
      city: { content },
      reserve: { from: '2026-11-01', to: '2026-12-06' },
      prepare: addYear,
      identity: { ...IDENTITY, headlines: [{ ...headline, by: { fr: 'Mission code', en: 'Code office' } }] },
    }
    reserved = textsOf(await buildFixture(folder, { name: 'reserved', ...order }))
    inside = textsOf(await buildFixture(folder, { name: 'inside', profile: 'internal', ...order }))
  }, 120_000)

  test('tables, guides and neutral titles stay', () => {
    const figures = page(reserved, 'fr/chiffres/index.html')
    expect(figures).toMatch(/<h2 id="change-requests-finding"[^>]*>Propositions de code</u)
    expect(figures).toContain('data-figure="change-requests"')
    expect(reserved.has('fr/contribuer/index.html')).toBe(true)
    expect(JSON.parse(page(reserved, 'data/change-requests.meta.json')).headline.fr).toBe('Propositions de code')
    expect(page(reserved, 'data/change-requests.fr.svg')).toMatch(
      /<title[^>]*>Dessin\s: Propositions de code\. Les nombres/u,
    )
  })

  test('no finding is told on any page, in any drawing or download; inside, all are', () => {
    const ofComponents = [...inside.values()].flatMap(
      (text) => /<h2 id="activity-finding"[^>]*>([^<]*)</u.exec(text)?.[1] ?? [],
    )
    const ofFigures = [...inside].flatMap(([name, text]) => {
      if (!name.endsWith('.meta.json')) return []
      const { title, headline: told } = JSON.parse(text)
      return told.fr === title.fr ? [] : [told.fr]
    })
    const findings = [...new Set<string>([...ofFigures, ...ofComponents])]
    expect(ofComponents.length).toBeGreaterThan(0)
    expect(findings.length).toBeGreaterThan(10)
    expect(findings).toContain(WRITTEN)
    const told = [...reserved].filter(([, text]) => findings.some((finding) => text.includes(finding)))
    expect(told.map(([name]) => name)).toEqual([])
  })

  test('nor how many repositories keep a rule, in words; their table stays', () => {
    const rules = (texts: ReadonlyMap<string, string>) =>
      [...texts].filter(([name]) => name.startsWith('fr/contribuer/')).map(([, text]) => text)
    expect(rules(inside).some((text) => text.includes('tiennent cette règle'))).toBe(true)
    expect(rules(reserved).some((text) => text.includes('tiennent cette règle'))).toBe(false)
    expect(rules(reserved).some((text) => text.includes('Nombre de dépôts, par type et par résultat'))).toBe(true)
  })

  test('nor what came of the work on governance, nor how many reuse it', () => {
    expect(page(reserved, 'fr/gouvernance/index.html')).toMatch(/<h1[^>]*>Gouvernance</u)
    expect(page(reserved, 'fr/reutilisateurs/index.html')).toMatch(/<h1[^>]*>[^\d<]*</u)
  })

  test('every page says that it is on, until when, and what is missing; inside, that nothing is', () => {
    const notices = (texts: ReadonlyMap<string, string>) => {
      // Others only send elsewhere.
      const pages = [...texts].filter(([name, text]) => name.startsWith('fr/') && text.includes('<main'))
      expect(pages.length).toBeGreaterThan(20)
      const plain = pages.map(([, text]) => text.replaceAll(/<\/?sup>/gu, '').replaceAll(/\s+/gu, ' '))
      return [...new Set(plain.map((text) => /Réserve avant un vote,.*?(?:publiés|reste)\./u.exec(text)?.[0]))]
    }
    expect(notices(reserved)).toEqual([
      'Réserve avant un vote, du 1er novembre 2026 au 6 décembre 2026 : les tableaux et les guides restent ; actualités, bilan annuel, phrases sur les chiffres et tendances ne sont pas publiés.',
    ])
    expect(notices(inside)).toEqual([expect.stringMatching(/Ici, tout reste\.$/u)])
  })

  test('news, yearly report and trends are withheld, and nothing leads to them', () => {
    for (const path of ['fr/impact/index.html', 'fr/actualites/index.html', 'fr/actualites/une/index.html']) {
      expect([path, inside.has(path), reserved.has(path)]).toEqual([path, true, false])
    }
    for (const [name, text] of reserved) {
      expect([name, /class="sparkline"|\/fr\/impact\/|\/fr\/actualites\/|Une nouvelle/u.exec(text)?.[0]]).toEqual([
        name,
        undefined,
      ])
    }
    expect(page(inside, 'fr/index.html')).toContain('class="sparkline"')
  })
})
