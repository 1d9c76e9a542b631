import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { Audience } from '#data/model/vocabulary.ts'
import { owners } from '#data/queries/owners.ts'
import { openStore } from '#data/store.ts'
import { collectInto } from '../collect/collection.ts'
import { report } from '../commands/report.ts'
import type { Config } from '../config.ts'
import { EXIT } from '../exit.ts'
import { keepAssessment } from '../governance/keep-assessment.ts'
import { look } from '../governance/look.ts'
import type { CommonOptions } from '../io.ts'
import { exitCodeOf } from '../lint/exit-code.ts'
import { judgeAll } from '../lint/judge.ts'
import { openPacks } from '../packs.ts'
import { publish } from '../publication/publish.ts'
import type { Collected } from '../reporters/runs.ts'
import type { Session } from '../session.ts'

export interface RefreshCall extends Session {
  readonly config: Config
  readonly options: CommonOptions
  /** Folder of both sites and of the note. */
  readonly out: string
  /** Why jumps since the last publication are right. */
  readonly reason: string | undefined
}

/** What came of a step that was gone through, to its end or not. */
export type StepEnd =
  | { readonly of: 'collection'; readonly code: number; readonly collected: Collected }
  | { readonly of: 'judgement'; readonly code: number; readonly repositories: number; readonly toMend: number }
  | { readonly of: 'assessment'; readonly code: number; readonly isNew: boolean }
  | { readonly of: 'writing'; readonly code: number; readonly path: string }

/**
 * What a refresh does, in this order. Each step stands on the database alone, so that one which fails takes no other
 * with it.
 */
export const REFRESH_STEPS = {
  collect,
  lint,
  governance,
  public: (call) => site(call, 'public'),
  internal: (call) => site(call, 'internal'),
  note,
} as const satisfies Readonly<Record<string, (call: RefreshCall) => Promise<StepEnd>>>

export type StepId = keyof typeof REFRESH_STEPS

async function collect(call: RefreshCall): Promise<StepEnd> {
  const collected = await collectInto({ ...call, scopes: [] })
  const isWhole = collected.runs.every(({ status }) => status === 'complete')
  return { of: 'collection', code: isWhole ? EXIT.clean : EXIT.trouble, collected }
}

async function lint(call: RefreshCall): Promise<StepEnd> {
  const { config } = call
  const subjects = await ownersIn(config)
  if (subjects.length === 0) return { of: 'judgement', code: EXIT.clean, repositories: 0, toMend: 0 }
  const judged = await judgeAll({ ...call, packs: await openPacks(config), subjects, options: { quiet: true } })
  const isToMend = (subject: (typeof judged.subjects)[number]) =>
    exitCodeOf({ ...judged, subjects: [subject] }, { failOn: 'error' }) === EXIT.findings
  const code = exitCodeOf(judged, { failOn: 'error' })
  return {
    of: 'judgement',
    code,
    repositories: judged.subjects.length,
    toMend: judged.subjects.filter(isToMend).length,
  }
}

async function ownersIn(config: Config): Promise<readonly string[]> {
  const store = await openStore({ path: databaseOf(config), mode: 'read' })
  try {
    return (await store.ask(owners, {})).map(({ login }) => login)
  } finally {
    store.close()
  }
}

async function governance(call: RefreshCall): Promise<StepEnd> {
  databaseOf(call.config)
  const isNew = await keepAssessment(await look(call), call.io.now())
  return { of: 'assessment', code: EXIT.clean, isNew }
}

async function site({ config, io, signal, out, reason }: RefreshCall, profile: Audience): Promise<StepEnd> {
  databaseOf(config)
  const path = join(out, profile)
  await publish({ config, profile, out: path, env: io.env, now: io.now(), warn: io.err, say: io.err, reason, signal })
  return { of: 'writing', code: EXIT.clean, path }
}

/** The week in Markdown, to mail; what the inventory says today is kept, for the weeks to come. */
async function note(call: RefreshCall): Promise<StepEnd> {
  databaseOf(call.config)
  const path = join(call.out, 'week.md')
  mkdirSync(call.out, { recursive: true })
  const io = { ...call.io, err: () => {} }
  await report({
    ...{ ...call, io, kind: 'week', of: undefined },
    options: { ...call.options, format: 'markdown', out: path, record: true },
  })
  return { of: 'writing', code: EXIT.clean, path }
}

/** Where the database is. Throws where a collection left none: to open one would make it. */
function databaseOf({ database }: Config): string {
  if (existsSync(database)) return database
  throw new UsageFailure('database-missing', `there is no database at ${database}.`)
}
