import { type ChildProcess, spawn } from 'node:child_process'
import { hostname } from 'node:os'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { runs } from '#data/queries/runs.ts'
import type { Holder } from '#data/store.ts'
import { openStore } from '#data/store.ts'
import { recordsOfBatch } from './endless-records.ts'
import { AT, batch, folder, openForWriting, repository } from './world.ts'

const files = folder()
afterAll(files.clear)

const holder = (more: Partial<Holder> = {}): Holder => ({
  ...{ command: 'parvis collect', pid: 4242, host: 'desk.example', isRunning: () => true },
  ...more,
})

describe('the lease', () => {
  it('lets one collecting writer in, and tells the second who is there', async () => {
    const path = files.path('held.sqlite')
    const first = await openForWriting(path, { lease: holder(), clock: () => AT })
    const second = openForWriting(path, { lease: holder({ pid: 4343 }), clock: () => AT })
    await expect(second).rejects.toMatchObject({ code: 'database-in-use' })
    await expect(second).rejects.toThrow(/parvis collect.*4242.*desk\.example.*2026-11-20T08:00:00Z/)
    const reader = await openStore({ path, mode: 'read' })
    reader.close()
    first.close()
    const third = await openForWriting(path, { lease: holder({ pid: 4343 }), clock: () => AT })
    third.close()
  })

  it('is taken over from a dead process of this machine, whose runs are closed as cut short', async () => {
    const path = files.path('dead.sqlite')
    const first = await openForWriting(path, { lease: holder(), clock: () => AT })
    await first.sink.startRun('invented/all', 'ville-inventee', AT)
    const later = '2026-11-20T08:01:00Z'
    const heir = holder({ pid: 4343, isRunning: (pid) => pid !== 4242 })
    const second = await openForWriting(path, { lease: heir, clock: () => later })
    expect(await second.ask(runs, { most: 10 })).toMatchObject([{ status: 'partial', ended_at: later, problems: 1 }])
    await expect(first.sink.startRun('invented/all', 'x', AT)).rejects.toMatchObject({ code: 'database-lease-lost' })
    first.close()
    const third = openForWriting(path, { lease: holder({ pid: 1, isRunning: () => true }), clock: () => later })
    await expect(third).rejects.toMatchObject({ code: 'database-in-use' })
    second.close()
  })

  it('is taken over from another machine only after a long silence; every write is a sign of life', async () => {
    const path = files.path('silent.sqlite')
    let now = '2026-11-20T08:00:00Z'
    const clock = () => now
    const first = await openForWriting(path, { lease: holder(), clock })
    const elsewhere = () => openForWriting(path, { lease: holder({ host: 'other.example' }), clock })
    now = '2026-11-20T08:14:00Z'
    const run = await first.sink.startRun('invented/all', 'x', AT)
    now = '2026-11-20T08:28:00Z'
    await expect(elsewhere()).rejects.toMatchObject({ code: 'database-in-use' })
    now = '2026-11-20T08:30:00Z'
    const second = await elsewhere()
    await expect(first.write(run, AT, batch([repository(1)]))).rejects.toMatchObject({ code: 'database-lease-lost' })
    first.close()
    second.close()
  })
})

describe('a killed process', () => {
  it.each([1, 7, 23])('loses nothing that it saved (killed after %i saved batches)', async (enough) => {
    const path = files.path(`killed-${enough}.sqlite`)
    const child = spawn(process.execPath, [fileURLToPath(new URL('./endless-writer.ts', import.meta.url)), path])
    const saved = await savedBefore(child, enough)
    const database = new Database(path, { readonly: true })
    expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    const held = database.prepare('SELECT COUNT(*) FROM cursor').pluck().get()
    const last = Number(database.prepare(`SELECT position FROM cursor WHERE stream = 'all'`).pluck().get())
    database.close()
    expect(held).toBe(1)
    // What was told as saved is there; one batch more may have been saved and not told.
    expect(last).toBeGreaterThanOrEqual(saved)

    const heir = await openForWriting(path, { lease: holder({ host: hostname(), isRunning: () => false }) })
    const found = await heir.contentHash()
    expect(await heir.ask(runs, { most: 1 })).toMatchObject([{ status: 'partial' }])
    heir.close()
    const whole = await openForWriting(files.path(`whole-${enough}.sqlite`))
    const run = await whole.sink.startRun('invented/all', 'x', AT)
    for (let index = 0; index <= last; index += 1) await whole.write(run, AT, batch(recordsOfBatch(index)))
    expect(await whole.contentHash()).toBe(found)
    whole.close()
  })
})

/** Kills the writer in the middle of its work; answers the number of the last batch that it said was saved. */
async function savedBefore(child: ChildProcess, enough: number): Promise<number> {
  let last = -1
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    last = Number(chunk.trim().split('\n').at(-1))
    if (last >= enough) child.kill('SIGKILL')
  })
  await new Promise((resolve) => child.on('close', resolve))
  expect(child.signalCode).toBe('SIGKILL')
  return last
}
