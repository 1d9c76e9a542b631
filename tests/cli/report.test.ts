import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStore } from '#data/store.ts'
import { registerOf, saveCity, standings } from '../data/metrics/city.ts'
import { changeRequest, person, repository } from '../data/world.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const HOSTILE = 'Ville <script>alert(1)</script> | « x » *y*'

describe('parvis report', () => {
  let city: string
  const report = (args: readonly string[], cwd = city) => runParvis(['report', ...args], { cwd })

  beforeAll(async () => {
    city = mkdtempSync(join(tmpdir(), 'parvis-report-'))
    writeFileSync(join(city, 'parvis.yaml'), 'targets:\n  - { metric: adoption, atLeast: 3, by: 2026-12-31 }\n')
    const store = await openStore({
      path: join(city, '.parvis/parvis.sqlite'),
      mode: 'write',
      secret: 'a key of the tests',
    })
    const release = (number: number, tag: string, day: string) => {
      return {
        hostId: String(number),
        tag,
        name: null,
        publishedAt: `${day}T08:00:00Z`,
        isPrerelease: false,
        notesLength: 0,
      }
    }
    const adopter = { type: 'city', country: 'FR', component: 'greffon-1', state: 'in-service', basis: 'told-us' }
    await saveCity(store, [
      repository(1, { releases: [release(1, '1.1.0', '2026-11-18')] }),
      standings({ 2: 'individual' }),
      changeRequest(1, { author: person(2), createdAt: '2026-11-16T08:00:00Z' }),
      registerOf('adopters', [{ ...adopter, organisation: HOSTILE, since: '2026-11-17', confirmedAt: '2026-11-17' }]),
    ])
    store.close()
  })

  afterAll(() => rmSync(city, { recursive: true, force: true }))

  it('tells the week in a few lines, for a mail', async () => {
    const { code, out } = await report(['week', '--lang', 'fr'])
    expect(code).toBe(0)
    expect(out).toContain('# Rapport de la semaine : du 14 novembre 2026 au 20 novembre 2026')
    expect(out).toContain('**Aucune cible atteinte sur une ; une en retard.**')
    expect(out).toContain(
      '- 1 version publiée, contre 0 la semaine précédente.\n  - **18 nov.** greffon-1 1.1.0 publié',
    )
    expect(out).toContain('1 proposition de code ouverte, dont 1 venue de l’extérieur, contre 0')
    expect(out).toContain('Aucun registre des décisions n’est tenu')
    expect(out.split('\n').filter((line) => line !== '').length).toBeLessThan(45)
  })

  it('says the same as a page as in Markdown, in either language', async () => {
    for (const lang of ['fr', 'en']) {
      const words = (text: string) => new Set(text.normalize('NFKC').match(/[\p{L}\p{N}]{3,}/gu))
      const page = (await report(['month', '--format', 'html', '--lang', lang])).out
      const markdown = (await report(['month', '--lang', lang])).out
      const body = page
        .slice(page.indexOf('<main>'))
        .replaceAll(/<[^>]+>/gu, ' ')
        .replaceAll('&amp;', '&')
      expect([...words(markdown)].filter((word) => !words(body).has(word))).toEqual([])
      expect(page).toContain(`<html lang="${lang}">`)
    }
  })

  it('asks for nothing from elsewhere, and lets no text become markup', async () => {
    const { out } = await report(['year', '2026', '--format', 'html', '--lang', 'en'])
    expect(out).not.toMatch(/(?:src|href)="|url\((?!data:)|<script/u)
    expect(out).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    const markdown = (await report(['year', '2026', '--lang', 'en'])).out
    expect(markdown).toContain('\\<script\\>')
  })

  it('writes the file whole, and keeps today where it is asked to', async () => {
    const { code, out, err } = await report(['month', '--out', 'month.md', '--record'])
    expect([code, out, err]).toEqual([0, '', 'month.md\n'])
    expect(readFileSync(join(city, 'month.md'), 'utf8')).toMatch(/^# Report of the month/u)
    const store = await openStore({ path: join(city, '.parvis/parvis.sqlite'), mode: 'read' })
    const { keptReadings } = await import('#data/queries/report/kept-readings.ts')
    expect(await store.ask(keptReadings, {})).toContainEqual({
      ...{ metric: 'adoption', measure: 'adopters', month: 202611, value: 1, part: null, whole: null, is_declared: 0 },
    })
    store.close()
    const refused = await report(['month', '--out', 'no/such/folder/month.md'])
    expect([refused.code, existsSync(join(city, 'no'))]).toEqual([2, false])
  })

  it.each([
    [['since', 'yesterday'], 'expected a day, YYYY-MM-DD'],
    [['since', '2026-02-30'], 'expected a day, YYYY-MM-DD'],
    [['since', '2027-01-01'], 'comes after 2026-11-20'],
    [['month', '2026-13'], 'expected a month, YYYY-MM'],
    [['month', '2026-11'], 'is not over on 2026-11-20'],
    [['year', '26'], 'expected a year, YYYY'],
    [['year', '2027'], 'has not begun'],
    [['wek'], 'Did you mean "week"?'],
  ])('refuses %j', async (args, said) => {
    const { code, out, err } = await report(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(said)
  })

  it('says so where nothing was collected yet', async () => {
    const bare = temporaryFolder({ 'parvis.yaml': 'organisations: []\n' })
    expect((await report(['month'], bare)).err).toContain('parvis collect')
    ;(await openStore({ path: join(bare, '.parvis/parvis.sqlite'), mode: 'write', secret: 'k' })).close()
    const { code, out } = await report(['week', '--lang', 'en'], bare)
    expect(code).toBe(0)
    expect(out).toContain('Nothing was collected yet: no figure is known.')
    expect(out).not.toContain('##')
  })
})
