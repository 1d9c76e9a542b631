import { mkdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { systemClock } from '#collectors/clock.ts'
import { addIssues, type IssueBook, readIssueBook } from '#collectors/github/issue-book.ts'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Assessment } from '#policies/ggi/assessment.ts'
import { activityIssue } from '#policies/ggi/board-issue.ts'
import { liveTransport, missingCredential, serverName } from '../collect/hosts.ts'
import { organisationOf } from '../config.ts'
import { findActivity, type Governance } from '../governance/load-assessment.ts'
import { type Looked, look } from '../governance/look.ts'
import type { CommonOptions } from '../io.ts'
import { blocksMarkdown } from '../reporters/blocks.ts'
import { activityBlocks, governanceCsv, statusBlocks } from '../reporters/governance.ts'
import { boardCsv } from '../reporters/governance-board-csv.ts'
import type { Session } from '../session.ts'
import { writeWhole } from '../write-whole.ts'

interface ExportOptions extends CommonOptions {
  readonly format: 'markdown' | 'csv' | 'issues'
  readonly out?: string
  readonly repository?: string
  readonly apply?: boolean
}

type Call = Session & { readonly options: ExportOptions; readonly ids: readonly string[] }

const WORDS = {
  fr: {
    written: (file: string) => `${file} : écrit.`,
    there: (activity: string, url: string) => `${activity} : y est déjà, ${url}`,
    would: (activity: string, title: string) => `${activity} : serait créé, « ${title} ».`,
    made: (activity: string, url: string) => `${activity} : créé, ${url}`,
    dryRun: (count: number, place: string) =>
      `${frenchCount(count, 'ticket')} à créer dans ${place} ; rien n’est écrit sans --apply.`,
    done: (count: number, of: number, place: string) =>
      `${frenchCount(count, 'ticket créé', 'tickets créés')} sur ${of} dans ${place}.`,
    again: 'Relancez la même commande : ce qui est fait sera reconnu, le reste suivra.',
  },
  en: {
    written: (file: string) => `${file}: written.`,
    there: (activity: string, url: string) => `${activity}: is there already, ${url}`,
    would: (activity: string, title: string) => `${activity}: would be created, "${title}".`,
    made: (activity: string, url: string) => `${activity}: created, ${url}`,
    dryRun: (count: number, place: string) =>
      `${englishCount(count, 'issue')} to create in ${place}; nothing is written without --apply.`,
    done: (count: number, of: number, place: string) => `${count} of ${englishCount(of, 'issue')} created in ${place}.`,
    again: 'Run the same command again: what is done is recognised, the rest follows.',
  },
} as const satisfies Record<Language, object>

/** Hands governance on: a text to read, files for a spreadsheet or a board, or issues of a repository. */
export async function exportGovernance(call: Call): Promise<void> {
  const { io, options } = call
  const looked = await look(call)
  const { method, governance } = looked
  const asked = call.ids.map((id) => findActivity(method, id).id)
  const only = asked.length === 0 ? governance : narrowed(governance, asked)
  if (options.format === 'issues') return exportIssues(call, { ...looked, governance: only })
  if (options.format === 'csv') return exportCsv(call, { ...looked, governance: only })
  const text = markdownOf({ ...looked, governance: only }, asked.length > 0)
  if (options.out === undefined) return io.out(text)
  const path = resolve(io.cwd, options.out)
  writeWhole(path, text)
  io.out(`${WORDS[looked.language].written(relative(io.cwd, path))}\n`)
}

function narrowed(governance: Governance, ids: readonly string[]): Governance {
  const activities = governance.assessment.activities.filter(({ id }) => ids.includes(id))
  return { ...governance, assessment: { ...governance.assessment, activities } satisfies Assessment }
}

/** How it stands, then every activity; some activities alone when they were named. */
function markdownOf(looked: Looked, isPart: boolean): string {
  const { governance, method, language } = looked
  const whole = isPart ? [] : statusBlocks(governance, { method, language, suggestions: [] }).slice(0, -1)
  const each = governance.assessment.activities.flatMap((one) => activityBlocks(one, { method, language }).slice(0, -1))
  return blocksMarkdown([...whole, ...each, { lines: [method.handbook.attribution[language]] }])
}

function exportCsv({ io, options }: Call, { governance, method, language }: Looked): void {
  const folder = resolve(io.cwd, options.out ?? 'ggi-export')
  const { activities } = governance.assessment
  const files = {
    ...boardCsv(activities, { method, language }),
    'points.csv': governanceCsv(governance, { method, language }),
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) {
    writeWhole(join(folder, name), text)
    io.out(`${WORDS[language].written(relative(io.cwd, join(folder, name)))}\n`)
  }
}

async function exportIssues({ io, options, signal }: Call, looked: Looked): Promise<void> {
  const { config, governance, method, language } = looked
  const words = WORDS[language]
  const { organisation, owner, name } = placeOf(options, config)
  const isReal = options.apply === true
  const missing = isReal ? missingCredential(organisation, io.env) : undefined
  if (missing !== undefined) throw new UsageFailure('token-missing', `issues cannot be created: ${missing}.`)
  const log = (message: string) => void (options.quiet !== true && io.err(`${message}\n`))
  const transport = liveTransport(organisation, { env: io.env, folder: config.folder, signal, log })
  const server = serverName(organisation.server, io.env)
  const drafts = governance.assessment.activities.flatMap(({ id, scorecard }) => {
    const activity = method.activities.find((one) => one.id === id)
    return activity === undefined ? [] : [activityIssue(activity, scorecard, { method, language })]
  })
  const book = await readIssueBook({ server, owner, name }, transport)
  const place = `${book.owner}/${book.name}`
  refuseToPublish(book, { isAllowed: config.publish.ggi || !isReal, place })
  for (const { activity, title } of drafts) {
    const held = book.held.get(activity)
    if (held !== undefined) io.out(`${words.there(activity, held.url)}\n`)
    else if (!isReal) io.out(`${words.would(activity, title)}\n`)
  }
  const wanted = drafts.filter(({ activity }) => !book.held.has(activity))
  if (!isReal) return io.err(`${words.dryRun(wanted.length, place)}\n`)
  let made = 0
  const onAdded = ({ marker, url }: { readonly marker: string; readonly url: string }) => {
    made += 1
    io.out(`${words.made(marker, url)}\n`)
  }
  try {
    const marked = wanted.map(({ activity, ...issue }) => ({ ...issue, marker: activity }))
    await addIssues({ server, book }, marked, { transport, clock: systemClock, signal, onAdded })
  } catch (error) {
    if (error instanceof SourceFailure) io.err(`${words.done(made, wanted.length, place)} ${words.again}\n`)
    throw error
  }
  io.err(`${words.done(made, wanted.length, place)}\n`)
}

function placeOf({ repository }: ExportOptions, config: Looked['config']) {
  const [owner = '', name = '', ...rest] = (repository ?? '').split('/')
  if (owner === '' || name === '' || rest.length > 0) {
    throw new UsageFailure('repository-missing', 'say which repository the issues go to: --repository OWNER/NAME.')
  }
  return { organisation: organisationOf(owner, config), owner, name }
}

/** What scorecards say is the officer's until the officer says otherwise. */
function refuseToPublish({ isPublic }: IssueBook, { isAllowed, place }: { isAllowed: boolean; place: string }): void {
  if (!isPublic || isAllowed) return
  throw new UsageFailure('ggi-private', `anybody can read ${place}, and governance is private.`, {
    hint: 'Choose a private repository, or say in parvis.yaml that it may be public:\n\n    publish:\n      ggi: true\n',
  })
}
