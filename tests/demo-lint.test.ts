import { beforeAll, expect, test } from 'vitest'
import type { SubjectReport } from '#data/model/lint.ts'
import type { Entry } from '#data/model/source.ts'
import { lint } from '#policies/engine.ts'
import { builtinPack } from '#policies/registry.ts'
import { sourceOf } from './github/world/demo/source.ts'
import { demoExpectations, demoWorld } from './github/world/demo.ts'
import type { Repository } from './github/world/model.ts'

const asOf = '2026-11-15'
const reports: SubjectReport[] = []
const packs = [builtinPack('lutece'), builtinPack('open-source'), builtinPack('publiccode')]
/** These files come without a history of commits and without a host that speaks. */
const beyondFiles = new Set(['REPO-10', 'OSS-14', 'OSS-15', 'OSS-16', 'OSS-17', 'OSS-18', 'OSS-20'])
const codes = new Set(packs.flatMap((pack) => pack.families.flatMap((family) => family.rules.map(({ code }) => code))))

beforeAll(async () => {
  const world = demoWorld()
  const ownerOf = (repository: Repository) =>
    world.organisations.find((o) => o.databaseId === repository.owner)?.login ?? ''
  const lent = new Map<string, readonly Entry[]>()
  for (const repository of world.repositories.filter((r) => r.name === '.github')) {
    lent.set(ownerOf(repository), await sourceOf(ownerOf(repository), repository).entries())
  }
  for (const repository of world.repositories.filter((r) => r.branches.length > 0)) {
    const owner = ownerOf(repository)
    reports.push(await lint({ source: sourceOf(owner, repository), packs, asOf, inherited: lent.get(owner) ?? [] }))
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
      .filter(({ code }) => !beyondFiles.has(code))
      .map(({ code }) => `${subject} ${code}`),
  )
  expect(odd).toEqual([])
})

test('every kind of component is there', () => {
  const kinds = new Set(reports.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual(['core', 'library', 'module', 'other', 'pack', 'plugin', 'theme', 'tool'])
})

test('most components keep every rule of the platform, a quarter has something to mend', () => {
  const share =
    demoExpectations.filter((one) => one.codes.some((code) => !code.startsWith('OSS-'))).length / reports.length
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.33)
})

function failing(outcomes: SubjectReport['outcomes']): string[] {
  return outcomes
    .filter(({ outcome }) => outcome === 'fail')
    .map(({ code }) => code)
    .sort()
}
