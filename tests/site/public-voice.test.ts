import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtinPack } from '#policies/registry.ts'
import { buildSite } from '#site/build.ts'
import { CHAPTERS } from '#site/src/routes.ts'
import { filesOf, pagesOf } from './built-files.ts'
import { buildFixture, IDENTITY, scratch } from './site-fixture.ts'
import { CONTACT, MARKS, read, type SiteName, type VoiceCity, voiceCity } from './voice-city.ts'

/**
 * What a city may say in public, and how: read on built files. `city` has one of each thing that may not be told, and is
 * built by the command line; `full` shows every figure there is, from a file made for it.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const { folder, remove } = scratch()
let city: VoiceCity
let full = ''

beforeAll(async () => {
  city = await voiceCity(folder)
  const identity = { ...IDENTITY, contact: CONTACT, isDemo: false }
  full = await buildFixture(folder, {
    name: 'full',
    identity,
    packs: [builtinPack('publiccode')],
    fixture: { components: 6 },
  })
}, 600_000)
afterAll(remove)

const page = (name: SiteName, path: string) => mainOf(read(city.site(name), `${path}/index.html`))

/** Words as a reader sees them, with plain spaces. */
function wordsOf(html: string): string {
  // Ordinals of French have their letters raised.
  const plain = html.replace(/<\/?sup>/gu, '')
  const words = plain.replace(/<(script|style|code)\b[\s\S]*?<\/\1>/gu, ' ').replace(/<(?:"[^"]*"|[^>"])+>/gu, ' ')
  return words.replaceAll('&#39;', '’').replaceAll('&amp;', '&').replace(/\s+/gu, ' ')
}

function said(html: string): string {
  return wordsOf(html.slice(Math.max(0, html.indexOf('<body'))))
}

function mainOf(html: string): string {
  return wordsOf(html.slice(html.indexOf('<main'), html.indexOf('</main>')))
}

/** Pages with a foot: others only send elsewhere, or are set in a page of somebody else. */
const isWhole = (html: string) => html.includes('<footer class="colophon"')

/** Every page of the public sites; rules speak of files, and in words of their own. */
const publicPages = () => [...pagesOf(city.site('open')), ...pagesOf(full)]
const isOfRules = (file: string) => /(?:regles|rules)\/./u.test(file)

/** Public pages on which something is said, with what. */
function saying(pattern: RegExp): readonly string[] {
  return publicPages().flatMap(([file, html]) => {
    if (isOfRules(file)) return []
    const found = pattern.exec(said(html))
    return found === null ? [] : [`${file}: ${found[0]}`]
  })
}

/** All bytes of a site as one text, what is packed unpacked. */
function bytesOf(site: string): string {
  return filesOf(site)
    .map((file) => {
      const content = readFileSync(join(site, file))
      return `${file}\n${(file.endsWith('.gz') ? gunzipSync(content) : content).toString('latin1')}`
    })
    .join('\n')
    .toLowerCase()
}

function ask(name: SiteName | 'full', sql: string): readonly object[] {
  const site = name === 'full' ? full : city.site(name)
  const packed = join(site, 'data/parvis.sqlite.gz')
  const path = join(folder, `${name}-asked.sqlite`)
  writeFileSync(path, gunzipSync(readFileSync(packed)))
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}

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
    expect(ask('open', "SELECT SUM(value) AS adopters FROM metric_value WHERE answer = 'adoption'")).toEqual([
      { adopters: 3 },
    ])
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

describe('fair to third parties', () => {
  const outside = (name: SiteName, slug: string) => page(name, `fr/composants/${slug}`)

  test('of another organisation the public learns that it keeps the rules: when it agreed, at which revision, until when', () => {
    const told = outside('open', 'plugin-voisin')
    expect(told).toMatch(/Vérifiées le 15\s?novembre\s?2026 à la révision/u)
    expect(read(city.site('open'), 'fr/composants/plugin-voisin/index.html')).toContain('<code>d4e5f6a</code>')
    expect(told).toMatch(
      /le registre dit seulement que les règles sont tenues\. Elle l’a accepté le 1er\s?mai\s?2026\./u,
    )
    expect(told).toMatch(/La dernière exception prend fin le 31\s?janvier\s?2027\. Droit de réponse/u)
    expect(outside('inside', 'plugin-voisin')).toContain('POM-02')
    expect(told).not.toContain('POM-02')
  })

  test('and never that it does not, agreed or not: no count, level, badge or state of migration', () => {
    expect(ask('open', 'SELECT repository FROM conformity ORDER BY repository')).toEqual([
      { repository: 'forge.example/ville-inventee/plugin-guichet' },
      { repository: 'forge.example/voisine/plugin-voisin' },
    ])
    for (const slug of ['plugin-fautif', 'plugin-silencieux']) {
      const told = outside('open', slug)
      expect(told).toContain('D’une autre organisation, le registre dit seulement que les règles sont tenues.')
      expect(told).not.toMatch(/à corriger|Niveau \d|Badge|nouvelle génération|non tenu/iu)
    }
    for (const table of ['component_migration', 'readiness_criterion']) {
      expect(ask('open', `SELECT * FROM ${table} WHERE repository NOT LIKE '%ville-inventee%'`), table).toEqual([])
    }
    expect(ask('open', "SELECT readiness FROM component_standing WHERE repository LIKE '%voisin'")).toEqual([
      { readiness: null },
    ])
    // Nor does it weigh in what is said of the whole.
    expect(mainOf(read(city.site('open'), 'fr/index.html'))).toMatch(
      /100\s?% des règles vérifiées sont tenues sur 2\s?vérifications/u,
    )
  })

  test('a badge is a self-check: packs with version, the day, its end six months on, no arms', () => {
    const badge = read(city.site('open'), 'data/badges/plugin-guichet.fr.svg')
    expect(badge).toMatch(
      /auto-contrôle\s: lutece dddddddd, vérifié le 15\s?nov\.\s?2026, valable jusqu’au 15\s?mai\s?2027/u,
    )
    expect(badge).not.toMatch(/<image|<use|href=/u)
    expect(read(city.site('open'), 'data/badges/plugin-guichet.en.svg')).toContain('self-check')
    const badges = filesOf(city.site('open')).filter((file) => file.startsWith('data/badges/'))
    expect(badges.map((file) => file.replace(/.*\/|\.(?:fr|en)\.svg$/gu, ''))).toEqual([
      ...['plugin-guichet', 'plugin-guichet', 'plugin-voisin', 'plugin-voisin'],
    ])
    expect(outside('open', 'plugin-guichet')).toMatch(
      /Ce n’est ni un label ni une garantie, et il s’éteint au bout de six mois/u,
    )
  })

  test('adopters have state, confirmation and a dated consent; others count by kind and country; two years without news are the end', () => {
    const told = page('open', 'fr/reutilisateurs')
    expect(told).toMatch(
      /Ville Nommée ville, France plugin-guichet en service depuis le 10\s?janvier\s?2024 [^\d]+12\s?juin\s?2026/u,
    )
    expect(told).toMatch(/non nommée hôpital, Hongrie plugin-guichet en service/u)
    expect(told).toMatch(/Au moins 3\s?organisations réutilisent ce code, dans 2\s?pays/u)
    expect(told).not.toContain('Ville Cachée')
    expect(ask('open', 'SELECT organisation, basis FROM adopter WHERE organisation IS NULL')).toEqual([
      { organisation: null, basis: null },
    ])
  })

  test('those who run it directly and through a pack are counted apart', () => {
    expect(outside('open', 'plugin-guichet')).toMatch(
      /Réutilisé par 2\s?organisations , 1\s?organisation par un pack de services/u,
    )
  })

  test('providers are off unless the officer says so; then by the alphabet, by their own word, by public criteria', () => {
    const path = 'fr/reutilisateurs/prestataires/index.html'
    expect(filesOf(city.site('reserved'))).not.toContain(path)
    expect(ask('reserved', 'SELECT * FROM provider')).toEqual([])
    const html = read(city.site('open'), path)
    const names = [...html.matchAll(/<th scope="row">(.*?)<span/gu)].map(([, name = '']) => wordsOf(name).trim())
    expect(names).toEqual(['atelier du code', 'Éclaircie', 'Zénith'])
    const told = mainOf(html)
    expect(told).toMatch(/se sont déclarées elles-mêmes\. La liste suit l’alphabet\s?; elle ne recommande personne/u)
    expect(told).toMatch(/Les critères Les mêmes pour tous/u)
    expect(told).not.toMatch(/meilleur|recommandé|\d+ étoiles|note\b/iu)
  })

  test('any organisation named may answer, and its answer is published beside the corrections', () => {
    const told = page('open', 'fr/comprendre/corrections')
    expect(told).toMatch(/Droit de réponse Toute organisation nommée sur ce site/u)
    expect(told).toMatch(/Ville Citée, à propos de\s?: Réutilisateurs Nous ne l’utilisons plus\./u)
    expect(told).toMatch(/1\s?correction, toutes publiques/u)
    for (const path of ['fr/reutilisateurs', 'fr/reutilisateurs/prestataires', 'fr/composants/plugin-voisin']) {
      expect(read(city.site('open'), `${path}/index.html`), path).toContain('href="/fr/comprendre/corrections/"')
    }
  })

  test('an error is reported without an account, from every page, by a mail to a role that is begun, beside the issue', () => {
    const whole = [...pagesOf(city.site('open'))].filter(([, html]) => isWhole(html))
    expect(whole.length).toBeGreaterThan(400)
    for (const [file, html] of whole) {
      const [, subject = '', body = ''] =
        new RegExp(`href="mailto:${CONTACT}\\?subject=((?:Erreur|Error)[^"&]+)&(?:amp;)?body=([^"]+)"`, 'u').exec(
          html,
        ) ?? []
      expect(decodeURIComponent(subject), file).toMatch(/Erreur sur la page|Error on the page/u)
      expect(decodeURIComponent(body), file).toMatch(/Page\s?: \/[^\n]*\n(?:Données du|Data of)/u)
      expect(html, file).toContain('href="https://forge.example/site/issues"')
    }
  })
})

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
