import { rmSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { inventoryScene } from './inventory-scene.ts'
import { complaints } from './json-schema.ts'
import { runParvis } from './run-parvis.ts'
import { schemaOf } from './schema-of.ts'

let cwd = ''
beforeAll(async () => {
  cwd = await inventoryScene()
  return () => rmSync(cwd, { recursive: true, force: true })
})

describe('the published schema of the inventory answer', () => {
  const schema = schemaOf('inventory')

  it.each([
    [[]],
    [['components']],
    [['dependencies']],
    [['dependencies', 'plugin-guichet']],
    [['assemblies']],
    [['assemblies', 'pack-accueil', 'site-deux#carte']],
    [['assemblies', 'pack-accueil', '--lang', 'hu']],
    [['needs', 'rendez-vous']],
    [['bricks']],
    [['services']],
    [['reuse']],
    [['outside']],
    [['requests']],
    [['trackers']],
    [['facts']],
    [['migration']],
    [['openness']],
  ])('holds for %j', async (args) => {
    const ran = await runParvis(['inventory', ...args, '--format', 'json'], { cwd })
    expect(complaints(JSON.parse(ran.out), schema)).toEqual([])
  })

  it('does not hold for an answer that lost a key or gained one', async () => {
    const ran = await runParvis(['inventory', '--format', 'json'], { cwd })
    const { asOf: _lost, ...without } = JSON.parse(ran.out) as { asOf: string }
    expect(complaints({ ...without, more: 1 }, schema)).toEqual(['$: no asOf', '$: more is not foreseen'])
  })
})
