import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Io } from '../io.ts'
import { toolVersion } from '../version.ts'

// Sources change without a new version of the tool: only an emitted package may trust what it kept.
const IS_EMITTED = import.meta.url.endsWith('.js')

/**
 * The file in the user's cache folder that keeps something of one checkout between runs; undefined where there is no
 * such folder. Deleting it costs one slower run, nothing else.
 */
export function keptFile(what: 'facts' | 'outcomes', checkout: string, env: Io['env']): string | undefined {
  // An empty variable counts as none, in the XDG base directory specification too.
  const base = env.XDG_CACHE_HOME || (env.HOME ? join(env.HOME, '.cache') : undefined)
  if (!IS_EMITTED || base === undefined) return undefined
  const name = createHash('sha256').update(checkout).digest('hex').slice(0, 32)
  return join(base, 'parvis', `${what}-${toolVersion()}`, `${name}.json`)
}

/** Whole or not at all: written beside its place, then moved there. Never fails. */
export function keepWhole(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const partial = `${file}.${randomUUID()}`
    writeFileSync(partial, text, { mode: 0o600 })
    renameSync(partial, file)
  } catch {
    // A full disk or a folder that is not ours: the run has its answer all the same.
  }
}
