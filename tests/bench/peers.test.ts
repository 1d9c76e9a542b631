import { expect, it } from 'vitest'
import { generateWorld } from '../github/world/generate.ts'
import { spentByPeers } from './peers.ts'

it('counts what other tools ask over the world, page by page and item by item', () => {
  const size = { repositories: 1, changeRequests: 200, issues: 50, commits: 250, people: 30, oddCases: false }
  const world = generateWorld({ seed: 5, ...size })
  const authors = new Set(world.repositories[0]?.changeRequests.map(({ author }) => author).filter(Boolean)).size
  const spent = Object.fromEntries(
    spentByPeers(world, 'maison-bleue').map(({ name, first, again }) => [name, [first, again]]),
  )
  expect(spent).toEqual({
    'perceval, backend github': [3 + 200 * 3.7 + 2 * authors, 1],
    augur: [2 + 600 + authors, 1],
    steampipe: [3 + 400, 3 + 400],
    'airbyte, source-github': [2 + 200 + 20 + 20, 3],
    'github/contributors': [6, 6],
    'org-metrics-dashboard': [4, 4],
    scorecard: [70, 70],
  })
})
