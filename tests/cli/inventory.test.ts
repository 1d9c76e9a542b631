import { rmSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { inventoryScene } from './inventory-scene.ts'
import { runParvis } from './run-parvis.ts'

let cwd = ''
beforeAll(async () => {
  cwd = await inventoryScene()
  return () => rmSync(cwd, { recursive: true, force: true })
})

const run = (...args: readonly string[]) => runParvis(['inventory', ...args], { cwd })

async function json<Answer>(...args: readonly string[]): Promise<Answer> {
  const ran = await run(...args, '--format', 'json')
  expect(ran).toMatchObject({ code: 0, err: '' })
  return JSON.parse(ran.out) as Answer
}

interface Components {
  readonly components: readonly {
    readonly id: string
    readonly kind: string | null
    readonly release: { readonly version: string; readonly publishedAt: string | null } | null
    readonly license: {
      readonly declared: { readonly spdx: string; readonly source: string } | null
      readonly concluded: { readonly spdx: string } | null
      readonly isDisagreed: boolean
    }
    readonly readiness: { readonly level: number; readonly atMost: number; readonly reasons: readonly object[] }
    readonly descriptors: readonly { readonly minCoreVersion: string | null }[]
    readonly services: readonly string[]
    readonly behind: object
  }[]
}

describe('parvis inventory components', () => {
  it('says what each repository holds though nothing was linted', async () => {
    const { components } = await json<Components>('components')
    expect(components.map(({ id, kind }) => [id, kind])).toEqual([
      ['ville/module-guichet-carte', 'module'],
      ['ville/pack-accueil:accueil', 'site'],
      ['ville/plugin-carte', 'plugin'],
      ['ville/plugin-guichet', 'plugin'],
      ['ville/site-deux', 'site'],
    ])
  })

  it('tells the last final release with its day, and what the descriptor admits', async () => {
    const { components } = await json<Components>('components', 'plugin-guichet')
    expect(components).toMatchObject([
      {
        id: 'ville/plugin-guichet',
        release: { version: '2.0.1', publishedAt: '2026-06-01T10:00:00Z' },
        descriptors: [{ minCoreVersion: '7.0.0' }],
      },
    ])
  })

  it('shows that sources of a licence disagree, and calls neither right', async () => {
    const { components } = await json<Components>('components', 'plugin-carte', 'plugin-guichet')
    expect(components.map(({ license }) => license)).toMatchObject([
      {
        declared: { spdx: 'MIT', source: 'manifest' },
        concluded: { spdx: 'BSD-3-Clause', from: ['register'] },
        isDisagreed: true,
        isSettled: true,
      },
      { declared: { spdx: 'BSD-3-Clause' }, concluded: { spdx: 'BSD-3-Clause' }, isDisagreed: false },
    ])
  })

  it('tells what people say of it: finished, replaced, its domain, who answers for it', async () => {
    const { components } = await json<Components>('components', 'plugin-carte', 'module-guichet-carte')
    expect(components).toMatchObject([
      { state: 'obsolete', stateFrom: 'register', replacedBy: 'plugin-carte', domain: null },
      { state: 'active', maintainer: 'Équipe socle', domain: { domain: 'Cartographie', source: 'register' } },
    ])
  })

  it('gives a level of readiness with its reasons, and what was not collected as unknown', async () => {
    const { components } = await json<Components>('components', 'plugin-guichet')
    expect(components[0]?.readiness).toEqual({
      level: 0,
      atMost: 0,
      reasons: [
        { criterion: 'commits', level: 1, outcome: 'unmet', value: 1, from: '2026-05-15T06:00:00Z' },
        { criterion: 'response', level: 1, outcome: 'unknown', value: null, from: '2025-11-15T06:00:00Z' },
        { criterion: 'release', level: 2, outcome: 'met', value: '2026-06-01', from: '2026-05-15T06:00:00Z' },
        { criterion: 'people', level: 3, outcome: 'withheld', value: null, from: '2025-11-15T06:00:00Z' },
      ],
    })
  })

  it('answers a name that is none with the nearest', async () => {
    const ran = await run('components', 'ville/plugin-guiche')
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('Did you mean "ville/plugin-guichet"?')
  })
})

describe('parvis inventory dependencies', () => {
  it('tells ranges that let the next major version in, and how far behind each is', async () => {
    const { dependencies } = await json<{ dependencies: readonly object[] }>('dependencies', 'plugin-guichet')
    expect(dependencies).toMatchObject([
      { from: 'ville/module-guichet-carte', version: '[2.0.0,)', loose: 'open-range', latest: '2.0.1', behind: 0 },
      { from: 'ville/pack-accueil:accueil', version: '[2.0.0]', loose: null, latest: '2.0.1', behind: 1 },
      { from: 'ville/site-deux', version: '2.0.0', loose: null, behind: 1 },
    ])
  })

  it('tells what breaks when a component stops, down to the services', async () => {
    const { stop } = await json<{ stop: object }>('dependencies', 'plugin-guichet', '--stops')
    expect(stop).toEqual({
      component: 'ville/plugin-guichet',
      components: [
        { id: 'ville/module-guichet-carte', depth: 1 },
        { id: 'ville/pack-accueil:accueil', depth: 1 },
        { id: 'ville/site-deux', depth: 1 },
      ],
      assemblies: ['ville/pack-accueil:accueil', 'ville/site-deux', 'ville/site-deux#carte'],
      services: ['mairie'],
    })
  })

  it('tells in which versions each artifact is asked for', async () => {
    const { drift } = await json<{ drift: readonly { artifact: string; versions: readonly object[] }[] }>(
      'dependencies',
    )
    expect(drift[0]?.artifact).toBe('fr.paris.lutece.plugins:plugin-guichet')
    expect(drift[0]?.versions).toHaveLength(3)
  })
})

interface Assemblies {
  readonly assemblies: readonly {
    readonly id: string
    readonly counts: object
    readonly parts: readonly { readonly artifact: string; readonly version: string | null }[]
  }[]
}

describe('parvis inventory assemblies', () => {
  it('finds those a folder down and those that a profile makes; tests are not held', async () => {
    const { assemblies } = await json<Assemblies>('assemblies')
    expect(assemblies.map(({ id, counts }) => [id, counts])).toMatchObject([
      ['ville/pack-accueil:accueil', { direct: 2, notCollected: 1, behind: 1 }],
      ['ville/site-deux', { direct: 1, notCollected: 0 }],
      ['ville/site-deux#carte', { direct: 2 }],
    ])
    const [, , carte] = assemblies
    expect(carte?.parts.map(({ version }) => version)).toEqual(['1.0.0', '2.0.0'])
  })

  it('tells how old the version is that is asked for', async () => {
    const { assemblies } = await json<{ assemblies: readonly { readonly parts: readonly object[] }[] }>(
      ...['assemblies', 'ville/pack-accueil'],
    )
    expect(assemblies[0]?.parts[1]).toMatchObject({
      version: '[2.0.0]',
      publishedAt: '2026-06-01T10:00:00Z',
      ageDays: 166,
    })
  })

  it('compares two', async () => {
    const { difference } = await json<{ difference: object }>('assemblies', 'ville/pack-accueil', 'site-deux#carte')
    expect(difference).toMatchObject({
      added: [{ artifact: 'fr.paris.lutece.plugins:plugin-carte' }],
      removed: [{ artifact: 'fr.paris.lutece.plugins:plugin-absent', component: null, version: '1.2.3' }],
      changed: [{ artifact: 'fr.paris.lutece.plugins:plugin-guichet', from: '[2.0.0]', to: '2.0.0' }],
    })
  })

  it('says which hold a component, collected or not', async () => {
    const ids = async (name: string) =>
      (await json<Assemblies>('assemblies', '--holding', name)).assemblies.map(({ id }) => id)
    expect(await ids('plugin-carte')).toEqual(['ville/site-deux#carte'])
    expect(await ids('plugin-absent')).toEqual(['ville/pack-accueil:accueil'])
    expect((await run('assemblies', '--holding', 'plugin-abset')).err).toContain('"plugin-absent"')
  })

  it.each(['prendre RENDEZ VOUS', 'Prendre un rendez-vous', 'book appointments', 'pour des rendez-vous'])(
    'understands the need "%s"',
    async (words) => {
      const { needs } = await json<{ needs: readonly object[] }>('needs', words)
      expect(needs).toMatchObject([{ id: 'rendez-vous', components: ['ville/plugin-guichet'] }])
    },
  )

  it('answers two needs at once with what answers both', async () => {
    const { needs, assemblies } = await json<Assemblies & { needs: readonly object[] }>(
      ...['needs', 'appointments', 'with', 'sign-on'],
    )
    expect(needs).toHaveLength(2)
    expect(assemblies.map(({ id }) => id)).toEqual(['ville/pack-accueil:accueil'])
  })

  it('lists every need when nothing is asked', async () => {
    const { needs } = await json<{ needs: readonly { readonly id: string }[] }>('needs')
    expect(needs.map(({ id }) => id)).toEqual(['rendez-vous', 'connexion'])
  })

  it('says when nothing is known of a need', async () => {
    expect(await run('needs', 'piscine')).toMatchObject({ code: 2, out: '' })
  })
})

describe('parvis inventory migration', () => {
  it('judges by the rules of the new line before the move, linted or not, and names what is in the way', async () => {
    const { migration } = await json<{ migration: readonly { component: string; failing: readonly object[] }[] }>(
      ...['migration'],
    )
    const of = (id: string) => migration.find(({ component }) => component === `ville/${id}`)
    expect(of('plugin-guichet')).toMatchObject({ state: 'free', unblocks: 3 })
    expect(of('plugin-guichet')?.failing).toContainEqual({
      ...{ code: 'V8-01', outcome: 'fail', severity: 'error', effort: 'minutes', places: 1 },
    })
    expect(of('module-guichet-carte')).toMatchObject({
      state: 'blocked',
      blockedBy: ['ville/plugin-carte', 'ville/plugin-guichet'],
    })
  })
})

describe('parvis inventory bricks', () => {
  it('joins what is used with what registers say; a plan that should have been looked at again is overdue', async () => {
    const { bricks } = await json<{ bricks: readonly object[] }>('bricks')
    expect(bricks).toMatchObject([
      {
        brick: 'pkg:docker/postgres',
        isGap: false,
        planB: [{ alternative: 'MariaDB', isOverdue: true }],
        usedBy: ['ville/pack-accueil:accueil'],
        versions: [{ version: '16', isBehind: false }],
        upkeep: { source: 'collected', repository: 'ville/plugin-guichet', latest: '2.0.1', absenceFactor: null },
        assemblies: [{ id: 'ville/pack-accueil:accueil', fit: 'beside' }],
      },
      {
        brick: 'pkg:maven/org.exemple/calendrier',
        title: 'Calendrier',
        licenses: [{ license: 'Apache-2.0', isSpdx: true, source: 'register' }],
        environments: [{ environment: 'production', version: '4.2', since: '2020-05-01' }],
        isGap: true,
        versions: [{ version: '4.2', isBehind: true }],
        upkeep: { source: 'register', latest: '4.3.1', latestAt: '2026-05-01', state: null },
        assemblies: [
          { id: 'ville/pack-accueil:accueil', fit: 'unknown' },
          { id: 'ville/site-deux', fit: 'fits' },
          { id: 'ville/site-deux#carte', fit: 'fits' },
        ],
      },
    ])
  })

  it('tells those of one assembly, and those without a plan that holds', async () => {
    const names = async (...args: readonly string[]) =>
      (await json<{ bricks: readonly { brick: string }[] }>('bricks', ...args)).bricks.map(({ brick }) => brick)
    expect(await names('--in', 'site-deux')).toEqual(['pkg:maven/org.exemple/calendrier'])
    expect(await names('--gaps')).toHaveLength(2)
    expect((await run('bricks', '--in', 'site-trois')).err).toContain('site-deux')
  })
})

describe('what stands around every answer', () => {
  it('is how old it is, how much is known, and what registers say in vain', async () => {
    const ran = await run('--lang', 'fr')
    expect(ran.out).toContain('Fichiers connus de 5 dépôts sur 5.')
    expect(ran.out).toContain(
      'needs, ligne 5, components : "plugin-guichete", aucun dépôt collecté (« plugin-guichet » ?)',
    )
  })

  it('takes for known what a build file asks for, collected or not', async () => {
    const { problems } = await json<{ problems: readonly { value: string }[] }>('services')
    expect(problems.map(({ value }) => value)).toEqual(['plugin-guichete'])
  })

  it('opens in a French spreadsheet', async () => {
    const ran = await run('components', '--format', 'csv', '--lang', 'fr')
    expect(ran.out.startsWith('\u{FEFF}id;repository;')).toBe(true)
    expect(ran.out.split('\r\n')).toHaveLength(7)
  })

  it('names the question that was meant', async () => {
    const ran = await run('assemblys')
    expect(ran.code).toBe(2)
    expect(ran.err).toContain('Did you mean "assemblies"?')
  })

  it('says when there is no database', async () => {
    const ran = await run('components', '--db', 'nowhere.sqlite')
    expect(ran).toMatchObject({ code: 2, out: '' })
    expect(ran.err).toContain('nowhere.sqlite')
  })
})
