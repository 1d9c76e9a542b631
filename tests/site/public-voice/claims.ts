import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildSite } from '#site/build.ts'
import { filesOf, pagesOf } from '../built-files.ts'
import { IDENTITY } from '../site-fixture.ts'
import { read } from '../voice-city.ts'
import { ask, city, folder, full, isWhole, mainOf, page, ROOT, said, saying, wordsOf } from './voice.ts'

describe('claims', () => {
  const judging =
    /grâce|à cause|parce que|thanks to|because|due to|devrait|pourrait|will be|should|bon(?:ne)?s?\b|mauvais|excellent|\bgood\b|\bbad\b|succès|success|malheureusement|hélas|enfin\b/iu

  test('a generated headline has a value, its period and what it is compared with; no cause, forecast or judgement', () => {
    const headlines = [...pagesOf(full)].flatMap(([file, html]) =>
      /(?:chiffres|figures)\//u.test(file)
        ? [...html.matchAll(/<h[12][^>]*>([\s\S]*?)<\/h[12]>/gu)].map(([, text = '']) => wordsOf(text))
        : [],
    )
    expect(headlines.filter((text) => judging.test(text))).toEqual([])
    const fr = JSON.parse(read(full, 'data/change-requests.meta.json')).headline.fr
    expect(fr.replaceAll(/\s/gu, ' ')).toMatch(
      /^\d+ propositions? .* en douze mois, contre \d+ .*les douze mois d’avant$/u,
    )
    const compared = headlines.filter((text) => /\b(?:contre|against|avant|before)\b/u.test(text))
    expect(compared.length).toBeGreaterThan(8)
  })

  test('one that the officer wrote says who and when, and that its numbers changed since', () => {
    const told = page('open', 'fr/chiffres/anomalies-et-demandes')
    expect(told).toContain('Une phrase choisie')
    expect(told).toMatch(/1er\s?novembre\s?2026/u)
    expect(told).toMatch(/chang|depuis/iu)
  })

  test('a pack is ready to try with the record of a trial, and never ready to deploy', () => {
    const told = page('open', 'fr/packs-de-services/site-accueil')
    expect(told).toMatch(/Prêt à essayer\s?\. Ces versions ont été essayées ensemble\./u)
    expect(read(city.site('open'), 'fr/packs-de-services/site-accueil/index.html')).toContain(
      '<code>docker compose up</code>',
    )
    expect(told).toMatch(/5\s?octobre\s?2026, révision cafe123\s?, démarré/u)
    expect(saying(/prête?s? à (?:déployer|l’emploi|être déployé)|ready to (?:deploy|use)|production.ready/iu)).toEqual(
      [],
    )
    const fragile = page('open', 'fr/packs-de-services/site-fragile')
    expect(fragile).toContain('n’a pas démarré')
    expect(fragile).not.toMatch(/Prêt à essayer|essayées ensemble/u)
  })

  test('licences that differ stand side by side with their sources; none is called right, nor compatible', () => {
    const told = page('open', 'fr/composants/plugin-guichet')
    expect(told).toMatch(/Licence les sources diffèrent/u)
    expect(told).toMatch(/fichier de licence BSD-3-Clause\s?, LICENSE/u)
    expect(told).toMatch(/en-têtes Apache-2\.0\s?, src\/java\/Page\.java/u)
    expect(told).toMatch(/fichier de construction MIT\s?, pom\.xml/u)
    expect(saying(/licences? compatibles?\b|compatible licen[cs]es?/iu)).toEqual([])
    expect(page('open', 'fr/composants/library-finie')).not.toContain('les sources diffèrent')
  })

  test('without an audit the site is not compliant, tests by tool or not, and an old audit says nothing', async () => {
    expect(saying(/(?:partiellement|totalement) conforme|(?:partially|fully) compliant/u)).toEqual([])
    for (const [file, html] of pagesOf(city.site('open'))) {
      if (isWhole(html)) expect(said(html), file).toMatch(/Accessibilité : non conforme|Accessibility: not compliant/u)
    }
    const audit = { auditor: 'Un cabinet', date: '2023-01-31', sample: ['Accueil'], rate: 82 }
    const order = {
      database: join(folder, 'full.sqlite'),
      out: join(folder, 'none'),
      profile: 'public',
      base: '/',
      languages: ['fr'],
    } as const
    const build = (accessibility: typeof audit, today: string) =>
      buildSite({ ...order, identity: { ...IDENTITY, accessibility }, today })
    await expect(build(audit, '2026-02-01')).rejects.toThrow(/of 2023-01-31 is older than 3 years/u)
    await expect(build({ ...audit, sample: [] }, '2023-02-01')).rejects.toThrow(/names no auditor, day, sample/u)
    await expect(build({ ...audit, auditor: ' ' }, '2023-02-01')).rejects.toThrow(/names no auditor/u)
  })

  test('governance is private unless the officer says so; then in the words of the method, without rate or rank, with its licence', () => {
    expect(filesOf(city.site('open')).filter((file) => /^(?:fr\/gouvernance|en\/governance)\//u.test(file))).toEqual([])
    expect(ask('open', 'SELECT * FROM ggi_activity')).toEqual([])
    const main = mainOf(read(full, 'fr/gouvernance/index.html'))
    expect(main).not.toMatch(/\d\s?%|\b(?:score|note globale|classée?|\d+(?:er|e) sur)\b/iu)
    expect(main).toContain('ni une note ni un rang')
    for (const path of ['fr/gouvernance/index.html', 'en/governance/index.html']) {
      expect(mainOf(read(full, path)), path).toContain('CC BY 4.0')
    }
    expect(read(full, 'data/governance.json')).toMatch(
      /CC[ -]BY[ -]4\.0, [^"]*; verification points in the words of Parvis/u,
    )
  })

  test('nothing is said to be compliant with the law on data, secure or certified: on no page, and in no word there is to say', () => {
    const claim =
      /conforme (?:au|à la|aux) (?:RGPD|règlement|loi|CNIL)|GDPR.compliant|compl(?:iant|ies|y) with the (?:GDPR|law)|\bcertifiée?s?\b|\bcertified\b|\bsécurisée?s?\b|\bsecured?\b|100\s?% (?:sûr|safe)/iu
    expect(saying(claim)).toEqual([])
    const folders = ['site/src/words/fr', 'site/src/words/en', 'site/src/content/guide', 'data/report/telling']
    const sources = folders.flatMap((path) => readdirSync(join(ROOT, path)).map((name) => join(path, name)))
    expect(sources.length).toBeGreaterThan(60)
    const claiming = sources.flatMap((file) => {
      const found = claim.exec(readFileSync(join(ROOT, file), 'utf8'))
      return found === null ? [] : [`${file}: ${found[0]}`]
    })
    expect(claiming).toEqual([])
  })

  test('numbers that people repeat come from the register of facts: no text of ours counts services, cities or staff', () => {
    const folders = ['site/src/words/fr', 'site/src/words/en', 'site/src/content/guide']
    const counting =
      /\b(?:\d{2,}|cent|deux cents|trois cents|hundreds?) (?:services|villes|communes|agents|cities|staff|employees|dépôts|repositories)\b/iu
    const found = folders.flatMap((path) =>
      readdirSync(join(ROOT, path)).flatMap(
        (name) => counting.exec(readFileSync(join(ROOT, path, name), 'utf8'))?.[0] ?? [],
      ),
    )
    expect(found).toEqual([])
  })
})
