import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import { brickAnchor } from '../links/anchors.ts'
import { MIGRATION_STATES, type MigrationLine } from '../loaders/migration.ts'
import { officer } from '../register.ts'
import { type Cell, type Head, plain } from '../tables/cells.ts'
import { repositoryRows, ruleRows } from '../tables/fleet-rows.ts'
import { migrationRows } from '../tables/migration-rows.ts'
import { thirdPartyCells } from '../tables/third-party-rows.ts'
import { watchRows } from '../tables/watch-rows.ts'
import { todoName } from '../telling/todo-names.ts'
import { csv, FRENCH_SPREADSHEET, PLAIN } from './csv.ts'

/**
 * Ledgers of the office that grow with the organisation: a page shows the first rows, which are the most urgent, and a
 * file holds them all, so that six hundred repositories make no page heavier than forty.
 */
export interface LongLedger {
  /** Name of its file. */
  readonly id: string
  readonly caption: string
  readonly heads: readonly Head[]
  readonly rows: readonly (readonly Cell[])[]
  /** How many rows its page shows. */
  readonly most: number
  /** Where each row can be linked to. */
  readonly anchors?: readonly string[]
}

const MOST = 40
/** What the groups of one page share; things to do take more room than rows. */
const MOST_OF_ALL_GROUPS = 100
const MOST_TO_DO = 64

function mostOfGroup(all: number, groups: number): number {
  return Math.max(8, Math.floor(all / Math.max(1, groups)))
}

const known = new Map<Language, ReadonlyMap<string, LongLedger>>()

/** Every one of them, by name; nothing of a public build. */
export function longLedgers(language: Language): ReadonlyMap<string, LongLedger> {
  const found = known.get(language)
  if (found !== undefined) return found
  const all = desk(language).isPublic ? [] : ledgersIn(language)
  const made = new Map(all.map((ledger) => [ledger.id, ledger] as const))
  known.set(language, made)
  return made
}

export function longLedger(id: string, language: Language): LongLedger {
  const ledger = longLedgers(language).get(id)
  if (ledger === undefined) throw new Error(`There is no ledger ${id}`)
  return ledger
}

/** Below `data/`. */
export function ledgerFileName(id: string, language: Language): string {
  return `lists/${id}.${language}.csv`
}

/** All rows as the page words them; what stands on a second line there has a column of its own here. */
export function ledgerFile({ heads, rows }: LongLedger, language: Language): string {
  const details = heads.map((_, index) => rows.some((row) => row[index]?.second !== undefined))
  const { detailOf } = desk(language).words.longLedger
  const spread = <Value>(values: readonly (readonly [Value, Value])[]) =>
    values.flatMap(([first, second], index) => (details[index] ? [first, second] : [first]))
  return csv(
    spread(heads.map(({ name }) => [name, detailOf(name)])),
    rows.map((row) => spread(heads.map((_, index) => [row[index]?.text ?? null, row[index]?.second ?? null]))),
    language === 'fr' ? FRENCH_SPREADSHEET : PLAIN,
  )
}

function ledgersIn(language: Language): readonly LongLedger[] {
  const { words } = desk(language)
  const { watchList } = officer()
  const { watch } = words
  const names = (entries: typeof watchList.ownerless) =>
    entries.map(({ name, owner }) => [plain(name), plain(owner)] as const)
  const owned = [{ name: words.longLedger.component }, { name: words.longLedger.owner }]
  return [
    ...fleetLedgers(language),
    {
      id: 'watched',
      caption: watch.watched,
      heads: watch.heads,
      rows: watchRows(watchList.watched, language),
      most: MOST,
    },
    { id: 'ownerless', caption: watch.ownerlessTitle, heads: owned, rows: names(watchList.ownerless), most: 2 * MOST },
    { id: 'unpublished', caption: watch.unpublished, heads: owned, rows: names(watchList.unpublished), most: 2 * MOST },
    ...thirdPartyLedgers(language),
    ...migrationLedgers(language),
    ...todoLedgers(language),
  ]
}

function fleetLedgers(language: Language): readonly LongLedger[] {
  const { compliance } = desk(language).words
  const isOpen = ({ toCorrect, notChecked }: { toCorrect: number; notChecked: number }) => toCorrect + notChecked > 0
  const { rules, repositories } = officer().fleet
  const rows = { rules: ruleRows(rules.filter(isOpen), language) }
  return [
    { id: 'rules-to-correct', caption: compliance.rules, heads: compliance.ruleHeads, rows: rows.rules, most: MOST },
    {
      ...{ id: 'repositories-to-correct', caption: compliance.repositories, heads: compliance.repositoryHeads },
      ...{ rows: repositoryRows(repositories.filter(isOpen), language), most: MOST },
    },
  ]
}

function thirdPartyLedgers(language: Language): readonly LongLedger[] {
  const { inventory } = desk(language).words
  const { groups } = officer().thirdParties
  const most = mostOfGroup(MOST_OF_ALL_GROUPS, groups.length)
  return groups.map(({ id, members }) => ({
    ...{ id: `third-parties-${id}`, caption: inventory.groups[id], heads: inventory.heads, most },
    rows: members.map((member) => thirdPartyCells(member, language)),
    anchors: members.map(({ brick }) => brickAnchor(brick)),
  }))
}

function migrationLedgers(language: Language): readonly LongLedger[] {
  const { migration } = desk(language).words
  const of = (state: MigrationLine['state']) => officer().migration.lines.filter((line) => line.state === state)
  const most = mostOfGroup(MOST_OF_ALL_GROUPS, MIGRATION_STATES.length)
  return MIGRATION_STATES.map((state) => ({
    ...{ id: `migration-${state}`, caption: migration.states[state], most },
    heads: state === 'blocked' ? migration.blockedHeads : migration.heads,
    rows: migrationRows(of(state), { language, isBlocked: state === 'blocked' }),
  }))
}

function todoLedgers(language: Language): readonly LongLedger[] {
  const { words, text, shortDay } = desk(language)
  const said = words.todo
  const day = (date: string | null) => plain(date === null ? '–' : shortDay(date))
  const { groups } = officer().todo
  const most = mostOfGroup(MOST_TO_DO, groups.length)
  return groups.map(({ kind, title, lines }) => ({
    ...{ id: `todo-${kind}`, caption: text(title), heads: said.heads, most },
    rows: lines.map((line) => [
      plain(todoName(line, language)),
      plain(said.urgency[line.urgency]),
      ...[day(line.due), day(line.since)],
      plain(text(line.why)),
      plain(line.command ?? line.place ?? line.url ?? '–'),
    ]),
  }))
}
