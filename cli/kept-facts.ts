import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Extracted } from '#data/facts/extractor.ts'
import type { FactCache, FactKey } from '#data/facts/gather.ts'
import type { Io } from './io.ts'
import { toolVersion } from './version.ts'

export interface KeptFacts {
  readonly cache: FactCache
  /** Keeps what this run asked for, and forgets the rest. Never fails: a cache that cannot be written is none. */
  save(): void
}

// Sources change without a new version of their extractor or of the tool: only an emitted package may trust what it kept.
const IS_EMITTED = import.meta.url.endsWith('.js')

/**
 * Facts of one checkout, kept in the user's cache folder between runs: a file that did not change is neither read nor
 * understood again. Undefined where there is no such folder. Deleting it costs one slower run, nothing else.
 */
export function keptFacts(checkout: string, env: Io['env']): KeptFacts | undefined {
  // An empty variable counts as none, in the XDG base directory specification too.
  const base = env.XDG_CACHE_HOME || (env.HOME ? join(env.HOME, '.cache') : undefined)
  if (!IS_EMITTED || base === undefined) return undefined
  const name = createHash('sha256').update(checkout).digest('hex').slice(0, 32)
  const file = join(base, 'parvis', `facts-${toolVersion()}`, `${name}.json`)
  const before = readKept(file)
  const after = new Map<string, Extracted<unknown>>()
  let isChanged = false
  return {
    cache: {
      async getMany(keys) {
        return keys.map((key) => {
          const text = keyText(key)
          const kept = before.get(text)
          if (kept !== undefined) after.set(text, kept)
          return kept
        })
      },
      async putMany(facts) {
        isChanged ||= facts.length > 0
        for (const { key, extracted } of facts) after.set(keyText(key), extracted)
      },
    },
    save() {
      if (isChanged || after.size !== before.size) writeKept(file, after)
    },
  }
}

function keyText({ oid, extractor, version, optionsDigest }: FactKey): string {
  return `${oid} ${extractor} ${version} ${optionsDigest}`
}

function readKept(file: string): ReadonlyMap<string, Extracted<unknown>> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Extracted<unknown>>))
  } catch {
    // Not there, or cut short by somebody else: everything is read as if for the first time.
    return new Map()
  }
}

/** Whole or not at all: written beside its place, then moved there. */
function writeKept(file: string, facts: ReadonlyMap<string, Extracted<unknown>>): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const partial = `${file}.${process.pid}`
    writeFileSync(partial, JSON.stringify(Object.fromEntries(facts)), { mode: 0o600 })
    renameSync(partial, file)
  } catch {
    // A full disk or a folder that is not ours: the run has its answer all the same.
  }
}
