import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { KeyPath, OptionProblem, Reader } from '../options.ts'
import type { PackFile } from '../pack.ts'
import { openYaml } from '../yaml-document.ts'
import type { Activity, Evidence, Method } from './method.ts'
import { EVIDENCE_FILE, GOAL_FILE, METHOD_FILE } from './method-format.ts'

/** A file that was read, and the way to say what is wrong in it. */
interface Opened<Value> {
  readonly value: Value
  complain(path: KeyPath, message: string): void
}

/**
 * Reads a method: `method.yaml`, one `<goal>.yaml` for each goal, `evidence.yaml`. Throws one `UsageFailure`
 * (`method-invalid`) with every problem of every file.
 */
export async function loadMethod(files: readonly PackFile[]): Promise<Method> {
  const problems: UsageDetail[] = []
  const open = <Value>(name: string, reader: Reader<Value>) => readFile(files, { name, reader, problems })
  const head = await open('method.yaml', METHOD_FILE)
  const shown = await open('evidence.yaml', EVIDENCE_FILE)
  const goals = await Promise.all((head?.value.goals ?? []).map(({ id }) => open(`${id}.yaml`, GOAL_FILE)))
  if (head === undefined || shown === undefined || problems.length > 0) throw invalid(problems)

  const evidence = evidenceOf(shown)
  const known = { evidence: evidence.map(({ id }) => id), roles: head.value.roles.map(({ id }) => id) }
  const activities = goals.flatMap((goal) => (goal === undefined ? [] : activitiesOf(goal, known)))
  for (const goal of goals) complainOfLinks(goal, activities)
  complainOfFrameworks(
    shown,
    head.value.frameworks.map(({ id }) => id),
  )
  if (problems.length > 0) throw invalid(problems)
  return { ...head.value, activities, evidence }
}

function activitiesOf(
  { value, complain }: Opened<NonNullable<ReturnType<typeof GOAL_FILE.read>>>,
  known: { readonly evidence: readonly string[]; readonly roles: readonly string[] },
): readonly Activity[] {
  return value.activities.map((activity, index) => {
    for (const [place, role] of activity.roles.entries()) {
      if (!known.roles.includes(role))
        complain(['activities', index, 'roles', place], unknown('role', role, known.roles))
    }
    for (const [row, { id, kind, evidence }] of activity.points.entries()) {
      const path = ['activities', index, 'points', row]
      if (id !== `P${row + 1}`) complain([...path, 'id'], `expected P${row + 1}: points are numbered in order.`)
      if (kind !== 'declared' && evidence.length === 0) complain(path, `a ${kind} point needs evidence.`)
      for (const [place, one] of evidence.entries()) {
        if (known.evidence.includes(one)) continue
        complain([...path, 'evidence', place], unknown('evidence', one, known.evidence))
      }
    }
    return { ...activity, goal: value.goal }
  })
}

function complainOfLinks(
  goal: Opened<NonNullable<ReturnType<typeof GOAL_FILE.read>>> | undefined,
  activities: readonly Activity[],
): void {
  const ids = activities.map(({ id }) => id)
  for (const [index, { next }] of (goal?.value.activities ?? []).entries()) {
    for (const [place, id] of next.entries()) {
      if (!ids.includes(id)) goal?.complain(['activities', index, 'next', place], unknown('activity', id, ids))
    }
  }
}

function evidenceOf({ value }: Opened<NonNullable<ReturnType<typeof EVIDENCE_FILE.read>>>): readonly Evidence[] {
  return value.evidence.map(({ thresholds = value.thresholds, ...one }) => ({ ...one, thresholds }))
}

function complainOfFrameworks(
  { value, complain }: Opened<NonNullable<ReturnType<typeof EVIDENCE_FILE.read>>>,
  known: readonly string[],
): void {
  for (const [index, { frameworks }] of value.evidence.entries()) {
    for (const id of Object.keys(frameworks)) {
      if (!known.includes(id)) complain(['evidence', index, 'frameworks', id], unknown('framework', id, known))
    }
  }
}

async function readFile<Value>(
  files: readonly PackFile[],
  { name, reader, problems }: { name: string; reader: Reader<Value>; problems: UsageDetail[] },
): Promise<Opened<Value> | undefined> {
  const file = files.find(({ path }) => path.split('/').at(-1) === name)
  if (file === undefined) {
    problems.push({ message: `there is no ${name}.` })
    return undefined
  }
  const document = await openYaml(file.path, file.text)
  problems.push(...document.problems)
  const place = (path: KeyPath, message: string, at: 'key' | 'value' = 'value') =>
    void problems.push({ message, file: file.path, ...document.locate(path, at) })
  const found: OptionProblem[] = []
  const value = document.problems.length > 0 ? undefined : reader.read(document.value, [], found)
  for (const problem of found) place(problem.path, problem.message, problem.at)
  return value === undefined ? undefined : { value, complain: place }
}

function unknown(what: string, id: string, ids: readonly string[]): string {
  return `there is no ${what} "${id}".${suggestion(id, ids)}`
}

function invalid(details: readonly UsageDetail[]): UsageFailure {
  return new UsageFailure('method-invalid', 'The method of governance cannot be used.', { details })
}
