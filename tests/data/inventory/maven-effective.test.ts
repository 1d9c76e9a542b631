// biome-ignore-all lint/suspicious/noTemplateCurlyInString: manifests write their placeholders like that.
import { describe, expect, it } from 'vitest'
import { findExtractor } from '#data/facts/registry.ts'
import type { Pom } from '#data/facts/shapes/pom.ts'
import { effectivePom, type KnownPom } from '#data/inventory/maven/effective.ts'

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
    expect(effective.licenses).toEqual({ names: ['BSD'], from: 'parent' })
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
