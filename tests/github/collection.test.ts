import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, present } from './client.ts'
import { queries } from './queries.ts'
import { type RunningGitHub, startGitHub } from './start.ts'
import { generateWorld } from './world/generate.ts'
import { type ExpectedRepository, expectedMembers, expectedRepositories } from './world/oracle.ts'

/** Walks everything as a collector would and compares it with the oracle. */

interface Page<N> {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly N[]
}
interface Pull {
  readonly fullDatabaseId: string
  readonly number: number
  readonly state: string
  readonly updatedAt: string
  readonly author: { readonly login: string } | null
  readonly labels: { readonly nodes: readonly { readonly name: string }[] }
  readonly files: { readonly totalCount: number }
}

let github: RunningGitHub
let expected: readonly ExpectedRepository[]
beforeAll(async () => {
  const world = generateWorld({ seed: 5, changeRequests: 300, issues: 120, commits: 500 })
  expected = expectedRepositories(world, 'maison-bleue')
  github = await startGitHub({ world })
})
afterAll(() => github.stop())

async function walk<N>(
  query: string,
  variables: Record<string, unknown>,
  pageOf: (data: never) => Page<N>,
): Promise<N[]> {
  const all: N[] = []
  for (let cursor: string | null = null; ; ) {
    const answer: { data: never; errors: readonly unknown[] } = await ask<never>(github, query, {
      ...variables,
      cursor,
    })
    expect(answer.errors).toEqual([])
    const page = pageOf(answer.data)
    all.push(...page.nodes)
    if (!page.pageInfo.hasNextPage) {
      expect(all).toHaveLength(page.totalCount)
      return all
    }
    cursor = page.pageInfo.endCursor
  }
}

describe('a complete walk gives what the oracle expects', () => {
  it('for the inventory', async () => {
    const nodes = await walk(
      queries.inventory,
      { org: 'maison-bleue', pageSize: 12 },
      (data: {
        organization: { repositories: Page<{ databaseId: number; nameWithOwner: string; isEmpty: boolean }> }
      }) => data.organization.repositories,
    )
    const rows = nodes.map(({ databaseId, nameWithOwner, isEmpty }) => ({ databaseId, nameWithOwner, isEmpty }))
    const wanted = expected.map(({ databaseId, nameWithOwner, isEmpty }) => ({ databaseId, nameWithOwner, isEmpty }))
    expect(rows.sort((a, b) => a.databaseId - b.databaseId)).toEqual(wanted)
  })

  it.each(['ASC', 'DESC'])('for change requests by UPDATED_AT %s, many of which share a second', async (dir) => {
    for (const repository of expected) {
      const nodes = await walk(
        queries.pullsFinal,
        { id: repository.id, pageSize: 20, dir, withFiles: true },
        (data: { node: { pullRequests: Page<Pull> } }) => data.node.pullRequests,
      )
      const rows = nodes.map((n) => ({
        databaseId: Number(n.fullDatabaseId),
        number: n.number,
        state: n.state,
        updatedAt: n.updatedAt,
        author: n.author?.login ?? null,
        labels: n.labels.nodes.map((l) => l.name).sort(),
        files: n.files.totalCount,
      }))
      const wanted = repository.changeRequests.map((c) => ({
        databaseId: c.databaseId,
        number: c.number,
        state: c.state,
        updatedAt: c.updatedAt,
        author: c.author,
        labels: c.labels,
        files: c.files.length,
      }))
      const updates = rows.map((r) => r.updatedAt)
      expect(updates).toEqual(dir === 'ASC' ? [...updates].sort() : [...updates].sort().reverse())
      expect(rows.sort((a, b) => a.number - b.number)).toEqual(wanted)
    }
  })

  it('for issues, of which filterBy since keeps the later ones', async () => {
    const since = '2024-01-01T00:00:00Z'
    for (const repository of expected) {
      const nodes = await walk(
        queries.issues,
        { id: repository.id, pageSize: 30, dir: 'ASC', since },
        (data: { node: { issues: Page<{ number: number; updatedAt: string }> } }) => data.node.issues,
      )
      const wanted = repository.issues.filter((i) => i.updatedAt >= since).map((i) => i.number)
      expect(nodes.map((n) => n.number).sort((a, b) => a - b)).toEqual(wanted)
    }
  })

  it('for commits from a frozen head', async () => {
    for (const repository of expected.filter((r) => r.headOid !== null)) {
      const nodes = await walk(
        queries.commits,
        { id: repository.id, head: repository.headOid, pageSize: 30 },
        (data: { node: { object: { history: Page<{ oid: string }> } } }) => data.node.object.history,
      )
      expect(nodes.map((n) => n.oid)).toEqual(repository.commits.map((c) => c.oid))
    }
  })

  it('for members and their roles', async () => {
    const { data } = await ask<{
      organization: { membersWithRole: { edges: { role: string; node: { login: string } }[] } }
    }>(github, queries.members, { org: 'maison-bleue' })
    const rows = data.organization.membersWithRole.edges.map((e) => ({ login: e.node.login, role: e.role }))
    expect(rows.sort((a, b) => (a.login < b.login ? -1 : 1))).toEqual(expectedMembers(github.world, 'maison-bleue'))
  })

  it('for a search over the organisation, of which at most 1,000 come', async () => {
    const { data } = await ask<{ search: { issueCount: number } }>(github, queries.searchIncremental, {
      q: 'org:maison-bleue is:pr updated:>=2020-01-01T00:00:00Z sort:updated-asc',
      pageSize: 10,
    })
    const wanted = expected.flatMap((r) => r.changeRequests).filter((c) => c.updatedAt >= '2020-01-01T00:00:00Z')
    expect(data.search.issueCount).toBe(wanted.length)
  })

  it('with no field that this world does not model', async () => {
    expect((await github.audit()).unmodelled).toEqual([])
  })
})

describe('a world that moves between pages', () => {
  const pull = (data: { node: { pullRequests: Page<Pull> } }) => data.node.pullRequests
  const page = async (id: string, cursor: string | null) =>
    pull(
      (
        await ask<{ node: { pullRequests: Page<Pull> } }>(github, queries.pullsFinal, {
          id,
          cursor,
          pageSize: 10,
          dir: 'ASC',
          withFiles: false,
        })
      ).data,
    )

  it('shifts nothing: an item touched meanwhile is met again at the end, none is lost', async () => {
    const repository = present(expected.find((r) => r.changeRequests.length > 40))
    const seen: number[] = []
    let cursor: string | null = null
    for (let isFirst = true; ; isFirst = false) {
      const { nodes, pageInfo }: Page<Pull> = await page(repository.id, cursor)
      seen.push(...nodes.map((n) => n.number))
      if (isFirst) {
        const [touched, deleted] = seen
        const item = { repository: repository.nameWithOwner, kind: 'change-request' as const }
        await github.edit([
          { edit: 'update-item', ...item, number: present(touched), set: { updatedAt: '2026-11-01T08:00:00Z' } },
          { edit: 'delete-item', ...item, number: present(deleted) },
          {
            edit: 'add-change-request',
            repository: repository.nameWithOwner,
            item: { author: null, createdAt: '2026-11-01T08:00:00Z' },
          },
        ])
      }
      if (!pageInfo.hasNextPage) break
      cursor = pageInfo.endCursor
    }
    const numbers = repository.changeRequests.map((c) => c.number)
    expect(new Set(seen)).toEqual(new Set([...numbers, Math.max(...seen)]))
    expect(seen.filter((n) => n === seen[0])).toHaveLength(2)
    expect(seen).toHaveLength(numbers.length + 2)
  })

  it('leaves a history walked from a fixed commit as it was', async () => {
    const repository = present(expected.find((r) => r.commits.length > 40))
    const ids = { id: repository.id, head: repository.headOid, pageSize: 10 }
    const ask1 = (cursor: string | null) =>
      ask<{ node: { object: { history: Page<{ oid: string }> } } }>(github, queries.commits, { ...ids, cursor })
    const before = (await ask1(null)).data.node.object.history
    await github.edit([
      {
        edit: 'commit',
        repository: repository.nameWithOwner,
        files: { 'new.txt': 'new\n' },
        author: 'contributor-003',
        at: '2026-11-01T08:00:00Z',
      },
    ])
    const after = (await ask1(before.pageInfo.endCursor)).data.node.object.history
    expect(after.nodes.map((n) => n.oid)).toEqual(repository.commits.slice(10, 20).map((c) => c.oid))
  })
})
