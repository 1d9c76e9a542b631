import { readFileSync, rmSync } from 'node:fs'
import { Ajv, type AnySchemaObject } from 'ajv'
import { beforeAll, describe, expect, it } from 'vitest'
import { inventoryScene } from './inventory-scene.ts'
import { runParvis } from './run-parvis.ts'

/** The schema that the authors of the format publish, with those that it refers to. */
function schemaFile(name: string): AnySchemaObject {
  const folder = '../../node_modules/@cyclonedx/cyclonedx-library/res/schema'
  return JSON.parse(readFileSync(new URL(`${folder}/${name}.SNAPSHOT.schema.json`, import.meta.url), 'utf8'))
}

const ajv = new Ajv({ strict: false, validateFormats: true })
ajv.addFormat(
  'date-time',
  (text) => !Number.isNaN(Date.parse(text)) && /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/u.test(text),
)
ajv.addFormat('iri-reference', (text) => !/[\s<>"{}|\\^`]/u.test(text))
ajv.addFormat('uri', (text) => URL.canParse(text))
ajv.addFormat('idn-email', (text) => text.includes('@'))
for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
  const { $id: _own, ...schema } = schemaFile(name)
  ajv.addSchema(schema, `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
}
const isBom = ajv.compile(schemaFile('bom-1.6'))

interface Bom {
  readonly metadata: { readonly component?: { readonly 'bom-ref': string } }
  readonly components: readonly {
    readonly 'bom-ref': string
    readonly purl?: string
    readonly licenses?: readonly object[]
  }[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}

let cwd = ''
beforeAll(async () => {
  cwd = await inventoryScene()
  return () => rmSync(cwd, { recursive: true, force: true })
})

async function bom(...args: readonly string[]): Promise<Bom> {
  const ran = await runParvis(['inventory', ...args, '--format', 'cyclonedx'], { cwd })
  const parsed = JSON.parse(ran.out) as Bom
  isBom(parsed)
  expect(isBom.errors ?? []).toEqual([])
  return parsed
}

describe('a bill of materials', () => {
  it('holds the whole portfolio, by the schema of CycloneDX 1.6', async () => {
    const { components, dependencies } = await bom('components')
    expect(components.map(({ purl }) => purl)).toContain('pkg:maven/org.exemple/calendrier@4.2')
    expect(dependencies.find(({ ref }) => ref === 'ville/module-guichet-carte')?.dependsOn).toEqual([
      'ville/plugin-carte',
      'ville/plugin-guichet',
    ])
  })

  it('is about one component where one is named, with what it needs and nothing else', async () => {
    const { metadata, components } = await bom('components', 'plugin-guichet')
    expect(metadata.component?.['bom-ref']).toBe('ville/plugin-guichet')
    expect(components.map((one) => one['bom-ref'])).toEqual(['pkg:maven/org.exemple/calendrier@4.2'])
  })

  it('names no licence where sources name several, but the one that people settled on', async () => {
    const { components } = await bom('components')
    const of = (ref: string) => components.find((one) => one['bom-ref'] === ref)?.licenses
    expect(of('ville/plugin-carte')).toEqual([{ license: { id: 'BSD-3-Clause' } }])
    expect(of('ville/module-guichet-carte')).toBeUndefined()
  })

  it('is the same twice', async () => {
    expect(await bom('components')).toEqual(await bom('components'))
  })

  it('would be refused without its format', () => {
    expect(isBom({ specVersion: '1.6' })).toBe(false)
  })
})
