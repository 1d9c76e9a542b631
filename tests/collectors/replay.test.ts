import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { githubTransport } from '#collectors/github/client.ts'
import { recorder } from '#collectors/transport/record.ts'
import { openRecording } from '#collectors/transport/replay.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { collectOrganisation, outcomes, patientClock, withStore } from './github-scene.ts'

const LOGIN = 'maison-bleue'
let github: RunningGitHub
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parvis-recording-'))
  const world = generateWorld({ seed: 9, changeRequests: 90, issues: 40, commits: 60 })
  github = await startGitHub({ world, isFrozen: true })
  await record('first')
})
afterAll(async () => {
  await github.stop()
  await rm(folder, { recursive: true, force: true })
})

let recorded = ''

async function record(name: string, faults = 0): Promise<void> {
  const tape = recorder(join(folder, name), '2026-11-01T08:00:00Z')
  await github.faults({ rules: [{ fault: { kind: 'reset' }, rate: faults }] })
  const signal = new AbortController().signal
  const live = githubTransport({
    apiUrl: github.url,
    credentials: [{ name: 'TOKEN', token: 'admin-token' }],
    signal,
    clock: patientClock(),
  })
  recorded = await withStore(async (store) => {
    const transport = (collector: { readonly id: string }) => tape.through(collector.id, live)
    await collectOrganisation({ url: github.url, login: LOGIN, store, transport })
    return store.contentHash()
  })
  await tape.close()
}

/** Everything that a folder holds, by name. */
async function bytesOf(name: string): Promise<Record<string, string>> {
  const files = await readdir(join(folder, name))
  const texts = await Promise.all(files.map((file) => readFile(join(folder, name, file), 'utf8')))
  return Object.fromEntries(files.map((file, index) => [file, texts[index] ?? '']))
}

async function replay(directory: string) {
  const recording = await openRecording(directory)
  return withStore(async (store) => {
    const transport = (collector: { readonly id: string }) => recording.transport(collector.id)
    const summaries = await collectOrganisation({ url: 'http://127.0.0.1:1', login: LOGIN, store, transport })
    return { summaries, hash: await store.contentHash() }
  })
}

describe('a recording', () => {
  it('has one file for each collector, with its lines in order', async () => {
    const files = await bytesOf('first')
    expect(Object.keys(files).sort()).toEqual([
      'github-change-requests.ndjson',
      'github-commits.ndjson',
      'github-contents.ndjson',
      'github-governance.ndjson',
      'github-issues.ndjson',
      'github-members.ndjson',
      'github-repositories.ndjson',
      'manifest.json',
    ])
  })

  it('is the same bytes each time, whatever went wrong on the way', async () => {
    const first = await bytesOf('first')
    await record('second', 0.1)
    expect(await bytesOf('second')).toEqual(first)
  })

  it('holds no token, no address and no message', async () => {
    const text = Object.values(await bytesOf('first')).join('\n')
    expect(text).not.toContain('admin-token')
    expect(text).not.toMatch(/users\.noreply\.github\.com"/)
    expect(text).not.toContain('"message"')
  })
})

describe('a replay', () => {
  it('knows what the live collection knew, without a host', async () => {
    const { summaries, hash } = await replay(join(folder, 'first'))
    expect(summaries.flatMap(({ problems }) => problems)).toEqual([])
    expect(new Set(Object.values(outcomes(summaries)))).toEqual(new Set(['complete']))
    expect(hash).toBe(recorded)
    expect(summaries.map(({ requests }) => requests)).toEqual([0, 0, 0, 0, 0, 0, 0])
  })

  it('of another version of a question fails, and is said to be stale', async () => {
    const stale = join(folder, 'stale')
    const tape = recorder(stale, '2026-11-01T08:00:00Z')
    await tape.close()
    const text = (await bytesOf('first'))['github-members.ndjson'] ?? ''
    await writeFile(join(stale, 'github-members.ndjson'), text.replace('"version":1', '"version":0'))
    await writeFile(
      join(stale, 'github-repositories.ndjson'),
      (await bytesOf('first'))['github-repositories.ndjson'] ?? '',
    )
    const { summaries } = await replay(stale)
    const members = summaries.find(({ collector }) => collector === 'github/members')
    expect(members).toMatchObject({ status: 'failed', problems: [{ message: expect.stringContaining('version') }] })
  })

  it('of an answer that is missing leaves its gap and goes on', async () => {
    const holey = join(folder, 'holey')
    await recorder(holey, '2026-11-01T08:00:00Z').close()
    const files = await bytesOf('first')
    for (const [name, text] of Object.entries(files)) {
      const kept = name === 'github-commits.ndjson' ? text.split('\n').slice(1).join('\n') : text
      await writeFile(join(holey, name), kept)
    }
    const { summaries } = await replay(holey)
    expect(outcomes(summaries)).toMatchObject({ 'github/commits': 'partial', 'github/contents': 'complete' })
    // One answer serves many repositories; each of them says that it was not read.
    expect(new Set(summaries.flatMap(({ problems }) => problems.map(({ kind }) => kind)))).toEqual(
      new Set(['not-found']),
    )
  })

  it('of nothing, and of what is no recording, is a mistake that the user can mend', async () => {
    await expect(openRecording(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'recording-missing' })
    const broken = join(folder, 'broken')
    await recorder(broken, '2026-11-01T08:00:00Z').close()
    await writeFile(join(broken, 'github-members.ndjson'), '{"operation":"members"}\n{"oper')
    const recording = await openRecording(broken)
    await expect(recording.transport('github/members')).rejects.toMatchObject({
      code: 'recording-unreadable',
      details: [{ line: 2 }],
    })
  })
})
