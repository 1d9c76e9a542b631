import { hostname } from 'node:os'
import { recordsOfBatch } from './endless-records.ts'
import { AT, batch, openForWriting } from './world.ts'

/** Writes batch after batch into the database that it is given, telling each once it is saved, until it is killed. */
const path = process.argv[2]
if (path === undefined) throw new Error('name a database')
const lease = { command: 'endless writer', pid: process.pid, host: hostname(), isRunning: () => true }
const store = await openForWriting(path, { lease })
const run = await store.sink.startRun('invented/all', 'x', AT)
for (let number = 0; ; number += 1) {
  const cursors = [{ subject: 'forge.example/1', stream: 'all', position: String(number) }]
  await store.write(run, AT, batch(recordsOfBatch(number), { cursors }))
  process.stdout.write(`${number}\n`)
}
