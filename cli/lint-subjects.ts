import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openSource } from '#collectors/workdir/open-source.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { LintReport } from '#data/model/lint.ts'
import type { Instant } from '#data/model/records.ts'
import type { Store } from '#data/store.ts'
import type { Config } from './config.ts'
import type { Io } from './io.ts'
import { keptFacts } from './kept-facts.ts'
import type { OpenSubject } from './open-subject.ts'

export interface OpenedSubjects {
  readonly subjects: AsyncIterable<OpenSubject>
  save(report: LintReport, at: Instant): Promise<void>
  close(): void
}

interface Opening {
  readonly config: Config
  readonly cwd: string
  readonly env: Io['env']
  /** `owner/name` that paths are judged as. */
  readonly as: string | undefined
  readonly signal: AbortSignal
}

/** Opens what was asked for: an existing path wins over a name of the database. */
export function openSubjects(asked: readonly string[], opening: Opening): OpenedSubjects {
  let store: Promise<Store> | undefined
  // A checkout is judged without a database: it is opened by the first name, or to keep an outcome.
  const database = (mode: 'must-exist' | 'may-begin') => {
    if (mode === 'must-exist' && !existsSync(opening.config.database)) throw noDatabase(opening.config.database)
    store ??= open(opening.config.database)
    return store
  }
  async function* subjects(): AsyncGenerator<OpenSubject> {
    for (const one of asked) {
      if (isPath(one, opening.cwd)) yield await fromPath(one, opening)
      else yield* await named(one, await database('must-exist'))
    }
  }
  return {
    subjects: subjects(),
    save: async (report, at) => void (await (await database('may-begin')).saveLint(report, { at })),
    close: () => void store?.then((open) => open.close()),
  }
}

/** A name is `owner` or `owner/name`; whatever exists on disk, or looks like a path, is one. */
function isPath(asked: string, cwd: string): boolean {
  return existsSync(resolve(cwd, asked)) || !/^[\w-][\w.-]*(?:\/[\w.-]+)?$/.test(asked)
}

async function fromPath(path: string, { cwd, env, as, signal }: Opening): Promise<OpenSubject> {
  const source = await openSource(resolve(cwd, path), { as, signal })
  const kept = keptFacts(resolve(cwd, path), env)
  // Reports speak of the path as it was typed.
  return {
    source: { ...source, identity: { ...source.identity, origin: path } },
    ...(kept && { factCache: kept.cache, judged: kept.save }),
    isStored: false,
  }
}

/** Loaded when a name or an outcome to keep asks for it: judging a checkout does not pay for the database driver. */
async function open(path: string): Promise<Store> {
  const { openStore } = await import('#data/store.ts')
  return openStore({ path, mode: 'write' })
}

async function named(asked: string, store: Store): Promise<AsyncIterable<OpenSubject>> {
  const { subjectsNamed } = await import('./stored-subjects.ts')
  return subjectsNamed(asked, store)
}

function noDatabase(path: string): UsageFailure {
  return new UsageFailure('database-missing', `there is no database at ${path}, and no such path to judge.`, {
    hint: 'Give the path of a checkout, or collect first: parvis collect',
  })
}
