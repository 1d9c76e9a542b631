import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Audience } from '#data/model/vocabulary.ts'
import { builtinPack } from '#policies/registry.ts'
import { buildSite } from '#site/build.ts'
import { CHAPTERS } from '#site/src/routes.ts'
import { filesOf, pagesOf } from './built-files.ts'
import { buildFixture, IDENTITY, scratch } from './site-fixture.ts'

/** What a city may say in public, and how: read on the built files of both sites. */

const { folder, remove } = scratch()
const CONTACT = 'code@vaubrelle.example'
const built = new Map<Audience, string>()

beforeAll(async () => {
  for (const profile of ['public', 'internal'] as const) {
    const identity = { ...IDENTITY, contact: CONTACT, isDemo: false }
    const order = { name: profile, profile, identity, packs: [builtinPack('publiccode')], fixture: { components: 6 } }
    built.set(profile, await buildFixture(folder, order))
  }
})
afterAll(remove)

const site = (profile: Audience) => built.get(profile) ?? ''

/** Words of a page as a reader sees them. */
function said(html: string): string {
  const body = html.slice(Math.max(0, html.indexOf('<body')))
  const words = body.replace(/<(script|style|code)\b[\s\S]*?<\/\1>/gu, ' ').replace(/<[^>]+>/gu, ' ')
  return words.replaceAll('&#39;', '’').replace(/\s+/gu, ' ')
}

/** Public pages on which something is said, with what; rules speak of files, and in words of their own. */
function saying(pattern: RegExp): readonly string[] {
  return [...pagesOf(site('public'))].flatMap(([file, html]) => {
    if (/(?:regles|rules)\/./u.test(file)) return []
    const found = pattern.exec(said(html))
    return found === null ? [] : [`${file}: ${found[0]}`]
  })
}

describe('two audiences', () => {
  test('the public is what is built unless somebody says otherwise', () => {
    const reference = readFileSync(new URL('../../site/src/content/reference/command-line.md', import.meta.url), 'utf8')
    expect(reference).toMatch(/--profile <profile>[^\n]*\n?[^\n]*public/u)
  })

  test('what is internal for good is told on no public page: plans, risks, requests, targets, forecasts, lateness', () => {
    expect(
      saying(
        /\b(?:plan B|solution de repli|fallback|liste de veille|watch ?list|en retard|overdue|prévision|forecast|objectif chiffré|risque fournisseur|supplier risk)\b/iu,
      ),
    ).toEqual([])
    expect(saying(/\b(?:\d+ failles?|avis de sécurité|security advisor|secret (?:trouvé|found))/iu)).toEqual([])
  })

  test('the public database holds no table or column of what is internal', () => {
    const database = new DatabaseSync(join(folder, 'public.sqlite'), { readOnly: true })
    const columns = database
      .prepare('SELECT m.name AS table_name, c.name AS column_name FROM sqlite_schema m, pragma_table_info(m.name) c')
      .all()
      // Tables of the internal export alone are there, and empty.
      .filter(({ table_name }) => database.prepare(`SELECT 1 FROM ${table_name}`).get() !== undefined)
      .map((row) => `${row.table_name}.${row.column_name}`)
    database.close()
    expect(columns.length).toBeGreaterThan(100)
    const people = columns.filter((column) =>
      /(?:^|[._])(?:email|mail|login|author|person|reviewer|assignee)$/u.test(column),
    )
    expect(people).toEqual(['organisation.login'])
    expect(columns.filter((column) => /(?:^|[._])(?:body|comment|message|title)$/u.test(column)).sort()).toEqual([
      'assembly.title',
      'component.title',
      // Under a label that the officer chose.
      'first_issue.title',
    ])
    expect(
      columns.filter((column) => /secret|advisory|fallback|request_text|environment|cost|target/u.test(column)),
    ).toEqual([])
  })

  test('the internal one says so, asks not to be found, licenses nothing and feeds nobody', () => {
    for (const [file, html] of pagesOf(site('internal'))) {
      expect(html, file).toContain('<meta name="robots" content="noindex">')
      expect(said(html), file).toMatch(/ne se copie ni ne se publie|not to be copied or published/u)
      expect(said(html), file).not.toMatch(/Licence Ouverte|Open Licence/u)
      expect(html, file).not.toMatch(/type="application\/(?:atom|rss|feed)/u)
    }
    expect(filesOf(site('internal')).filter((file) => /\.(?:atom|rss|sqlite|schema\.json)$/u.test(file))).toEqual([])
  })
})

describe('fair to contributors and to people', () => {
  test('nothing is called refused, or accepted before it was looked at', () => {
    // What a figure counts is defined with the word, and guides tell of what programs refuse; no number of a public page stands beside it.
    const definitions = /^(?:fr\/(?:methode|chiffres|contribuer)|en\/(?:method|figures|contribute))\//u
    const refused = /\b(?:refusée?s?|rejetée?s?|rejected|refused|declined)\b/iu
    expect(saying(refused).filter((line) => !definitions.test(line))).toEqual([])
    expect(saying(/\d\s*(?:propositions? (?:de code )?|change requests? )?(?:refusée?s|refused)\b/iu)).toEqual([])
    expect(saying(/acceptée?s? du premier coup|accepted (?:at once|first time)/iu)).toEqual([])
    expect(saying(/dont la forme est vérifiée avant l’examen/u)).not.toEqual([])
  })

  test('no address, login or mention of a person is in any file; the role that answers is', () => {
    for (const file of filesOf(site('public')).filter((path) =>
      /\.(?:html|json|csv|atom|xml|ics|txt|jsonld)$/u.test(path),
    )) {
      const text = readFileSync(join(site('public'), file), 'utf8')
      const mails = [...text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu)].map(([mail]) => mail)
      expect(
        mails.filter((mail) => mail !== CONTACT && !/^[\w-]+\.ics@|@vaubrelle\.example$|@parvis\.invalid$/u.test(mail)),
        file,
      ).toEqual([])
      if (file.endsWith('.html')) expect(said(text), file).not.toMatch(/(?<![\w.])@[a-z][\w-]+/iu)
    }
  })

  test('an error is reported without an account, from every page', () => {
    for (const [file, html] of pagesOf(site('public'))) {
      expect(html, file).toMatch(new RegExp(`href="mailto:${CONTACT}\\?subject=[^"]+"`, 'u'))
    }
  })
})

describe('claims', () => {
  test('a headline gives no cause, forecast or judgement', () => {
    const headlines = [...pagesOf(site('public'))].flatMap(([file, html]) =>
      /(?:chiffres|figures)\//u.test(file)
        ? [...html.matchAll(/<h[12][^>]*>([\s\S]*?)<\/h[12]>/gu)].map(([, text = '']) => text)
        : [],
    )
    expect(headlines.length).toBeGreaterThan(8)
    const judging =
      /grâce|à cause|parce que|thanks to|because|due to|devrait|will be|bon|mauvais|excellent|good|bad|succès|success|malheureusement/iu
    expect(headlines.filter((text) => judging.test(text))).toEqual([])
  })

  test('an assembly is ready to try, never to deploy', () => {
    expect(saying(/prête?s? à (?:déployer|l’emploi|être déployé)|ready to (?:deploy|use)|production.ready/iu)).toEqual(
      [],
    )
  })

  test('nothing is said to be compliant, secure or certified', () => {
    expect(
      saying(
        /conforme au (?:RGPD|règlement)|GDPR.compliant|compliant with the GDPR|certifiée?s?\b|\bcertified\b|sécurisée?s?\b/iu,
      ),
    ).toEqual([])
  })

  test('without an audit the site is not compliant, and an old audit says nothing', async () => {
    expect(saying(/(?:partiellement|totalement) conforme|(?:partially|fully) compliant/u)).toEqual([])
    const audit = { auditor: 'Un cabinet', date: '2023-01-31', sample: ['Accueil'], rate: 82 }
    const order = {
      database: join(folder, 'public.sqlite'),
      out: join(folder, 'none'),
      profile: 'public',
      base: '/',
      languages: ['fr'],
    } as const
    const build = (accessibility: typeof audit, today: string) =>
      buildSite({ ...order, identity: { ...IDENTITY, accessibility }, today })
    await expect(build(audit, '2026-02-01')).rejects.toThrow(/of 2023-01-31 is older than 3 years/u)
    await expect(build({ ...audit, sample: [] }, '2023-02-01')).rejects.toThrow(/names no auditor, day, sample/u)
  })

  test('governance has no rate and no rank, and names the method with its licence', () => {
    const html = readFileSync(join(site('public'), 'fr/gouvernance/index.html'), 'utf8')
    const main = said(html.slice(html.indexOf('<main')))
    expect(main).not.toMatch(/\d\s?%|\b(?:score|note globale|classée?|\d+(?:er|e) sur)\b/iu)
    expect(main).toContain('ni une note ni un rang')
    expect(main).toContain('CC BY 4.0')
  })
})

describe('words', () => {
  test('services come first, components second, in the masthead and on the map', () => {
    expect(CHAPTERS.slice(0, 2)).toEqual(['services', 'catalogue'])
    for (const path of ['fr/index.html', 'en/index.html']) {
      const html = readFileSync(join(site('public'), path), 'utf8')
      const [first = '', second = ''] = [
        ...html.slice(html.indexOf('class="chapters"')).matchAll(/<a href="([^"]+)"/gu),
      ].map(([, href = '']) => href)
      expect([first, second].map((href) => href.split('/')[2])).toEqual(
        path.startsWith('fr') ? ['services', 'composants'] : ['services', 'components'],
      )
    }
  })

  test('no version and no product is among the facts of the home page', () => {
    const html = readFileSync(join(site('public'), 'fr/index.html'), 'utf8')
    const facts = said(`<body>${/<(\w+)[^>]*class="facts"[\s\S]*?<\/\1>/u.exec(html)?.[0] ?? ''}`)
    expect(facts.length).toBeGreaterThan(50)
    expect(facts).not.toMatch(/\bv?\d+\.\d+\.\d+|\bversion \d/u)
  })

  test('French pages speak French, and the words of the house stay in the house', () => {
    // Where the word is explained, the host's stands in brackets behind it. Tables of data have the names of their columns.
    const english =
      /(?<!\()\b(?:pull requests?|merge requests?|releases?|repositor(?:y|ies)|dashboard|third-party|stakeholders?|assembly|brique)\b/iu
    const french = saying(english).filter((line) => line.startsWith('fr/') && !line.startsWith('fr/donnees-ouvertes/'))
    expect(french).toEqual([])
  })

  test('the word of accessibility is kept for accessibility', () => {
    for (const [file, html] of pagesOf(site('public'))) {
      const main = said(html.slice(html.indexOf('<main'), html.indexOf('</main>')))
      if (!file.includes('accessibilite')) expect(main, file).not.toMatch(/non conformes?\b/u)
    }
  })
})
