import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesOf, pagesOf } from '../built-files.ts'
import { MARKS, read } from '../voice-city.ts'
import { ask, bytesOf, city, full, mainOf, ROOT, said, saying } from './voice.ts'

describe('two audiences, two builds', () => {
  test('the public is what is built unless somebody says otherwise', () => {
    const reference = readFileSync(join(ROOT, 'site/src/content/reference/command-line.md'), 'utf8')
    expect(reference).toMatch(/--profile <profile>[^\n]*\n?[^\n]*public/u)
    expect(read(city.site('open'), 'fr/index.html')).toContain('Registre public')
  })

  test.each(Object.keys(MARKS))('of %s no file of a public build has a byte', (what) => {
    const marks = MARKS[what as keyof typeof MARKS]
    for (const name of ['open', 'reserved'] as const) {
      const bytes = bytesOf(city.site(name))
      expect(marks.filter((mark) => bytes.includes(mark))).toEqual([])
    }
  })

  test('the office sees what the public does not, or those marks would prove nothing', () => {
    const bytes = bytesOf(city.site('inside'))
    const office = [
      'marque-prive',
      'marque-planb',
      'marque-environnement',
      'marque-sansaccord',
      'marque-service',
      'marque-demande',
      'marque-decision',
    ]
    expect(office.filter((mark) => !bytes.includes(mark))).toEqual([])
  })

  test('what is closed is in no total either: repositories, parts, adopters, a service and its components', () => {
    expect(ask('open', 'SELECT repository FROM repository').length).toBe(8)
    expect(ask('open', 'SELECT parts, generic_parts FROM service')).toEqual([{ parts: 1, generic_parts: 1 }])
    expect(ask('open', "SELECT parts_direct FROM assembly WHERE id LIKE '%accueil'")).toEqual([{ parts_direct: 1 }])
    expect(ask('open', 'SELECT SUM(adopters) AS adopters FROM adopter')).toEqual([{ adopters: 3 }])
    expect(
      ask(
        'open',
        `SELECT SUM(value) AS adopters FROM metric_value WHERE answer = 'adoption' AND dimensions NOT LIKE '%any-way%'`,
      ),
    ).toEqual([{ adopters: 3 }])
    expect(ask('open', "SELECT expected FROM coverage WHERE stream = 'tree'")).toEqual([{ expected: 8 }])
    expect(ask('open', "SELECT value FROM impact_figure WHERE figure = 'adopters' AND year = 2026")).toEqual([
      { value: 3 },
    ])
    expect(said(read(city.site('open'), 'fr/services/index.html'))).toMatch(
      /1\s?composant, dont 1 qui sert aussi ailleurs/u,
    )
  })

  test('what is internal for good is told on no public page: plans, risks, requests, targets, forecasts, lateness', () => {
    const inside =
      /\b(?:plan B|solution de repli|fallback|liste de veille|watch ?list|en retard|overdue|prévision|forecast|objectif chiffré|risque fournisseur|supplier risk)\b/iu
    expect(saying(inside)).toEqual([])
    expect(saying(/\b(?:\d+ failles?|avis de sécurité|security advisor|secret (?:trouvé|found))/iu)).toEqual([])
    expect(bytesOf(city.site('open'))).not.toContain('999123')
    expect(saying(/Hébergement commun/u)).not.toEqual([])
  })

  test('the public database has values in no table or column of what is internal', () => {
    const tables = ask('open', "SELECT name FROM sqlite_schema WHERE type = 'table'") as readonly { name: string }[]
    const columns = tables.flatMap(({ name }) => {
      // Tables of the internal export alone are there, and empty.
      const [row] = ask('open', `SELECT * FROM ${name} LIMIT 1`)
      return row === undefined ? [] : Object.keys(row).map((column) => `${name}.${column}`)
    })
    expect(columns.length).toBeGreaterThan(100)
    const people = columns.filter((column) =>
      /(?:^|[._])(?:email|mail|login|author|person|reviewer|assignee)$/u.test(column),
    )
    expect(people).toEqual(['organisation.login'])
    expect(columns.filter((column) => /(?:^|[._])(?:body|comment|message|title|notes)$/u.test(column)).sort()).toEqual([
      ...['assembly.title', 'component.title'],
      // Under a label that the officer chose.
      'first_issue.title',
    ])
    const internal = /secret|advisory|fallback|request_text|environment|target|supplier/u
    expect(columns.filter((column) => internal.test(column))).toEqual([])
  })

  test('how rules stand is told as the officer says: nothing, counts, or rule by rule', () => {
    const places = 'SELECT COUNT(*) AS rows FROM lint_finding'
    for (const table of ['conformity', 'lint_outcome', 'lint_finding', 'lint_pack']) {
      expect(ask('reserved', `SELECT * FROM ${table}`), table).toEqual([])
    }
    expect(ask('open', places)).toEqual([{ rows: 0 }])
    expect(ask('open', 'SELECT DISTINCT repository FROM lint_outcome')).toHaveLength(1)
    expect(ask('full', places)).not.toEqual([{ rows: 0 }])
    const rules = (site: string, slug: string) => mainOf(read(site, `fr/composants/${slug}/index.html`))
    expect(rules(city.site('open'), 'plugin-guichet')).toMatch(/2\s?règles\s?: 2\s?tenues/u)
    expect(rules(city.site('reserved'), 'plugin-guichet')).not.toMatch(/\d\s?tenues?\b/u)
    expect(rules(full, 'plugin-guichet')).toContain('GuichetPage.java')
    expect(rules(city.site('open'), 'plugin-guichet')).not.toContain('GuichetPage.java')
  })

  test('the internal one says so, asks not to be found, licenses nothing and feeds nobody', () => {
    const inside = city.site('inside')
    for (const [file, html] of pagesOf(inside)) {
      expect(html, file).toContain('<meta name="robots" content="noindex">')
      expect(said(html), file).toMatch(/ne se copie ni ne se publie|not to be copied or published/u)
      expect(said(html), file).not.toMatch(/Licence Ouverte|Open Licence/u)
      expect(html, file).not.toMatch(/type="application\/(?:atom|rss|feed)/u)
    }
    expect(filesOf(inside).filter((file) => /\.(?:atom|rss|sqlite|schema\.json)(?:\.gz)?$/u.test(file))).toEqual([])
  })

  test('the build says what the officer loosened, and nothing where nothing was', () => {
    expect(city.said.open).toContain('Loosened in parvis.yaml: publish.providers is true; Parvis comes with false.')
    expect(city.said.open).toContain('site.headlines replaces the generated headline of issues')
    expect(city.said.reserved).not.toMatch(/publish\.(?:providers|conformity|ggi)/u)
    expect(city.said.inside).not.toContain('Loosened')
  })
})
