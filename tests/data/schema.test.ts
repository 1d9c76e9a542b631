import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { dictionaryOf, exportSchemaFiles, storeSchemaFiles } from '#data/data-dictionary.ts'
import { POINT_SOURCES, POINT_VALUES, SCORECARD_STATES } from '#data/model/governance.ts'
import { REGISTERS } from '#data/model/registers/registry.ts'
import * as vocabulary from '#data/model/vocabulary.ts'
import { CHANGE_REQUEST, COMMIT, DOMAIN_TABLES, ISSUE, NATURAL_KEYS, ORGANISATION, REPOSITORY } from '#data/tables.ts'

function database(files: readonly URL[]): Database.Database {
  const opened = new Database(':memory:')
  for (const file of files) opened.exec(readFileSync(file, 'utf8'))
  return opened
}

const store = database(storeSchemaFiles())
const exported = database(exportSchemaFiles())
afterAll(() => {
  store.close()
  exported.close()
})

const tablesOf = (of: Database.Database): string[] =>
  of.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all().map(String)
const columnsOf = (of: Database.Database, table: string): string[] =>
  of.prepare('SELECT name FROM pragma_table_xinfo(?)').pluck().all(table).map(String)

/** The closed list behind each column that is one. */
const CLOSED: Readonly<Record<string, readonly string[]>> = {
  'run.status': vocabulary.RUN_STATUSES,
  'run_problem.kind': vocabulary.FAILURE_KINDS,
  'coverage.status': vocabulary.COVERAGES,
  'gap.reason': vocabulary.FAILURE_KINDS,
  'person.kind': vocabulary.ACTOR_KINDS,
  'repository.visibility': ['public', 'internal', 'private'],
  'repository.readability': vocabulary.READABILITIES,
  'repository_community_file.kind': vocabulary.COMMUNITY_FILE_KINDS,
  'repository_ruleset.enforcement': ['active', 'disabled', 'evaluate'],
  'repository_ruleset.target': ['branch', 'tag', 'push', 'repository'],
  'ref.kind': vocabulary.REF_KINDS,
  'tree_entry.mode': ['100644', '100755', '120000', '160000'],
  'blob.encoding': ['identity', 'deflate'],
  'component.kind': vocabulary.COMPONENT_KINDS,
  'component.line': vocabulary.PLATFORM_LINES,
  'membership.role': ['member', 'admin'],
  'affiliation.affiliation': vocabulary.AFFILIATIONS,
  'outbound_contribution.kind': vocabulary.OUTBOUND_KINDS,
  'change_request.state': vocabulary.CHANGE_REQUEST_STATES,
  'change_request.closed_by': vocabulary.CLOSERS,
  'issue.closed_by': vocabulary.CLOSERS,
  'issue.state': vocabulary.ISSUE_STATES,
  'lint_subject.kind': vocabulary.COMPONENT_KINDS,
  'lint_subject.line': vocabulary.PLATFORM_LINES,
  'lint_subject.coverage': vocabulary.COVERAGES,
  'lint_outcome.outcome': vocabulary.OUTCOMES,
  'lint_outcome.severity': vocabulary.SEVERITIES,
  'lint_finding.outcome': vocabulary.OUTCOMES,
  'lint_finding.severity': vocabulary.SEVERITIES,
  'lint_finding.confidence': vocabulary.CONFIDENCES,
  'standing_line.affiliation': vocabulary.AFFILIATIONS,
  'change_request_measure.author_group': vocabulary.CONTRIBUTOR_GROUPS,
  'change_request_measure.ending': vocabulary.CHANGE_REQUEST_ENDINGS,
  'change_request_measure.evidence': vocabulary.TAKEOVER_EVIDENCE,
  'change_request_measure.reason': vocabulary.REFUSAL_REASONS,
  'issue_measure.author_group': vocabulary.CONTRIBUTOR_GROUPS,
  'contributor_month.kind': vocabulary.CONTRIBUTION_KINDS,
  'contributor_month.person_group': vocabulary.CONTRIBUTOR_GROUPS,
  'contributor_step.person_group': vocabulary.CONTRIBUTOR_GROUPS,
  'assessment_activity.state': SCORECARD_STATES,
  'assessment_point.value': POINT_VALUES,
  'assessment_point.source': POINT_SOURCES,
  'assessment_point.measured': POINT_VALUES,
}

describe.each([
  ['the database', store, storeSchemaFiles()],
  ['the export', exported, exportSchemaFiles()],
])('the schema of %s', (_name, of, files) => {
  it('is strict', () => {
    const loose = of.prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0`).pluck().all()
    expect(loose).toEqual(['sqlite_schema', 'sqlite_temp_schema'].filter((name) => loose.includes(name)))
  })

  it('says of every table and every column what it holds', () => {
    const dictionary = dictionaryOf(files)
    expect(dictionary.map(({ name }) => name).sort()).toEqual(tablesOf(of))
    for (const { name, comment, columns } of dictionary) {
      expect(comment, name).not.toBe('')
      expect(columns.map((column) => column.name)).toEqual(columnsOf(of, name))
      for (const column of columns) expect(column.comment, `${name}.${column.name}`).not.toBe('')
    }
  })
})

describe('the schema of the database', () => {
  it('keeps every instant as text, seconds and month', () => {
    for (const table of tablesOf(store)) {
      const columns = columnsOf(store, table)
      for (const name of columns.filter((column) => column.endsWith('_at'))) {
        expect(columns, table).toContain(name.replace(/_at$/, '_epoch'))
        expect(columns, table).toContain(name.replace(/_at$/, '_month'))
      }
    }
  })

  it('admits the words of the closed lists and no others', () => {
    const found: Record<string, readonly string[]> = {}
    for (const table of tablesOf(store)) {
      const sql = String(store.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table))
      for (const [, column, list] of sql.matchAll(/^ {2}(\w+) TEXT.* CHECK \(\w+ IN \(('.*?')\)\)/gm)) {
        found[`${table}.${column}`] = (list ?? '').split(', ').map((word) => word.slice(1, -1))
      }
    }
    expect(found).toEqual(CLOSED)
  })

  it('has the tables and columns that records are saved to', () => {
    for (const { table, columns, key } of [ORGANISATION, REPOSITORY, CHANGE_REQUEST, ISSUE, COMMIT]) {
      const known = columnsOf(store, table)
      for (const { name } of columns) expect(known, table).toContain(name)
      expect(key).toEqual(NATURAL_KEYS[table])
    }
    for (const table of DOMAIN_TABLES) expect(tablesOf(store)).toContain(table)
  })

  it('keeps what identifies people in the tables of people and nowhere else', () => {
    const identifying = /login|email|mail_|_mail/
    const allowed = ['organisation.login', 'person.login', 'person_mail.email_hash', 'person_mail.email_domain']
    const found = tablesOf(store).flatMap((table) =>
      columnsOf(store, table)
        .filter((column) => identifying.test(column))
        .map((column) => `${table}.${column}`),
    )
    expect(found.sort()).toEqual([...allowed, 'affiliation.email_domain'].sort())
  })
})

describe('the schema of the export', () => {
  it('has no place for a person, a title of a contribution or a free text about people', () => {
    const columns = tablesOf(exported).flatMap((table) => columnsOf(exported, table).map((name) => `${table}.${name}`))
    const suspicious = /login|mail|person|author(?!_group)|title|reason|message(?!_id)|approved/
    const harmless = [
      ...['coverage_gap.reason', 'component.title', 'organisation.login', 'assembly.title'],
      ...['metric.title_fr', 'metric.title_en', 'metric_measure.title_fr', 'metric_measure.title_en'],
      ...[
        'brick.title',
        'register_state.title_fr',
        'register_state.title_en',
        ...['last_run_problem.message_fr', 'last_run_problem.message_en'],
      ],
      ...['todo.title_fr', 'todo.title_en', 'todo_gap.title_fr', 'todo_gap.title_en'],
      ...['event.title_fr', 'event.title_en', 'roadmap_item.title_fr', 'roadmap_item.title_en'],
      // Masked, and only under a label that the officer chose; the reason is a line of a public register.
      ...['first_issue.title', 'adoption_call.reason'],
      // A count.
      'repository_contributors.persons',
    ]
    expect(columns.filter((name) => suspicious.test(name)).sort()).toEqual(harmless.sort())
  })
})

describe('the registers', () => {
  it.each(REGISTERS.map((register) => [register.id, register] as const))(
    '%s: the view has the columns of its fields',
    (id, { fields }) => {
      const expected = Object.entries(fields).flatMap(([name, { type }]) => {
        const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        return type.kind === 'bilingual' ? [`${column}_fr`, `${column}_en`] : [column]
      })
      expect(columnsOf(store, `register_${id.replaceAll('-', '_')}`)).toEqual(expected)
    },
  )
})
