import { describe, expect, it } from 'vitest'
import { releasesOf, standingOf } from '#data/inventory/releases.ts'

const releases = releasesOf([
  { tag: 'plugin-guichet-1.0.0', publishedAt: '2024-01-10T00:00:00Z' },
  { tag: 'plugin-guichet-1.1.0-beta-01', publishedAt: '2024-03-10T00:00:00Z' },
  { tag: 'plugin-guichet-1.1.0', publishedAt: '2024-05-10T00:00:00Z' },
  { tag: 'plugin-guichet-2.0.0', publishedAt: null },
])

describe('how a version stands among releases', () => {
  it.each([
    ['1.0.0', { behind: 2, behindSince: '2024-05-10T00:00:00Z', publishedAt: '2024-01-10T00:00:00Z' }],
    ['1.1.0-beta-01', { behind: 2, behindSince: '2024-05-10T00:00:00Z', publishedAt: '2024-03-10T00:00:00Z' }],
    ['1.1.0', { behind: 1, behindSince: null }],
    ['2.0.0', { behind: 0, behindSince: null, publishedAt: null }],
  ])('%s: by how many, and since when one could have moved on', (version, standing) => {
    expect(standingOf(version, releases)).toMatchObject({ latest: '2.0.0', ...standing })
  })
})
