import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtinPack } from '#policies/registry.ts'
import { atomFeed } from '#site/src/feeds/atom-feed.ts'
import { type FeedItem, feedOf } from '#site/src/feeds/feed.ts'
import { jsonFeed } from '#site/src/feeds/json-feed.ts'
import { filesOf } from './built-files.ts'
import { readAtom } from './feed-text.ts'
import { HOSTILE_STRINGS } from './hostile-strings.ts'
import { buildFixture, scratch } from './site-fixture.ts'

const item = (id: string, date: string): FeedItem => ({
  ...{ id, date, url: `https://code.example/${id}`, title: id, summary: null, language: 'fr' },
})
const ABOUT: Parameters<typeof feedOf>[1] = {
  ...{ id: 'urn:uuid:1', title: 'Flux', url: 'https://code.example/', self: 'https://code.example/f', author: 'Ville' },
  ...{ language: 'fr', asOf: '2026-11-20' },
}

describe('a feed', () => {
  test('tells the newest first, each thing once, fifty at most, and nothing where there is nothing', () => {
    const days = ['2026-01-02', '2026-03-01', '2026-04-01']
    const told = feedOf(
      ['a', 'b', 'a'].map((id, index) => item(id, days[index] ?? '')),
      ABOUT,
    )
    expect(told?.items.map(({ id, date }) => `${id} ${date}`)).toEqual(['b 2026-03-01', 'a 2026-01-02'])
    const many = Array.from({ length: 60 }, (_, index) => item(`i${index}`, '2026-01-01'))
    expect(feedOf(many, ABOUT)?.items).toHaveLength(50)
    expect(feedOf([], ABOUT)).toBeUndefined()
  })

  test('changed on the newest day that the data has reached', () => {
    const past = item('a', '2026-10-01')
    const next = item('b', '2027-01-01')
    expect(feedOf([past, next], ABOUT)?.updated).toBe('2026-10-01')
    expect(feedOf([past, next], { ...ABOUT, asOf: '2026-11-21' })?.updated).toBe('2026-10-01')
    expect(feedOf([next], ABOUT)?.updated).toBe('2026-11-20')
  })

  test('gives every text back as it was written, in both forms', () => {
    // What XML has no sign for cannot be given back.
    const texts = HOSTILE_STRINGS.filter((text) => !/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
    expect(texts.length).toBeGreaterThan(60)
    const items = texts.map((text, index) => ({ ...item(`i${index}`, '2026-01-01'), title: text, summary: text }))
    const feed = feedOf(items.slice(0, 50), ABOUT)
    const rest = feedOf(items.slice(50), ABOUT)
    for (const one of [feed, rest]) {
      if (one === undefined) throw new Error('there is no feed')
      const written = one.items.map(({ id, title, summary }) => ({ id, title, summary }))
      const [, ...entries] = readAtom(atomFeed(one))
      expect(entries.map(({ id, title, summary }) => ({ id, title, summary }))).toEqual(written)
      const { items: told } = JSON.parse(jsonFeed(one))
      expect(told.map((entry: Record<string, string>) => [entry.id, entry.title, entry.content_text])).toEqual(
        written.map(({ id, title, summary }) => [id, title, summary]),
      )
    }
  })

  test('drops signs that XML has none for', () => {
    const feed = feedOf([{ ...item('a', '2026-01-01'), title: 'A\u0000\u0008B\ud800' }], ABOUT)
    expect(feed && readAtom(atomFeed(feed))[1]?.title).toBe('AB')
  })
})

describe('feeds of a site', () => {
  const { folder, remove } = scratch()
  afterAll(remove)
  let whole: string
  let withheld: string

  beforeAll(async () => {
    const content = join(folder, 'texts')
    mkdirSync(join(content, 'news'), { recursive: true })
    const head = '---\ntitle: "Une <b>nouvelle</b> & co"\nsummary: "Son résumé ]]>"\ndate: 2026-11-02\n---\n'
    writeFileSync(join(content, 'news', 'une.fr.md'), `${head}Texte.\n`)
    const order = {
      ...{
        site: 'https://code.vaubrelle.example',
        base: 'open',
        city: { content },
        packs: [builtinPack('publiccode')],
      },
      fixture: { components: 4 },
    }
    whole = await buildFixture(folder, { ...order, name: 'whole' })
    withheld = await buildFixture(folder, {
      ...{
        ...order,
        name: 'withheld',
        reserve: { from: '2026-11-01', to: '2026-12-06' },
        off: ['agenda', 'collections'] as const,
      },
      prepare: shareOneName,
    })
  })

  const feeds = (site: string) => filesOf(join(site, 'data')).filter((file) => file.startsWith('feeds/'))
  const read = (site: string, file: string) => readFileSync(join(site, 'data', file), 'utf8')
  const page = (path: string) => readFileSync(join(whole, path, 'index.html'), 'utf8')

  test('are of each subject and each collection, in both languages and both forms', () => {
    const names = new Set(feeds(whole).map((file) => file.replace(/\.(?:fr|en)\.(?:atom|json)$/u, '')))
    expect(feeds(whole)).toHaveLength(4 * names.size)
    const general = ['components', 'events', 'news', 'releases'].map((name) => `feeds/${name}`)
    expect([...names]).toEqual(expect.arrayContaining([...general, 'feeds/collections/debut']))
  })

  test('hold to both forms: absolute addresses, instants, an author, ids that are one thing each', () => {
    for (const file of feeds(whole).filter((name) => name.endsWith('.atom'))) {
      const [feed, ...entries] = readAtom(read(whole, file))
      const told = JSON.parse(read(whole, file.replace(/atom$/u, 'json')))
      expect(told, file).toMatchObject({
        version: 'https://jsonfeed.org/version/1.1',
        title: feed?.title,
        home_page_url: feed?.link,
        feed_url: `https://code.vaubrelle.example/open/data/${file.replace(/atom$/u, 'json')}`,
        authors: [{ name: expect.stringMatching(/Vaubrelle/u) }],
      })
      expect(told.items, file).toEqual(
        entries.map(({ id, title, updated, summary, link }) =>
          expect.objectContaining({ id, title, url: link, date_published: updated, content_text: summary ?? title }),
        ),
      )
      const ids = [feed, ...entries].map((entry) => entry?.id ?? '')
      expect(new Set(ids).size, file).toBe(ids.length)
      for (const id of ids) expect(id).toMatch(/^urn:uuid:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u)
      for (const entry of [feed, ...entries]) {
        expect(entry?.updated, file).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/u)
        expect(entry?.link, file).toMatch(/^https:\/\/code\.vaubrelle\.example\/open\//u)
      }
    }
  })

  test('have the day of what they tell', () => {
    const told = readAtom(read(whole, 'feeds/news.fr.atom'))
    expect(told.map(({ updated }) => updated)).toEqual(['2026-11-02T00:00:00Z', '2026-11-02T00:00:00Z'])
    expect(told[1]).toMatchObject({ title: 'Une <b>nouvelle</b> & co', summary: 'Son résumé ]]>' })
    const days = readAtom(read(whole, 'feeds/collections/debut.en.atom')).map(({ title, updated }) => [title, updated])
    expect(days).toContainEqual([expect.stringMatching(/ 1\.9\.0$/u), '2025-01-01T00:00:00Z'])
    expect(days).toContainEqual([expect.stringMatching(/ 2\.0\.0$/u), '2026-10-01T00:00:00Z'])
    expect(readAtom(read(whole, 'feeds/events.fr.atom')).map(({ updated }) => updated.slice(0, 10))).toEqual([
      '2026-11-18',
      '2026-12-03',
      '2026-11-18',
    ])
  })

  test('keep their ids when a page moves', () => {
    const byId = (site: string) =>
      new Map(readAtom(read(site, 'feeds/releases.fr.atom')).map(({ id, link }) => [id, link]))
    const [before, after] = [byId(whole), byId(withheld)]
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
    expect([...after].filter(([id, link]) => before.get(id) !== link)).not.toEqual([])
  })

  test('go with pages that are off and with news that are withheld', () => {
    expect(feeds(withheld).map((file) => file.split('.')[0])).toEqual([
      ...Array.from({ length: 4 }, () => 'feeds/components'),
      ...Array.from({ length: 4 }, () => 'feeds/releases'),
    ])
    expect(readFileSync(join(withheld, 'fr/flux/index.html'), 'utf8')).not.toMatch(
      /feeds\/(?:news|events|collections)/u,
    )
  })

  test('are found from the pages that they go with, and from one that lists them all', () => {
    const named = (path: string) =>
      [
        ...page(path).matchAll(/<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="([^"]+)"/gu),
      ].map(([, href = '']) => href.replace('/open/data/feeds/', ''))
    expect(named('fr/actualites/une')).toEqual(['news.fr.atom'])
    expect(named('en/collections/debut')).toEqual(['collections/debut.en.atom'])
    expect(named('fr')).toEqual(['releases.fr.atom', 'components.fr.atom', 'news.fr.atom', 'events.fr.atom'])
    expect(named('fr/accessibilite')).toEqual([])
    for (const [path, language] of [
      ['fr/flux', 'fr'],
      ['en/feeds', 'en'],
    ] as const) {
      const listed = [...page(path).matchAll(/<a href="\/open\/data\/(feeds\/[^"]+)"/gu)].map(([, file]) => file)
      expect(listed.sort()).toEqual(feeds(whole).filter((file) => file.includes(`.${language}.`)))
    }
    expect(page('en/accessibility')).toContain('<a href="/open/en/feeds/">')
  })
})

/** A second component by the name of the first: from then on both pages say where they come from. */
function shareOneName(path: string): void {
  const database = new DatabaseSync(path)
  const released =
    'SELECT r.repository FROM repository r WHERE latest_release_tag IS NOT NULL AND r.is_own = 1 ORDER BY 1'
  const [first, second] = database.prepare(released).all()
  database
    .prepare('UPDATE component SET name = (SELECT name FROM component WHERE repository = ?) WHERE repository = ?')
    .run(String(first?.repository), String(second?.repository))
  database.close()
}
