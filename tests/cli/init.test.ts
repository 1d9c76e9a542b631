import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { init } from '#cli/commands/init.ts'
import { loadConfig } from '#cli/config.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const written = (folder: string) => readFileSync(join(folder, 'parvis.yaml'), 'utf8')

test('writes a configuration that loads, and says what to do next', async () => {
  const cwd = temporaryFolder()
  const args = [
    'init',
    'ville-exemple',
    'ville-exemple-metiers',
    '--publisher',
    'Ville "d’exemple"',
    '--contact',
    'ospo@ville.example',
  ]
  const ran = await runParvis([...args, '--lang', 'fr'], { cwd })
  expect(ran).toMatchObject({ code: 0, out: `${join(cwd, 'parvis.yaml')}\n` })
  expect(ran.err).toContain('parvis collect --plan')
  const config = await loadConfig({ cwd })
  expect(config.organisations.map(({ name }) => name)).toEqual(['ville-exemple', 'ville-exemple-metiers'])
  expect(config.site).toMatchObject({ publisher: { fr: 'Ville "d’exemple"' }, contact: 'ospo@ville.example' })
})

test.each(['fr', 'en'])('keeps keys behind # that load once it is taken away, in %s', async (language) => {
  const cwd = temporaryFolder()
  await runParvis(['init', 'ville-exemple', '--server', 'https://git.ville.example', '--lang', language], { cwd })
  const whole = written(cwd).replace(/^( *)#(?! )/gmu, '$1')
  expect(whole).not.toBe(written(cwd))
  const all = temporaryFolder({ 'parvis.yaml': whole })
  const config = await loadConfig({ cwd: all })
  expect(config.promise?.workingDays).toBe(10)
  expect(config.registers.map(({ id }) => id)).toContain('adopters')
  expect(config.site.url).toBe('https://open.my-city.example')
  expect(config.organisations[0]?.server).toBe('https://git.ville.example')
})

test('leaves a configuration that is there as it is', async () => {
  const cwd = temporaryFolder({ 'parvis.yaml': 'organisations: []\n' })
  const ran = await runParvis(['init', 'ville-exemple'], { cwd })
  expect(ran.code).toBe(2)
  expect(ran.err).toContain('is there already')
  expect(written(cwd)).toBe('organisations: []\n')
})

describe('names', () => {
  test.each([
    ['https://github.com/ville-exemple/', 'ville-exemple'],
    ['https://github.com/orgs/ville-exemple', 'ville-exemple'],
    ['@ville-exemple', 'ville-exemple'],
  ])('are read out of what people paste: %s', async (pasted, name) => {
    const cwd = temporaryFolder()
    await runParvis(['init', pasted], { cwd })
    expect((await loadConfig({ cwd })).organisations.map((one) => one.name)).toEqual([name])
  })

  test.each([
    ['ville-exemple/plugin-agenda', 'did you mean ville-exemple?'],
    ['ville exemple', 'letters, digits and single hyphens'],
    ['ville--exemple', 'letters, digits and single hyphens'],
  ])('that cannot be one are refused: %s', async (given, hint) => {
    const ran = await runParvis(['init', given], { cwd: temporaryFolder() })
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(hint)
  })

  test('are needed where nobody can be asked', async () => {
    const ran = await runParvis(['init'], { cwd: temporaryFolder() })
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('parvis init my-organisation')
  })
})

test('asks on a terminal for what was not given, and takes an empty answer for none', async () => {
  const cwd = temporaryFolder()
  const answers = ['ville-exemple, ville-exemple-metiers', 'Ville d’exemple', '']
  const asked: string[] = []
  const io = {
    ...{ cwd, env: {}, isTerminal: true, hasColor: false, now: () => new Date(0), out: () => {}, err: () => {} },
    ask: async (questions: readonly string[]) => {
      asked.push(...questions)
      return answers
    },
  }
  await init({ io, signal: new AbortController().signal, exit: () => {}, organisations: [], options: { lang: 'fr' } })
  expect(asked).toHaveLength(3)
  const config = await loadConfig({ cwd })
  expect(config.organisations).toHaveLength(2)
  expect(config.site.publisher.fr).toBe('Ville d’exemple')
  expect(config.site.contact).toBeUndefined()
})
