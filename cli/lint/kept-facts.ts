import { readFileSync } from 'node:fs'
import type { Extracted } from '#data/facts/extractor.ts'
import type { FactCache, FactKey } from '#data/facts/gather.ts'
import type { Io } from '../io.ts'
import { keepWhole, keptFile } from './keep-whole.ts'

export interface KeptFacts {
  readonly cache: FactCache
  /** Keeps what this run asked for, and forgets the rest. Never fails: a cache that cannot be written is none. */
  save(): void
}

/**
 * Facts of one checkout, kept in the user's cache folder between runs: a file that did not change is neither read nor
 * understood again. Undefined where there is no such folder. Deleting it costs one slower run, nothing else.
 */
export function keptFacts(checkout: string, env: Io['env']): KeptFacts | undefined {
  const file = keptFile('facts', checkout, env)
  if (file === undefined) return undefined
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
      if (isChanged || after.size !== before.size) keepWhole(file, JSON.stringify(Object.fromEntries(after)))
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
