import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { SCORECARD_STATES } from '#data/model/governance.ts'
import { suggestion } from '#data/model/nearest.ts'
import { proseIn } from '#data/model/prose.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { choice, count, flag, listOf, mapOf, matching, optional, record, share, text } from '../options.ts'
import { day, url } from '../pack-format.ts'
import { prose } from '../texts-by-language.ts'
import { openYaml, type YamlDocument } from '../yaml-document.ts'
import { DECLARED_VALUES } from './declared-values.ts'
import { currentPointId, type Method, pointId } from './method.ts'

const role = prose('a role or a team, never a person')

const declaration = record({
  value: choice(DECLARED_VALUES),
  by: role,
  at: day(),
  /** Last day on which the declaration counts. */
  until: optional(day()),
  note: optional(prose('a sentence')),
  link: optional(url()),
})
export type Declaration = NonNullable<ReturnType<typeof declaration.read>>

const objective = record({ text: prose('what is to be reached'), done: optional(flag(), false), due: optional(day()) })

const earlier = record({
  iteration: prose('the name of an iteration'),
  state: choice(SCORECARD_STATES),
  started: optional(day()),
  closed: optional(day()),
  objectives: count(),
  done: count(),
})

const SCORECARD = record({
  activity: matching(/^GGI-A-\d{2}$/u, 'the id of an activity, such as GGI-A-21'),
  handbook: text('the version of the handbook, in quotes'),
  iteration: optional(prose('the name of an iteration')),
  state: choice(SCORECARD_STATES),
  owner: optional(role),
  started: optional(day()),
  due: optional(day()),
  closed: optional(day()),
  scope: optional(prose('what the work covers here')),
  why: optional(prose('why it matters here')),
  notes: optional(prose('how it is done')),
  objectives: optional(listOf(objective), []),
  declared: optional(mapOf(declaration), {}),
  figures: optional(mapOf(record({ year: count(), share: share() })), {}),
  earlier: optional(listOf(earlier), []),
})

/** One activity as an organisation works on it: a file of its own repository. What people wrote stands as a column holds it. */
export interface Scorecard extends Omit<NonNullable<ReturnType<typeof SCORECARD.read>>, 'declared'> {
  /** As it stands in messages. */
  readonly file: string
  /** By the point's id in the handbook of this version (`GGI-A-21.P4`), whatever version the file was written for. */
  readonly declared: Readonly<Record<string, Declaration>>
  /** Declarations on points that the handbook no longer has. */
  readonly retired: readonly string[]
}

/** Reads one scorecard; throws a `UsageFailure` (`scorecard-invalid`) with every place that is wrong. */
export async function readScorecard(file: string, source: string, method: Method): Promise<Scorecard> {
  const document = await openYaml(file, source)
  if (document.problems.length > 0) throw invalid(file, document.problems)
  const found: Parameters<typeof SCORECARD.read>[2] = []
  const value = SCORECARD.read(document.value ?? {}, [], found)
  const problems: UsageDetail[] = found.map(({ path, at, message }) => ({
    message,
    file,
    ...document.locate(path, at),
  }))
  if (value === undefined || problems.length > 0) throw invalid(file, problems)
  problems.push(...contradictions(value, { file, document, method }))
  if (problems.length > 0) throw invalid(file, problems)

  const names = Object.entries(value.declared).map(([name, said]) => {
    const written = pointId(value.activity, name)
    return { written, current: currentPointId(written, { handbook: value.handbook, method }), said }
  })
  return {
    ...value,
    file,
    declared: Object.fromEntries(
      names.flatMap(({ current, said }) => (current === undefined ? [] : [[current, said]])),
    ),
    retired: names.flatMap(({ written, current }) => (current === undefined ? [written] : [])),
  }
}

type Written = NonNullable<ReturnType<typeof SCORECARD.read>>

/** What each key allows and the whole does not. */
function contradictions(
  card: Written,
  { file, document, method }: { file: string; document: YamlDocument; method: Method },
): readonly UsageDetail[] {
  const problems: UsageDetail[] = []
  const complain = (path: readonly (string | number)[], message: string, at: 'key' | 'value' = 'value') =>
    void problems.push({ message, file, ...document.locate(path, at) })
  const activity = method.activities.find(({ id }) => id === card.activity)
  if (activity === undefined) {
    const ids = method.activities.map(({ id }) => id)
    complain(['activity'], `the handbook has no activity "${card.activity}".${suggestion(card.activity, ids)}`)
    return problems
  }
  const versions = [method.handbook.version, ...method.mappings.map(({ from }) => from)]
  if (!versions.includes(card.handbook)) {
    complain(['handbook'], `this version knows the handbooks ${versions.join(', ')}, not "${card.handbook}".`)
  }
  const names = pointNames(card, { method, activity: activity.id })
  for (const [name, { at, until }] of Object.entries(card.declared)) {
    if (!names.includes(name)) {
      complain(['declared', name], `${activity.id} has no point "${name}".${suggestion(name, names)}`, 'key')
    }
    if (until !== undefined && until < at) complain(['declared', name, 'until'], `ends before ${at}, when it was said.`)
  }
  const figures = activity.figures.map(({ id }) => id)
  for (const name of Object.keys(card.figures)) {
    if (!figures.includes(name)) complain(['figures', name], `${activity.id} has no figure "${name}".`, 'key')
  }
  if (card.started !== undefined && card.due !== undefined && card.due < card.started) {
    complain(['due'], `ends before ${card.started}, when it started.`)
  }
  if (card.closed !== undefined && card.started !== undefined && card.closed < card.started) {
    complain(['closed'], `ends before ${card.started}, when it started.`)
  }
  const isAtWork = card.state === 'in-progress' || card.state === 'continuous' || card.state === 'blocked'
  if (isAtWork && card.owner === undefined) complain(['state'], `"${card.state}" needs an owner: a role or a team.`)
  for (const [index, { done, objectives }] of card.earlier.entries()) {
    if (done > objectives) complain(['earlier', index, 'done'], `more are done than the ${objectives} there were.`)
  }
  return problems
}

/** Names that the points of an activity had in the handbook of the file. */
function pointNames(card: Written, { method, activity }: { method: Method; activity: string }): readonly string[] {
  const current = method.activities.find(({ id }) => id === activity)?.points.map(({ id }) => id) ?? []
  const mapping = method.mappings.find(({ from }) => from === card.handbook)
  if (mapping === undefined) return current
  const older = [...Object.keys(mapping.moved), ...mapping.dropped]
    .filter((id) => id.startsWith(`${activity}.`))
    .map((id) => id.slice(activity.length + 1))
  return [...new Set([...current, ...older])]
}

function invalid(file: string, details: readonly UsageDetail[]): UsageFailure {
  return new UsageFailure('scorecard-invalid', `the scorecard ${file} cannot be read.`, { details })
}

/** A scorecard with what people wrote in this language, where they wrote in it. */
export function scorecardIn(card: Scorecard, language: Language): Scorecard {
  const told = (held: string) => proseIn(held, { language, writtenIn: language }).text
  const maybe = (held: string | undefined) => (held === undefined ? undefined : told(held))
  return {
    ...card,
    ...{ iteration: maybe(card.iteration), owner: maybe(card.owner), scope: maybe(card.scope) },
    ...{ why: maybe(card.why), notes: maybe(card.notes) },
    objectives: card.objectives.map((one) => ({ ...one, text: told(one.text) })),
    declared: Object.fromEntries(
      Object.entries(card.declared).map(([id, said]) => [id, declarationIn(said, language)]),
    ),
    earlier: card.earlier.map((one) => ({ ...one, iteration: told(one.iteration) })),
  }
}

/** The same of a declaration. */
export function declarationIn(said: Declaration, language: Language): Declaration {
  const told = (held: string) => proseIn(held, { language, writtenIn: language }).text
  return { ...said, by: told(said.by), note: said.note === undefined ? undefined : told(said.note) }
}
