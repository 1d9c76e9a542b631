import { chmodSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chdir, cwd, env } from 'node:process'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { UsageFailure } from '#data/model/failures.ts'
import { LANGUAGES } from '#data/model/vocabulary.ts'
import { buildSite, WHOLE } from '#site/build.ts'
import { addressOf, isInternal, PLACE_NAMES, pathOf } from '#site/src/routes.ts'
import { againstPolicy, brokenLinks, filesOf, pagesOf } from './built-files.ts'
import { readAtom } from './feed-text.ts'
import { buildAgain, buildFixture, IDENTITY, scratch } from './site-fixture.ts'

const { folder, remove } = scratch()
const start = cwd()

afterAll(() => {
  chdir(start)
  remove()
})

describe('a public site', () => {
  let site: string
  let pages: ReadonlyMap<string, string>

  beforeAll(async () => {
    // A current folder that belongs to nobody here and cannot be written to.
    const foreign = join(folder, 'foreign')
    mkdirSync(foreign)
    chmodSync(foreign, 0o555)
    chdir(foreign)
    site = await buildFixture(folder, { name: 'public' })
    pages = pagesOf(site)
  })

  test('leaves the current folder as it was', () => {
    expect(cwd()).toBe(join(folder, 'foreign'))
    expect(readdirSync(cwd())).toEqual([])
  })

  test('has no place of the officer, and no link to one', () => {
    const paths = officerPaths()
    expect(paths.length).toBeGreaterThan(5)
    for (const [file, html] of pages) {
      expect(
        paths.filter((path) => file.startsWith(path) || html.includes(`/${path}`)),
        file,
      ).toEqual([])
    }
  })

  test('built again from the same database has the same bytes, in another folder, on another day, in another time zone', async () => {
    const { TZ } = env
    const other = join(folder, 'again', 'of-another-name')
    try {
      // Already tomorrow where the first build was made.
      env.TZ = 'Pacific/Kiritimati'
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-02-28T23:30:00Z') })
      const elsewhere = { out: other, workFolder: join(folder, 'elsewhere') }
      await buildAgain({ database: join(folder, 'public.sqlite'), ...elsewhere })
    } finally {
      vi.useRealTimers()
      if (TZ === undefined) delete env.TZ
      else env.TZ = TZ
    }
    expect(filesOf(other)).toEqual(filesOf(site))
    expect(
      filesOf(site).filter((file) => !readFileSync(join(site, file)).equals(readFileSync(join(other, file)))),
    ).toEqual([])
  })

  test('has every page in both languages, each naming the other', () => {
    const paths = [...pages.keys()]
      .filter((file) => /^(?:fr|en)\//u.test(file))
      .map((file) => file.replace(/index\.html$/u, ''))
    expect(paths.length).toBeGreaterThan(100)
    for (const path of paths) {
      const known = addressOf(path)
      expect(known, path).toBeDefined()
      if (known === undefined) continue
      const other = known.language === 'fr' ? 'en' : 'fr'
      const html = pages.get(`${path}index.html`) ?? ''
      expect(html).toContain(`<html lang="${known.language}">`)
      expect(html).toContain(`hreflang="${other}" href="/${pathOf(known.address, other)}"`)
      expect(pages.has(`${pathOf(known.address, other)}index.html`)).toBe(true)
    }
  })

  test('has one h1, a title and a description of its own on each page', () => {
    const titles = new Set<string>()
    for (const [file, html] of pages) {
      expect(html.match(/<h1[ >]/gu), file).toHaveLength(1)
      expect(html, file).toMatch(/<meta name="description" content="[^"]{10,}"/u)
      titles.add(`${html.slice(0, 40).match(/lang="(..)"/u)?.[1]} ${/<title>(.*?)<\/title>/u.exec(html)?.[1]}`)
    }
    // The language choice carries the name of the site, as does the home page.
    expect(titles.size).toBeGreaterThanOrEqual(pages.size - 2)
  })

  test('holds a strict policy: no inline script or style, nothing from elsewhere', () => {
    for (const [file, html] of pages) {
      expect(html, file).toContain("default-src 'none'")
      expect(againstPolicy(html), file).toEqual([])
    }
  })

  test('leads nowhere that is not there', () => {
    expect(brokenLinks(site)).toEqual([])
  })

  test('names no anchor that its page lacks', () => {
    const broken = [...pages].flatMap(([file, html]) =>
      [...html.matchAll(/ href="((?:\/[^"#?]*)?)(?:\?[^"#]*)?#([^"]+)"/gu)]
        .filter(([, path = '', anchor]) => {
          const target = path === '' ? html : (pages.get(`${path.slice(1)}index.html`) ?? '')
          return !target.includes(`id="${anchor}"`)
        })
        .map(([link]) => `${file} -> ${link}`),
    )
    expect([...new Set(broken)]).toEqual([])
  })

  test('stays under its weights', () => {
    const gzip = (content: string | Buffer) => gzipSync(content).byteLength
    for (const [file, html] of pages) {
      expect(gzip(html), file).toBeLessThan(20_000)
      if (isFramed(file)) continue
      const [, weight] = /(?:Elle pèse|It weighs)\s(\d+)\u00a0k/u.exec(html) ?? []
      expect(Number(weight), file).toBeGreaterThan(30)
      expect(Number(weight), file).toBeLessThan(file.includes('chiffres') || file.includes('figures') ? 220 : 120)
    }
    const sheets = filesOf(site).filter((file) => /^assets\/.*\.css$/u.test(file))
    expect(sheets).toHaveLength(1)
    for (const file of sheets) expect(gzip(readFileSync(join(site, file)))).toBeLessThan(20_000)
    expect(filesOf(site).filter((file) => file.endsWith('.woff2'))).toHaveLength(1)
  })

  test('says on every page that the demo is invented, and asks search engines to leave it out', () => {
    for (const [file, html] of pages) {
      expect(html, file).toMatch(/sont inventés|are invented/u)
      expect(html, file).toContain('<meta name="robots" content="noindex">')
    }
    expect(readFileSync(join(site, 'robots.txt'), 'utf8')).toContain('Disallow: /')
  })

  test('without an audit record says "non conforme" on every page, as the statement does', () => {
    for (const [file, html] of [...pages].filter(([path]) => !isFramed(path)))
      expect(html, file).toMatch(/Accessibilité\s?: non conforme|Accessibility: not compliant/u)
    expect(pages.get('fr/accessibilite/index.html')).toContain('aucun audit')
  })

  test('gives each figure a page with its headline, its table, its drawing and its files, in both languages', () => {
    const index = pages.get('fr/chiffres/index.html') ?? ''
    const listed = [...index.matchAll(/class="figure-list"|<li><span class="number">Figure/gu)].length
    expect(listed).toBeGreaterThan(25)
    for (const id of [
      'change-requests',
      'author-groups',
      'first-response',
      'portfolio-state',
      'absence-factor',
    ] as const) {
      for (const language of LANGUAGES) {
        const html = pages.get(`${pathOf({ sheet: 'figure', figure: id }, language)}index.html`) ?? ''
        expect(html).toContain(`data-figure="${id}"`)
        for (const kind of ['csv', 'json', 'meta.json']) expect(html).toContain(`href="/data/${id}.${kind}"`)
        if (id !== 'absence-factor') expect(html).toContain(`href="/data/${id}.${language}.svg"`)
      }
      const json = JSON.parse(readFileSync(join(site, 'data', `${id}.json`), 'utf8'))
      expect(json).toMatchObject({ schemaVersion: 1, asOf: '2026-11-19', coverage: { expected: expect.any(Number) } })
      const meta = JSON.parse(readFileSync(join(site, 'data', `${id}.meta.json`), 'utf8'))
      expect(meta).toMatchObject({
        figure: { id },
        metric: { definition: { fr: expect.any(String) } },
        smallestGroup: 5,
      })
    }
    const page = pages.get('fr/chiffres/premiere-reponse/index.html') ?? ''
    for (const word of ['Incomplet', 'masqué', 'trop peu']) expect(page.includes(word), word).toBe(true)
  })

  test('tells a finding as value, period and comparison, with French spaces', () => {
    const html = pages.get('fr/chiffres/propositions-de-code-par-mois/index.html') ?? ''
    const [, finding = ''] = /<h1[^>]*>([^<]*)</u.exec(html) ?? []
    expect(finding).toMatch(/^\d+\u00a0propositions/u)
    expect(finding.replaceAll('\u00a0', ' ')).toMatch(
      /^\d+ propositions ouvertes et \d+ fusionnées en douze mois, contre \d+ et \d+ les douze mois d’avant$/u,
    )
  })

  test('draws, prints and saves the same numbers: table, drawing and CSV of each figure agree', () => {
    const drawings = filesOf(site).filter((file) => /^data\/[a-z-]+\.fr\.svg$/u.test(file))
    expect(drawings.length).toBeGreaterThan(15)
    for (const file of drawings) {
      const id = file.slice('data/'.length, -'.fr.svg'.length)
      const svg = readFileSync(join(site, file), 'utf8')
      expect(svg, file).toMatch(/<svg [^>]*role="img"[^>]*aria-labelledby="[a-z-]+-t"[^>]*>[^<]*<title/u)
      expect(svg, file).not.toMatch(/ style="|<script|NaN|undefined/u)
      expect(Buffer.byteLength(svg), file).toBeLessThan(30_000)
      const page =
        [...pages.values()].find(
          (html) =>
            html.includes(`lang="fr"`) && html.includes(`href="/data/${id}.csv"`) && html.includes('class="finding"'),
        ) ?? ''
      const table = page.slice(page.indexOf('<table'), page.indexOf('</table>'))
      const drawn = [
        ...table
          .slice(0, table.indexOf('</tfoot>') === -1 ? undefined : table.indexOf('<tfoot'))
          .matchAll(/<td[^>]*?(?: data-n="([^"]*)")?>/gu),
      ].map(([, value]) => value)
      const [head = '', ...lines] = readFileSync(join(site, 'data', `${id}.csv`), 'utf8')
        .trim()
        .split('\r\n')
      const columns = [...table.matchAll(/<th scope="col"/gu)].length - 1
      const values = lines.flatMap((line) => line.split(',').slice(-columns))
      expect(head.split(',').length, id).toBeGreaterThan(columns)
      expect(drawn.length, id).toBe(values.length)
      const { columns: told } = JSON.parse(readFileSync(join(site, 'data', `${id}.meta.json`), 'utf8'))
      for (const [index, value] of values.entries()) {
        const isNumber = value !== '' && !Number.isNaN(Number(value))
        expect(drawn[index] !== undefined, `${id} ${index} ${value}`).toBe(isNumber)
        const times = told[index % columns].kind === 'share' ? 100 : 1
        if (isNumber)
          expect(Math.abs(Number(drawn[index]) - Number(value) * times), `${id} ${index}`).toBeLessThan(0.501)
      }
    }
  })

  test('without an address of its own has feeds of paths in Atom, and of none in JSON Feed', () => {
    const feed = (ending: string) => readFileSync(join(site, 'data', 'feeds', `releases.fr.${ending}`), 'utf8')
    const [head, ...entries] = readAtom(feed('atom'))
    expect(head?.link).toBe(`/${pathOf({ sheet: 'catalogue' }, 'fr')}`)
    const { items, ...about } = JSON.parse(feed('json'))
    expect(items.map(({ id }: { id: string }) => id)).toEqual(entries.map(({ id }) => id))
    expect(Object.keys(about)).toEqual(['version', 'title', 'language', 'authors'])
    for (const item of items) expect(item).not.toHaveProperty('url')
  })

  test('offers the very database it was built from', () => {
    const whole = gunzipSync(readFileSync(join(site, 'data', WHOLE)))
    expect(whole.equals(readFileSync(join(folder, 'public.sqlite')))).toBe(true)
  })

  test('writes no cell that a spreadsheet would run', () => {
    const csv = readFileSync(join(site, 'data', 'components.csv'), 'utf8')
    expect(
      csv
        .split('\r\n')
        .flatMap((line) => line.split(','))
        .filter((cell) => /^[=+@]/u.test(cell)),
    ).toEqual([])
  })
})

test('an internal site is not to be found, subscribed to or licensed, and says so', async () => {
  const site = await buildFixture(folder, {
    name: 'internal',
    profile: 'internal',
    identity: { ...IDENTITY, isDemo: false },
  })
  for (const [file, html] of pagesOf(site)) {
    expect(html, file).toContain('<meta name="robots" content="noindex">')
    expect(html, file).toMatch(/ne se copie ni ne se publie|not to be copied or published/u)
    expect(html, file).not.toMatch(/Licence Ouverte|Open Licence|atom|data\/feeds/u)
  }
  expect(filesOf(site).filter((file) => /\.(?:atom|sqlite|gz)$|^data\/feeds\b|flux|^en\/feeds/u.test(file))).toEqual([])
})

test('an internal site starts with what waits, has every place of the officer, and leads to the public register', async () => {
  const pages = pagesOf(join(folder, 'internal'))
  const files = officerPaths().map((path) => `${path}index.html`)
  // Places without anything to show are left out.
  expect(files.filter((file) => pages.has(file)).length).toBeGreaterThan(10)
  const first = pathOf({ sheet: 'todo' }, 'fr')
  expect(pages.get('index.html')).toContain(`href="/${first}"`)
  expect(pages.get(`${first}index.html`)).toContain('Le registre public')
  expect(pages.get(`${pathOf({ sheet: 'catalogue' }, 'fr')}index.html`)).toContain(`href="/${first}"`)
})

function officerPaths(): readonly string[] {
  const places = PLACE_NAMES.filter(isInternal)
  return LANGUAGES.flatMap((language) => places.map((sheet) => pathOf({ sheet }, language)))
}

test('a site below a base path keeps all its addresses below it', async () => {
  const site = await buildFixture(folder, {
    name: 'based',
    base: 'open',
    site: 'https://code.vaubrelle.example',
    fixture: { components: 4 },
  })
  for (const [file, html] of pagesOf(site)) {
    const addresses = [...html.matchAll(/ (?:href|src|action)="(\/[^"]*)"/gu)].map(([, address = '']) => address)
    expect(
      addresses.filter((address) => !address.startsWith('/open/')),
      file,
    ).toEqual([])
  }
  expect(readFileSync(join(site, 'fr/index.html'), 'utf8')).toContain(
    'hreflang="en" href="https://code.vaubrelle.example/open/en/"',
  )
})

test('a register of which nothing was collected shows no zero for what is not known', async () => {
  const site = await buildFixture(folder, {
    name: 'bare',
    fixture: { components: 3, isBare: true },
    sourceDateEpoch: 1_764_000_000,
  })
  const pages = pagesOf(site)
  const home = pages.get('fr/index.html') ?? ''
  expect(home).toContain('non connu')
  expect(home).toContain('Aucune proposition de code n’a été lue')
  expect(home).toContain('Page construite le 24\u00a0novembre\u00a02025')
  expect(pages.get('fr/chiffres/index.html')).not.toContain('data-chart')
})

test('a build that is stopped draws no page more and leaves the site that was there', async () => {
  const site = await buildFixture(folder, { name: 'kept', fixture: { components: 3 } })
  const before = filesOf(site)
  const stop = new AbortController()
  stop.abort(new Error('stopped'))
  const again = { database: join(folder, 'kept.sqlite'), out: site, signal: stop.signal, languages: ['fr'] } as const
  await expect(buildAgain(again)).rejects.toThrow('stopped')
  expect(filesOf(site)).toEqual(before)
})

test('without an export there is a sentence, not a stack', async () => {
  const order = {
    out: join(folder, 'none'),
    profile: 'public',
    base: '/',
    languages: ['fr'],
    identity: IDENTITY,
  } as const
  await expect(buildSite({ ...order, database: join(folder, 'missing.sqlite') })).rejects.toThrow(UsageFailure)
  const legal = { publisherr: { fr: 'x', en: 'x' } }
  await expect(
    buildSite({ ...order, database: join(folder, 'public.sqlite'), identity: { ...IDENTITY, legal } }),
  ).rejects.toThrow(/publisherr/u)
})

/** A figure in the frame of another site has no colophon of its own. */
function isFramed(file: string): boolean {
  return /\/(?:integrer|embed)\/index\.html$/u.test(file)
}
