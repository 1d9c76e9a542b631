import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parse as parseCsv } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { builtinPack } from '#policies/registry.ts'
import { type ServedSite, serveSite } from '#site/preview.ts'
import { startBrowser } from './browser.ts'
import { brokenLinks, filesOf } from './built-files.ts'
import { HOSTILE_ADDRESSES, HOSTILE_STRINGS } from './hostile-strings.ts'
import { buildFixture, IDENTITY, scratch } from './site-fixture.ts'

/** Columns of the export that hold what somebody wrote: hosts, build files, registers, officers. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  repository: [
    'description',
    'latest_release_tag',
    'primary_language',
    'default_branch',
    'host_license',
    'concluded_license',
  ],
  repository_language: ['language'],
  repository_topic: ['topic'],
  component: ['name', 'group_id', 'artifact_id', 'version', 'title', 'line'],
  component_standing: [
    'domain',
    'declared_license',
    'concluded_license',
    'min_core_version',
    'max_core_version',
    'replaced_by',
    'maintainer',
    'tracker_kind',
  ],
  component_dependency: ['version'],
  assembly: ['name', 'title', 'version', 'profile'],
  assembly_part: ['artifact', 'version', 'latest_version'],
  assembly_trial: ['revision', 'command', 'requires', 'contact'],
  component_release: ['version'],
  component_summary: ['summary_fr', 'summary_en'],
  collection: ['name_fr', 'name_en', 'why_fr', 'why_en'],
  need_word: ['word'],
  need: ['words_fr', 'words_en'],
  service: ['name_fr', 'name_en', 'summary_fr', 'summary_en', 'yearly_use_of', 'yearly_use_source'],
  adopter: ['organisation'],
  event: ['title_fr', 'title_en', 'summary_fr', 'summary_en', 'place'],
  roadmap_item: ['title_fr', 'title_en', 'summary_fr', 'summary_en', 'quarter'],
  fact: ['statement_fr', 'statement_en', 'unit', 'scope', 'source'],
  credit: ['name', 'what_fr', 'what_en'],
  lint_finding: ['path'],
  ggi_activity: ['scope'],
  ggi_objective: ['objective'],
}

const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  repository: ['url', 'homepage_url'],
  component_standing: ['tracker_url'],
  repository_security: ['url'],
  service: ['url'],
  adopter: ['url'],
  event: ['url'],
  roadmap_item: ['url'],
  fact: ['url'],
  credit: ['url'],
}

const { folder, remove } = scratch()
let directory: string
let site: ServedSite
let browser: Browser | undefined
let reason = ''

/** Writes a hostile value into each written cell, another each time, until each has had its turn. */
function spoil(path: string): void {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA foreign_keys = OFF')
  const turn = { strings: 0, addresses: 0 }
  const cells = (columns: typeof WRITTEN, next: () => string) => {
    for (const [table, names] of Object.entries(columns)) {
      for (const column of names) {
        const keys = database
          .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0')
          .all(table)
          .map(({ name }) => String(name))
        const at = keys.map((key) => `${key} IS ?`).join(' AND ')
        const put = database.prepare(`UPDATE OR IGNORE ${table} SET ${column} = ? WHERE ${at}`)
        for (const row of database.prepare(`SELECT * FROM ${table}`).all()) {
          put.run(next(), ...keys.map((key) => row[key] ?? null))
        }
      }
    }
  }
  cells(WRITTEN, () => HOSTILE_STRINGS[turn.strings++ % HOSTILE_STRINGS.length] ?? '')
  cells(ADDRESSES, () => HOSTILE_ADDRESSES[turn.addresses++ % HOSTILE_ADDRESSES.length] ?? '')
  expect(turn.strings).toBeGreaterThan(2 * HOSTILE_STRINGS.length)
  expect(turn.addresses).toBeGreaterThan(2 * HOSTILE_ADDRESSES.length)
  database.exec('VACUUM')
  database.close()
}

/** Pages and news that say the same, in their heads and in their texts. */
function writeTexts(): string {
  const root = join(folder, 'texts')
  for (const name of ['pages', 'news']) mkdirSync(join(root, name), { recursive: true })
  const quoted = (text: string) => JSON.stringify(text.toWellFormed())
  for (const [index, text] of HOSTILE_STRINGS.filter((_, at) => at % 9 === 0).entries()) {
    const body = HOSTILE_STRINGS.map((line) => `- ${line}`).join('\n')
    const head = `title: ${quoted(`${text}.`)}\n`
    writeFileSync(
      join(root, 'pages', `p${index}.fr.md`),
      `---\n${head}description: ${quoted(`${text}.`)}\n---\n${body}\n`,
    )
    writeFileSync(
      join(root, 'news', `n${index}.fr.md`),
      `---\n${head}summary: ${quoted(`${text}.`)}\ndate: 2026-11-02\n---\n${body}\n`,
    )
  }
  return root
}

beforeAll(async () => {
  directory = await buildFixture(folder, {
    name: 'hostile',
    fixture: { components: 12 },
    packs: [builtinPack('publiccode')],
    identity: { ...IDENTITY, isDemo: false },
    city: { content: writeTexts() },
    prepare: spoil,
  })
  site = await serveSite({ directory, port: 0 })
  const started = await startBrowser()
  if ('reason' in started) reason = started.reason
  else browser = started.browser
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  remove()
})

const read = (file: string) => readFileSync(join(directory, file), 'utf8')
const pages = () => filesOf(directory).filter((file) => file.endsWith('index.html'))

/**
 * In the page: what a page of ours never has. Only the canvas that the script of figures puts into its frame has a
 * style, and that says nothing but its size.
 */
const HARM = `[
  ...(window.hit === undefined ? [] : ['something ran']),
  ...[...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].flatMap(({ name, value }) => {
    const isSize = /^(?:(?:display: block|box-sizing: border-box|(?:width|height): [\\d.]+px);\\s*)+$/.test(value)
    const isDrawn = name === 'style' && element.matches('[data-chart] > .chart-frame > canvas:only-child') && isSize
    if (/^on/i.test(name) || (name === 'style' && !isDrawn) || name === 'srcdoc') return [element.tagName + ' ' + name + '=' + value]
    if (!/^(?:href|src|action|formaction|data|poster|srcset)$/.test(name)) return []
    if (!URL.canParse(value, location.href)) return [element.tagName + ' ' + name + '=' + value]
    const url = new URL(value, location.href)
    const isOurs = url.origin === location.origin
    const isLink = element.tagName === 'A' && /^(?:https?|mailto):$/.test(url.protocol)
    return isOurs || isLink ? [] : [element.tagName + ' ' + name + '=' + value]
  })),
  ...[...document.querySelectorAll('script:not([src]), style, iframe, object, embed, base, form[action^="//"], meta[http-equiv="refresh"]')].map((element) => element.outerHTML.slice(0, 80)),
]`

/** In the page: what is missing of a page that stands by itself. */
const TORN = `[
  ...(document.querySelectorAll('h1').length === 1 ? [] : ['h1: ' + document.querySelectorAll('h1').length]),
  ...(document.querySelectorAll('main').length === 1 && document.querySelector('footer') ? [] : ['the page is torn']),
]`

/** In the page: what reaches beyond the screen, with its text. */
const WIDE = `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.scroll'))
  .slice(-3).map((element) => element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 40))`

describe('a hundred hostile strings in every written field', () => {
  beforeEach(({ skip }) => {
    if (browser === undefined) skip(reason)
  })

  test('run nothing, load nothing, tear no page and widen none', async () => {
    // Pages of one rule say what packs say, in words of ours; the other language has the same strings in the same places.
    const small = pages().filter((path) => path.startsWith('fr/') && !/\/(?:regles|integrer)\//u.test(path))
    const wide = [
      'en/',
      'en/components/',
      'en/agenda/',
      'en/news/',
      small.find((path) => path.includes('packs-de-services/')) ?? '',
    ]
    expect(small.length).toBeGreaterThan(30)
    expect(await lookedAt(small, 320)).toEqual([])
    expect(await lookedAt([...wide, ...small.filter((path) => /composants\/./u.test(path)).slice(0, 4)], 1440)).toEqual(
      [],
    )
  }, 240_000)

  test('run nothing in what others show in a frame of theirs', async () => {
    const framed = pages().filter((path) => /\/(?:integrer|embed)\//u.test(path))
    expect(framed.length).toBeGreaterThan(10)
    // It is no page of its own: neither heading nor foot.
    expect(await lookedAt(framed, 320, [HARM, WIDE])).toEqual([])
  })

  test('stay texts where scripts write the list and the results', async () => {
    expect(
      await lookedAt(['fr/composants/?sort=release', 'fr/composants/?q=script', 'en/components/?q=%3Cscript%3E'], 390),
    ).toEqual([])
  })
})

/** What is wrong on pages, looked at one after the other on a screen of some width. */
async function lookedAt(
  files: readonly string[],
  width: number,
  asked: readonly string[] = [HARM, TORN, WIDE],
): Promise<readonly string[]> {
  if (browser === undefined) return []
  const context = await browser.newContext({ viewport: { width, height: 800 } })
  const page = await context.newPage()
  const trouble = watch(page)
  const found: string[] = []
  for (const file of files) {
    await page.goto(site.url + file.replace(/index\.html$/u, ''))
    for (const question of asked)
      found.push(...(await page.evaluate<string[]>(question)).map((line) => `${file}: ${line}`))
  }
  await context.close()
  return [...found, ...trouble]
}

/** Dialogs, errors of scripts and of the policy, requests to elsewhere. */
function watch(page: Page): readonly string[] {
  const trouble: string[] = []
  page.on('dialog', (dialog) => {
    trouble.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`${page.url()} ${message.text()}`)
  })
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !/^(?:blob|data):/u.test(request.url())) trouble.push(request.url())
  })
  return trouble
}

test('no link leads to nowhere', () => {
  expect(brokenLinks(directory)).toEqual([])
})

test('feeds are XML, whatever is in them', () => {
  const feeds = filesOf(directory).filter((file) => /\.(?:atom|rss|xml|svg)$/u.test(file))
  expect(feeds.length).toBeGreaterThan(2)
  for (const file of feeds) {
    const problems: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => problems.push(error.message))
    parser.write(read(file)).close()
    expect(problems, file).toEqual([])
  }
})

test('JSON is JSON', () => {
  const files = filesOf(directory).filter((file) => file.endsWith('.json'))
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) expect(() => JSON.parse(read(file)), file).not.toThrow()
})

test('no cell of a table is a formula', () => {
  const files = filesOf(directory).filter((file) => file.endsWith('.csv'))
  expect(files.length).toBeGreaterThan(5)
  for (const file of files) {
    const rows: string[][] = parseCsv(read(file), {
      bom: true,
      delimiter: file.endsWith('.fr.csv') ? ';' : ',',
      relax_column_count: false,
    })
    const run = rows.flat().filter((cell) => /^[=+@\t\r\uff1d]|^-(?!\d+(?:[.,]\d+)?$)/u.test(cell))
    expect(run, file).toEqual([])
  }
})

test('no event of a calendar is made up by another', () => {
  const files = filesOf(directory).filter((file) => file.endsWith('.ics'))
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) {
    const lines = read(file)
      .split('\r\n')
      .filter((line) => line !== '')
    expect(
      lines.filter((line) => !/^(?:[A-Z-]+[;:]| )/u.test(line)),
      file,
    ).toEqual([])
    expect(
      lines.filter((line) => /\p{Cc}/u.test(line.replaceAll('\t', ''))),
      file,
    ).toEqual([])
    expect(
      lines.filter((line) => /^(?:ATTACH|VALARM)/u.test(line)),
      file,
    ).toEqual([])
    expect(
      lines.filter((line) => Buffer.byteLength(line) > 75),
      file,
    ).toEqual([])
    const events = lines.filter((line) => line === 'BEGIN:VEVENT').length
    expect(
      lines.filter((line) => line.startsWith('UID:')),
      file,
    ).toHaveLength(events)
    expect(
      lines.filter((line) => line.startsWith('SUMMARY')),
      file,
    ).toHaveLength(events)
  }
})
