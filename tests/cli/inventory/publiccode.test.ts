import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { inventoryScene } from '../inventory-scene.ts'
import { runParvis } from '../run-parvis.ts'

let cwd = ''
beforeAll(async () => {
  cwd = await inventoryScene()
  return () => rmSync(cwd, { recursive: true, force: true })
})

const run = (...args: readonly string[]) => runParvis(['inventory', 'publiccode', ...args], { cwd })

describe('parvis inventory publiccode', () => {
  it('says what is known as keys, and the rest as comments', async () => {
    const { code, out } = await run('plugin-guichet', '--lang', 'en')
    expect(code).toBe(0)
    expect(parse(out)).toEqual({
      publiccodeYmlVersion: '0.7',
      name: 'plugin-guichet',
      softwareVersion: '2.0.1',
      releaseDate: '2026-06-01',
      platforms: ['web'],
      developmentStatus: 'stable',
      softwareType: 'addon',
      legal: { license: 'BSD-3-Clause' },
    })
    expect(out).toContain('# url: https://…')
    expect(out).toContain('#   type: internal | contract | community | none')
  })

  it('takes the sentence, the way of maintenance, the role and the licence that people settled from the register', async () => {
    const { out } = await run('plugin-carte')
    expect(parse(out)).toMatchObject({
      description: { fr: { shortDescription: 'Montrer un plan : à deux' }, en: { shortDescription: 'Show a map' } },
      maintenance: { type: 'internal', contacts: [{ name: 'Équipe socle' }] },
      legal: { license: 'BSD-3-Clause' },
    })
  })

  it('breaks no rule of our own pack but that of keys which nobody knows', async () => {
    const checkout = join(cwd, 'clones/plugin-carte')
    writeFileSync(join(checkout, 'publiccode.yml'), (await run('plugin-carte')).out)
    const { out } = await runParvis(['lint', checkout, '--pack', 'publiccode', '--format', 'json'], { cwd })
    rmSync(join(checkout, 'publiccode.yml'))
    interface Answer {
      readonly subjects: readonly {
        readonly findings: readonly { readonly code: string; readonly message: string }[]
      }[]
    }
    const { subjects }: Answer = JSON.parse(out)
    const findings = subjects.flatMap((subject) => subject.findings).filter(({ code }) => code !== 'PCY-12')
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['PCY-03']))
    expect(findings.map(({ message }) => message.split(' ')[0]).sort()).toEqual(
      ['description.fr.features', 'description.fr.longDescription', 'developmentStatus', 'localisation', 'url'].sort(),
    )
  })

  it('writes one for each repository that lacks it, and overwrites nothing', async () => {
    const ran = await run('--out', 'drafts')
    expect(ran.err.split('\n').filter((line) => line !== '')).toHaveLength(5)
    expect(readFileSync(join(cwd, 'drafts/ville/site-deux/publiccode.yml'), 'utf8')).toContain('name: site-deux')
    expect((await run('--out', 'drafts')).err).toContain('is there already')
  })

  it('wants a folder for several, and a component that has none', async () => {
    expect(await run()).toMatchObject({ code: 2, out: '' })
    const path = join(cwd, 'taken/publiccode.yml')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
    expect((await run('plugin-carte', '--out', 'taken/publiccode.yml')).code).toBe(2)
    expect(readFileSync(path, 'utf8')).toBe('')
  })
})
