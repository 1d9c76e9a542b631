// biome-ignore-all lint/suspicious/noTemplateCurlyInString: places for parameters are what packs are written with.
import { describe, expect, it } from 'vitest'
import { UsageFailure } from '#data/model/failures.ts'
import type { HostFacts } from '#data/model/host-facts.ts'
import { lint } from '#policies/engine.ts'
import { loadPack } from '#policies/pack.ts'
import { withParameters } from '#policies/pack-parameters.ts'
import { fill } from '#policies/parameters.ts'
import { findRule } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import { source } from './source.ts'

const parameters = {
  group: { title: { fr: 'Groupe', en: 'Group' }, value: 'org.city.apps' },
  owners: { title: { fr: 'Propriétaires', en: 'Owners' }, value: ['City-One', 'city-two'] },
}

describe('a place in an option', () => {
  it.each([
    ['a text', '${group}', 'org.city.apps'],
    ['part of a text', 'in ${group}!', 'in org.city.apps!'],
    ['several values in a text', 'of ${owners}', 'of City-One, city-two'],
    ['a list in place of a list', '${owners}', ['City-One', 'city-two']],
    ['a list among others', ['a', '${owners}', 'b'], ['a', 'City-One', 'city-two', 'b']],
    ['a pattern of exactly that', '${group:pattern}\\..+', '(?:org\\.city\\.apps)\\..+'],
    ['a pattern of any', '${owners:pattern}', '(?:City-One|city-two)'],
    ['a folder', 'src/${group:folder}/**', 'src/org/city/apps/**'],
    ['a glob of any', '${owners:glob}/**', '{City-One,city-two}/**'],
    ['what is no place', 'cost: $5 ${ x } ${', 'cost: $5 ${ x } ${'],
    ['a place that is meant as it is', '$${group}', '${group}'],
    ['values at any depth', { a: [{ b: '${group}' }] }, { a: [{ b: 'org.city.apps' }] }],
  ])('is filled: %s', (_name, written, expected) => {
    expect(fill(written, parameters)).toEqual({ value: expected, unfilled: [] })
  })

  it('is named when nothing fills it', () => {
    expect(fill({ a: ['x', '${grup}'] }, parameters).unfilled).toEqual([{ path: ['a', 1], name: 'grup' }])
  })
})

const HEAD = 'title: { fr: T, en: T }\npolicy: { title: P, url: https://city.example/p }\n'
const BASE = `id: base
${HEAD}parameters:
  prefix: { title: Prefix of every folder, value: [paris] }
families:
  - id: names
    title: Names
    rules:
      - id: folder/prefixed
        code: BAS-01
        title: Prefixed
        question: Prefixed?
        check: path-matches
        options: { paths: ["\${prefix:glob}/**", "apps/**"], forms: [{ pattern: "\${prefix:pattern}/.+", form: "\${prefix}/name" }] }
        severity: error
        effort: minutes
        when: { notOwner: ["\${prefix}"] }
        prose: { why: Because., fix: Move it. }
`

const load = (text: string, packs: readonly RulePack[] = []) => loadPack([{ path: 'ours/pack.yaml', text }], { packs })

async function outcome(pack: RulePack, path: string) {
  const tree = source({ [path]: 'x' }, { repository: 'city/app' })
  const { outcomes } = await lint({ source: tree, packs: [pack], asOf: '2026-11-21' })
  return outcomes[0]?.outcome
}

describe('a pack with parameters', () => {
  it('judges by its own values', async () => {
    const pack = await load(BASE)
    expect(await outcome(pack, 'paris/a')).toBe('pass')
    expect(await outcome(pack, 'apps/a')).toBe('fail')
    expect(findRule('BAS-01', [pack])?.rule.when).toEqual({ notOwner: ['paris'] })
  })

  it('judges by those of whoever opens it, and is another pack then', async () => {
    const pack = await load(BASE)
    const [other] = withParameters([pack], { prefix: { value: ['apps', 'Lyon'] } })
    expect(other && (await outcome(other, 'apps/a'))).toBe('pass')
    expect(other?.digest).not.toBe(pack.digest)
    expect(findRule('BAS-01', other ? [other] : [])?.rule.when).toEqual({ notOwner: ['apps', 'lyon'] })
  })

  it('judges by those of a pack that extends it, whose changes may name them too', async () => {
    const base = await load(BASE)
    const text = `id: ours\n${HEAD}extends: [base]\nparameters: { prefix: apps }\nrules: { BAS-01: { options: { paths: ["\${prefix}/**"] } } }\n`
    const pack = await load(text, [base])
    expect(await outcome(pack, 'apps/a')).toBe('pass')
    expect(await outcome(pack, 'paris/a')).toBe('not-applicable')
  })

  it.each([
    [
      'a name that no pack has',
      { prefx: { value: 'x', place: { file: 'parvis.yaml', line: 3, column: 2 } } },
      'Did you mean "prefix"?',
    ],
  ])('refuses %s', async (_name, given, expected) => {
    const pack = await load(BASE)
    expect(() => withParameters([pack], given)).toThrow(UsageFailure)
    try {
      withParameters([pack], given)
    } catch (error) {
      expect(error).toMatchObject({ code: 'parameter-invalid', details: [{ file: 'parvis.yaml', line: 3 }] })
      expect(JSON.stringify(error instanceof UsageFailure && error.details)).toContain(expected.replaceAll('"', '\\"'))
    }
  })

  it.each([
    [
      'a place that nothing fills',
      BASE.replace('${prefix:pattern}', '${prefx:pattern}'),
      'ours/pack.yaml:15:80 unknown parameter "prefx". Did you mean "prefix"?',
    ],
    [
      'a value for a parameter that is not there',
      BASE.replace('prefix: { title: Prefix of every folder, value: [paris] }', 'prefix: paris'),
      'ours/pack.yaml:5:3 no pack that this one extends has a parameter "prefix". A new one needs title and value.',
    ],
    [
      'a value that is a number',
      BASE.replace('[paris]', '3'),
      'ours/pack.yaml:5:51 expected a text, or a list of texts.',
    ],
  ])('does not load with %s', async (_name, text, expected) => {
    const failure: unknown = await load(text).catch((error: unknown) => error)
    if (!(failure instanceof UsageFailure)) throw new Error('the pack loaded', { cause: failure })
    const said = failure.details.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`)
    expect(said).toContain(expected)
  })
})

describe('a rule that is about some repositories only', () => {
  const judge = async (when: string, files: Readonly<Record<string, string>>, topics?: readonly string[]) => {
    const pack = await load(BASE.replace('{ notOwner: ["${prefix}"] }', when))
    const tree = source({ 'paris/a': '', ...files })
    const known = topics && { host: async () => ({ topics: { isKnown: true, value: topics } }) as unknown as HostFacts }
    const { outcomes } = await lint({ source: { ...tree, ...known }, packs: [pack], asOf: '2026-11-21' })
    return outcomes[0]?.outcome
  }
  it.each([
    ['a language that is there', '{ language: [java] }', { 'a.java': '' }, undefined, 'pass'],
    ['a language of others', '{ language: [java] }', { 'vendor/a.java': '' }, undefined, 'not-applicable'],
    ['a file', '{ files: ["*.json"] }', { 'package.json': '' }, undefined, 'pass'],
    ['no file', '{ files: ["*.json"] }', {}, undefined, 'not-applicable'],
    ['a topic', '{ topic: [lutece] }', {}, ['lutece'], 'pass'],
    ['another topic', '{ topic: [lutece] }', {}, ['other'], 'not-applicable'],
    ['a topic that nobody looked for', '{ topic: [lutece] }', {}, undefined, 'unknown'],
  ])('by %s', async (_name, when, files, topics, expected) => {
    expect(await judge(when, files, topics)).toBe(expected)
  })
})
