import type { Brick } from '../inventory/bricks.ts'
import type { RegisterProblem } from '../inventory/register-problems.ts'
import type { RegisterLine, Registers } from '../inventory/registers.ts'
import type { PublishedGovernance } from '../model/governance.ts'
import type { WorkingCalendar } from '../model/working-days.ts'
import type { RowOf } from '../queries/query.ts'
import type { todoConsents } from '../queries/todo/consents.ts'
import type { todoLastRuns, todoStaleClones } from '../queries/todo/last-runs.ts'
import type { todoReading, todoUnanswered } from '../queries/todo/unanswered.ts'

/** Everything that what waits is read from. */
export interface TodoEvidence {
  /** Day of the data, `YYYY-MM-DD`: what is late is late on that day. */
  readonly today: string
  /** The day it really is, where somebody asks today; null for a page, which is the same for the same data. */
  readonly actualDay: string | null
  readonly calendar: WorkingCalendar
  /** Working days within which an answer is promised; null where nothing is. */
  readonly promise: number | null
  readonly registers: Registers
  /** Files of the registers by id, as `parvis.yaml` names them; a register that nobody keeps is absent. */
  readonly files: ReadonlyMap<string, string>
  readonly lastRuns: readonly RowOf<typeof todoLastRuns>[]
  /** Clones that were not brought up to date for long. */
  readonly staleClones: RowOf<typeof todoStaleClones> | undefined
  readonly unanswered: readonly RowOf<typeof todoUnanswered>[]
  readonly reading: RowOf<typeof todoReading> | undefined
  readonly consents: RowOf<typeof todoConsents> | undefined
  readonly waivers: readonly TodoWaiver[]
  readonly hasJudged: boolean
  readonly governance: PublishedGovernance | undefined
  readonly bricks: readonly Brick[]
  readonly problems: readonly RegisterProblem[]
}

/** An exception that a pack grants to repositories that were collected. */
export interface TodoWaiver {
  readonly rule: string
  /** Pattern of repositories. */
  readonly subject: string
  readonly until: string
  readonly repositories: number
}

/** File and line of a register, as an editor takes them; null where nobody keeps the register in a file. */
export function placeOf({ files }: TodoEvidence, { register, line }: Pick<RegisterLine, 'register' | 'line'>) {
  const file = files.get(register)
  return file === undefined ? null : `${file}:${line}`
}

/** Days until which something is said to be due soon. */
const SOON_DAYS = 30
const DAY_MS = 86_400_000

/** The day so many days after another. */
function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whether a day is past or comes within thirty days. */
export function isDueSoon(day: string, { today }: Pick<TodoEvidence, 'today'>): boolean {
  return day <= daysAfter(today, SOON_DAYS)
}
