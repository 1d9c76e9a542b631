import { describe, expect, it } from 'vitest'
import type { BrickList } from '#data/facts/shapes/brick-list.ts'
import type { Pom } from '#data/facts/shapes/pom.ts'
import { buildPortfolio, type ComponentFacts } from '#data/inventory/portfolio.ts'
import { factOf } from '../facts/extract.ts'

const dependency = (artifact: string, version: string, more = '') =>
  `<dependency><groupId>fr.ville</groupId><artifactId>${artifact}</artifactId><version>${version}</version>${more}</dependency>`

async function component(
  name: string,
  dependencies: string,
  more: Partial<ComponentFacts> = {},
): Promise<ComponentFacts> {
  const pom: Pom = await factOf(
    'pom',
    `<project><groupId>fr.ville</groupId><artifactId>${name}</artifactId><version>2.0.0-SNAPSHOT</version>
      <dependencies>${dependencies}</dependencies></project>`,
  )
  const facts = { id: `ville/${name}`, repository: `ville/${name}`, path: '', kind: 'plugin', line: 'v7' } as const
  return { ...facts, poms: new Map([['pom.xml', pom]]), manifests: new Map(), graph: null, unread: [], ...more }
}

describe('a portfolio', () => {
  it('tells what components need of each other from what they need of others', async () => {
    const { dependencies, bricks, graph } = buildPortfolio([
      await component(
        'module-forum-mail',
        dependency('plugin-forum', '[1.0.0,)', '<type>plug-in</type>') + dependency('outside', '3'),
      ),
      await component('plugin-forum', ''),
    ])
    expect(dependencies).toEqual([
      {
        from: 'ville/module-forum-mail',
        to: 'ville/plugin-forum',
        artifact: 'fr.ville:plugin-forum',
        version: '[1.0.0,)',
        versionFrom: 'own',
        current: '2.0.0-SNAPSHOT',
        scope: 'compile',
        type: 'plug-in',
        profile: null,
        isOptional: false,
        exclusions: [],
        path: 'pom.xml',
        line: expect.any(Number),
      },
    ])
    expect(bricks).toMatchObject([
      { component: 'ville/module-forum-mail', brick: 'pkg:maven/fr.ville/outside', version: '3', scope: 'runtime' },
    ])
    expect(graph.requiredBy('ville/plugin-forum')).toEqual(['ville/module-forum-mail'])
  })

  it('keeps tests out of what stops when another stops', async () => {
    const { dependencies, graph } = buildPortfolio([
      await component('plugin-a', dependency('library-test', '1', '<scope>test</scope>')),
      await component('library-test', ''),
    ])
    expect(dependencies).toHaveLength(1)
    expect(graph.requires('ville/plugin-a')).toEqual([])
  })

  it('takes the bricks of every other manifest', async () => {
    const list: BrickList = {
      about: { name: null, version: null, license: null },
      bricks: [
        {
          type: 'npm',
          namespace: '@ville',
          name: 'charte',
          version: '^1',
          scope: 'runtime',
          license: 'MIT',
          line: null,
        },
        {
          type: 'docker',
          namespace: 'reg.example:5000/outils',
          name: 'java',
          version: '17',
          scope: 'image',
          license: null,
          line: 1,
        },
      ],
    }
    const { bricks } = buildPortfolio([
      await component('site-a', '', { manifests: new Map([['web/package.json', list]]) }),
    ])
    expect(bricks.map(({ brick, license, path }) => [brick, license, path])).toEqual([
      ['pkg:npm/%40ville/charte', 'MIT', 'web/package.json'],
      ['pkg:docker/reg.example%3A5000/outils/java', null, 'web/package.json'],
    ])
  })

  const listed = (type: string, namespace: string | null, name: string, license: string | null = null) =>
    ({ type, namespace, name, version: '1.0', scope: 'runtime', license, line: null }) as const
  const listOf = (...bricks: BrickList['bricks']): BrickList => {
    return { about: { name: null, version: null, license: null }, bricks }
  }

  it('takes licences from the graph of the host, and what no manifest names as brought in by something else', async () => {
    const graph = listOf(
      listed('maven', 'fr.ville', 'outside', 'Apache-2.0'),
      listed('maven', 'org.deep', 'below', 'MIT'),
      listed('maven', 'fr.ville', 'plugin-b'),
    )
    const { bricks, dependencies } = buildPortfolio([
      await component('plugin-a', dependency('outside', '3'), { graph }),
      await component('plugin-b', ''),
    ])
    expect(bricks).toMatchObject([
      { brick: 'pkg:maven/fr.ville/outside', version: '3', scope: 'runtime', license: 'Apache-2.0', path: 'pom.xml' },
      { brick: 'pkg:maven/org.deep/below', version: '1.0', scope: 'indirect', license: 'MIT' },
    ])
    expect(dependencies).toEqual([])
  })

  it('knows its own artifacts in a bill of materials, where no build file tells of them', async () => {
    const manifests = new Map([['bom.json', listOf(listed('maven', 'fr.ville', 'plugin-a'))]])
    const { bricks, dependencies } = buildPortfolio([
      await component('plugin-a', ''),
      await component('app', '', { manifests, poms: new Map() }),
    ])
    expect(bricks).toEqual([])
    expect(dependencies).toMatchObject([
      { from: 'ville/app', to: 'ville/plugin-a', version: '1.0', path: 'bom.json', scope: 'compile' },
    ])
  })

  it('does not depend on the order in which components were read', async () => {
    const [a, b] = [
      await component('plugin-a', dependency('plugin-b', '1')),
      await component('plugin-b', dependency('plugin-a', '1')),
    ]
    expect(JSON.stringify(buildPortfolio([a, b]))).toBe(JSON.stringify(buildPortfolio([b, a])))
    expect(buildPortfolio([a, b]).graph.cycles()).toEqual([['ville/plugin-a', 'ville/plugin-b']])
  })

  it('leaves a name that two components claim to the one at the root of its repository', async () => {
    const sample = await component('plugin-a', '')
    const copy = {
      ...sample,
      id: 'autre/atelier',
      repository: 'autre/atelier',
      poms: new Map([...sample.poms].map(([, pom]) => ['exemples/a/pom.xml', pom])),
    }
    const { dependencies } = buildPortfolio([copy, sample, await component('plugin-b', dependency('plugin-a', '1'))])
    expect(dependencies.map(({ to }) => to)).toEqual(['ville/plugin-a'])
  })
})
