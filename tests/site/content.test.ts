import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { UsageFailure } from '#data/model/failures.ts'
import { readContent } from '#site/city/read-content.ts'
import { newsIn, ownPagesIn } from '#site/src/loaders/news.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parvis-content-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

const page = (body: string, more = '') => `---\ntitle: Titre\ndescription: Une phrase.\n${more}---\n${body}\n`
const read = () => readContent({ folder, base: '/open/' })

/** The problems of a folder, each as `file:line:column message`, with the file below the folder. */
async function problems(): Promise<readonly string[]> {
  const failure: unknown = await read().catch((error: unknown) => error)
  if (!(failure instanceof UsageFailure)) throw new Error('the folder was read')
  return failure.details.map(
    ({ file = '', line, column, message }) => `${file.replace(`${folder}/`, '')}:${line}:${column} ${message}`,
  )
}

async function html(body: string): Promise<string> {
  write('pages/page.fr.md', page(body))
  const { content } = await read()
  return content.pages[0]?.texts.fr?.html ?? ''
}

describe('a text', () => {
  test('becomes HTML with named headings, tables by class and code that the keyboard reaches', async () => {
    const made = await html('# Un\n\n## Été\n\n## Été\n\n| A | B |\n|---|--:|\n| c | 2 |\n\n    code\n')
    expect(made).toContain('<h2 id="un">Un</h2>')
    expect(made).toContain('<h3 id="ete">Été</h3>')
    expect(made).toContain('<h3 id="ete-2">')
    expect(made).toContain('<section class="scroll" tabindex="0" aria-label="Tableau">')
    expect(made).toContain('<th class="number" scope="col">B</th>')
    expect(made).toContain('<pre tabindex="0"><code>code')
    expect(made).not.toContain('style=')
  })

  test('lets no markup through, and sets French spaces', async () => {
    const made = await html('<script>alert(1)</script> <b onclick="x()">gras</b> : 12 %')
    expect(made).not.toMatch(/<script|<b /u)
    expect(made).toContain('\u00a0: 12\u00a0%')
  })

  test('leads to the web, a mailbox, another text, a page of the site and a part of itself', async () => {
    write('pages/autre.fr.md', page('Texte.'))
    write('news/arrivee.fr.md', '---\ntitle: Arrivée\nsummary: Une phrase.\ndate: 2026-11-02\n---\nTexte.\n')
    write(
      'pages/page.fr.md',
      page(
        '# Ici\n\n[a](https://a.example) [b](mailto:b@b.example) [c](autre.md) [d](/composants) [e](#ici) [f](../news/arrivee.md)',
      ),
    )
    const { content, references } = await read()
    const addresses = [...(content.pages[1]?.texts.fr?.html ?? '').matchAll(/href="([^"]+)"/gu)].map(([, href]) => href)
    expect(addresses).toEqual([
      'https://a.example',
      'mailto:b@b.example',
      '/open/fr/pages/autre/',
      '/open/fr/composants/',
      '#ici',
      '/open/fr/actualites/arrivee/',
    ])
    expect(references.map(({ path }) => path)).toEqual(['fr/pages/autre/', 'fr/composants/', 'fr/actualites/arrivee/'])
  })

  test.each([
    ['[x](javascript:alert(1))', '5:5', /leads to https/u],
    ['[x](//elsewhere.example/a)', '5:5', /leads to https/u],
    ['[x](data:text/html,hello)', '5:5', /leads to https/u],
    ['[x](file.pdf)', '5:5', /is no page/u],
    ['Un\n\nmot [x](pages.md)', '7:9', /no text pages\.md\. Did you mean "page"/u],
    ['[x](#nulle-part)', '5:5', /no part called #nulle-part/u],
    ['Ici lorem ipsum', '5:5', /"lorem ipsum" stands/u],
    ['- un\n- À compléter', '6:3', /"À compléter" stands/u],
    ['![](x.png)', '5:5', /no alternative text/u],
    ['![x](../../../etc/x.png)', '5:6', /lies in the folder/u],
    ['![x](https://a.example/x.png)', '5:6', /lies in the folder/u],
    ['![x](absent.png)', '5:6', /no picture/u],
  ])('is refused for %s, with its place', async (body, place, message) => {
    write('pages/page.fr.md', page(body))
    const [first = ''] = await problems()
    expect(first).toMatch(message)
    expect(first).toContain(`pages/page.fr.md:${place} `)
  })

  test('may say "todo" in a language that has the word', async () => {
    await expect(html('El todo es más que la suma de las partes.')).resolves.toContain('todo')
  })
})

describe('a folder', () => {
  test('says all that is wrong at once: names, chapters, days, blocks, what two languages tell differently', async () => {
    write('pages/Page.fr.md', page('x'))
    write('pages/a.fr.md', page('x', 'chapter: figuers\n'))
    write('pages/b.fr.md', page('x', 'order: 3\n'))
    write('pages/b.en.md', page('x', 'order: 4\n'))
    write('news/c.fr.md', '---\ntitle: TODO\nsummary: x\ndate: 2026-02-30\n---\n')
    write('news/d.fr.md', 'Sans en-tête.\n')
    write('blocks/polici.fr.md', 'x\n')
    expect(await problems()).toEqual([
      expect.stringMatching(/^pages\/Page\.fr\.md:1:1 a text is called/u),
      expect.stringMatching(/^pages\/a\.fr\.md:4:10 chapter: .*Did you mean "figures"/u),
      expect.stringMatching(/^pages\/b\.en\.md:4:8 order is 4 here and 3 in b\.fr\.md/u),
      expect.stringMatching(/^news\/c\.fr\.md:4:7 date: .*2026-02-30/u),
      expect.stringMatching(/^news\/d\.fr\.md:1:1 "title" is missing/u),
      expect.stringMatching(/^news\/d\.fr\.md:1:1 "summary" is missing/u),
      expect.stringMatching(/^news\/d\.fr\.md:1:1 "date" is missing/u),
      expect.stringMatching(/^blocks\/polici\.fr\.md:1:1 no page has a place.*Did you mean "policy"/u),
    ])
  })

  test('shows a text in the language there is, and says which; news come the latest first', async () => {
    write('news/a.fr.md', '---\ntitle: Un\nsummary: s\ndate: 2026-01-01\n---\n')
    write('news/b.en.md', '---\ntitle: Two\nsummary: s\ndate: 2026-02-01\n---\n')
    write('pages/p.en.md', page('x', 'order: 2\n'))
    write('pages/q.fr.md', page('x', 'order: 1\n'))
    const { content } = await read()
    expect(newsIn(content, 'fr').map(({ slug, language }) => [slug, language])).toEqual([
      ['b', 'en'],
      ['a', 'fr'],
    ])
    expect(ownPagesIn(content, 'en').map(({ slug, language }) => [slug, language])).toEqual([
      ['q', 'fr'],
      ['p', 'en'],
    ])
  })

  test('that is not there is said', async () => {
    await expect(readContent({ folder: join(folder, 'none'), base: '/' })).rejects.toThrow(/no folder of texts/u)
  })
})

describe('a picture', () => {
  const svg = (inner: string, more = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"${more}>${inner}</svg>`

  test('is carried under a name of its own, with its size', async () => {
    write('images/Un plan.svg', svg('<path d="M0 0h9"/>'))
    const made = await html('![Un plan](../images/Un%20plan.svg)')
    expect(made).toMatch(
      /<img src="\/open\/media\/[\da-f]{16}\.svg" alt="Un plan" width="40" height="20" loading="lazy">/u,
    )
  })

  test('over its weight is built, and told', async () => {
    write('images/x.svg', svg(`<path d="${'M0 0h9'.repeat(12_000)}"/>`))
    write('pages/page.fr.md', page('![x](../images/x.svg)'))
    const { warnings, files } = await read()
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringMatching(/weighs 72 KB, more than 60/u)])
    expect(files).toHaveLength(1)
  })

  test('behind a link that leaves the folder is not read', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'parvis-elsewhere-'))
    writeFileSync(join(elsewhere, 'x.svg'), svg(''))
    mkdirSync(join(folder, 'images'))
    symlinkSync(join(elsewhere, 'x.svg'), join(folder, 'images', 'x.svg'))
    write('pages/page.fr.md', page('![x](../images/x.svg)'))
    expect(await problems()).toEqual([expect.stringMatching(/lies in the folder/u)])
    rmSync(elsewhere, { recursive: true })
  })

  test('that only calls itself one is refused', async () => {
    write('images/x.png', 'not a picture')
    write('pages/page.fr.md', page('![x](../images/x.png)'))
    expect(await problems()).toEqual([expect.stringMatching(/cannot be read as a picture/u)])
  })
})

test('a site in one language leaves texts in the other where they are, and says which of them it has in no language', async () => {
  write('pages/charte.fr.md', page('Voyez [les dates](dates.md).'))
  write('pages/charte.en.md', page('See [the dates](dates.md) and [slate](/ardoise/).'))
  write('pages/dates.fr.md', page('Jeudi.'))
  const inFrench = await readContent({ folder, base: '/', languages: ['fr'] })
  expect(inFrench.references.map(({ path }) => path)).toEqual(['fr/pages/dates/'])
  expect(inFrench.content.pages.map(({ texts }) => Object.keys(texts))).toEqual([['fr'], ['fr']])
  expect(inFrench.warnings).toEqual([])
  write('pages/charte.en.md', page('See [slate](/slate/).'))
  const inEnglish = await readContent({ folder, base: '/', languages: ['en'] })
  expect(inEnglish.content.pages.map(({ slug }) => slug)).toEqual(['charte'])
  expect(inEnglish.warnings).toMatchObject([{ message: 'is not published: the site is in en.' }])
  write('pages/charte.en.md', page('See [the dates](dates.md).'))
  await expect(readContent({ folder, base: '/', languages: ['en'] })).rejects.toThrow(
    expect.objectContaining({
      details: [expect.objectContaining({ message: 'dates.md is written in fr alone, which this site is not in.' })],
    }),
  )
})
