import { execFileSync } from 'node:child_process'
import { gunzipSync } from 'node:zlib'
import { extract } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { get, present } from './client.ts'
import { type RunningGitHub, startGitHub } from './start.ts'
import { generateWorld } from './world/generate.ts'
import { blobOid } from './world/git.ts'
import { expectedRepositories } from './world/oracle.ts'

let github: RunningGitHub
beforeAll(async () => {
  github = await startGitHub({ world: generateWorld(), isFrozen: true })
})
afterAll(() => github.stop())

const token = 'member-token'
const nested = () => present(github.world.repositories.find((r) => r.name === 'odd-nested'))

describe('lists', () => {
  it('come in pages with link headers until the last', async () => {
    const names: string[] = []
    let path: string | undefined = '/orgs/maison-bleue/repos?per_page=7'
    while (path !== undefined) {
      const page: Awaited<ReturnType<typeof get<{ full_name: string }[]>>> = await get(github, path, { token })
      names.push(...page.data.map((r) => r.full_name))
      path = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1]?.slice(github.url.length)
    }
    const wanted = expectedRepositories(github.world, 'maison-bleue').map((r) => r.nameWithOwner)
    expect(names.sort()).toEqual(wanted.sort())
  })

  it('of members leave out private memberships for outsiders', async () => {
    const inside = await get<unknown[]>(github, '/orgs/maison-bleue/members?per_page=100', { token })
    const outside = await get<unknown[]>(github, '/orgs/maison-bleue/members?per_page=100')
    expect(outside.data.length).toBeLessThan(inside.data.length)
  })
})

describe('a repository', () => {
  it('of an old name is at another address: 301', async () => {
    const { status, headers } = await get(github, '/repos/maison-bleue/odd-old-name/git/trees/HEAD?recursive=1')
    expect(status).toBe(301)
    const path = present(headers.get('location')).slice(github.url.length)
    expect(path).toMatch(/^\/repositories\/\d+\/git\/trees\/HEAD$/)
    expect((await get(github, path)).status).toBe(200)
  })

  it('is 404 when there is none, and 409 in git when it is empty', async () => {
    expect((await get(github, '/repos/maison-bleue/nowhere')).status).toBe(404)
    expect((await get(github, '/repos/maison-bleue/odd-empty/git/trees/HEAD')).status).toBe(409)
    expect((await get(github, '/repos/maison-bleue/odd-nested/git/trees/absent')).status).toBe(404)
  })

  it('answers 304, free of charge, to the ETag of the same token only', async () => {
    const path = '/repos/maison-bleue/odd-nested'
    const { headers } = await get(github, path, { token })
    const etag = present(headers.get('etag'))
    const used = headers.get('x-ratelimit-used')
    const again = await get(github, path, { token, headers: { 'if-none-match': etag } })
    expect([again.status, again.text, again.headers.get('x-ratelimit-used')]).toEqual([304, '', used])
    expect((await get(github, path, { token: 'admin-token', headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  it('is served in the layout of an Enterprise Server too', async () => {
    const { data, headers } = await get<{ url: string }>(github, '/api/v3/repos/maison-bleue/odd-nested', { token })
    expect(data.url).toContain('/api/v3/repos/')
    expect((await get(github, '/api/v3/orgs/maison-bleue/repos?per_page=2')).headers.get('link')).toContain(
      '/api/v3/orgs/',
    )
    expect(headers.get('x-ratelimit-resource')).toBe('core')
  })
})

interface Tree {
  readonly truncated: boolean
  readonly tree: readonly {
    readonly path: string
    readonly mode: string
    readonly type: string
    readonly sha: string
    readonly size?: number
  }[]
}

describe('a tree', () => {
  it('holds every file of the head with the ids the oracle expects', async () => {
    const wanted = present(
      expectedRepositories(github.world, 'maison-bleue').find((r) => r.nameWithOwner.endsWith('/odd-nested')),
    )
    const { data } = await get<Tree>(github, `/repos/maison-bleue/odd-nested/git/trees/${wanted.treeOid}?recursive=1`)
    expect(data.truncated).toBe(false)
    const files = data.tree
      .filter((e) => e.type === 'blob')
      .map((e) => ({ path: e.path, mode: e.mode, oid: e.sha, size: e.size }))
    expect(files.sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(wanted.files)
    expect(data.tree.find((e) => e.path === 'core')?.mode).toBe('040000')
  })

  it('may be truncated, and complete folder by folder', async () => {
    await github.edit([{ edit: 'update', repository: 'maison-bleue/odd-nested', set: { hasTruncatedTree: true } }])
    const whole = await get<Tree>(github, '/repos/maison-bleue/odd-nested/git/trees/HEAD?recursive=1')
    const top = await get<Tree>(github, '/repos/maison-bleue/odd-nested/git/trees/HEAD')
    expect([whole.data.truncated, top.data.truncated]).toEqual([true, false])
    expect(top.data.tree.map((e) => e.path)).toContain('web')
  })

  it('leads to blobs whose bytes have their id', async () => {
    const { data } = await get<Tree>(github, '/repos/maison-bleue/odd-nested/git/trees/HEAD')
    for (const entry of data.tree.filter((e) => e.type === 'blob')) {
      const blob = await get<{ content: string }>(github, `/repos/maison-bleue/odd-nested/git/blobs/${entry.sha}`)
      expect(blobOid(Buffer.from(blob.data.content, 'base64'))).toBe(entry.sha)
    }
  })
})

describe('an archive', () => {
  const fetchArchive = async () => {
    const { status, headers } = await get(github, '/repos/maison-bleue/odd-nested/tarball/HEAD', { token })
    expect(status).toBe(302)
    const response = await fetch(present(headers.get('location')))
    return Buffer.from(await response.arrayBuffer())
  }

  async function read(
    gz: Buffer,
  ): Promise<Map<string, { type: string | null | undefined; bytes: Buffer; linkname: string | null | undefined }>> {
    const entries = new Map()
    const reader = extract()
    reader.end(gunzipSync(gz))
    for await (const entry of reader) {
      const chunks: Buffer[] = []
      for await (const chunk of entry) chunks.push(chunk as Buffer)
      const { name, type, linkname } = entry.header
      entries.set(name, { type, linkname, bytes: Buffer.concat(chunks) })
    }
    return entries
  }

  it('is a real one: one top folder, links, long paths, and nothing that is marked export-ignore', async () => {
    const entries = await read(await fetchArchive())
    const head = present(nested().branches[0]).oid
    const top = `maison-bleue-odd-nested-${head.slice(0, 7)}`
    expect([...entries.keys()].every((name) => name.startsWith(`${top}/`))).toBe(true)
    const paths = [...entries.keys()].map((name) => name.slice(top.length + 1))
    expect(paths).toContain('web/admin/pom.xml')
    expect(paths.some((p) => p.length > 100)).toBe(true)
    expect(paths).not.toContain('old.bak')
    expect(paths.some((p) => p.startsWith('docs/internal'))).toBe(false)
    expect(entries.get(`${top}/current`)).toMatchObject({ type: 'symlink', linkname: 'docs/readme.md' })
    expect(blobOid(present(entries.get(`${top}/logo.png`)).bytes)).toMatch(/^[0-9a-f]{40}$/)
  })

  it('carries the id of its commit where git looks for it', async () => {
    const told = execFileSync('git', ['get-tar-commit-id'], { input: gunzipSync(await fetchArchive()) })
    expect(told.toString().trim()).toBe(present(nested().branches[0]).oid)
  })

  it('of a private repository is readable at the address given to a member only', async () => {
    const { headers } = await get(github, '/repos/maison-bleue/odd-private/tarball/HEAD', { token })
    expect((await fetch(present(headers.get('location')))).status).toBe(200)
    expect((await get(github, '/repos/maison-bleue/odd-private/tarball/HEAD')).status).toBe(404)
  })
})
