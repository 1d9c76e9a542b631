import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { present } from './client.ts'
import { addAccount, addChangeRequest, addOrganisation, buildRepository, emptyWorld } from './world/build.ts'
import { commitFiles } from './world/commit-files.ts'
import { generateWorld } from './world/generate.ts'
import { expectedMembers, expectedRepositories } from './world/oracle.ts'
import { makeWorld } from './world-spec.ts'

const plain = (world: unknown) => JSON.stringify(world)

describe('a generated world', () => {
  it('is the same for the same seed and another for another seed', () => {
    expect(plain(generateWorld({ seed: 7 }))).toBe(plain(generateWorld({ seed: 7 })))
    expect(plain(generateWorld({ seed: 7 }))).not.toBe(plain(generateWorld({ seed: 8 })))
  })

  it('holds exactly as much as was asked, most of it in a few repositories', () => {
    const world = generateWorld({ repositories: 30, changeRequests: 400, issues: 200, commits: 500, oddCases: false })
    const sizes = world.repositories.map((r) => r.changeRequests.length)
    expect(sizes.reduce((a, b) => a + b, 0)).toBe(400)
    expect(world.repositories.flatMap((r) => r.issues)).toHaveLength(200)
    expect(world.repositories.flatMap((r) => r.commits)).toHaveLength(500)
    expect(present(sizes[0])).toBeGreaterThan(90)
  })

  it('makes 200 repositories, 10,000 change requests and 5,000 issues within seconds', () => {
    const start = performance.now()
    generateWorld({ repositories: 200, changeRequests: 10_000, issues: 5_000, commits: 10_000 })
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it('holds the odd cases', () => {
    const world = generateWorld({ changeRequests: 400 })
    const items = world.repositories.flatMap((r) => r.changeRequests)
    const kinds = new Set(world.accounts.map((a) => a.kind))
    expect(kinds).toEqual(new Set(['User', 'Bot', 'Mannequin']))
    expect(items.some((i) => i.author === null)).toBe(true)
    expect(items.some((i) => i.title.includes('<b>'))).toBe(true)
    expect(items.some((i) => i.files.length > 50)).toBe(true)
    expect(world.repositories.some((r) => r.visibility === 'PRIVATE')).toBe(true)
    expect(world.repositories.some((r) => r.isFork && r.parent !== null)).toBe(true)
    const ties = present(world.repositories.find((r) => r.name === 'odd-ties')).changeRequests
    expect(new Set(ties.slice(0, 120).map((i) => i.updatedAt)).size).toBe(1)
  })

  it('never dates anything after its own present', () => {
    const world = generateWorld({ changeRequests: 300 })
    const instants = world.repositories.flatMap((r) => [...r.changeRequests, ...r.issues]).map((i) => i.updatedAt)
    expect(instants.every((i) => i <= world.now)).toBe(true)
  })
})

describe('git object ids', () => {
  it('are those git gives to the same files and the same commit', () => {
    const world = emptyWorld()
    const author = addAccount(world, { login: 'contributor-001' })
    const owner = addOrganisation(world, { login: 'maison-bleue' })
    const repository = buildRepository(world, { owner: owner.databaseId, name: 'carnet' })
    const commit = commitFiles(repository, {
      author,
      at: '2024-05-06T07:08:09Z',
      message: 'Begin',
      files: { 'a.txt': 'a\n', 'a/b.txt': 'b\n', 'a-c': 'c\n', run: { content: '#!/bin/sh\n', mode: '100755' } },
    })
    const folder = mkdtempSync(join(tmpdir(), 'parvis-git-'))
    const git = (args: string[], input = '') => {
      const date = '2024-05-06T07:08:09Z'
      const env = { ...process.env, GIT_DIR: folder, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
      const who = { name: 'contributor-001', email: author.email }
      const identity = {
        GIT_AUTHOR_NAME: who.name,
        GIT_AUTHOR_EMAIL: who.email,
        GIT_COMMITTER_NAME: who.name,
        GIT_COMMITTER_EMAIL: who.email,
      }
      return execFileSync('git', args, { input, env: { ...env, ...identity } })
        .toString()
        .trim()
    }
    git(['init', '--bare', '--quiet', folder])
    const blob = (text: string) => git(['hash-object', '-w', '--stdin'], text)
    const inner = git(['mktree'], `100644 blob ${blob('b\n')}\tb.txt\n`)
    const listing = [
      `100644 blob ${blob('a\n')}\ta.txt`,
      `040000 tree ${inner}\ta`,
      `100644 blob ${blob('c\n')}\ta-c`,
      `100755 blob ${blob('#!/bin/sh\n')}\trun`,
    ]
    const tree = git(['mktree'], `${listing.join('\n')}\n`)
    expect(commit.tree).toBe(tree)
    expect(commit.oid).toBe(git(['commit-tree', tree, '-m', 'Begin']))
    rmSync(folder, { recursive: true })
  })
})

describe('the oracle', () => {
  const world = generateWorld({ seed: 3 })

  it('tells a member of more than an outsider', () => {
    const all = expectedRepositories(world, 'maison-bleue')
    const open = expectedRepositories(world, 'maison-bleue', { isMember: false })
    expect(open.length).toBeLessThan(all.length)
    expect(open.some((r) => r.isPrivate)).toBe(false)
    expect(expectedMembers(world, 'maison-bleue', { isMember: false }).length).toBeLessThan(
      expectedMembers(world, 'maison-bleue').length,
    )
  })

  it('counts as a first response only that of somebody else who is known and no bot', () => {
    const made = emptyWorld()
    const owner = addOrganisation(made, { login: 'maison-bleue' })
    const repository = buildRepository(made, { owner: owner.databaseId, name: 'carnet' })
    const author = addAccount(made, { login: 'contributor-001' }).databaseId
    const other = addAccount(made, { login: 'contributor-002' }).databaseId
    const bot = addAccount(made, { login: 'dependabot', kind: 'Bot' }).databaseId
    const machine = addAccount(made, { login: 'build-robot', isMachine: true }).databaseId
    const on = (day: number) => `2025-02-0${day}T10:00:00Z`
    addChangeRequest(made, repository, {
      author,
      createdAt: on(1),
      comments: [author, null, bot, machine].map((who, i) => ({ author: who, createdAt: on(i + 2) })),
      reviews: [
        { author: other, createdAt: on(1), state: 'PENDING' },
        { author: other, createdAt: on(7) },
      ],
    })
    const first = (machinesAreBots: boolean) =>
      expectedRepositories(made, 'maison-bleue', { machinesAreBots })[0]?.changeRequests[0]?.firstResponseAt
    expect(first(true)).toBe(on(7))
    expect(first(false)).toBe(on(5))
  })

  it('and a world told as a module and edits is the world that module makes, edited', async () => {
    const options = { seed: 3 }
    const edits = [{ edit: 'rename', repository: 'maison-bleue/odd-empty', name: 'odd-later' }] as const
    const told = await makeWorld({
      module: `${import.meta.dirname}/world/generate.ts`,
      export: 'generateWorld',
      options,
      edits,
    })
    expect(told.repositories.map((r) => r.name)).toContain('odd-later')
    expect(told.accounts).toEqual(generateWorld(options).accounts)
  })
})
