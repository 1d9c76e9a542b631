import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { UsageFailure } from '#data/model/failures.ts'
import { LANGUAGES } from '#data/model/vocabulary.ts'
import { lineParents, namingForms } from '#policies/naming.ts'
import { builtinPacks, findRule } from '#policies/registry.ts'
import { isOld, oldTexts, readGuide } from '#site/guide/read-guide.ts'
import { derivedNames, NAMED_KINDS } from '#site/src/prose/derived-names.ts'
import { nearNames, verdictOf } from '#site/src/prose/name-verdict.ts'
import { GUIDE_PART_IDS, TEXT_IDS } from '#site/src/routes.ts'
import { scratch } from './site-fixture.ts'

const { folder, remove } = scratch()
afterAll(remove)

const pages = await readGuide(undefined)
const texts = pages.flatMap(({ id, language, sections }) => sections.map(({ text }) => ({ id, language, text })))

/** A folder of texts of a city, with one text of the guide in it. */
function cityWith(name: string, content: string): string {
  const city = join(folder, name.replaceAll('.', '-'))
  mkdirSync(join(city, 'guide'), { recursive: true })
  writeFileSync(join(city, 'guide', name), content)
  return city
}

const page = (body: string, head = 'title: Carte\nlead: Voici.\nverified: 2026-11-12') =>
  `---\n${head}\n---\n\n${body}\n`

async function problemsOf(name: string, content: string): Promise<readonly string[]> {
  try {
    await readGuide(cityWith(name, content))
  } catch (error) {
    if (!(error instanceof UsageFailure)) throw error
    return error.details.map(({ line, message }) => `${line ?? '-'} ${message}`)
  }
  return []
}

describe('the texts that come with Parvis', () => {
  test('are the same in both languages, section by section, with the same tables and links', () => {
    for (const id of TEXT_IDS) {
      const [one, other] = LANGUAGES.map((language) =>
        pages.find((each) => each.id === id && each.language === language),
      )
      const shape = (each: typeof one) => ({
        verified: each?.verified,
        sections: each?.sections.map(({ text }) => ({
          blocks: text.match(/\{\{[a-z-]+\}\}/gu),
          links: text.match(/\]\((?:rule|page|part):[^)]+\)/gu),
          steps: text.match(/^\d+\. /gmu)?.length,
        })),
      })
      expect(shape(one), id).toEqual(shape(other))
    }
  })

  test('name rules that there are, and verbs that the program has', () => {
    const rules = texts.flatMap(({ text }) => [...text.matchAll(/\]\(rule:([^)]+)\)/gu)].map(([, code = '']) => code))
    expect(rules.length).toBeGreaterThan(40)
    expect(rules.filter((code) => findRule(code) === undefined)).toEqual([])
    const reference = readFileSync(new URL('../../site/src/content/reference/command-line.md', import.meta.url), 'utf8')
    const verbs = texts.flatMap(({ text }) =>
      [...text.matchAll(/\bparvis ([a-z]+(?: [a-z]+)?)/gu)].map(([, verb = '']) => verb),
    )
    const known = (verb: string) =>
      reference.includes(`parvis ${verb}`) || reference.includes(`parvis ${verb.split(' ')[0]}`)
    expect(verbs.length).toBeGreaterThan(6)
    expect(verbs.filter((verb) => !known(verb))).toEqual([])
  })

  test('set French blanks where the page will: none before high punctuation is left to break by hand', () => {
    const bad = texts.filter(
      ({ language, text }) => language === 'fr' && /[\p{L}»)][;?!]/u.test(text.replace(/`[^`]*`/gu, '')),
    )
    expect(bad.map(({ id, text }) => `${id}: ${/.{20}[\p{L}»)][;?!].{5}/u.exec(text)?.[0]}`)).toEqual([])
  })

  test('say how long each way to start takes, in five steps at most', () => {
    for (const { id, sections } of pages.filter((one) => one.id === 'start')) {
      expect(sections).toHaveLength(7)
      for (const { text } of sections) {
        expect(text, id).toMatch(/^\*[^*]+\*$/mu)
        expect(text.match(/^\d+\. /gmu)?.length).toBeLessThanOrEqual(5)
      }
    }
  })
})

describe('a text of the city', () => {
  test('stands in for ours by its name, and says so', async () => {
    const read = await readGuide(cityWith('map.fr.md', page('## Chez nous\n\nUne seule sorte.')))
    expect(read.find(({ id, language }) => id === 'map' && language === 'fr')).toMatchObject({
      isOwn: true,
      sections: [{ id: 'chez-nous', text: 'Une seule sorte.' }],
    })
    expect(read.find(({ id, language }) => id === 'map' && language === 'en')?.isOwn).toBe(false)
  })

  test.each([
    ['an empty link', '## Un\n\n[ici]()', '9 a link leads nowhere or has no text.'],
    ['a placeholder', '## Un\n\nTODO', '9 "TODO" was left behind.'],
    [
      'a table that does not exist',
      '## Un\n\n{{lignes}}',
      '9 there is nothing called {{lignes}}. Did you mean "lines"?',
    ],
    [
      'a page that does not exist',
      '## Un\n\n[ici](page:translation)',
      '9 no page "translation". Did you mean "translations"?',
    ],
    ['no section', 'Bonjour', '- it has no section: a line that begins with "## ".'],
  ])('is refused for %s, by file and line', async (_, body, expected) => {
    expect(await problemsOf('tests.fr.md', page(body))).toEqual([expected])
  })

  test('is refused without a day of verification, and under a name that no text has', async () => {
    expect(await problemsOf('tests.fr.md', page('## Un\n\nOui', 'title: T\nlead: L'))).toEqual([
      expect.stringContaining('verified'),
    ])
    expect(await problemsOf('plans.fr.md', page('## Un\n\nOui'))).toEqual([
      expect.stringContaining('"plans.fr.md" is no text of the guide'),
    ])
  })

  test('in a block of code may say anything', async () => {
    expect(await problemsOf('tests.fr.md', page('## Un\n\n```sh\necho TODO # [x]()\n## no heading\n```'))).toEqual([])
  })
})

test('a text that nobody followed for 180 days is told, and ours are not that old', () => {
  expect([isOld({ verified: '2026-05-18' }, '2026-11-14'), isOld({ verified: '2026-05-18' }, '2026-11-15')]).toEqual([
    false,
    true,
  ])
  const [first] = pages
  const waiting = first === undefined ? [] : [{ ...first, verified: '2025-01-01' }]
  expect(oldTexts(waiting, '2026-11-15')).toEqual([
    { file: `guide/${first?.id}.fr.md`, message: expect.stringContaining('2025-01-01') },
  ])
  expect(oldTexts(pages, '2026-11-22')).toEqual([])
})

describe('names', () => {
  const forms = namingForms(builtinPacks())
  const verdict = (of: string, name: string, { owner = '', kind = 'plugin' } = {}) =>
    verdictOf({ of, name, owner, kind }, forms)

  test('are tried by the patterns of the rules', () => {
    const platform = { owner: 'lutece-platform' }
    expect(verdict('repository', 'lutece-jardin-plugin-ruche', platform).isGood).toBe(true)
    expect(verdict('repository', 'jardin-plugin-ruche', platform)).toMatchObject({
      isGood: false,
      forms: expect.arrayContaining(['lutece-<domain>-plugin-<name>']),
    })
    expect(verdict('repository', 'jardin-plugin-ruche', { owner: 'lutece-secteur-public' }).isGood).toBe(true)
    expect(verdict('repository', 'Ruche', { owner: 'elsewhere' }).isGood).toBeUndefined()
    expect(verdict('artifactId', 'module-ruche', { kind: 'module' }).isGood).toBe(false)
    expect(verdict('artifactId', 'plugin-Ruche').isGood).toBe(false)
  })

  test('that are derived have the form that the rules ask for, whatever the kind', () => {
    for (const kind of NAMED_KINDS) {
      const names = new Map(derivedNames({ kind, host: 'ruche', name: 'miel-bio', group: 'fr.ville' }))
      expect(verdict('artifactId', names.get('artifact') ?? '', { kind }).isGood, kind).toBe(true)
      expect(names.get('package')).toMatch(/^fr\.ville\.plugins\.(?:ruche\.modules\.)?mielbio$/u)
    }
  })

  test('that share a word of substance are near', () => {
    const all = ['plugin-ruche', 'module-ruche-miel', 'plugin-verger', 'library-miel-bio']
    expect(nearNames('module-ruche-miel', all)).toEqual(['library-miel-bio', 'plugin-ruche'])
  })
})

test('generations come with a parent each', () => {
  expect(new Set(lineParents(builtinPacks()).map(({ line }) => line))).toEqual(new Set(['v7', 'v8']))
  expect(GUIDE_PART_IDS).toHaveLength(10)
})
