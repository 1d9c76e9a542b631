import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#data/model/vocabulary.ts'
import { findCheck } from '#policies/checks/registry.ts'
import { lint } from '#policies/engine.ts'
import { OptionsFailure } from '#policies/options.ts'
import type { Rule, RulePack } from '#policies/rule.ts'
import { sentence } from '#policies/sentence.ts'
import { ownCheckCases } from './own-checks.ts'
import { source } from './source.ts'

const text = { fr: 'x', en: 'x' }

function packOf(check: string, options: unknown): RulePack {
  const rule: Rule = {
    ...{ id: 'own/rule', code: 'OWN-01', title: text, question: text, check, options },
    ...{ severity: 'error', grades: [], confidence: 'high', when: {}, effort: 'minutes', audience: 'public' },
    ...{ references: [], ggi: [], prose: { why: text, bad: text, good: text, fix: text } },
  }
  const families = [{ id: 'own', title: text, rules: [rule] }]
  return {
    id: 'own',
    title: text,
    policy: { title: 'x', url: 'x' },
    classifier: null,
    parameters: {},
    families,
    checklists: [],
    waivers: [],
    digest: '',
  }
}

describe('a check that packs of one’s own call', () => {
  it.each(ownCheckCases)('$check: $expect: $name', async (one) => {
    const tree = source(one.files)
    const { outcomes } = await lint({ source: tree, packs: [packOf(one.check, one.options)], asOf: '2026-11-21' })
    const findings = outcomes[0]?.findings ?? []
    expect({ outcome: outcomes[0]?.outcome, args: findings[0]?.args }).toMatchObject({ outcome: one.expect })
    const said = findings.map(({ messageId, location }) => {
      const place = location && [location.path, location.line, location.column].filter((part) => part !== undefined)
      return [messageId.split('/').at(-1), place?.join(':')].filter((part) => part !== undefined).join(' ')
    })
    if (one.expect === 'fail') expect(said).toEqual(one.findings)
    for (const finding of findings) {
      for (const language of LANGUAGES) expect(sentence(finding, language)).not.toMatch(/\{\w+\}/u)
    }
  })
})

describe('options of such a check', () => {
  const values = (select: unknown, expect: object = { exists: true }) => ({
    paths: ['*'],
    values: [{ select, expect }],
  })
  it.each([
    ['xml-values', values('/a['), 'values.0.select: expected an XPath. it is no XPath 3.1'],
    ['xml-values', values('count(1 to 9)'), 'without ranges'],
    ['xml-values', values('for $x in //a return $x'), 'without `for` and `let`'],
    ['xml-values', values('/a', {}), 'values.0.expect: expected a mapping with exists'],
    ['xml-values', values('/a', { exist: true }), 'unknown key "exist". Did you mean "exists"?'],
    ['data-values', values('$.a['), 'values.0.select: expected a JSONPath. it is no JSONPath (RFC 9535)'],
    ['data-values', values('$.a', { every: '(?=a)' }), 'no lookahead'],
    ['values-agree', { values: [{ file: 'a.txt', select: '/a' }] }, 'values.0.file: expected a file that ends in'],
    ['values-agree', { values: [{ file: 'a.json', select: '/a' }] }, 'values.0.select: expected a JSONPath'],
    [
      'names-styled',
      { names: [{ paths: ['*'], styles: ['kebab'] }] },
      'names.0.styles.0: expected one of lowercase, kebab-case',
    ],
    [
      'resource-keys',
      { paths: 'a.json', reference: 'fr', threshold: 1 },
      'paths: expected a glob with {language} in it',
    ],
    [
      'module-imports',
      { layers: { web: ['web/**'] }, allowed: { wbe: {} } },
      'allowed.wbe: there is no layer "wbe". Did you mean "web"?',
    ],
    [
      'module-imports',
      { layers: { web: ['web/**'] }, allowed: { web: { layers: ['stor'] } } },
      'allowed.web.layers.0: there is no layer "stor".',
    ],
    ['text-free-of', { looks: [{ paths: ['*'], mask: 'none', pattern: 'a++' }], instead: 'b' }, 'no possessive'],
  ])('are refused by place: %s %#', (check, options, expected) => {
    expect(() => findCheck(check).options(options)).toThrow(OptionsFailure)
    expect(() => findCheck(check).options(options)).toThrow(expected)
  })
})
