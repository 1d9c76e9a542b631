import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#data/model/vocabulary.ts'
import { CHECKS, findCheck } from '#policies/checks/registry.ts'
import { lint } from '#policies/engine.ts'
import { builtinPacks, listRules } from '#policies/registry.ts'
import type { Rule } from '#policies/rule.ts'
import { sentence } from '#policies/sentence.ts'
import { architectureCases } from './cases/architecture.ts'
import { branchCases } from './cases/branches.ts'
import { buildCases } from './cases/build.ts'
import { buildFormCases } from './cases/build-form.ts'
import { careCases } from './cases/care.ts'
import type { Case } from './cases/case.ts'
import { databaseCases } from './cases/database.ts'
import { dependencyCases } from './cases/dependencies.ts'
import { descriptorCases } from './cases/descriptor.ts'
import { documentationCases } from './cases/documentation.ts'
import { hostCases } from './cases/host.ts'
import { javaCases } from './cases/java.ts'
import { migrationCases } from './cases/migration.ts'
import { opennessCases } from './cases/openness.ts'
import { publiccodeCases } from './cases/publiccode.ts'
import { releaseCases } from './cases/release.ts'
import { repositoryCases } from './cases/repository.ts'
import { reuseCases } from './cases/reuse.ts'
import { sourceCases } from './cases/sources.ts'
import { translationCases } from './cases/translation.ts'
import { waiverCases } from './cases/waivers.ts'
import { webCases } from './cases/web.ts'
import { workflowCases } from './cases/workflows.ts'
import { REPOSITORY } from './component.ts'
import { ownCheckCases } from './own-checks.ts'
import { source } from './source.ts'

const CASES = {
  ...repositoryCases,
  ...branchCases,
  ...buildCases,
  ...buildFormCases,
  ...descriptorCases,
  ...documentationCases,
  ...databaseCases,
  ...dependencyCases,
  ...sourceCases,
  ...javaCases,
  ...architectureCases,
  ...translationCases,
  ...webCases,
  ...migrationCases,
  ...opennessCases,
  ...waiverCases,
  ...releaseCases,
  ...careCases,
  ...hostCases,
  ...publiccodeCases,
  ...reuseCases,
  ...workflowCases,
}
const rules = listRules()

describe.each(rules)('$rule.code $rule.id', ({ rule, pack }) => {
  const cases = CASES[rule.code] ?? []

  it('says what it wants in both languages, with every section of its page', () => {
    const texts = [rule.title, rule.question, ...Object.values(rule.prose)]
    for (const language of LANGUAGES) {
      for (const text of texts) expect(text[language].trim()).not.toBe('')
      expect(rule.question[language]).toMatch(/\?$/u)
      expect(rule.title[language]).not.toMatch(/[.?]$/u)
    }
    expect(rule.title.fr).not.toBe(rule.title.en)
    expect(rule.prose.why.fr).not.toBe(rule.prose.why.en)
  })

  it('calls a check that exists, with options that the check takes', () => {
    expect(() => findCheck(rule.check).options(rule.options)).not.toThrow()
  })

  it('says which verification points of the GGI it is evidence for', () => {
    expect(rule.ggi).not.toEqual([])
  })

  it('has a case that passes and one that fails', () => {
    const outcomes = cases.map(({ expect: outcome }) => outcome)
    expect(outcomes).toContain('pass')
    expect(outcomes).toContain('fail')
  })

  it.each(cases)('$expect: $name', async (one) => {
    const outcome = await judge(one, rule, pack.id)
    expect(outcome?.outcome).toBe(one.expect)
    const findings = outcome?.findings ?? []
    if (one.findings !== undefined) expect(findings).toHaveLength(one.findings.length)
    for (const [index, finding] of findings.entries()) {
      const place =
        finding.location && [finding.location.path, finding.location.line].filter((part) => part !== undefined)
      const message = finding.messageId.split('/').at(-1)
      const said = [message, finding.severity, place?.join(':')].join(' ')
      for (const word of one.findings?.[index]?.split(' ') ?? []) expect(said.split(' ')).toContain(word)
      for (const language of LANGUAGES) {
        const text = sentence(finding, language)
        expect(text).not.toMatch(/\{\w+\}/u)
        expect(text).toMatch(/\S/u)
      }
    }
  })
})

describe('the registry', () => {
  it('has no cases for a rule that is gone', () => {
    const codes = rules.map(({ rule }) => rule.code)
    expect(Object.keys(CASES).filter((code) => !codes.includes(code))).toEqual([])
  })

  it('has codes and ids that name one rule each', () => {
    const names = rules.flatMap(({ rule }) => [rule.code, rule.id])
    expect(new Set(names).size).toBe(names.length)
  })

  it('keeps no check that neither a built-in rule nor a case of its own calls', () => {
    const called = new Set([...rules.map(({ rule }) => rule.check), ...ownCheckCases.map(({ check }) => check)])
    expect(CHECKS.map(({ id }) => id).filter((id) => !called.has(id))).toEqual([])
  })

  it.each(CHECKS)('$id words its messages alike in both languages', ({ messages }) => {
    for (const text of Object.values(messages)) {
      const names = (words: string) => [...words.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort()
      expect(names(text.fr)).toEqual(names(text.en))
    }
  })
})

async function judge(one: Case, { code, stages }: Rule, packId: string) {
  const { repository = REPOSITORY, git, encoding, inherited, waivers } = one
  const packs = builtinPacks().filter((pack) => pack.id === packId)
  const { outcomes } = await lint({
    source: source(one.files, { ...git, encoding, ...(repository !== null && { repository }) }),
    packs,
    asOf: '2026-11-21',
    stage: stages?.[0],
    ...(inherited && { inherited }),
    ...(waivers && { waivers }),
  })
  return outcomes.find((outcome) => outcome.code === code)
}
