import { describe, expect, it } from 'vitest'
import { runParvis } from '../run-parvis.ts'
import { ENV, translatedCity } from './translated-city.ts'

const ask = (cwd: string, ...args: readonly string[]) =>
  runParvis(['inventory', ...args], { cwd, env: { ...ENV, LANG: 'en_GB.UTF-8' } })

describe('parvis inventory migration', () => {
  it('says what may start, what waits for what', async () => {
    const cwd = await translatedCity()
    const { out, code } = await ask(cwd, 'migration')
    expect(code).toBe(0)
    expect(out).toContain('ready 0 · on the new line, to finish 0 · free to start 1 · blocked 1 · unknown 0')
    expect(out).toMatch(/^ville\/plugin-forum +free to start +1 +none$/mu)
    expect(out).toMatch(/^ville\/site-belvedere +blocked +0 +none +ville\/plugin-forum/mu)
    expect(JSON.parse((await ask(cwd, 'migration', 'plugin-forum', '--format', 'json')).out)).toMatchObject({
      schemaVersion: 1,
      migration: [{ component: 'ville/plugin-forum', state: 'free', unblocks: 1 }],
    })
  })
})

describe('parvis inventory openness', () => {
  it('lays what is declared beside what is seen, and says what was not collected', async () => {
    const cwd = await translatedCity({
      'openness.yaml': '- { component: ville/plugin-forum, degree: A, declaredAt: 2026-03-01 }\n',
      'trackers.yaml': '- { component: "ville/*", kind: redmine, address: "https://suivi.example" }\n',
      'listings.yaml': '- { component: plugin-forum, catalogue: Comptoir, isListed: oui, checkedAt: 2026-03-02 }\n',
    })
    const { out } = await ask(cwd, 'openness')
    expect(out).toMatch(/^ville\/plugin-forum +A +– +public repository, .*contribution guide, answers .* +Comptoir$/mu)
    expect(out).toContain('Degree declared for 1 component out of 2.')
    expect(out).toMatch(/^ {2}plugin-missing +1$/mu)
    expect(JSON.parse((await ask(cwd, 'openness', '--format', 'json')).out)).toMatchObject({
      workingDays: 10,
      openness: [{ degree: 'A', declaredAt: '2026-03-01', listings: [{ catalogue: 'Comptoir', isListed: true }] }],
      elsewhere: { artifacts: [{ artifact: 'plugin-missing', askedBy: ['ville/site-belvedere'] }], sources: [] },
    })
  })

  it('says that nothing is declared', async () => {
    expect((await ask(await translatedCity(), 'openness')).out).toContain('No degree of openness is declared')
  })
})
