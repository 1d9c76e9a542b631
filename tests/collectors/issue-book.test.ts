import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { githubTransport } from '#collectors/github/client.ts'
import { addIssues, type IssueDraft, readIssueBook } from '#collectors/github/issue-book.ts'
import type { Fault } from '../github/faults.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { patientClock } from './github-scene.ts'

const DRAFTS: readonly IssueDraft[] = ['one', 'two', 'three'].map((marker) => ({
  marker,
  title: `The ${marker}`,
  body: `About ${marker}`,
  labels: ['governance'],
}))

let github: RunningGitHub
let clock: ReturnType<typeof patientClock>

beforeEach(async () => {
  const world = generateWorld({ repositories: 1, changeRequests: 2, issues: 130, commits: 2, people: 4 })
  github = await startGitHub({
    world,
    isFrozen: true,
    tokens: [
      { token: 'writer', login: 'contributor-001', memberOf: 'all', passes: 'all' },
      { token: 'reader', login: 'visitor', forbidden: ['Issue.create'] },
    ],
  })
  clock = patientClock(async (ms) => void (await github.clock({ advanceSeconds: ms / 1000 })))
})
afterEach(() => github.stop())

const repository = () => {
  const found = github.world.repositories.find(({ issues }) => issues.length > 0)
  if (found === undefined) throw new Error('the world has no issues')
  return found
}

/** What was added, and what stopped it. */
async function fill(drafts = DRAFTS, token = 'writer') {
  const { signal } = new AbortController()
  const transport = githubTransport({ apiUrl: github.url, credentials: [{ name: 'TOKEN', token }], signal, clock })
  const place = { server: 'github.test', owner: 'maison-bleue', name: repository().name }
  const added: string[] = []
  try {
    const book = await readIssueBook(place, transport)
    const onAdded = ({ marker }: { marker: string }) => void added.push(marker)
    await addIssues({ server: place.server, book }, drafts, { transport, clock, signal, onAdded })
    return { added, failure: undefined }
  } catch (error) {
    return { added, failure: error }
  }
}

const written = () => repository().issues.filter(({ body }) => body.includes('<!-- parvis:'))
const posts = async () => (await github.audit()).requests.filter(({ method }) => method === 'POST')

describe('issues that are to be there once', () => {
  it('are added behind those of others, a second apart, and found again whatever became of them', async () => {
    expect(await fill()).toEqual({ added: ['one', 'two', 'three'], failure: undefined })
    expect(clock.slept()).toBe(2000)
    expect(written()[0]).toMatchObject({
      title: 'The one',
      labels: ['governance'],
      body: expect.stringMatching(/^About one\n/),
    })
    github.change(() => {
      for (const issue of written()) Object.assign(issue, { title: 'Renamed', labels: [], state: 'CLOSED' })
    })
    expect(await fill()).toEqual({ added: [], failure: undefined })
    expect(written()).toHaveLength(3)
  })

  it.each<[string, Fault, number]>([
    ['whose answer is cut short, so that it was made', { kind: 'truncated' }, 3],
    ['whose answer is no JSON, so that it was made', { kind: 'truncated-json' }, 3],
    ['that the host asks to wait for', { kind: 'secondary', status: 403, retryAfter: 60 }, 4],
    ['behind the end of the quota', { kind: 'rate-limit', resetAfter: 60 }, 4],
  ])('are made once: one %s', async (_what, fault, requests) => {
    await github.faults({ rules: [{ fault, path: 'issues$', times: 1 }] })
    expect(await fill()).toMatchObject({ added: ['one', 'two', 'three'], failure: undefined })
    expect(written()).toHaveLength(3)
    expect(await posts()).toHaveLength(requests)
  })

  it.each<Fault>([{ kind: 'reset' }, { kind: 'bad-gateway' }, { kind: 'html' }, { kind: 'gateway-timeout' }])(
    'are not asked for twice where %o leaves open what happened: the next run goes on',
    async (fault) => {
      await github.faults({ rules: [{ fault, path: 'issues$', attempts: [1, 1], requests: [5] }] })
      const { requests } = await github.audit()
      expect(requests).toEqual([])
      const first = await fill()
      expect(first).toMatchObject({ added: ['one'], failure: { name: 'SourceFailure' } })
      expect(await posts()).toHaveLength(2)
      expect(await fill()).toEqual({ added: ['two', 'three'], failure: undefined })
      expect(written().map(({ title }) => title)).toEqual(['The one', 'The two', 'The three'])
    },
  )

  it('are refused with the reason', async () => {
    expect((await fill(DRAFTS, 'reader')).failure).toMatchObject({ kind: 'forbidden' })
    github.change(() => void Object.assign(repository(), { hasIssuesEnabled: false }))
    expect((await fill()).failure).toMatchObject({ kind: 'gone', message: expect.stringContaining('switched off') })
    github.change(() => void Object.assign(repository(), { isArchived: true }))
    expect((await fill()).failure).toMatchObject({ kind: 'gone', message: expect.stringContaining('is archived') })
  })

  it('follow a repository to its new name', async () => {
    const { name } = repository()
    await github.edit([{ edit: 'rename', repository: `maison-bleue/${name}`, name: 'elsewhere' }])
    const { signal } = new AbortController()
    const credentials = [{ name: 'TOKEN', token: 'writer' }]
    const transport = githubTransport({ apiUrl: github.url, credentials, signal, clock })
    const book = await readIssueBook({ server: 'github.test', owner: 'maison-bleue', name }, transport)
    expect(book).toMatchObject({ name: 'elsewhere', isPublic: true })
  })
})
