import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openSource } from '#collectors/workdir/open-source.ts'
import type { FactCache } from '#data/facts/gather.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { LintReport } from '#data/model/lint.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Instant } from '#data/model/records.ts'
import type { Entry, Source } from '#data/model/source.ts'
import { organisations } from '#data/queries/organisations.ts'
import { repositoriesOfOrganisation } from '#data/queries/repositories-of-organisation.ts'
import { subjectRepository } from '#data/queries/subject-repository.ts'
import { openStore, type Store } from '#data/store.ts'
import type { Config } from './config.ts'
import { storedEntries, storedFacts, storedSource } from './stored-source.ts'

/** One thing to judge. */
export interface OpenSubject {
  readonly source: Source
  readonly factCache?: FactCache
  /** Files that the host lends from the owner's `.github` repository; absent when nobody looked. */
  readonly inherited?: readonly Entry[]
  /** Read from the database, so that its outcomes are kept there. */
  readonly isStored: boolean
}

export interface OpenedSubjects {
  readonly subjects: AsyncIterable<OpenSubject>
  save(report: LintReport, at: Instant): Promise<void>
  close(): void
}

interface Opening {
  readonly config: Config
  readonly cwd: string
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
    store ??= openStore({ path: opening.config.database, mode: 'write' })
    return store
  }
  async function* subjects(): AsyncGenerator<OpenSubject> {
    for (const one of asked) {
      if (isPath(one, opening.cwd)) yield await fromPath(one, opening)
      else yield* fromDatabase(one, await database('must-exist'))
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

async function fromPath(path: string, { cwd, as, signal }: Opening): Promise<OpenSubject> {
  return { source: await openSource(resolve(cwd, path), { as, signal }), isStored: false }
}

async function* fromDatabase(asked: string, store: Store): AsyncGenerator<OpenSubject> {
  const [owner = '', name] = asked.split('/')
  const names = name === undefined ? await namesOf(owner, store) : [name]
  const inherited = await lentBy(owner, store)
  const factCache = storedFacts(store)
  for (const one of names) {
    const [repository] = await store.ask(subjectRepository, { owner, name: one })
    if (repository === undefined) throw await unknownName(asked, store)
    yield { source: storedSource(store, repository), factCache, ...(inherited && { inherited }), isStored: true }
  }
}

async function namesOf(owner: string, store: Store): Promise<readonly string[]> {
  const known = await organisationsNamed(owner, store)
  const rows = await Promise.all(
    known.map(({ server, login }) => store.ask(repositoriesOfOrganisation, { server, login })),
  )
  const names = rows.flat().map((row) => row.name)
  if (names.length === 0) throw await unknownName(owner, store)
  return names
}

async function organisationsNamed(owner: string, store: Store) {
  return (await store.ask(organisations, {})).filter(({ login }) => login.toLowerCase() === owner.toLowerCase())
}

/** Whether the host was asked for all repositories of an owner; of a lone clone's owner nothing more is known. */
async function isCollected(owner: string, store: Store): Promise<boolean> {
  return (await organisationsNamed(owner, store)).length > 0
}

/** The tree of the owner's `.github` repository; empty when it has none, undefined when its files are not known. */
async function lentBy(owner: string, store: Store): Promise<readonly Entry[] | undefined> {
  const [repository] = await store.ask(subjectRepository, { owner, name: '.github' })
  if (repository === undefined) return (await isCollected(owner, store)) ? [] : undefined
  return storedEntries(store, repository).catch(() => undefined)
}

async function unknownName(asked: string, store: Store): Promise<UsageFailure> {
  const owners = await store.ask(organisations, {})
  const [owner = '', name] = asked.split('/')
  const isKnownOwner = owners.some(({ login }) => login.toLowerCase() === owner.toLowerCase())
  const candidates =
    name !== undefined && isKnownOwner
      ? (await namesOf(owner, store)).map((one) => `${owner}/${one}`)
      : owners.map(({ login }) => login)
  return new UsageFailure(
    'subject-unknown',
    `"${asked}" is neither a path nor a collected name.${suggestion(asked, candidates)}`,
    {
      hint: 'Give the path of a checkout, or collect the organisation first: parvis collect',
    },
  )
}

function noDatabase(path: string): UsageFailure {
  return new UsageFailure('database-missing', `there is no database at ${path}, and no such path to judge.`, {
    hint: 'Give the path of a checkout, or collect first: parvis collect',
  })
}
