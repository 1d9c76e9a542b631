import { relative } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { ScorecardState } from '#data/model/governance.ts'
import { proseOf } from '#data/model/prose.ts'
import { looksLikePerson } from '#data/model/roles.ts'
import { editScorecard, newScorecard, type ScorecardChange } from '#policies/ggi/edit-scorecard.ts'
import { currentPointId } from '#policies/ggi/method.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { type Declaration, readScorecard, type Scorecard } from '#policies/ggi/scorecard.ts'
import { type Config, loadConfig } from '../config.ts'
import { findActivity, findPoint } from '../governance/load-assessment.ts'
import { readScorecards, type ScorecardFile, scorecardPath, writeScorecard } from '../governance/scorecard-files.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { GOVERNANCE_WORDS } from '../reporters/governance-words.ts'
import type { Session } from '../session.ts'

type Call<Options> = Session & { readonly options: CommonOptions & Options }

interface StartOptions {
  readonly owner: string
  readonly iteration?: string
  readonly due?: string
}

/** Begins the work on an activity, or another iteration of it: what the last one reached is kept in the file. */
export async function start(call: Call<StartOptions> & { readonly id: string }): Promise<void> {
  const { owner, iteration, due } = call.options
  const { id } = findActivity(governanceMethod(), call.id)
  const desk = await openDesk(call)
  const file = desk.files.find(({ scorecard }) => scorecard.activity === id)
  desk.warnOfPerson(owner)
  const fields = { iteration, state: 'in-progress', owner, started: desk.today, due }
  if (file === undefined) return desk.write(id, await newScorecard({ activity: id, ...fields }, desk))
  const { scorecard } = file
  if (isAtWork(scorecard.state)) {
    throw new UsageFailure('activity-at-work', `${id} is at work already: ${scorecard.file}.`, {
      hint: `Close it first (parvis ggi close ${id}), or edit the file.`,
    })
  }
  const changes: ScorecardChange[] = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined && key === 'iteration' ? [] : [{ path: [key], value }],
  )
  const past =
    scorecard.closed === undefined
      ? []
      : [{ path: ['earlier'], value: [...scorecard.earlier, pastOf(scorecard)].map(written) }]
  await desk.change(file, [...past, ...changes, { path: ['closed'], value: undefined }])
}

function isAtWork(state: ScorecardState): boolean {
  return state === 'in-progress' || state === 'continuous' || state === 'blocked'
}

function pastOf({ iteration, state, started, closed, objectives, earlier }: Scorecard) {
  return {
    iteration: iteration ?? String(earlier.length + 1),
    state,
    ...(started !== undefined && { started }),
    ...(closed !== undefined && { closed }),
    ...{ objectives: objectives.length, done: objectives.filter(({ done }) => done).length },
  }
}

/** As it stands in a file: what was read of it is what a column would hold. */
function written<Past extends { readonly iteration: string }>({ iteration, ...past }: Past) {
  return { iteration: proseOf(iteration), ...past }
}

interface DeclareOptions {
  readonly value: Declaration['value']
  readonly by: string
  readonly until?: string
  readonly note?: string
  readonly link?: string
}

/** Says how a point stands; the activity need not be at work. */
export async function declare(call: Call<DeclareOptions> & { readonly point: string }): Promise<void> {
  const method = governanceMethod()
  const { activity, point } = findPoint(method, call.point)
  const desk = await openDesk(call)
  const { value, by, until, note, link } = call.options
  desk.warnOfPerson(by)
  const said = { value, by, at: desk.today, until, note, link }
  const file = desk.files.find(({ scorecard }) => scorecard.activity === activity.id)
  if (file === undefined) {
    const declared = { [point.id]: Object.fromEntries(Object.entries(said).filter(([, given]) => given !== undefined)) }
    return desk.write(activity.id, await newScorecard({ activity: activity.id, state: 'not-selected', declared }, desk))
  }
  const name = nameIn(file.scorecard, { activity: activity.id, point: point.id })
  await desk.change(
    file,
    Object.entries(said).map(([key, given]) => ({ path: ['declared', name, key], value: given })),
  )
}

/** What a point is called in a file that was written for an earlier handbook. */
function nameIn({ handbook }: Scorecard, { activity, point }: { activity: string; point: string }): string {
  const method = governanceMethod()
  const names = Array.from({ length: 20 }, (_, index) => `P${index + 1}`)
  const wanted = `${activity}.${point}`
  return names.find((name) => currentPointId(`${activity}.${name}`, { handbook, method }) === wanted) ?? point
}

/** Ends an iteration. */
export async function close(call: Call<{ readonly state: ScorecardState }> & { readonly id: string }): Promise<void> {
  const { id } = findActivity(governanceMethod(), call.id)
  const desk = await openDesk(call)
  const file = desk.files.find(({ scorecard }) => scorecard.activity === id)
  if (file === undefined) {
    throw new UsageFailure('activity-not-started', `${id} has no scorecard.`, {
      hint: `Start it: parvis ggi start ${id}`,
    })
  }
  await desk.change(file, [
    { path: ['state'], value: call.options.state },
    { path: ['closed'], value: desk.today },
  ])
}

/** The officer's folder, open to write: what is written is read again first, and nothing half right reaches the disk. */
async function openDesk({ io, options }: Call<object>) {
  const method = governanceMethod()
  const config: Config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const language = languageOf(options, io.env, config.language)
  const words = GOVERNANCE_WORDS[language]
  const files = await readScorecards(config, method)
  const save = async (path: string, text: string) => {
    const shown = relative(config.folder, path)
    await readScorecard(shown, text, method)
    writeScorecard(config, path, text)
    io.out(`${words.written(shown)}\n`)
  }
  return {
    ...{ files, method, language, today: io.now().toISOString().slice(0, 10) },
    warnOfPerson: (role: string) => void (looksLikePerson(role) && io.err(`${words.person(role)}\n`)),
    write: (activity: string, text: string) => save(scorecardPath(config, activity), text),
    change: async ({ path, text }: ScorecardFile, changes: readonly ScorecardChange[]) =>
      save(path, await editScorecard(text, changes)),
  }
}
