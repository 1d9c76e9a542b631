import { beforeAll, expect, test } from 'vitest'
import type { SubjectReport } from '#data/model/lint.ts'
import { lint } from '#policies/engine.ts'
import { builtinPack } from '#policies/registry.ts'
import { sourceOf } from './github/world/demo/source.ts'
import { demoExpectations, demoWorld } from './github/world/demo.ts'

const asOf = '2026-11-15'
const reports: SubjectReport[] = []
const pack = builtinPack('lutece')
const codes = new Set(pack.families.flatMap((family) => family.rules.map((rule) => rule.code)))

beforeAll(async () => {
  const world = demoWorld()
  for (const repository of world.repositories.filter((r) => r.branches.length > 0)) {
    const owner = world.organisations.find((o) => o.databaseId === repository.owner)?.login ?? ''
    reports.push(await lint({ source: sourceOf(owner, repository), packs: [pack], asOf, inherited: [] }))
  }
})

test('the linter finds the seeded faults of the demo and nothing else', () => {
  const found = reports
    .map(({ subject, outcomes }) => ({ subject, codes: failing(outcomes) }))
    .filter((one) => one.codes.length > 0)
  const expected = demoExpectations
    .map(({ subject, codes: all }) => ({ subject, codes: all.filter((code) => codes.has(code)) }))
    .filter((one) => one.codes.length > 0)
  expect(found).toEqual(expected)
})

test('nothing in the demo makes a rule crash or leaves it in doubt', () => {
  const odd = reports.flatMap(({ subject, outcomes }) =>
    outcomes
      .filter(({ outcome }) => outcome === 'error' || outcome === 'unknown')
      .map(({ code }) => `${subject} ${code}`),
  )
  expect(odd).toEqual([])
})

test('every kind of component is there', () => {
  const kinds = new Set(reports.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['core', 'library', 'module', 'other', 'pack', 'plugin', 'theme', 'tool'])
})

test('a quarter of the components have something to mend', () => {
  const share = demoExpectations.length / reports.length
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.35)
})

function failing(outcomes: SubjectReport['outcomes']): string[] {
  return outcomes
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ code }) => code)
    .sort()
}
