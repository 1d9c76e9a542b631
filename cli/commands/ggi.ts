import type { EvidenceLine } from '#data/model/governance.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Evidence } from '#policies/ggi/method.ts'
import { governanceMethod } from '#policies/ggi/registry.ts'
import { suggestNext } from '#policies/ggi/suggest.ts'
import { LINE_WORDS } from '#policies/ggi/words.ts'
import { loadConfig } from '../config.ts'
import { countRows } from '../governance/evidence.ts'
import { keepAssessment } from '../governance/keep-assessment.ts'
import { findActivity, findPoint, type Governance, withEvidence } from '../governance/load-assessment.ts'
import { type Looked, look } from '../governance/look.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { type Block, blocksMarkdown, blocksText, csvText } from '../reporters/blocks.ts'
import { activityBlocks, governanceCsv, governanceJson, statusBlocks } from '../reporters/governance.ts'
import { GOVERNANCE_WORDS } from '../reporters/governance-words.ts'
import type { Session } from '../session.ts'

export type GovernanceFormat = 'table' | 'json' | 'markdown' | 'csv'

interface GovernanceOptions extends CommonOptions {
  readonly format: GovernanceFormat
}

type Call<More = object> = Session & { readonly options: GovernanceOptions & More }

const SUGGESTIONS = 3
const ROWS_SHOWN = 40

export async function status(call: Call<{ readonly record?: boolean }>): Promise<void> {
  const { io, options } = call
  const looked = await look(call)
  const { method, language, governance } = looked
  const suggestions = suggestNext(governance.assessment, { method, most: SUGGESTIONS })
  io.out(answerOf(governance, { ...looked, suggestions, format: options.format }))
  if (options.record !== true) return
  const isNew = await keepAssessment(looked, io.now())
  io.err(`${isNew ? GOVERNANCE_WORDS[language].kept : GOVERNANCE_WORDS[language].confirmed}\n`)
}

export async function activity(call: Call & { readonly id: string }): Promise<void> {
  const { id } = findActivity(governanceMethod(), call.id)
  const { method, language, governance } = await look(call)
  const activities = governance.assessment.activities.filter((one) => one.id === id)
  const only = { ...governance, assessment: { ...governance.assessment, activities } }
  const { format } = call.options
  if (format === 'json') call.io.out(governanceJson(only, { method, language, suggestions: [] }))
  else if (format === 'csv') call.io.out(governanceCsv(only, { method, language }))
  else
    call.io.out(
      blocksAs(
        format,
        activities.flatMap((one) => activityBlocks(one, { method, language })),
      ),
    )
}

/** The rows behind one point; without a point, everything that is looked at and what other frameworks call it. */
export async function evidence(call: Call & { readonly point: string | undefined }): Promise<void> {
  const { io, options } = call
  const method = governanceMethod()
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const language = languageOf(options, io.env, config.language)
  const asOf = io.now().toISOString().slice(0, 10)
  const point = call.point === undefined ? undefined : findPoint(method, call.point).point
  const asked = method.evidence.filter(({ id }) => point === undefined || point.evidence.includes(id))
  if (asked.length === 0) return io.out(`${GOVERNANCE_WORDS[language].onlyDeclared}\n`)
  const found = await withEvidence({ config, method, asOf }, (reader) =>
    Promise.all(asked.map(async (one) => ({ evidence: one, rows: await reader.rows(one) }))),
  )
  if (options.format === 'json') {
    const shown = found.map((one) => evidenceShape(one, { language, hasRows: point !== undefined }))
    return io.out(`${JSON.stringify({ schemaVersion: 1, asOf, evidence: shown }, null, 2)}\n`)
  }
  if (options.format === 'csv') {
    const rows = found.flatMap(({ evidence: { id }, rows }) => rows.map((row) => [id, ...cellsOf(row)]))
    return io.out(csvText(['evidence', 'subject', 'state', 'detail', 'as_of'], rows))
  }
  const blocks = point === undefined ? crosswalk(found, language) : found.map((one) => rowsBlock(one, language))
  io.out(blocksAs(options.format, blocks))
}

interface Found {
  readonly evidence: Evidence
  readonly rows: readonly EvidenceLine[]
}

function evidenceShape({ evidence, rows }: Found, { language, hasRows }: { language: Language; hasRows: boolean }) {
  const { evidence: _id, ...counts } = countRows(evidence.id, rows)
  const { id, title, measures, how, thresholds, isOneEnough, frameworks } = evidence
  const about = { id, title: title[language], measures: measures[language], how, isOneEnough, thresholds, frameworks }
  return { ...about, ...counts, ...(hasRows && { rows }) }
}

function cellsOf({ subject, state, detail, asOf }: EvidenceLine): readonly (string | null)[] {
  return [subject, state, detail, asOf]
}

function howOf({ how }: Evidence, language: Language): string {
  const words = GOVERNANCE_WORDS[language]
  return how.kind === 'rules' ? `${words.rules} ${how.rules.join(', ')}` : `${words.query} ${how.query}`
}

/** What does not hold comes first: it is what somebody has to look at. */
function rowsBlock({ evidence: one, rows }: Found, language: Language): Block {
  const words = GOVERNANCE_WORDS[language]
  const { met, unmet, unknown } = countRows(one.id, rows)
  const sorted = ['unmet', 'unknown', 'met', 'not-applicable'].flatMap((state) =>
    rows.filter((row) => row.state === state),
  )
  const shown = sorted
    .slice(0, ROWS_SHOWN)
    .map(({ subject, state, detail, asOf }) => [
      ...[subject, LINE_WORDS[language][state], detail ?? '-', asOf?.slice(0, 10) ?? '-'],
    ])
  const more = sorted.length > ROWS_SHOWN ? [words.more(sorted.length - ROWS_SHOWN)] : []
  return {
    heading: `${one.id} · ${one.title[language]}`,
    lines: [
      ...[one.measures[language], howOf(one, language)],
      ...(rows.length === 0 ? [words.noRows] : [words.counts(met, unmet, unknown)]),
      ...more,
    ],
    head: [words.subject, words.state, words.detail, words.asOf],
    rows: shown,
  }
}

function crosswalk(found: readonly Found[], language: Language): readonly Block[] {
  const words = GOVERNANCE_WORDS[language]
  const rows = found.map(({ evidence: one, rows: behind }) => {
    const { met, unmet, unknown } = countRows(one.id, behind)
    const elsewhere = Object.entries(one.frameworks).map(([framework, names]) => `${framework}: ${names.join(' ')}`)
    return [one.id, one.title[language], words.counts(met, unmet, unknown), howOf(one, language), elsewhere.join('; ')]
  })
  return [{ heading: words.evidence, head: [words.evidence, '', words.measured, words.how, words.frameworks], rows }]
}

function answerOf(
  governance: Governance,
  { format, ...shown }: Looked & { format: GovernanceFormat; suggestions: ReturnType<typeof suggestNext> },
): string {
  if (format === 'json') return governanceJson(governance, shown)
  if (format === 'csv') return governanceCsv(governance, shown)
  return blocksAs(format, statusBlocks(governance, shown))
}

function blocksAs(format: 'table' | 'markdown', blocks: readonly Block[]): string {
  return format === 'markdown' ? blocksMarkdown(blocks) : blocksText(blocks)
}
