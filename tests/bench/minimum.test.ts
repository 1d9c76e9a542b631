import { describe, expect, it } from 'vitest'
import { addChangeRequest, addIssue } from '../github/world/build.ts'
import { generateWorld, type WorldSize } from '../github/world/generate.ts'
import { minimumOf } from './minimum.ts'

const LOGIN = 'maison-bleue'

function partsOf(size: WorldSize): Record<string, number> {
  const { parts } = minimumOf(generateWorld({ seed: 5, oddCases: false, ...size }), LOGIN)
  return Object.fromEntries(parts.map(({ what, requests }) => [what, requests]))
}

describe('the least that a collection can cost', () => {
  it('is worked out by the connections that its lists open', () => {
    // 12 connections of each of 50 repositories and one for the list of them: 601, at 149 a point.
    expect(partsOf({ repositories: 50, changeRequests: 0, issues: 0, commits: 0 })).toMatchObject({
      'repositories and how they are run': 5,
      'what anybody may read': 1,
      'change requests': 0,
      issues: 0,
      commits: 0,
    })
    // One list of 100: 301 connections, and 201.
    expect(partsOf({ repositories: 1, changeRequests: 100, issues: 100, commits: 0 })).toMatchObject({
      'change requests': 3,
      issues: 2,
    })
  })

  it('cannot be less than the pages of the longest history, one after the other', () => {
    expect(partsOf({ repositories: 1, changeRequests: 0, issues: 0, commits: 450 }).commits).toBe(5)
    // Shared among forty, the longest of which has about a quarter.
    expect(partsOf({ repositories: 40, changeRequests: 0, issues: 0, commits: 1_000 }).commits).toBe(3)
  })

  it('counts a further page for long lists of files, and for silence, ten in a call', () => {
    const world = generateWorld({ seed: 5, oddCases: false, repositories: 1, changeRequests: 0, issues: 0, commits: 0 })
    const [repository] = world.repositories
    if (repository === undefined) throw new Error('no repository')
    const file = { path: 'a', additions: 1, deletions: 0, changeType: 'ADDED' as const }
    const author = world.accounts[0]?.databaseId ?? null
    const comments = Array.from({ length: 12 }, () => ({ author, createdAt: '2026-01-01T00:00:00Z' }))
    for (let i = 0; i < 12; i += 1)
      addChangeRequest(world, repository, { author, createdAt: '2026-01-01T00:00:00Z', files: Array(51).fill(file) })
    addChangeRequest(world, repository, { author, createdAt: '2026-01-01T00:00:00Z', comments })
    addIssue(world, repository, { author, createdAt: '2026-01-01T00:00:00Z' })
    const tails = minimumOf(world, LOGIN).parts.find(({ what }) => what === 'tails of change requests')
    expect(tails).toMatchObject({ requests: 2, points: 2 })
  })

  it('adds up to its parts, and archives cost no points', () => {
    const { parts, requests, points } = minimumOf(generateWorld({ seed: 5 }), LOGIN)
    expect(requests).toBe(parts.reduce((sum, part) => sum + part.requests, 0))
    expect(points).toBeLessThan(requests)
    expect(parts.find(({ what }) => what.startsWith('archives'))?.points).toBe(0)
  })
})
