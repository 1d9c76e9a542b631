import { expect, test } from 'vitest'
import { circles } from './github/world/demo/people.ts'
import { demoWorld } from './github/world/demo.ts'
import type { ChangeRequest } from './github/world/model.ts'

const world = demoWorld()
const domains = new Map(world.accounts.map((a) => [a.databaseId, a.email.slice(a.email.indexOf('@') + 1)]))
const outside = new Set(
  circles.filter((c) => c.standpoint !== 'staff' && c.standpoint !== 'contractor').map((c) => c.domain),
)
const changes = world.repositories.flatMap((r) => r.changeRequests)
const fromOutside = changes.filter((c) => outside.has(domains.get(c.author ?? 0) ?? ''))

const between = (items: readonly ChangeRequest[], from: string, to: string) =>
  items.filter((c) => c.createdAt >= from && c.createdAt < to)

function daysToAnswer(items: readonly ChangeRequest[]): number {
  const days = items
    .flatMap((c) => {
      const [first] = [...c.comments, ...c.reviews].map((said) => said.createdAt).sort()
      return first === undefined ? [] : [(Date.parse(first) - Date.parse(c.createdAt)) / 86_400_000]
    })
    .sort((a, b) => a - b)
  return days[Math.floor(days.length / 2)] ?? Number.NaN
}

test('contributions from outside grow every year', () => {
  const years = ['2023-11', '2024-11', '2025-11', '2026-11'] as const
  const [first = 0, second = 0, third = 0] = years
    .slice(0, 3)
    .map((from, i) => between(fromOutside, from, years[i + 1] ?? '').length)
  expect(second).toBeGreaterThan(first * 1.2)
  expect(third).toBeGreaterThan(second * 1.2)
})

test('August is empty, October is full', () => {
  for (const year of ['2024', '2025', '2026']) {
    const [august, october] = ['08', '10'].map(
      (month) => between(changes, `${year}-${month}-01`, `${year}-${month}-32`).length,
    )
    expect(october).toBeGreaterThan(3 * (august ?? 0))
  }
})

test('answers come faster over the years, and slip in the last summer', () => {
  const [early, spring, summer] = [
    between(fromOutside, '2023-11', '2024-06'),
    between(fromOutside, '2026-03', '2026-06'),
    between(fromOutside, '2026-07', '2026-09'),
  ].map(daysToAnswer)
  expect(spring).toBeLessThan((early ?? 0) / 2)
  expect(summer).toBeGreaterThan(2 * (spring ?? 0))
})

test('what was closed unmerged was mostly taken over by hand, with the same files and its number', () => {
  const closed = world.repositories.flatMap((r) =>
    r.changeRequests
      .filter((c) => c.state === 'CLOSED' && outside.has(domains.get(c.author ?? 0) ?? ''))
      .map((c) => r.commits.some((k) => k.message.endsWith(`Repris de la proposition #${c.number}`))),
  )
  const taken = closed.filter(Boolean).length
  expect(taken / closed.length).toBeGreaterThan(0.9)
  expect(taken).toBeLessThan(closed.length)
})

test('a few wait for a first answer, some of them for months', () => {
  const waiting = fromOutside.filter((c) => c.state === 'OPEN' && c.comments.length + c.reviews.length === 0)
  expect(waiting.length).toBeGreaterThan(10)
  expect(between(waiting, '2023-11', '2026-08').length).toBeGreaterThan(5)
})

test('translators touch messages and nothing else', () => {
  const translations = changes.filter((c) => c.labels.includes('traduction'))
  expect(translations.length).toBeGreaterThan(50)
  expect(translations.every((c) => c.files.every((f) => /_[a-z]{2}\.properties$/.test(f.path)))).toBe(true)
})

test('odd standings are there: archived, empty, fork, private, renamed', () => {
  const repositories = world.repositories
  expect(repositories.filter((r) => r.isArchived)).toHaveLength(1)
  expect(repositories.filter((r) => r.defaultBranch === null)).toHaveLength(1)
  expect(repositories.filter((r) => r.isFork)).toHaveLength(1)
  expect(repositories.filter((r) => r.visibility === 'PRIVATE')).toHaveLength(1)
  expect(repositories.filter((r) => r.formerNames.length > 0)).toHaveLength(1)
})
