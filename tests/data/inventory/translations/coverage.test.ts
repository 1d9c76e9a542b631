import { describe, expect, it } from 'vitest'
import type { PropertyValues } from '#data/facts/shapes/property-values.ts'
import { type ComponentTexts, componentTranslations, fleetLanguages } from '#data/inventory/translations/coverage.ts'
import { bundleStandings } from '#data/inventory/translations/standing.ts'
import { trendOf } from '#data/inventory/translations/trend.ts'
import { factOf } from '../../facts/extract.ts'

const FOLDER = 'src/java/fr/ville/plugins/forum/resources'
const REFERENCE = 'title=Forum of the city\nsend=Send {0} messages to all\nnone=\nname=Forum'

async function standings(files: Readonly<Record<string, string>>) {
  const read = Object.entries(files).map(async ([name, text]) => {
    const fact: PropertyValues = await factOf('property-values', text)
    return [`${FOLDER}/${name}.properties`, fact] as const
  })
  const values = new Map(await Promise.all(read))
  return bundleStandings(values.keys(), values)
}

async function texts(component: string, files: Readonly<Record<string, string>>) {
  const given: ComponentTexts = { component, kind: 'plugin', line: 'v8', bundles: await standings(files) }
  return componentTranslations(given)
}

describe('a bundle of texts', () => {
  it('is compared key by key with the file without suffix', async () => {
    const [bundle] = await standings({
      forum_messages: REFERENCE,
      forum_messages_fr: 'title=Forum de la ville\nsend=Envoyer à tous {1}\nname=Forum\nold=Vieux\nword',
    })
    expect(bundle).toMatchObject({ bundle: `${FOLDER}/forum_messages`, keys: 4, idle: [], unread: [] })
    expect(bundle?.languages).toEqual([
      {
        ...{ language: 'fr', path: `${FOLDER}/forum_messages_fr.properties`, translated: 3, reference: 4 },
        ...{ missing: ['none'], orphans: ['old'], malformed: [5], empty: [], copies: [] },
        placeholders: [{ key: 'send', line: 2, lost: ['{0}'], invented: ['{1}'] }],
      },
    ])
  })

  it('holds sentences that nobody translated, but names may stay as they are', async () => {
    const [bundle] = await standings({ forum_messages: REFERENCE, forum_messages_de: REFERENCE })
    expect(bundle?.languages[0]?.copies).toEqual(['title', 'send'])
  })

  it('tells a text that was left empty from one that is empty by design', async () => {
    const [bundle] = await standings({ forum_messages: REFERENCE, forum_messages_de: 'title=\nnone=' })
    expect(bundle?.languages[0]?.empty).toEqual(['title'])
  })

  it('reads country codes as the languages they stand for', async () => {
    const [bundle] = await standings({
      forum_messages: REFERENCE,
      forum_messages_cz: 'title=a',
      forum_messages_dk: 'title=a',
      forum_messages_se: 'title=a',
      forum_messages_pt_BR: 'title=a',
    })
    expect(bundle?.languages.map(({ language }) => language)).toEqual(['cs', 'da', 'pt-BR', 'sv'])
  })

  it('has files that nobody reads: English with a suffix, a second one of the same language', async () => {
    const [bundle] = await standings({
      forum_messages: REFERENCE,
      forum_messages_en: REFERENCE,
      forum_messages_cs: 'title=a',
      forum_messages_cz: 'title=b',
    })
    expect(bundle?.idle).toEqual([`${FOLDER}/forum_messages_cz.properties`, `${FOLDER}/forum_messages_en.properties`])
  })

  it('without the file without suffix has no rate, rather than one of zero', async () => {
    const one = await texts('ville/forum', { forum_messages_fr: 'title=Forum' })
    expect(one).toMatchObject({ keys: null, languages: [], next: null })
    expect(one.bundles[0]).toMatchObject({ keys: null, unmeasured: ['fr'] })
  })

  it('is looked for where the sources are, and nowhere else', () => {
    const paths = ['bin/java/a/forum_messages.properties', 'webapp/WEB-INF/conf/forum_messages.properties']
    expect(bundleStandings(paths, new Map())).toEqual([])
    expect(bundleStandings(['one/src/main/resources/a/forum_messages.properties'], new Map())).toMatchObject([
      { keys: null, unread: ['one/src/main/resources/a/forum_messages.properties'] },
    ])
  })
})

describe('the languages of a component', () => {
  it('count all of its bundles, one without their file as nothing', async () => {
    const one = await texts('ville/forum', {
      forum_messages: REFERENCE,
      forum_messages_fr: REFERENCE,
      mail_messages: 'a=1\nb=2',
      mail_messages_de: 'a=1',
    })
    expect(one.keys).toBe(6)
    expect(one.languages).toEqual([
      { language: 'de', translated: 1, reference: 6, left: 5 },
      { language: 'fr', translated: 4, reference: 6, left: 2 },
    ])
    expect(one.next).toMatchObject({ language: 'fr', left: 2 })
  })

  it('over a fleet name the components that lack them, and leave out those of which nothing is known', async () => {
    const fleet = [
      await texts('ville/forum', { forum_messages: 'a=1\nb=2', forum_messages_fr: 'a=1' }),
      await texts('ville/mail', { mail_messages: 'a=1', mail_messages_fr: 'a=1', mail_messages_hu: 'a=1' }),
      await texts('ville/map', { map_messages_fr: 'a=1' }),
    ]
    expect(fleetLanguages(fleet)).toEqual([
      { language: 'fr', translated: 2, reference: 3, left: 1, lacking: [] },
      { language: 'hu', translated: 1, reference: 3, left: 2, lacking: ['ville/forum'] },
    ])
    expect(fleetLanguages(fleet, 'nl')).toEqual([
      { language: 'nl', translated: 0, reference: 3, left: 3, lacking: ['ville/forum', 'ville/mail'] },
    ])
  })
})

describe('a trend', () => {
  const now = { translated: 90, reference: 100 }

  it('goes from the earliest measure that differs', () => {
    const history = [
      { at: '2026-09-01T00:00:00Z', translated: 80, reference: 100 },
      { at: '2026-08-01T00:00:00Z', translated: 60, reference: 80 },
    ]
    expect(trendOf(history, now)).toEqual({ from: history[1], points: 15 })
  })

  it('is not known from one measure', () => {
    expect(trendOf([], now)).toBeNull()
    expect(trendOf([{ at: '2026-09-01T00:00:00Z', ...now }], now)).toBeNull()
  })
})
