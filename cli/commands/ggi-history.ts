import { POINT_VALUES, type PointValue } from '#data/model/governance.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { isOneOf } from '#data/model/vocabulary.ts'
import { keptAssessments, keptGoals, keptPoints } from '#data/queries/ggi/history.ts'
import type { RowOf } from '#data/queries/query.ts'
import { openStore, type Store } from '#data/store.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { VALUE_WORDS } from '#policies/ggi/words.ts'
import { loadConfig } from '../config.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { type Block, blocksMarkdown, blocksText, csvText } from '../reporters/blocks.ts'
import { GOVERNANCE_WORDS } from '../reporters/governance-words.ts'
import type { Session } from '../session.ts'
import type { GovernanceFormat } from './ggi.ts'

interface HistoryOptions extends CommonOptions {
  readonly format: GovernanceFormat
  readonly since?: string
}

type Kept = RowOf<typeof keptAssessments>
interface Change {
  readonly point: string
  readonly before: string
  readonly now: string
}

/** Every assessment that was kept, by goal; and which points stand differently in the last one than on a day before. */
export async function history({ io, options }: Session & { options: HistoryOptions }): Promise<void> {
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const language = languageOf(options, io.env, config.language)
  const store = await openStore({ path: config.database, mode: 'read' })
  try {
    const kept = await store.ask(keptAssessments, {})
    const goals = await store.ask(keptGoals, {})
    const last = kept.at(-1)
    const earlier = kept.filter(
      ({ assessed_at }) => options.since === undefined || assessed_at.slice(0, 10) <= options.since,
    )
    const base = options.since === undefined ? kept.at(-2) : (earlier.at(-1) ?? kept[0])
    const changes = last === undefined || base === undefined ? [] : await changesBetween(store, { base, last })
    io.out(answerOf({ kept, goals, base, last, changes }, { format: options.format, language }))
  } finally {
    store.close()
  }
}

async function changesBetween(store: Store, { base, last }: { base: Kept; last: Kept }): Promise<readonly Change[]> {
  const before = await store.ask(keptPoints, { assessment: base.id })
  const now = await store.ask(keptPoints, { assessment: last.id })
  const was = new Map(before.map(({ point, value }) => [point, value]))
  return now.flatMap(({ point, value }) => {
    const earlier = was.get(point)
    return earlier === undefined || earlier === value ? [] : [{ point, before: earlier, now: value }]
  })
}

interface Told {
  readonly kept: readonly Kept[]
  readonly goals: readonly RowOf<typeof keptGoals>[]
  readonly base: Kept | undefined
  readonly last: Kept | undefined
  readonly changes: readonly Change[]
}

function answerOf(told: Told, { format, language }: { format: GovernanceFormat; language: Language }): string {
  const { kept, goals, base, last, changes } = told
  if (format === 'json') {
    const assessments = kept.map(({ id, handbook, assessed_at, confirmed_at }) => ({
      ...{ handbookVersion: handbook, assessedAt: assessed_at, confirmedAt: confirmed_at },
      goals: goals.filter(({ assessment }) => assessment === id).map(({ assessment: _of, ...goal }) => goal),
    }))
    const compared = base === undefined || last === undefined ? null : { from: base.assessed_at, to: last.assessed_at }
    return `${JSON.stringify({ schemaVersion: 1, assessments, compared, changes }, null, 2)}\n`
  }
  if (format === 'csv') {
    const days = new Map(kept.map(({ id, assessed_at }) => [id, assessed_at]))
    const rows = goals.map((row) => [days.get(row.assessment) ?? '', row.goal, ...countsOf(row)])
    return csvText(['assessed_at', 'goal', ...POINT_VALUES], rows)
  }
  const blocks = historyBlocks(told, language)
  return format === 'markdown' ? blocksMarkdown(blocks) : blocksText(blocks)
}

function countsOf(row: RowOf<typeof keptGoals>): readonly number[] {
  return [row.met, row.partly, row.unmet, row.not_applicable, row.unknown]
}

function historyBlocks({ kept, goals, base, last, changes }: Told, language: Language): readonly Block[] {
  const words = GOVERNANCE_WORDS[language]
  const { goals: named } = governanceMethod()
  if (kept.length === 0) return [{ heading: words.history, lines: [words.noHistory] }]
  const rows = kept.flatMap(({ id, assessed_at, confirmed_at }) =>
    named.flatMap(({ id: goal, title }) => {
      const row = goals.find((one) => one.assessment === id && one.goal === goal)
      const days = [assessed_at.slice(0, 10), confirmed_at.slice(0, 10)]
      return row === undefined ? [] : [[...days, title[language], ...countsOf(row).map(String)]]
    }),
  )
  const values = POINT_VALUES.map((value) => VALUE_WORDS[language][value])
  const listed = { heading: words.history, head: [words.from, words.to, words.goal, ...values], rows, words: 3 }
  if (base === undefined || last === undefined) return [listed]
  const heading = words.changes(base.assessed_at.slice(0, 10), last.confirmed_at.slice(0, 10))
  if (changes.length === 0) return [listed, { heading, lines: [words.noChange] }]
  const said = (value: string) =>
    isOneOf(POINT_VALUES, value) ? VALUE_WORDS[language][value satisfies PointValue] : value
  const differing = changes.map(({ point, before, now }) => [point, said(before), said(now)])
  return [listed, { heading, head: [words.point, words.before, words.now], rows: differing }]
}
