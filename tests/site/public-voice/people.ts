import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesOf } from '../built-files.ts'
import { CONTACT, read } from '../voice-city.ts'
import { ask, city, full, isOfRules, mainOf, page, said, saying } from './voice.ts'

describe('fair to people', () => {
  test('no address, login or mention of a person is in any file; the role that answers is', () => {
    for (const site of [city.site('open'), full]) {
      for (const file of filesOf(site).filter((path) => /\.(?:html|json|csv|atom|xml|ics|txt|jsonld)$/u.test(path))) {
        const text = readFileSync(join(site, file), 'utf8')
        const mails = [...text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu)].map(([mail]) => mail)
        const known = /^[\w-]+\.ics@|@vaubrelle\.example$|@parvis\.invalid$|^git@[\w.-]+$/u
        expect(
          mails.filter((mail) => mail !== CONTACT && !known.test(mail)),
          file,
        ).toEqual([])
        // Rules speak of annotations.
        if (file.endsWith('.html') && !isOfRules(file)) expect(said(text), file).not.toMatch(/(?<![\w.])@[a-z][\w-]+/iu)
      }
    }
  })

  test('thanks go to whoever asked for them, by a chosen name, and to nobody who took that back', () => {
    expect(ask('open', 'SELECT name FROM credit')).toEqual([{ name: 'La plume du lundi' }])
    expect(saying(/La plume du lundi/u)).not.toEqual([])
  })

  test('whoever answers for something is a role: what reads like a person is named by its place, not by its name', () => {
    for (const place of [
      'parvis.yaml: site.headlines, issues: by',
      'components.yaml:1: maintainer',
      'fallbacks.yaml:1: owner',
    ]) {
      expect(city.said.open).toContain(`${place} reads like a person: name a role or a team.`)
    }
    expect(city.said.reserved).toContain('reserve.yaml: site.contact reads like a person')
    expect(city.said.open).not.toMatch(/site\.contact|trials|corrections|costs|Ada|jeanne/u)
  })

  test('how fast the one who answers does is told of no component, in public or inside', () => {
    for (const name of ['open', 'inside'] as const) {
      const told = page(name, 'fr/composants/plugin-guichet')
      expect(told, name).toMatch(
        /masqué : moins de cinq personnes Niveau 1 sur 3 une première réponse en moins de 7 jours, en médiane sur 12 mois/u,
      )
    }
    const kept =
      "SELECT outcome, value FROM readiness_criterion WHERE repository LIKE '%guichet' AND criterion IN ('response', 'people')"
    expect(ask('open', kept)).toEqual([
      { outcome: 'withheld', value: null },
      { outcome: 'withheld', value: null },
    ])
    expect(mainOf(read(city.site('open'), 'fr/index.html'))).toMatch(/première réponse[^.]*masqué/u)
  })

  test('a hidden number hides a second one, so that no total gives it away; months of few are told as a year', () => {
    const told = (measure: string, where: string) =>
      ask(
        'open',
        `SELECT json_extract(dimensions, '$.author_group') AS of, value, withheld FROM metric_value
          WHERE answer = 'change-requests' AND measure = '${measure}' AND ${where} ORDER BY 1`,
      ) as readonly { readonly of: string; readonly value: number | null; readonly withheld: string | null }[]
    const ofContractors = (where: string) => told('merged', where).find(({ of }) => of === 'contractor')
    const september = told('opened', "grain = 'month' AND period = 202609")
    const hidden = september.filter(({ withheld }) => withheld === 'few-persons').map(({ of }) => of)
    // One contractor among twelve others: less the twelve, the sum of all would say so.
    expect(hidden).toContain('contractor')
    expect(hidden.length).toBeGreaterThan(1)
    for (const month of [202603, 202604, 202605, 202606, 202607]) {
      expect(ofContractors(`grain = 'month' AND period = ${month}`)).toMatchObject({ withheld: 'few-persons' })
    }
    expect(ofContractors("grain = 'year' AND period = 2026")).toEqual({ of: 'contractor', value: 6, withheld: null })
  })

  test('a title is told under the chosen label alone; bodies, comments and notes of releases never', () => {
    expect(ask('open', 'SELECT title FROM first_issue')).toEqual([{ title: 'Le calendrier est vide' }])
    expect(page('open', 'fr/contribuer/premiers-tickets')).toContain('Le calendrier est vide')
  })
})
