import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { Config } from './config.ts'
import type { Io } from './io.ts'

const SHORTEST_SECRET = 16

/**
 * The key under which mail addresses become pseudonyms: `PARVIS_SECRET`, else `.parvis/secret` beside the configuration,
 * made at the first collection and readable by its owner alone. It lies outside the database, so that a copy of the one
 * without the other tells nothing.
 */
export function pseudonymSecret({ secretFile: path }: Config, env: Io['env']): string {
  const secret = keptSecret({ secretFile: path }, env) ?? make(path)
  if (secret.length >= SHORTEST_SECRET) return secret
  throw new UsageFailure('secret-too-short', 'the key of the pseudonyms is too short to protect anything.', {
    hint: `Give PARVIS_SECRET ${SHORTEST_SECRET} characters or more, or delete ${path} and the database with it.`,
  })
}

/** The same when there is one; undefined when none was ever made here. */
export function keptSecret({ secretFile: path }: Pick<Config, 'secretFile'>, env: Io['env']): string | undefined {
  return env.PARVIS_SECRET ?? (existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined)
}

function make(path: string): string {
  const secret = randomBytes(32).toString('hex')
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${secret}\n`, { mode: 0o600 })
  } catch (error) {
    throw new UsageFailure('secret-not-writable', `the key of the pseudonyms cannot be written: ${String(error)}.`, {
      hint: `Make ${dirname(path)} writable, or give a key of ${SHORTEST_SECRET} characters or more in PARVIS_SECRET.`,
    })
  }
  return secret
}
