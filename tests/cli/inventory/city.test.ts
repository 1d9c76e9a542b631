import { describe, expect, it } from 'vitest'
import { runParvis } from '../run-parvis.ts'
import { ENV, translatedCity } from './translated-city.ts'

const TRIALS = `- { assembly: ville/site-belvedere, date: 2026-05-02, revision: abc123, command: docker compose up, result: started, requires: 4 GB, contact: office <x> }
- { assembly: site-belvedere, date: 2026-06-02, revision: def456, command: docker compose up, result: failed }
- { assembly: ville/site-belvedere#other, date: 2026-07-02, revision: fed456, command: none, result: started }
`
const NEEDS = '- { id: forum, words: { fr: Débattre, en: Debate }, components: [plugin-forum] }\n'

const ask = (cwd: string, ...args: readonly string[]) =>
  runParvis(['inventory', 'assemblies', ...args], { cwd, env: { ...ENV, LANG: 'en_GB.UTF-8' } })

describe('a city that asks for an assembly in its language', () => {
  it('is told how far it is, residents apart from the administration, how it starts and whom to ask', async () => {
    const cwd = await translatedCity({ 'trials.yaml': TRIALS, 'needs.yaml': NEEDS })
    const { out, code } = await ask(cwd, 'site-belvedere', '--lang', 'fr')
    expect(code).toBe(0)
    expect(out).toMatch(/^Ensemble +50 % +2 +4$/mu)
    expect(out).toMatch(/^Usagers +100 % +2 +2$/mu)
    expect(out).toMatch(/^Administration +0 % +0 +1$/mu)
    expect(out).toMatch(/^Non déterminé .* +0 % +0 +1$/mu)
    expect(out).toContain('Commande : docker compose up\nCe qu’il faut : 4 GB\n')
    expect(out).toContain('Dernier démarrage réussi : 2026-05-02 (abc123)\nEssai échoué depuis : 2026-06-02\n')
    expect(out).toContain('Besoins auxquels l’assemblage répond\nDébattre\n')
    expect(out).toContain('hors du compte : fr.paris.lutece.plugins:plugin-missing')
  })

  it('reads the codes of countries as languages', async () => {
    const cwd = await translatedCity()
    const { city } = JSON.parse((await ask(cwd, 'site-belvedere', '--lang', 'cz', '--format', 'json')).out)
    expect(city).toMatchObject({
      texts: 'cs',
      keys: { translated: 1, reference: 4 },
      offices: { front: { translated: 1, reference: 2 } },
      components: [{ component: 'ville/plugin-forum', translated: 1, reference: 4 }],
      lacking: [],
      started: null,
    })
    expect((await ask(cwd, 'site-belvedere', '--lang', 'dk', '--format', 'csv')).out).toContain('all,da,0,0,4')
    expect((await ask(cwd, 'site-belvedere', '--lang', 'se', '--format', 'csv')).out).toContain('all,sv,0,0,4')
  })

  it('gets a sheet to print, in which no register is markup', async () => {
    const cwd = await translatedCity({ 'trials.yaml': TRIALS })
    const page = (await ask(cwd, 'site-belvedere', '--lang', 'hu', '--format', 'html')).out
    expect(page).toContain('@page{size:A4')
    expect(page).toContain('<p>Contact: office &lt;x&gt;</p>')
    expect(page).toContain('<p>Components without this language: ville/plugin-forum</p>')
    expect(page).not.toMatch(/(?:src|href)=/u)
    const { out } = await ask(cwd, 'site-belvedere', '--lang', 'hu', '--format', 'markdown')
    expect(out).toContain('| In all | 0% | 0 | 4 |')
    expect(out).toContain('office \\<x\\>')
  })

  it('is answered about one assembly in one language', async () => {
    const ran = await ask(await translatedCity(), 'site-belvedere', '--format', 'html')
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('a sheet is about one assembly and one language')
  })
})
