import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { governanceTables } from '#data/export/governance.ts'
import { EXPORT_APPLICATION_ID, EXPORT_SCHEMA_VERSION } from '#data/export.ts'
import { addMonths } from '#site/src/loaders/months.ts'
import { figureSample } from './figure-sample.ts'
import { governanceSample } from './governance-sample.ts'
import { invitationSample } from './invitation-sample.ts'
import { portfolioSample } from './portfolio-sample.ts'

/**
 * A small export of an invented city, written by the export's own schema. Numbers are drawn from a fixed sequence, so
 * that every machine builds the same bytes.
 */
export interface ExportFixture {
  /** Components beside the odd ones. */
  readonly components?: number
  readonly profile?: 'public' | 'internal'
  readonly conformity?: 'off' | 'summary' | 'detail'
  /** Rules that outcomes are about. */
  readonly rules?: readonly {
    readonly id: string
    readonly code: string
    readonly pack: string
    readonly severity: string
  }[]
  /** Nothing was collected: no change request, no outcome, no commit. */
  readonly isBare?: boolean
  /** Governance is left out, as it is for the public until an officer says otherwise. */
  readonly isUngoverned?: boolean
  /** A third of the months hide two groups. */
  readonly isHiding?: boolean
}

const SCHEMA = new URL('../../data/schema/export/', import.meta.url)
const AS_OF = '2026-11-19'
const LAST_MONTH = 202611

type Row = Readonly<Record<string, SQLInputValue>>

const USES = [
  ['guichet', 'Accueil des demandes au guichet et en ligne'],
  ['halte', 'Réservation de haltes et de créneaux'],
  ['verger', 'Suivi des plantations et des arbres adoptés'],
  ['bac', 'Inscription au compostage de quartier'],
  ['passerelle', 'Échanges entre applications de la ville'],
  ['registre', 'Registres tenus par les services'],
  ['enquete', 'Questionnaires et consultations des habitants'],
  ['carnet', 'Carnet de contacts des associations'],
  ['plan', 'Cartes et lieux de la ville'],
  ['courrier', 'Courriels et messages de suivi'],
] as const

const KINDS = ['plugin', 'module', 'module', 'library', 'theme', 'pack', 'site', 'tool'] as const
const LICENSES = ['BSD-3-Clause', 'BSD-3-Clause', 'BSD-3-Clause', 'Apache-2.0', 'AGPL-3.0', null] as const

/** Writes the file at `path`, which must not exist. */
export function writeExportFixture(path: string, options: ExportFixture = {}): void {
  const database = new DatabaseSync(path)
  for (const file of readdirSync(SCHEMA).sort()) database.exec(readFileSync(new URL(file, SCHEMA), 'utf8'))
  database.exec(
    `PRAGMA application_id = ${EXPORT_APPLICATION_ID}; PRAGMA user_version = ${EXPORT_SCHEMA_VERSION}; BEGIN`,
  )
  const insert = (table: string, rows: readonly Row[]) => {
    for (const row of rows) {
      const columns = Object.keys(row)
      const marks = columns.map((column) => `:${column}`).join(', ')
      database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(row)
    }
  }
  writeRegister(insert, options)
  database.exec('COMMIT; VACUUM')
  database.close()
}

type Insert = (table: string, rows: readonly Row[]) => void

function writeRegister(insert: Insert, options: ExportFixture): void {
  const { profile = 'public', conformity = 'detail', isBare = false, rules = [] } = options
  const next = sequence(7)
  const repositories = makeRepositories(options.components ?? 40, next, isBare)
  insert('meta', [
    { key: 'profile', value: profile },
    { key: 'as_of', value: AS_OF },
    { key: 'schema_version', value: '1' },
    { key: 'floor', value: '5' },
    { key: 'conformity', value: conformity },
  ])
  insert('organisation', [
    {
      server: 'github.com',
      login: 'vaubrelle',
      repositories: repositories.filter(({ is_own }) => is_own === 1).length,
    },
  ])
  insert('state_definition', [
    { state: 'active', position: 1, months_below: 6 },
    { state: 'quiet', position: 2, months_below: 18 },
    { state: 'dormant', position: 3, months_below: null },
    { state: 'archived', position: 4, months_below: null },
    { state: 'unknown', position: 5, months_below: null },
  ])
  insert('repository', repositories)
  insert('component', repositories.map(componentOf))
  insert(
    'repository_topic',
    repositories.slice(0, 8).map(({ repository }) => ({ repository: repository ?? '', topic: 'demarches' })),
  )
  insert('coverage', coverage(repositories.length, isBare))
  insert('freshness', [
    {
      collector: 'github/repositories',
      last_status: 'complete',
      last_started_at: '2026-11-19T05:00:00Z',
      last_ended_at: '2026-11-19T05:40:00Z',
      last_complete_at: '2026-11-19T05:40:00Z',
    },
    {
      collector: 'github/change-requests',
      last_status: 'partial',
      last_started_at: '2026-11-19T05:40:00Z',
      last_ended_at: '2026-11-19T06:20:00Z',
      last_complete_at: '2026-11-12T06:20:00Z',
    },
  ])
  insert('coverage_gap', [
    { collector: 'github/change-requests', kind: 'change-requests', reason: 'forbidden', subjects: 1 },
    { collector: 'github/repositories', kind: 'field:issues', reason: 'timeout', subjects: 2 },
  ])
  const sample = {
    asOf: AS_OF,
    profile,
    isBare,
    isHiding: options.isHiding ?? false,
    repositories: repositories.length,
    next,
  }
  for (const { table, rows } of figureSample(sample)) insert(table, rows)
  if (options.isUngoverned !== true) {
    const governance = governanceSample(repositories.map(({ owner, name }) => `${owner}/${name}`))
    insert('meta', [{ key: 'ggi_handbook', value: governance.handbook }])
    for (const { table, rows } of governanceTables(governance, profile)) insert(table, rows)
  }
  if (isBare) return
  const named = repositories.map(({ repository }) => String(repository))
  for (const [table, rows] of [...portfolioSample(repositories), ...invitationSample(named)]) insert(table, rows)
  insert(
    'activity_month',
    repositories.flatMap((row) => activity(row, next)),
  )
  insert('lint_pack', [{ pack: 'lutece', digest: 'a'.repeat(64), as_of: AS_OF }])
  if (conformity !== 'off')
    writeOutcomes(insert, { repositories, rules, next, profile, isDetailed: conformity === 'detail' })
}

function makeRepositories(count: number, next: () => number, isBare: boolean): readonly Row[] {
  const numbered = Array.from({ length: count }, (_, index): Row => {
    const [word, use] = USES[index % USES.length] ?? USES[0]
    const kind = KINDS[index % KINDS.length] ?? 'plugin'
    const series = Math.floor(index / USES.length)
    const name = `${kind}-${word}${series === 0 ? '' : `-${['quartier', 'mairie', 'agenda', 'export', 'carte', 'suivi'][series % 6]}${series < 24 ? '' : series}`}`
    const state =
      ['active', 'active', 'active', 'quiet', 'quiet', 'dormant', 'archived'][Math.floor(next() * 7)] ?? 'active'
    return repositoryRow({ name, use, state, index, next, isBare })
  })
  const long = 'module-registre-inscriptionsauxactivitesperiscolairesetextrascolaires-rappels'
  return [
    ...numbered.filter((row, index) => numbered.findIndex(({ name }) => name === row.name) === index),
    repositoryRow({
      name: long,
      use: 'Un nom très long, comme il en existe, avec une phrase qui ne tient pas non plus sur une seule ligne de la liste',
      state: 'active',
      index: 3,
      next,
      isBare,
    }),
    {
      ...repositoryRow({ name: 'outil-muet', use: '', state: 'unknown', index: 5, next, isBare: true }),
      description: null,
      latest_release_tag: null,
      latest_release_at: null,
      tree_coverage: 'unknown',
      change_request_coverage: 'unknown',
    },
    {
      ...repositoryRow({
        name: 'plugin-voisin',
        use: 'Composant d’une autre collectivité',
        state: 'active',
        index: 1,
        next,
        isBare,
      }),
      repository: 'github.com/rivemont/plugin-voisin',
      owner: 'rivemont',
      is_own: 0,
    },
  ]
}

function repositoryRow({
  name,
  use,
  state,
  index,
  next,
  isBare,
}: {
  readonly name: string
  readonly use: string
  readonly state: string
  readonly index: number
  readonly next: () => number
  readonly isBare: boolean
}): Row {
  const age = { active: 2, quiet: 9, dormant: 28, archived: 40, unknown: 0 }[state] ?? 0
  const month = addMonths(LAST_MONTH, -age - Math.floor(next() * 3))
  const day = `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}-${String(1 + Math.floor(next() * 17)).padStart(2, '0')}T10:00:00Z`
  const created = addMonths(LAST_MONTH, -50 + (index % 44))
  return {
    repository: `github.com/vaubrelle/${name}`,
    server: 'github.com',
    owner: 'vaubrelle',
    name,
    is_own: 1,
    url: `https://github.com/vaubrelle/${name}`,
    description: use,
    homepage_url: index % 9 === 0 ? 'https://demo.vaubrelle.example/' : null,
    readability: 'anonymous',
    state,
    last_activity_at: state === 'unknown' ? null : day,
    is_archived: state === 'archived' ? 1 : 0,
    is_fork: index % 17 === 5 ? 1 : 0,
    is_empty: 0,
    created_at: `${Math.floor(created / 100)}-${String(created % 100).padStart(2, '0')}-03T08:00:00Z`,
    star_count: 3,
    fork_count: 1,
    host_license: LICENSES[index % LICENSES.length] ?? null,
    concluded_license: index % 12 === 1 ? 'BSD-2-Clause' : (LICENSES[index % LICENSES.length] ?? null),
    primary_language: 'Java',
    default_branch: 'develop',
    head_oid: '9f2c41a'.padEnd(40, String(index % 10)),
    head_committed_at: state === 'unknown' ? null : day,
    commit_count: 120,
    latest_release_tag: index % 6 === 4 ? null : `${name}-${1 + (index % 4)}.${index % 7}.${index % 3}`,
    latest_release_at: index % 6 === 4 ? null : day,
    change_requests_open: isBare ? null : index % 5,
    change_requests_merged: isBare ? null : 4 + (index % 30),
    change_requests_closed: isBare ? null : index % 7,
    issues_open: isBare ? null : index % 11,
    issues_closed: isBare ? null : index % 23,
    change_request_coverage: isBare ? 'unknown' : index % 20 === 7 ? 'partial' : 'complete',
    issue_coverage: isBare ? 'unknown' : 'complete',
    commit_coverage: isBare ? 'unknown' : index % 20 === 7 ? 'partial' : 'complete',
    tree_coverage: 'complete',
  }
}

function componentOf(row: Row): Row {
  const name = String(row.name)
  const kind = KINDS.find((one) => name.startsWith(one)) ?? 'other'
  return {
    repository: String(row.repository),
    path: '',
    name,
    kind,
    line: name.length % 3 === 0 ? 'v7' : name.length % 7 === 0 ? null : 'v8',
    group_id: kind === 'other' ? null : 'fr.vaubrelle.plugins',
    artifact_id: name,
    version: '2.1.0-SNAPSHOT',
    title: null,
  }
}

function coverage(expected: number, isBare: boolean): readonly Row[] {
  return ['repositories', 'change-requests', 'commits', 'tree'].map((stream) => ({
    collector: `github/${stream}`,
    stream,
    expected,
    complete: isBare ? 0 : expected - 2,
    partial: isBare ? 0 : 1,
    missing: isBare ? expected : 1,
    oldest_watermark_at: isBare ? null : '2026-11-12T05:00:00Z',
    newest_watermark_at: isBare ? null : '2026-11-19T05:40:00Z',
  }))
}

function activity(row: Row, next: () => number): readonly Row[] {
  if (row.commit_coverage !== 'complete' || row.state === 'archived') return []
  return Array.from({ length: 24 }, (_, index) => ({
    repository: String(row.repository),
    month: addMonths(LAST_MONTH, index - 23),
    commits: Math.floor(next() * 14),
  })).filter(({ commits }) => commits > 2)
}

function errorStateOf(
  outcomes: readonly {
    readonly rule: { readonly severity: string }
    readonly outcome: string
    readonly waived: string | null
  }[],
): string {
  const grave = outcomes.filter(({ rule }) => rule.severity === 'error')
  if (grave.some(({ outcome, waived }) => outcome === 'fail' && waived === null)) return 'with-error'
  return grave.some(({ outcome }) => outcome === 'unknown') ? 'unchecked' : 'without-error'
}

function writeOutcomes(
  insert: Insert,
  {
    repositories,
    rules,
    next,
    profile,
    isDetailed,
  }: {
    readonly repositories: readonly Row[]
    readonly rules: NonNullable<ExportFixture['rules']>
    readonly next: () => number
    readonly profile: 'public' | 'internal'
    readonly isDetailed: boolean
  },
): void {
  for (const row of repositories) {
    const repository = String(row.repository)
    if (row.tree_coverage !== 'complete' || rules.length === 0) continue
    const outcomes = rules.map((rule) => {
      const draw = next()
      const outcome = draw < 0.78 ? 'pass' : draw < 0.9 ? 'fail' : draw < 0.95 ? 'unknown' : 'not-applicable'
      const waived = outcome === 'fail' && next() < 0.2 ? '2027-03-31' : null
      return { rule, outcome, waived, findings: outcome === 'fail' ? 1 + Math.floor(next() * 6) : 0 }
    })
    const count = (wanted: string, isWaived = false) =>
      outcomes.filter(({ outcome, waived }) => outcome === wanted && (waived !== null) === isWaived).length
    insert('conformity', [
      {
        repository,
        kind: KINDS.find((kind) => String(row.name).startsWith(kind)) ?? 'other',
        line: 'v8',
        coverage: 'complete',
        is_counted: row.is_archived === 1 || row.is_fork === 1 ? 0 : 1,
        held: count('pass'),
        to_correct: count('fail'),
        dated_exception: count('fail', true),
        not_checked: count('unknown'),
        as_of: AS_OF,
      },
    ])
    if (profile === 'internal') insert('error_state', [{ repository, state: errorStateOf(outcomes) }])
    if (row.is_own !== 1 && profile === 'public') continue
    insert(
      'lint_outcome',
      outcomes.map(({ rule, outcome, waived, findings }) => ({
        repository,
        rule: rule.id,
        code: rule.code,
        pack: rule.pack,
        outcome,
        severity: rule.severity,
        findings,
        waived_until: waived,
      })),
    )
    if (!isDetailed) continue
    const failed = outcomes.filter(({ outcome }) => outcome === 'fail')
    insert(
      'lint_finding',
      failed.map(({ rule, waived }) => ({
        repository,
        rule: rule.id,
        position: 1,
        outcome: 'fail',
        severity: rule.severity,
        confidence: 'high',
        message_id: 'engine/no-refs',
        args: '{}',
        path: 'src/java/fr/vaubrelle/guichet/web/GuichetPage.java',
        line: 88,
        column_number: 4,
        rate_numerator: null,
        rate_denominator: null,
        rate_threshold: null,
        fingerprint: 'f'.repeat(64),
        waived_until: waived,
      })),
    )
  }
}

/** Numbers between 0 and 1, always the same ones. */
function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}
