import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import { openStore } from '#data/store.ts'
import { loadConfig } from '../config.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import type { Session } from '../session.ts'

/**
 * Writes a consistent copy of the database, whole or not at all, while others read and write it. A file that is there
 * stays: the copy that somebody relies on is not replaced by one of a database that has come to harm.
 */
export async function backup(call: Session & { file: string; options: CommonOptions }): Promise<void> {
  const { io, options } = call
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const file = resolve(io.cwd, call.file)
  if (existsSync(file)) {
    throw new UsageFailure('file-exists', `${file} is there already.`, {
      hint: 'Name another file: a copy never replaces one.',
    })
  }
  const store = await openStore({ path: config.database, mode: 'read' })
  const draft = `${file}.${process.pid}.draft`
  try {
    await store.backup(draft)
    // It holds what the database holds, and lies where nobody has looked after its rights yet.
    chmodSync(draft, 0o600)
    renameSync(draft, file)
  } catch (error) {
    if (error instanceof UsageFailure) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageFailure('file-unwritable', `${file} cannot be written: ${reason}`)
  } finally {
    rmSync(draft, { force: true })
    store.close()
  }
  const size = (statSync(file).size / 1e6).toFixed(1)
  const language = languageOf(options, io.env, config.language)
  io.out(`${file}, ${language === 'fr' ? `${size.replace('.', ',')} Mo` : `${size} MB`}\n`)
}
