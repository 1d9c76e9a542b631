import { describe, expect, test } from 'vitest'
import { filesOf, pagesOf } from '../built-files.ts'
import { CONTACT, read, type SiteName } from '../voice-city.ts'
import { ask, city, isWhole, mainOf, page, wordsOf } from './voice.ts'

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
