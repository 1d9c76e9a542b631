import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { collectors } from '#collectors/registry.ts'
import { runCollector } from '#collectors/run.ts'
import { openRecording } from '#collectors/transport/replay.ts'
import type { RunSummary } from '#data/model/collection.ts'
import { openStore } from '#data/store.ts'
import { recordDemo } from './github/world/demo/record.ts'
import { demoOrganisations } from './github/world/demo.ts'

const kept = fileURLToPath(new URL('../data/demo', import.meta.url))
const isRecorded = (name: string) => name.endsWith('.ndjson') || name === 'manifest.json'

let work: string
let runs: readonly RunSummary[]

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'parvis-demo-test-'))
  runs = await recordDemo(join(work, 'again'))
})

afterAll(() => rm(work, { recursive: true, force: true }))

async function bytesOf(folder: string): Promise<Map<string, Buffer>> {
  const names = (await readdir(folder)).filter(isRecorded).sort()
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
}

test('every collector reads the demo to its end', () => {
  expect(runs.filter(({ status }) => status !== 'complete')).toEqual([])
})

test('recording the demo again writes the bytes that are kept; `npm run demo:record` brings them up to date', async () => {
  const [again, before] = [await bytesOf(join(work, 'again')), await bytesOf(kept)]
  expect([...before.keys()]).toEqual([...again.keys()])
  expect([...again].filter(([name, bytes]) => before.get(name)?.equals(bytes) !== true).map(([name]) => name)).toEqual(
    [],
  )
})

test('the recording stays small: 8 MB, 2 MB when packed', async () => {
  const bytes = Buffer.concat([...(await bytesOf(kept)).values()])
  expect(bytes.length).toBeLessThan(8 * 1024 * 1024)
  expect(gzipSync(bytes).length).toBeLessThan(2 * 1024 * 1024)
})

test('no mail address of an account is in the recording', async () => {
  const text = Buffer.concat([...(await bytesOf(kept)).values()]).toString()
  expect(text).not.toMatch(/contributor-\d+@|noreply|robots\.example"@/)
})

test('the recording alone fills a database, under any key', async () => {
  const recording = await openRecording(kept)
  const secret = 'a key that the recording never saw'
  const store = await openStore({ path: join(work, 'replayed.sqlite'), mode: 'write', secret })
  const statuses: string[] = []
  for (const { login } of demoOrganisations) {
    for (const collector of collectors.filter((one) => one.scope === 'organisation')) {
      const context = {
        transport: await recording.transport(collector.id),
        pseudonymise: pseudonymiser(secret),
        signal: new AbortController().signal,
        full: false,
        now: () => recording.recordedAt,
        log: () => undefined,
      }
      const scope = { kind: 'organisation', server: 'github.com', login } as const
      const { status } = await runCollector({ collector, scope, sink: store.sink, known: store.known, context })
      statuses.push(`${collector.id} ${status}`)
    }
  }
  store.close()
  expect(statuses.filter((s) => !s.endsWith(' complete'))).toEqual([])
})
