import { relative } from 'node:path'
import { compileGlobs } from '#data/facts/glob.ts'
import { bricksOf } from '#data/inventory/bricks.ts'
import type { Inventory } from '#data/inventory/inventory.ts'
import { registerProblems } from '#data/inventory/register-problems.ts'
import { isAmong } from '#data/inventory/repository-pattern.ts'
import type { PublishedGovernance } from '#data/model/governance.ts'
import { workingCalendar } from '#data/model/working-days.ts'
import { lintSubjects } from '#data/queries/lint-subjects.ts'
import { outsideCatalogues } from '#data/queries/registers/outside.ts'
import { todoConsents } from '#data/queries/todo/consents.ts'
import { todoLastRuns, todoStaleClones } from '#data/queries/todo/last-runs.ts'
import { todoReading, todoUnanswered } from '#data/queries/todo/unanswered.ts'
import type { Store } from '#data/store.ts'
import { staleBefore } from '#data/todo/collections.ts'
import type { TodoEvidence, TodoWaiver } from '#data/todo/evidence.ts'
import { gatherTodo, type Todo } from '#data/todo/gather.ts'
import type { RulePack } from '#policies/rule.ts'
import type { Config } from '../config.ts'

interface Looking {
  readonly config: Config
  readonly packs: readonly RulePack[]
  readonly inventory: Inventory
  readonly governance: PublishedGovernance | undefined
  /** The day it is, where that matters beside the day of the data. */
  readonly actualDay: string | null
}

/** What waits, from all that was collected, judged and written down. */
export async function loadTodo(store: Pick<Store, 'ask'>, looking: Looking): Promise<Todo> {
  const { config, packs, inventory, governance, actualDay } = looking
  const others = (await store.ask(outsideCatalogues, {})).map(({ repository }) => repository)
  const judged = await store.ask(lintSubjects, {})
  const evidence: TodoEvidence = {
    ...{ today: inventory.at.slice(0, 10), actualDay, governance },
    calendar: workingCalendar(config.calendar),
    promise: config.promise?.workingDays ?? null,
    registers: inventory.registers,
    files: new Map(config.registers.map(({ id, file }) => [id, relative(config.folder, file)])),
    lastRuns: await store.ask(todoLastRuns, {}),
    staleClones: (await store.ask(todoStaleClones, { before: staleBefore(inventory.at.slice(0, 10)) }))[0],
    unanswered: (await store.ask(todoUnanswered, {})).filter(({ repository }) => !isAmong(repository, others)),
    reading: (await store.ask(todoReading, {}))[0],
    consents: (await store.ask(todoConsents, {}))[0],
    waivers: waiversOf(packs, [...new Set(inventory.portfolio.components.map(({ repository }) => repository))]),
    hasJudged: judged.length > 0,
    bricks: bricksOf(inventory),
    problems: registerProblems(inventory),
  }
  return gatherTodo(evidence)
}

/** Of repositories that were collected; a pack and one that extends it have the same ones. */
function waiversOf(packs: readonly RulePack[], repositories: readonly string[]): readonly TodoWaiver[] {
  const names = repositories.map((name) => name.toLowerCase())
  const once = new Map(packs.flatMap(({ waivers }) => waivers).map((waiver) => [JSON.stringify(waiver), waiver]))
  return [...once.values()].flatMap(({ rule, subject, until }) => {
    const count = names.filter(compileGlobs([subject.toLowerCase()])).length
    return count === 0 ? [] : [{ rule, subject, until, repositories: count }]
  })
}
