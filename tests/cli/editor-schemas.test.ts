import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { editorSchemas } from '#cli/schemas.ts'
import { parseRegister } from '#collectors/registers/read-register.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { REGISTERS } from '#data/model/registers/registry.ts'
import { loadPack } from '#policies/pack.ts'
import { builtinPacks } from '#policies/registry.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
})
const judges = new Map(editorSchemas().map(({ name, schema }) => [name, ajv.compile(schema)] as const))

/** What the schema has against a file, as an editor would show it. */
function complaints(name: string, text: string): readonly string[] {
  const judge = judges.get(name)
  if (judge === undefined) throw new Error(`There is no schema "${name}".`)
  return judge(parse(text, { merge: true }))
    ? []
    : (judge.errors ?? []).map((one) => `${one.instancePath} ${one.message}`)
}

const fileText = (path: string) => readFileSync(`${root}/${path}`, 'utf8')

describe('a schema for editors', () => {
  it.each(globSync('policies/packs/{lutece,open-source,publiccode,parvis}/*.yaml', { cwd: root }).sort())(
    'has nothing against %s',
    (path) => {
      const kind =
        basename(path) === 'pack.yaml'
          ? 'pack'
          : basename(path) === 'genericity.yaml'
            ? 'pack-checklist'
            : 'pack-family'
      expect(complaints(kind, fileText(path))).toEqual([])
    },
  )

  it('has nothing against a parameter where a list or a form is expected, and something against a bare text there', () => {
    const rule = (owners: string) =>
      `rules:\n  - id: a/b\n    check: branch-present\n    options: { names: ${owners} }\n`
    const place = ['"$', '{branches}"'].join('')
    const about = (text: string) => complaints('pack-family', text).filter((one) => one.includes('/options/names'))
    expect(about(rule(place))).toEqual([])
    expect(about(rule(`[build, ${place}]`))).toEqual([])
    expect(about(rule('build'))).not.toEqual([])
  })

  it('has nothing against the configuration of the demo and its registers', () => {
    expect(complaints('parvis', fileText('data/demo/parvis.yaml'))).toEqual([])
    for (const path of globSync('data/demo/registers/*.yaml', { cwd: root })) {
      expect(complaints(`register-${basename(path, '.yaml')}`, fileText(path))).toEqual([])
    }
  })

  it.each([
    ['an unknown key', 'organisation: []'],
    ['an organisation without a name', 'organisations: [{ server: "https://git.example" }]'],
    ['an address that is none', 'site: { url: city.example }'],
    ['a word that is none of the choices', 'publish: { conformity: all }'],
    ['a number for a text', 'database: 3'],
    ['days that are no whole number', 'promise: { workingDays: 2.5 }'],
    ['a list for a mapping', 'registers: [services.yaml]'],
  ])('refuses in parvis.yaml: %s', (_what, text) => {
    expect(complaints('parvis', text)).not.toEqual([])
  })
})

const RULE = `      - id: notes/present
        code: CITY-01
        title: T
        question: Q
        check: file-present
        options: { document: NOTES, names: [NOTES.md], places: ["."] }
        severity: error
        effort: minutes
        prose: { why: W, fix: F }
`
const PACK = `id: city
title: T
policy: { title: P, url: "https://city.example" }
families:
  - id: notes
    title: T
    rules:
${RULE}`

describe('the schema of packs and the loader', () => {
  const loads = async (text: string) => {
    const outcome = loadPack([{ path: 'city/pack.yaml', text }], { packs: builtinPacks() })
    return outcome.then(
      () => true,
      (error: unknown) => {
        if (error instanceof UsageFailure) return false
        throw error
      },
    )
  }

  it('take the same pack', async () => {
    expect(complaints('pack', PACK)).toEqual([])
    expect(await loads(PACK)).toBe(true)
  })

  it.each([
    ['a check that there is not', ['file-present', 'file-presnt']],
    ['an option that the check has not', ['document:', 'documnt:']],
    ['an option of another type', ['names: [NOTES.md]', 'names: 3']],
    ['a severity that is none', ['severity: error', 'severity: fatal']],
    ['a code of another form', ['CITY-01', 'city-1']],
    ['a key that no rule has', ['effort: minutes', 'effort: minutes\n        weight: 3']],
    ['a rule without a question', ['        question: Q\n', '']],
    ['an address that is none', ['https://city.example', 'city.example']],
    [
      'a waiver without an end',
      ['families:', 'waivers: [{ rule: CITY-01, subject: a/b, reason: R, approvedBy: B }]\nfamilies:'],
    ],
  ] as const)('refuse the same mistake: %s', async (_what, [right, wrong]) => {
    const text = PACK.replace(right, wrong)
    expect(text).not.toBe(PACK)
    expect(complaints('pack', text)).not.toEqual([])
    expect(await loads(text)).toBe(false)
  })
})

/** A value that the field takes, as it is written in YAML. */
const SAMPLES = {
  text: 'Words',
  prose: '{ fr: Mots }',
  bilingual: '{ fr: Mots, en: Words }',
  day: '2026-03-31',
  flag: 'oui',
  count: '3',
  number: '2.5',
  address: 'https://city.example/a',
  language: 'pt-BR',
  component: 'city/clock',
  reference: 'other-line',
} as const
const WRONG = {
  prose: '{ de: Worte }',
  bilingual: 'Mots',
  day: 'soon',
  flag: 'perhaps',
  count: '-1',
  number: 'many',
  address: 'city.example',
  component: 'a b',
  choice: 'zzz',
} as const

describe.each(REGISTERS)('the schema of the register $id and its reader', (register) => {
  const fields = Object.entries(register.fields)
  const line = (other: Readonly<Record<string, string>> = {}) =>
    `- ${fields
      .map(
        ([name, { type }]) => `${name}: ${other[name] ?? (type.kind === 'choice' ? type.of[0] : SAMPLES[type.kind])}`,
      )
      .join('\n  ')}\n`
  /** Of one field: what contradicts another is more than a schema says. */
  const faults = (text: string, name: string): readonly string[] => {
    try {
      parseRegister(register, { file: `${register.id}.yaml`, text })
      return []
    } catch (error) {
      if (!(error instanceof UsageFailure)) throw error
      return error.details
        .map(({ message }) => message)
        .filter((message) => message.startsWith(`${name}: expected`) || message.includes(`"${name}"`))
    }
  }

  it('take the same line', () => {
    expect(complaints(`register-${register.id}`, line())).toEqual([])
    expect(fields.flatMap(([name]) => faults(line(), name))).toEqual([])
  })

  it.each(fields.filter(([, { type }]) => Object.hasOwn(WRONG, type.kind)))(
    'refuse the same value of %s',
    (name, { type }) => {
      const text = line({ [name]: (WRONG as Readonly<Record<string, string>>)[type.kind] ?? '' })
      expect(complaints(`register-${register.id}`, text)).not.toEqual([])
      expect(faults(text, name)).not.toEqual([])
    },
  )

  it('refuse a field that it has not', () => {
    expect(complaints(`register-${register.id}`, `${line()}  colour: red\n`)).not.toEqual([])
    expect(faults(`${line()}  colour: red\n`, 'colour')).not.toEqual([])
  })
})
