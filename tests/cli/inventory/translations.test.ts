import { describe, expect, it } from 'vitest'
import { complaints } from '../json-schema.ts'
import { runParvis } from '../run-parvis.ts'
import { schemaOf } from '../schema-of.ts'
import { ENV, PLUGIN, translatedCity } from './translated-city.ts'

const ask = (cwd: string, ...args: readonly string[]) =>
  runParvis(['inventory', 'translations', ...args], { cwd, env: { ...ENV, LANG: 'en_GB.UTF-8' } })

describe('parvis inventory translations', () => {
  it('says how far each component is in each language, and what to finish next', async () => {
    const cwd = await translatedCity()
    const { out, code } = await ask(cwd, 'plugin-forum')
    expect(code).toBe(0)
    expect(out).toContain('ville/plugin-forum: 4 keys, bundles: 1')
    expect(out).toMatch(/^fr +50% +2 +4 +2 +0 +0 +0 +unknown$/mu)
    expect(out).toMatch(/^cs +25% +1 +4 +3 +0 +0 +0 +unknown$/mu)
    expect(out).toContain('Language to finish next: fr, 2 keys left.')
    expect(out).toContain('fr  missing (2): manage.title, built')

    const answer = JSON.parse((await ask(cwd, '--format', 'json')).out)
    expect(answer).toMatchObject({
      schemaVersion: 1,
      coverage: { known: 2, all: 2, missing: [] },
      next: { language: 'fr', left: 2 },
      translations: [
        {
          component: 'ville/plugin-forum',
          keys: 4,
          next: { language: 'fr', left: 2 },
          languages: [{ language: 'cs', rate: 0.25, trend: null }, {}],
        },
      ],
    })
    expect(complaints(answer, schemaOf('inventory'))).toEqual([])
    const csv = (await ask(cwd, '--format', 'csv')).out.split('\r\n')
    expect(csv[2]).toBe(`ville/plugin-forum,${PLUGIN},fr,${PLUGIN}_fr.properties,2,4,2,0,0,0,0,0`)
  })

  it('answers for one language, by its country code too, in the language of reports', async () => {
    const cwd = await translatedCity()
    expect((await ask(cwd, '--lang', 'cz')).out).toMatch(/^ville\/plugin-forum +25% +1 +4 +3/mu)
    expect((await ask(cwd, '--lang', 'hu')).out).toMatch(/^ville\/plugin-forum +none +0 +4 +4/mu)
    expect((await ask(cwd, '--lang', 'fr')).out).toMatch(/^Composant +Taux/mu)
  })

  it('answers for all that an assembly holds, and says what nobody collected', async () => {
    const cwd = await translatedCity()
    const { out } = await ask(cwd, 'site-belvedere', '--lang', 'hu')
    expect(out).toMatch(/^ville\/plugin-forum +none/mu)
    expect(out).toContain('Not collected, so unknown: 1 (fr.paris.lutece.plugins:plugin-missing).')
  })

  it('knows a name that was meant', async () => {
    const { code, err } = await ask(await translatedCity(), 'plugin-forun')
    expect(code).toBe(2)
    expect(err).toContain('Did you mean "plugin-forum"?')
  })

  it('leaves other commands their two languages', async () => {
    const { code, err } = await runParvis(['rules', '--lang', 'hu'], { cwd: '.' })
    expect(code).toBe(2)
    expect(err).toContain("argument 'hu' is invalid. Allowed choices are fr, en.")
  })
})
