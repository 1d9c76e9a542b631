import type { EvidenceLine } from '#data/model/governance.ts'
import { type EvidenceQuery, tallyOf } from '#data/queries/ggi/evidence-query.ts'
import { ruleOutcomes } from '#data/queries/ggi/judged.ts'
import { EVIDENCE_QUERIES } from '#data/queries/ggi/registry.ts'
import type { RowOf } from '#data/queries/query.ts'
import type { Store } from '#data/store.ts'
import type { Measured } from '#policies/ggi/assessment.ts'
import type { Evidence, Method } from '#policies/ggi/method.ts'

/** What questions on governance are told: owners of the portfolio (none: all of the database), and a period of days. */
export interface Asked {
  readonly owners: readonly string[]
  readonly since: string
  readonly until: string
}

/** What is behind evidence: every row, or how many there are of each kind, which is a good deal faster. */
export interface EvidenceReader {
  rows(evidence: Evidence): Promise<readonly EvidenceLine[]>
  count(evidence: Evidence): Promise<Measured>
}

/** Outcomes of rules are read once for all evidence that rests on them. */
export function evidenceReader(
  store: Pick<Store, 'ask'>,
  { method, asked }: { method: Method; asked: Asked },
): EvidenceReader {
  const owners = asked.owners.length === 0 ? '' : `,${asked.owners.map((owner) => owner.toLowerCase()).join(',')},`
  const params = { owners, since: asked.since, until: asked.until }
  const codes = method.evidence.flatMap(({ how }) => (how.kind === 'rules' ? how.rules : []))
  let outcomes: Promise<ReadonlyMap<string, readonly RuleRow[]>> | undefined
  const judged = () => {
    outcomes ??= store
      .ask(ruleOutcomes, { owners, codes: `,${codes.join(',')},` })
      .then((rows) => Map.groupBy(rows, ({ subject }) => subject))
    return outcomes
  }
  return {
    async rows({ how }) {
      if (how.kind === 'rules') return rowsOfRules(await judged(), how.rules)
      const rows = await store.ask(queryNamed(how.query), params)
      return rows.map(({ subject, state, detail, as_of }) => ({ subject, state: stateOf(state), detail, asOf: as_of }))
    },
    async count({ id, how }) {
      if (how.kind === 'rules') return countRows(id, rowsOfRules(await judged(), how.rules))
      const tallies = await store.ask(tallyOf(queryNamed(how.query)), params)
      const things = (wanted: EvidenceLine['state']) =>
        tallies.reduce((sum, { state, things: count }) => sum + (stateOf(state) === wanted ? count : 0), 0)
      const known = tallies.filter(({ state }) => stateOf(state) !== 'unknown')
      const asOf = oldest(known.map(({ as_of }) => as_of))
      return { evidence: id, met: things('met'), unmet: things('unmet'), unknown: things('unknown'), asOf }
    },
  }
}

type RuleRow = RowOf<typeof ruleOutcomes>

function queryNamed(id: string): EvidenceQuery {
  const query = EVIDENCE_QUERIES.find((one) => one.id === id)
  // A test holds the method to the questions that exist.
  if (query === undefined) throw new Error(`There is no question "${id}".`)
  return query
}

function rowsOfRules(
  outcomes: ReadonlyMap<string, readonly RuleRow[]>,
  codes: readonly string[],
): readonly EvidenceLine[] {
  return [...outcomes].map(([subject, rows]): EvidenceLine => {
    const asOf = rows[0]?.as_of ?? null
    const found = codes.map((code) => ({ code, outcome: rows.find((row) => row.code === code)?.outcome ?? 'unknown' }))
    const broken = found.find(({ outcome }) => outcome === 'fail' || outcome === 'error')
    if (broken !== undefined) return { subject, state: 'unmet', detail: broken.code, asOf }
    const open = found.find(({ outcome }) => outcome === 'unknown')
    if (open !== undefined) return { subject, state: 'unknown', detail: open.code, asOf }
    const state = found.every(({ outcome }) => outcome === 'not-applicable') ? 'not-applicable' : 'met'
    return { subject, state, detail: codes.join(' '), asOf }
  })
}

function stateOf(written: string): EvidenceLine['state'] {
  return written === 'met' || written === 'unmet' ? written : 'unknown'
}

/** Counts all evidence of the method. */
export async function measureAll(reader: EvidenceReader, method: Method): Promise<readonly Measured[]> {
  const measured: Measured[] = []
  for (const evidence of method.evidence) measured.push(await reader.count(evidence))
  return measured
}

export function countRows(evidence: string, rows: readonly EvidenceLine[]): Measured {
  const count = (state: EvidenceLine['state']) => rows.filter((row) => row.state === state).length
  const asOf = oldest(rows.flatMap((row) => (row.state === 'unknown' ? [] : [row.asOf])))
  return { evidence, met: count('met'), unmet: count('unmet'), unknown: count('unknown'), asOf }
}

/** What is known is as old as the oldest row that is known. */
function oldest(instants: readonly (string | null)[]): string | null {
  return instants.reduce((least, one) => (least === null || (one !== null && one < least) ? one : least), null)
}
