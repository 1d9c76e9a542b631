import { describe, expect, it } from 'vitest'
import { lint } from '#policies/engine.ts'
import { builtinPack } from '#policies/registry.ts'
import { type Files, type PomSketch, pom, SITE_PARENT } from './component.ts'
import { source } from './source.ts'

async function classify(files: Files, repository?: string) {
  const subject = source(files, repository === undefined ? {} : { repository })
  const { kind, line } = await lint({ source: subject, packs: [builtinPack('lutece')], asOf: '2026-11-21' })
  return { kind, line }
}

const built = (sketch: PomSketch, repository?: string) => classify({ 'pom.xml': pom(sketch) }, repository)
const site = { packaging: 'lutece-site', parent: SITE_PARENT, groupId: 'fr.paris.lutece' } as const
const CONTAINER = { Dockerfile: 'FROM scratch' }

describe('the kind of a component', () => {
  it.each<[string, PomSketch]>([
    ['core', { artifactId: 'lutece-core', packaging: 'lutece-core' }],
    ['plugin', { artifactId: 'plugin-clock' }],
    ['module', { artifactId: 'module-clock-diary' }],
    ['library', { artifactId: 'library-clock', packaging: 'jar' }],
    ['site', { ...site, artifactId: 'site-clock' }],
    ['theme', { ...site, artifactId: 'site-theme-clock' }],
    ['theme', { ...site, artifactId: 'clock', groupId: 'fr.paris.lutece.themes' }],
    ['pack', { ...site, artifactId: 'clock', groupId: 'org.citelibre' }],
    ['tool', { artifactId: 'clock-maven-plugin', groupId: 'fr.paris.lutece.tools', packaging: 'maven-plugin' }],
    ['other', { artifactId: 'clock', groupId: 'org.example', packaging: 'jar', parent: null }],
    ['other', { artifactId: 'plugin-clock', groupId: 'org.example', packaging: 'jar', parent: null }],
    ['plugin', { artifactId: 'clock' }],
    ['module', { artifactId: 'diary-module' }],
  ])('%s: %o', async (kind, sketch) => {
    expect(await built(sketch)).toMatchObject({ kind })
  })

  it('is a pack where packs live, whatever the build file was copied from', async () => {
    expect(await built({ ...site, artifactId: 'clock' }, 'citelibre/Clock')).toMatchObject({ kind: 'pack' })
    expect(await built({ ...site, artifactId: 'site-theme-clock' }, 'citelibre/Clock')).toMatchObject({ kind: 'pack' })
  })

  it('is a pack when containers stand beside a copied theme', async () => {
    const copied = pom({ ...site, artifactId: 'site-theme-clock', groupId: 'fr.paris.lutece.themes' })
    expect(await classify({ 'pom.xml': copied })).toMatchObject({ kind: 'theme' })
    expect(await classify({ 'pom.xml': copied, ...CONTAINER })).toMatchObject({ kind: 'pack' })
  })

  it('is read one folder down when there is no build file at the root', async () => {
    const files = { 'citelibre-clock/pom.xml': pom({ ...site, artifactId: 'clock' }) }
    expect(await classify(files, 'citelibre/Clock')).toMatchObject({ kind: 'pack', line: 'v7' })
  })

  it('is never read from samples and build products', async () => {
    const sample = pom()
    expect(await classify({ 'fixtures/pom.xml': sample, 'target/pom.xml': sample, 'a/b/pom.xml': sample })).toEqual({
      kind: 'other',
      line: null,
    })
  })

  it('is a tool by the name of the repository', async () => {
    expect(await classify({ a: 'b' }, 'lutece-platform/tools-clock')).toMatchObject({ kind: 'tool' })
  })
})

describe('the line of a component', () => {
  const core = (version: string) => `<dependencies><dependency><groupId>fr.paris.lutece</groupId>
    <artifactId>lutece-core</artifactId><version>${version}</version></dependency></dependencies>`

  it.each<[string | null, PomSketch]>([
    ['v7', { parent: 'fr.paris.lutece.tools:lutece-global-pom:7.0.5' }],
    ['v8', { parent: 'fr.paris.lutece.tools:lutece-global-pom:8.0.0-SNAPSHOT' }],
    ['v7', { parent: 'fr.paris.lutece.tools:lutece-global-pom:5.2.1' }],
    ['v7', { parent: 'fr.paris.lutece.plugins:lutece-plugins-pom:3.7' }],
    ['v8', { parent: null, more: core('[8.0.0,)') }],
    ['v7', { parent: null, more: core('[7.1.3]') }],
    [null, { parent: null }],
    [null, { parent: null, more: core(`\${core.version}`) }],
  ])('%s: %o', async (line, sketch) => {
    expect(await built(sketch)).toMatchObject({ line })
  })

  it('is never read from the name of a branch', async () => {
    const files = { 'pom.xml': pom() }
    const refs = [{ name: 'develop_core8', kind: 'branch', oid: 'a'.repeat(40) }] as const
    const { line } = await lint({ source: source(files, { refs }), packs: [builtinPack('lutece')], asOf: '2026-11-21' })
    expect(line).toBe('v7')
  })
})
