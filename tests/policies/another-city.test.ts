import { describe, expect, it } from 'vitest'
import { lint } from '#policies/engine.ts'
import { loadPack } from '#policies/pack.ts'
import { withParameters } from '#policies/pack-parameters.ts'
import { builtinPack, findRule } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import { type Files, plugin } from './component.ts'
import { source, TIDY_GIT } from './source.ts'

const lutece = builtinPack('lutece')

/** The ten lines of a city that keeps components of its own. */
const OURS = `id: example-district
title: Components of the district
policy: { title: Charter, url: "https://district.example/charter" }
extends: [lutece]
parameters:
  groups: [example.district.apps]
  packageRoots: [example.district]
  scmHosts: [forge.district.example]
  copyrightHolders: [Example District Council]
  trackerProject: APPS
`

/** A conforming plugin as that city would write it: platform, core and parents stay where they are. */
function theirPlugin(): Files {
  const theirs = (text: string) =>
    text
      .replaceAll(/fr\.paris\.lutece\.plugins(?!<\/groupId><artifactId>library)/gu, 'example.district.apps.plugins')
      .replaceAll('fr/paris/lutece', 'example/district/apps')
      .replaceAll('https://github.com/lutece-platform/lutece-tech-', 'https://forge.district.example/apps/')
      .replaceAll('City of Example', 'Example District Council')
  return Object.fromEntries(Object.entries(plugin()).map(([path, text]) => [theirs(path), theirs(text)]))
}

async function broken(pack: RulePack, files = theirPlugin()): Promise<readonly string[]> {
  const tree = source(files, { ...TIDY_GIT, repository: 'apps/plugin-clock' })
  const { outcomes, kind } = await lint({ source: tree, packs: [pack], asOf: '2026-11-21' })
  expect(kind).toBe('plugin')
  return outcomes.filter(({ outcome }) => outcome === 'fail' || outcome === 'error').map(({ code }) => code)
}

describe('a compliant plugin of another city', () => {
  it('does not have the form that the platform’s own components have', async () => {
    expect(await broken(lutece)).toEqual(expect.arrayContaining(['POM-02', 'POM-10', 'JAVA-02', 'I18N-11']))
  })

  it('has the form that its city says, in a pack of ten lines', async () => {
    const pack = await loadPack([{ path: 'ours/pack.yaml', text: OURS }], { packs: [lutece] })
    expect(await broken(pack)).toEqual([])
  })

  it('has it by the parameters of a configuration as well', async () => {
    const [pack] = withParameters([lutece], {
      groups: { value: ['example.district.apps'] },
      packageRoots: { value: ['example.district'] },
      scmHosts: { value: ['forge.district.example'] },
      copyrightHolders: { value: ['Example District Council'] },
    })
    expect(pack && (await broken(pack))).toEqual([])
  })

  it('is looked at where its city writes: its headers, its layers', async () => {
    const pack = await loadPack([{ path: 'ours/pack.yaml', text: OURS }], { packs: [lutece] })
    const files = theirPlugin()
    const bean = 'src/java/example/district/apps/plugins/clock/web/TickJspBean.java'
    const imported = 'import example.district.apps.plugins.clock.business.'
    const changed = (files[bean] ?? '').replace(`${imported}TickHome`, `${imported}TickDAO`)
    const foreign = Object.entries(files).map(([path, text]): [string, string] => {
      return [path, path.endsWith('.java') ? text.replace('Example District Council', 'Somebody Else') : text]
    })
    expect(await broken(pack, { ...files, [bean]: changed })).toEqual(['ARCH-01'])
    expect(await broken(pack, Object.fromEntries(foreign))).toEqual(['JAVA-14'])
  })

  it('is told in its own words what a rule wants', async () => {
    const pack = await loadPack([{ path: 'ours/pack.yaml', text: OURS }], { packs: [lutece] })
    const page = findRule('POM-02', [pack])?.rule.prose.good.en
    expect(page).toContain('<groupId>example.district.apps.plugins</groupId>')
    expect(findRule('POM-02', [lutece])?.rule.prose.good.en).toContain('<groupId>fr.paris.lutece.plugins</groupId>')
  })
})
