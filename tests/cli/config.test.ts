import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { plannedWork } from '#cli/collect/work.ts'
import { loadConfig } from '#cli/config.ts'
import type { UsageFailure } from '#data/model/failures.ts'
import { reserveInForce } from '#data/publication/reserve.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function failureOf(folder: string): Promise<UsageFailure> {
  return (await loadConfig({ cwd: folder }).catch((error: unknown) => error)) as UsageFailure
}

describe('parvis.yaml', () => {
  it('is found upward from the current folder, and its paths are relative to its own', async () => {
    const folder = temporaryFolder({
      'parvis.yaml': 'organisations:\n  - name: brumaire\nregisters:\n  affiliations: people.yaml\n',
      'deep/down/keep': '',
    })
    const config = await loadConfig({ cwd: join(folder, 'deep/down') })
    expect(config.folder).toBe(folder)
    expect(config.registers).toEqual([{ id: 'affiliations', file: join(folder, 'people.yaml') }])
    expect(config.database).toBe(join(folder, '.parvis/parvis.sqlite'))
    expect(config.organisations).toEqual([{ name: 'brumaire', tokenFrom: ['GITHUB_TOKEN'], dependencyGraph: false }])
  })

  it('says of which organisations the graph of the host is read; the command line may ask by name', async () => {
    const folder = temporaryFolder({
      'parvis.yaml': 'organisations:\n  - name: brumaire\n  - { name: nivose, dependencyGraph: true }\n',
    })
    const config = await loadConfig({ cwd: folder })
    const asked = (only?: readonly string[]) =>
      plannedWork(config, { scopes: [], only, env: {} })
        .filter(({ collector }) => collector.id === 'github/dependency-graph')
        .map(({ organisation }) => organisation?.name)
    expect(asked()).toEqual(['nivose'])
    expect(asked(['github/dependency-graph'])).toEqual(['brumaire', 'nivose'])
  })

  it('names one token or several, or an app', async () => {
    const folder = temporaryFolder({
      'parvis.yaml':
        'organisations:\n  - { name: a, tokenFrom: ONE }\n  - { name: b, tokenFrom: [ONE, TWO] }\n  - { name: c, app: { id: 7, privateKeyFrom: key.pem } }\n',
    })
    const { organisations } = await loadConfig({ cwd: folder })
    expect(organisations.map(({ tokenFrom, app }) => [tokenFrom, app?.id])).toEqual([
      [['ONE'], undefined],
      [['ONE', 'TWO'], undefined],
      [['GITHUB_TOKEN'], 7],
    ])
  })

  it.each(['[]', 'ghp_not a name', '[ONE, 2]', '{ name: ONE }'])(
    'refuses %s as the place of a token',
    async (value) => {
      const folder = temporaryFolder({ 'parvis.yaml': `organisations:\n  - { name: a, tokenFrom: ${value} }\n` })
      const failure = await failureOf(folder)
      expect(failure.code).toBe('config-invalid')
      expect(failure.details[0]?.message).toContain('environment variable')
    },
  )

  it('says which days are working days; what it leaves out is as in France', async () => {
    const calendarOf = async (text: string) =>
      (await loadConfig({ cwd: temporaryFolder({ 'parvis.yaml': text }) })).calendar
    const france = { timeZone: 'Europe/Paris', holidays: 'fr', daysOff: [] }
    expect(await calendarOf('packs: [lutece]')).toEqual(france)
    expect(await calendarOf('calendar: { daysOff: [2026-12-24] }')).toEqual({ ...france, daysOff: ['2026-12-24'] })
    expect(await calendarOf('calendar: { timeZone: America/Montreal, holidays: none }')).toEqual({
      ...{ timeZone: 'America/Montreal', holidays: 'none', daysOff: [] },
    })
  })

  it.each([
    ['timeZone: Europe/Lutece', 'time zone'],
    ['daysOff: [2026-02-30]', 'YYYY-MM-DD'],
    ['daysOff: [24 December]', 'YYYY-MM-DD'],
    ['holidays: de', 'fr'],
  ])('refuses %s in a calendar, and says where', async (line, expected) => {
    const failure = await failureOf(temporaryFolder({ 'parvis.yaml': `calendar:\n  ${line}\n` }))
    expect(failure.code).toBe('config-invalid')
    expect(failure.details[0]).toMatchObject({ line: 2, message: expect.stringContaining(expected) })
  })

  it('reads a reserve, its first and last day included', async () => {
    const cwd = temporaryFolder({ 'parvis.yaml': 'publish: { reserve: { from: 2026-03-01, to: 2026-03-22 } }' })
    const { publish, calendar } = await loadConfig({ cwd })
    const isOn = (at: string, timeZone = calendar.timeZone) =>
      reserveInForce(publish.reserve, { now: new Date(at), timeZone }) !== undefined
    // A day of Paris begins at eleven at night in UTC, in winter.
    const instants = ['2026-02-28T22:59Z', '2026-02-28T23:00Z', '2026-03-22T22:59Z', '2026-03-22T23:00Z']
    expect(instants.map((at) => isOn(at))).toEqual([false, true, true, false])
    expect(instants.map((at) => isOn(at, 'America/Martinique'))).toEqual([false, false, true, true])
    expect(reserveInForce(undefined, { now: new Date('2026-03-01T12:00:00Z'), timeZone: 'UTC' })).toBeUndefined()
  })

  it.each([
    ['{ from: 2026-03-22, to: 2026-03-01 }', 'publish.reserve.to: expected a day not before 2026-03-22.'],
    ['{ from: 2026-02-30, to: 2026-03-01 }', 'publish.reserve.from: expected a day, YYYY-MM-DD.'],
  ])('refuses the reserve %s, and says where', async (reserve, message) => {
    const failure = await failureOf(temporaryFolder({ 'parvis.yaml': `publish:\n  reserve: ${reserve}\n` }))
    expect(failure).toMatchObject({ code: 'config-invalid', details: [{ line: 2, message }] })
  })

  it('may be missing: the defaults stand, relative to the current folder', async () => {
    const folder = temporaryFolder()
    const config = await loadConfig({ cwd: folder })
    expect(config).toMatchObject({
      file: null,
      folder,
      organisations: [],
      packs: ['lutece', 'open-source', 'publiccode'],
    })
  })

  it('is missed when it was named', async () => {
    const failure = await loadConfig({ cwd: temporaryFolder(), file: 'other.yaml' }).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'config-missing', hint: expect.stringContaining('organisations:') })
  })

  it('with an unknown key names file, line, column and the nearest valid key', async () => {
    const folder = temporaryFolder({ 'parvis.yaml': 'organisations: []\nregistres:\n  affiliations: a.yaml\n' })
    const failure = await failureOf(folder)
    expect(failure.code).toBe('config-invalid')
    expect(failure.details).toEqual([
      {
        file: join(folder, 'parvis.yaml'),
        line: 2,
        column: 1,
        message: 'registres: unknown key "registres". Did you mean "registers"?',
      },
    ])
  })

  it('says all that is wrong at once', async () => {
    const folder = temporaryFolder({ 'parvis.yaml': 'organisations:\n  - nam: a\n  - name: 3\nlanguage: fra\n' })
    const failure = await failureOf(folder)
    expect(failure.details.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '2 organisations.0.nam: unknown key "nam". Did you mean "name"?',
      '2 organisations.0: "name" is missing: expected the name of an organisation, as in its address on the host.',
      '3 organisations.1.name: expected the name of an organisation, as in its address on the host.',
      '4 language: expected one of fr, en. Did you mean "fr"?',
    ])
  })

  it('reads targets: shares in per cent, the first number of a metric where none is named', async () => {
    const folder = temporaryFolder({
      'parvis.yaml':
        'targets:\n  - { metric: migration, atLeast: 70, by: 2026-12-31 }\n  - { metric: first-response, measure: median, atMost: 3, by: 2026-12-31 }\n',
    })
    expect((await loadConfig({ cwd: folder })).targets).toEqual([
      { metric: 'migration', measure: 'migrated', bound: 'at-least', value: 0.7, by: '2026-12-31' },
      { metric: 'first-response', measure: 'median', bound: 'at-most', value: 3, by: '2026-12-31' },
    ])
  })

  it.each([
    ['{ metric: migrations, atLeast: 1, by: 2026-12-31 }', '2:15', 'Did you mean "migration"?'],
    [
      '{ metric: change-requests, measure: outside-shar, atLeast: 1, by: 2026-12-31 }',
      '2:41',
      'Did you mean "outside-share"?',
    ],
    ['{ metric: migration, atLeast: 1, atMost: 2, by: 2026-12-31 }', '2:5', 'either atLeast or atMost'],
    ['{ metric: migration, by: 2026-12-31 }', '2:5', 'either atLeast or atMost'],
    ['{ metric: migration, atLeast: 101, by: 2026-12-31 }', '2:35', 'from 0 to 100'],
    ['{ metric: migration, atLeast: 1, by: 2026-02-30 }', '2:42', 'expected a day'],
    [
      '{ metric: migration, atLeast: 1, by: 2026-12-31 }\n  - { metric: migration, atLeast: 2, by: 2027-12-31 }',
      '3:5',
      'already',
    ],
  ])('refuses the target %s', async (line, place, message) => {
    const folder = temporaryFolder({ 'parvis.yaml': `targets:\n  - ${line}\n` })
    const [detail] = (await failureOf(folder)).details
    expect(`${detail?.line}:${detail?.column}`).toBe(place)
    expect(detail?.message).toContain(message)
  })

  it('that is no YAML says where reading stopped', async () => {
    const folder = temporaryFolder({ 'parvis.yaml': 'organisations: [\n  - name\n' })
    const failure = await failureOf(folder)
    expect(failure.code).toBe('config-malformed')
    expect(failure.details[0]).toMatchObject({ file: join(folder, 'parvis.yaml'), line: expect.any(Number) })
  })
})
