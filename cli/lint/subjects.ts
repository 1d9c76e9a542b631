import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { openSource } from '#collectors/workdir/open-source.ts'
import { isGitDirectory } from '#collectors/workdir/source.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { LintReport, Progress, SubjectReport } from '#data/model/lint.ts'
import type { Store } from '#data/store.ts'
import type { Config } from '../config.ts'
import type { Io } from '../io.ts'
import { isPath } from './asked.ts'
import type { OpenSubject } from './open-subject.ts'

export interface OpenedSubjects {
  readonly subjects: AsyncIterable<OpenSubject>
  /** Keeps the outcomes; answers what changed since the last time, or since the instant that was asked for. */
  save(
    report: LintReport,
    when: { readonly at: Instant; readonly since: Instant | undefined; readonly isPart: boolean },
  ): Promise<Progress | undefined>
  /** Keeps how many rules a change request breaks; false where it is not collected. */
  saveVerdict(report: SubjectReport, at: Instant): Promise<boolean>
  close(): void
}

interface Opening {
  readonly config: Config
  readonly cwd: string
  readonly env: Io['env']
  /** `owner/name` that paths are judged as. */
  readonly as: string | undefined
  readonly signal: AbortSignal
  log(message: string): void
}

/** Opens what was asked for: an existing path wins over a name of the database, and that over a name of the host. */
export function openSubjects(asked: readonly string[], opening: Opening): OpenedSubjects {
  let store: Promise<Store> | undefined
  // A checkout is judged without a database: it is opened by the first name, or to keep an outcome.
  const database = (mode: 'must-exist' | 'may-begin') => {
    if (mode === 'must-exist' && !existsSync(opening.config.database)) throw noDatabase(opening.config.database)
    store ??= open(opening.config.database)
    return store
  }
  const hosts = once(async () => (await import('./remote-subjects.ts')).remotes(opening))
  async function* subjects(): AsyncGenerator<OpenSubject> {
    for (const one of asked) {
      if (isPath(one, opening.cwd)) yield await fromPath(one, opening)
      else if (!one.includes('/')) yield* await fleetOf(one, await database('must-exist'))
      else yield await named(one)
    }
  }
  async function named(one: string): Promise<OpenSubject> {
    const known = existsSync(opening.config.database) ? await database('must-exist') : undefined
    const stored = known && !one.includes('#') ? await storedNamed(one, known) : undefined
    return stored ?? (await hosts()).open(one, known).catch(withSuggestion(one, known))
  }
  return {
    subjects: subjects(),
    async save(report, { at, since, isPart }) {
      const kept = await database('may-begin')
      const { lastJudged, progressSince } = await import('./progress.ts')
      const from = since ?? (await lastJudged(report, kept))
      await kept.saveLint(report, { at, isPart })
      return from === undefined ? undefined : progressSince(from, { to: at, report, store: kept })
    },
    saveVerdict: async (report, at) =>
      existsSync(opening.config.database) && (await database('must-exist')).saveVerdict(report, { at }),
    close: () => void store?.then((open) => open.close()),
  }
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make()
    return made
  }
}

async function fromPath(path: string, opening: Opening): Promise<OpenSubject> {
  const { cwd, as, signal } = opening
  const place = resolve(cwd, path)
  const source = await openSource(place, { as, signal })
  const isCheckout = statSync(place).isDirectory() && !isGitDirectory(place)
  // Reports speak of the path as it was typed.
  return {
    source: { ...source, identity: { ...source.identity, origin: path } },
    ...(isCheckout && { checkout: place, reopen: () => fromPath(path, opening) }),
    isStored: false,
  }
}

/** Loaded when a name or an outcome to keep asks for it: judging a checkout does not pay for the database driver. */
async function open(path: string): Promise<Store> {
  const { openStore } = await import('#data/store.ts')
  return openStore({ path, mode: 'write' })
}

async function fleetOf(owner: string, store: Store): Promise<AsyncIterable<OpenSubject>> {
  return (await import('./stored-subjects.ts')).subjectsOf(owner, store)
}

async function storedNamed(asked: string, store: Store): Promise<OpenSubject | undefined> {
  return (await import('./stored-subjects.ts')).subjectNamed(asked, store)
}

/** A name that the host does not know may be a misspelt one of the database. */
function withSuggestion(asked: string, store: Store | undefined) {
  return async (error: unknown): Promise<never> => {
    if (!(error instanceof UsageFailure) || error.code !== 'subject-unknown' || store === undefined) throw error
    const { suggestionFor } = await import('./stored-subjects.ts')
    const { code, message, hint } = error
    throw new UsageFailure(code, message + (await suggestionFor(asked, store)), hint === undefined ? {} : { hint })
  }
}

function noDatabase(path: string): UsageFailure {
  return new UsageFailure('database-missing', `there is no database at ${path}, and no such path to judge.`, {
    hint: 'Give the path of a checkout or the OWNER/NAME of a repository, or collect first: parvis collect',
  })
}
