// biome-ignore-all lint/suspicious/noTemplateCurlyInString: manifests write their placeholders like that.
import { describe, expect, it } from 'vitest'
import { findExtractor } from '#data/facts/registry.ts'
import type { Pom } from '#data/facts/shapes/pom.ts'
import { effectivePom } from '#data/inventory/maven/effective.ts'
import type { KnownPom } from '#data/inventory/maven/parents.ts'

async function pom(inner: string): Promise<Pom> {
  const extractor = await findExtractor('pom')?.load()
  const extracted = extractor?.extract(new TextEncoder().encode(`<project>${inner}</project>`), undefined)
  if (extracted?.ok !== true) throw new Error('The fixture is no build file.')
  return extracted.fact as Pom
}

const named = (group: string, artifact: string, version: string) =>
  `<groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version>`

async function index(...inner: readonly string[]): Promise<ReadonlyMap<string, KnownPom>> {
  const poms = await Promise.all(inner.map(pom))
  return new Map(
    poms.map((one) => [
      `${one.groupId?.text}:${one.artifactId?.text}`,
      { pom: one, repository: `ville/${one.artifactId?.text}`, path: 'pom.xml' },
    ]),
  )
}

const GLOBAL = `${named('fr.ville', 'global-pom', '6.0.0')}
  <licenses><license><name>BSD</name></license></licenses>
  <properties><core>7.1.0</core><mail>1.6</mail></properties>
  <dependencyManagement><dependencies>
    <dependency>${named('fr.ville', 'core', '${core}')}<scope>provided</scope></dependency>
    <dependency>${named('org.mail', 'mail', '${mail}')}</dependency>
  </dependencies></dependencyManagement>`

describe('a build file with its parents', () => {
  it('takes properties and managed versions from them, the nearest first', async () => {
    const parents = await index(GLOBAL)
    const own = await pom(`<parent>${named('fr.ville', 'global-pom', '6.0.0')}</parent>
      <artifactId>plugin-forum</artifactId><version>2.0.0-SNAPSHOT</version>
      <properties><mail>2.0</mail></properties>
      <dependencies>
        <dependency><groupId>fr.ville</groupId><artifactId>core</artifactId></dependency>
        <dependency><groupId>org.mail</groupId><artifactId>mail</artifactId></dependency>
        <dependency>${named('fr.ville', 'plugin-user', '[1.0,2.0)')}<type>plug-in</type></dependency>
        <dependency><groupId>org.x</groupId><artifactId>x</artifactId></dependency>
        <dependency>${named('org.y', 'y', '${nowhere}')}</dependency>
      </dependencies>`)
    const effective = effectivePom(own, parents)
    expect(effective).toMatchObject({
      groupId: 'fr.ville',
      artifactId: 'plugin-forum',
      version: '2.0.0-SNAPSHOT',
      packaging: 'jar',
    })
    expect(
      effective.dependencies.map(({ artifactId, version, versionFrom, scope }) => [
        artifactId,
        version,
        versionFrom,
        scope,
      ]),
    ).toEqual([
      ['core', '7.1.0', 'parent', 'provided'],
      ['mail', '2.0', 'parent', 'compile'],
      ['plugin-user', '[1.0,2.0)', 'own', 'compile'],
      ['x', null, 'unknown', 'compile'],
      ['y', null, 'unknown', 'compile'],
    ])
    expect(effective.unresolved).toEqual(['nowhere'])
    expect(effective.licenses).toMatchObject({ names: ['BSD'], parent: { repository: 'ville/global-pom' } })
  })

  it('says when the parent at hand is of another version than was asked for', async () => {
    const own = await pom(`<parent>${named('fr.ville', 'global-pom', '5.0.0')}</parent><artifactId>a</artifactId>`)
    expect(effectivePom(own, await index(GLOBAL)).parents).toMatchObject([
      { artifactId: 'global-pom', version: '5.0.0', isSameVersion: false, found: { repository: 'ville/global-pom' } },
    ])
  })

  it('says when there is no such parent at hand', async () => {
    const own = await pom(`<parent>${named('org.else', 'parent', '1')}</parent><artifactId>a</artifactId>`)
    expect(effectivePom(own, new Map()).parents).toMatchObject([
      { artifactId: 'parent', found: null, isSameVersion: false },
    ])
  })

  it('ends on parents in a circle', async () => {
    const circle = await index(
      `<parent>${named('g', 'b', '1')}</parent>${named('g', 'a', '1')}`,
      `<parent>${named('g', 'a', '1')}</parent>${named('g', 'b', '1')}`,
    )
    const own = await pom(`<parent>${named('g', 'a', '1')}</parent><artifactId>c</artifactId>`)
    expect(effectivePom(own, circle).parents.map(({ artifactId }) => artifactId)).toEqual(['a', 'b'])
  })

  it('keeps dependencies of profiles apart', async () => {
    const own = await pom(`${named('g', 'a', '1')}<profiles><profile><id>dev</id><dependencies>
      <dependency>${named('g', 'tool', '1')}<optional>true</optional></dependency></dependencies></profile></profiles>`)
    expect(effectivePom(own, new Map()).dependencies).toMatchObject([
      { artifactId: 'tool', profile: 'dev', isOptional: true },
    ])
  })
})

describe('what manages versions', () => {
  const managing = (...inner: readonly string[]) =>
    `<dependencyManagement><dependencies>${inner.join('')}</dependencies></dependencyManagement>`
  const line = (artifact: string, version: string, more = '') =>
    `<dependency>${named('org.x', artifact, version)}${more}</dependency>`
  const list = (artifact: string) => line(artifact, '1', '<type>pom</type><scope>import</scope>')
  const asking = (...artifacts: readonly string[]) =>
    `<dependencies>${artifacts.map((one) => `<dependency><groupId>org.x</groupId><artifactId>${one}</artifactId></dependency>`).join('')}</dependencies>`
  const child = (inner: string) =>
    pom(`<parent>${named('org.x', 'parent', '1')}</parent><artifactId>own</artifactId>${inner}`)
  const versions = async (inner: string, around: readonly string[]) => {
    const { dependencies } = effectivePom(await child(inner), await index(...around))
    return dependencies.map(({ artifactId, version, versionFrom, scope }) => [artifactId, version, versionFrom, scope])
  }

  it('is a line of the parent before a list that its own file imports', async () => {
    const parent = `${named('org.x', 'parent', '1')}${managing(line('a', '1'))}`
    const bom = `${named('org.x', 'bom', '1')}${managing(line('a', '2'), line('b', '2', '<scope>runtime</scope>'))}`
    expect(await versions(managing(list('bom')) + asking('a', 'b'), [parent, bom])).toEqual([
      ['a', '1', 'parent', 'compile'],
      ['b', '2', 'managed', 'runtime'],
    ])
  })

  it('is the first of several lists, each with its own parents, properties and imports', async () => {
    const first = `<parent>${named('org.x', 'bom-parent', '1')}</parent>${named('org.x', 'first', '1')}${managing(line('a', '${v}'), list('inner'), list('first'))}`
    const above = `${named('org.x', 'bom-parent', '1')}<properties><v>3</v></properties>${managing(line('c', '${project.version}'))}`
    const inner = `${named('org.x', 'inner', '1')}${managing(line('a', '8'), line('d', '4'))}`
    const second = `${named('org.x', 'second', '1')}${managing(line('a', '9'), line('e', '5'))}`
    const around = [first, above, inner, second]
    expect(await versions(managing(list('first'), list('second')) + asking('a', 'c', 'd', 'e'), around)).toEqual([
      ['a', '3', 'managed', 'compile'],
      ['c', '1', 'managed', 'compile'],
      ['d', '4', 'managed', 'compile'],
      ['e', '5', 'managed', 'compile'],
    ])
  })

  it('is the version of the child where a parent writes that of the project', async () => {
    const parent = `${named('org.x', 'parent', '1')}${managing(line('a', '${project.version}'), line('b', '${version}'))}`
    const own = `<version>7</version>${asking('a', 'b')}`
    expect(await versions(own, [parent])).toEqual([
      ['a', '7', 'parent', 'compile'],
      ['b', '7', 'parent', 'compile'],
    ])
  })

  it('is the profile for what stands in it, and for nothing else', async () => {
    const own = `${managing(line('a', '1'))}${asking('a')}<profiles><profile><id>new</id>
      <properties><v>2</v></properties>${managing(line('a', '${v}'))}${asking('a')}</profile></profiles>`
    expect(await versions(own, [])).toEqual([
      ['a', '1', 'managed', 'compile'],
      ['a', '2', 'managed', 'compile'],
    ])
  })

  it('is not what manages another type or classifier of the same artifact', async () => {
    const own = `${managing(line('a', '1', '<type>test-jar</type>'), line('b', '1', '<classifier>x</classifier>'))}${asking('a', 'b')}`
    expect(await versions(own, [])).toEqual([
      ['a', null, 'unknown', 'compile'],
      ['b', null, 'unknown', 'compile'],
    ])
  })

  it('does not touch what the child declares again, nor take a profile of the parent', async () => {
    const parent = `${named('org.x', 'parent', '1')}<dependencies>${line('a', '1', '<scope>provided</scope>')}${line('b', '1')}</dependencies>
      <profiles><profile><id>p</id><dependencies>${line('c', '1')}</dependencies></profile></profiles>`
    expect(await versions(`<dependencies>${line('a', '2')}</dependencies>`, [parent])).toEqual([
      ['a', '2', 'own', 'compile'],
      ['b', '1', 'parent', 'compile'],
    ])
  })
})
