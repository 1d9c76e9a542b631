import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { exportSchemaFiles, storeSchemaFiles } from '#data/data-dictionary.ts'
import { answerMetric } from '#data/metrics/answer.ts'
import { activityByMonth } from '#data/queries/activity-by-month.ts'
import { componentCatalogue } from '#data/queries/component-catalogue.ts'
import { componentSheet } from '#data/queries/component-sheet.ts'
import { changeRequests } from '#data/queries/metrics/change-requests.ts'
import { QUERIES } from '#data/queries/registry.ts'
import { repositoriesOfOrganisation } from '#data/queries/repositories-of-organisation.ts'
import { subjectRefs } from '#data/queries/subject-refs.ts'
import { subjectRepository } from '#data/queries/subject-repository.ts'
import { subjectTree } from '#data/queries/subject-tree.ts'
import type { Store } from '#data/store.ts'
import {
  changeRequest,
  commit,
  folder,
  LATER,
  oid,
  openForWriting,
  organisation,
  person,
  repository,
  SERVER,
  save,
} from './world.ts'

const files = folder()
const databases = { store: new Database(':memory:'), export: new Database(':memory:') }
for (const file of storeSchemaFiles()) databases.store.exec(readFileSync(file, 'utf8'))
for (const file of exportSchemaFiles()) databases.export.exec(readFileSync(file, 'utf8'))
afterAll(() => {
  databases.store.close()
  databases.export.close()
  files.clear()
})

describe.each(QUERIES.map((query) => [query.id, query] as const))('the query %s', (_id, query) => {
  it('is answered by the empty schema, with the columns and parameters that it promises', () => {
    const statement = databases[query.of].prepare(query.sql)
    expect(
      statement
        .columns()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(Object.keys(query.row).sort())
    const asked = new Set([...query.sql.replaceAll(/'[^']*'/g, '').matchAll(/:([a-z_]+)/g)].map(([, name]) => name))
    expect([...asked].sort()).toEqual(Object.keys(query.params).sort())
    const values = Object.entries(query.params).map(([name, type]) => [name, type.startsWith('text') ? '' : 0])
    expect(() => statement.all(Object.fromEntries(values))).not.toThrow()
  })

  it('names its columns one by one, and holds what the schema says they hold', () => {
    expect(query.sql).not.toMatch(/\*\s*FROM|SELECT\s+\*|\.\*/i)
    const statement = databases[query.of].prepare(query.sql)
    for (const { name, type, column, table } of statement.columns()) {
      if (column === null || table === null || type === null) continue
      const promised = query.row[name] ?? ''
      expect(`${name} ${promised.replace('?', '').toUpperCase()}`).toBe(`${name} ${type}`)
    }
  })

  it('keeps to the SQL that SQLite and PostgreSQL share', () => {
    if (query.of === 'export') return
    expect(query.sql).not.toMatch(
      /strftime|unixepoch|julianday|IFNULL|GROUP_CONCAT|\bGLOB\b|\bIIF\b|CROSS JOIN \w+ \w+ ON|datetime\(|"|`/i,
    )
  })
})

it('gives every query an id of its own', () => {
  expect(new Set(QUERIES.map(({ id }) => id)).size).toBe(QUERIES.length)
})

async function world(name: string): Promise<Store> {
  const store = await openForWriting(files.path(name))
  await save(store, [organisation(), repository(1), repository(2, { readability: 'restricted' })])
  return store
}

describe('change requests by month', () => {
  it('puts authors where they stood on the day they opened: register, then domain, then members, else unknown', async () => {
    const store = await world('standing.sqlite')
    const months = (number: number, month: string, author = person(number)) =>
      changeRequest(number, { author, createdAt: `2026-${month}-10T10:00:00Z` })
    const line = { from: null, until: null }
    const domain = { server: SERVER, kind: 'person', emailDomain: 'prestataire.example' } as const
    await save(
      store,
      [
        {
          type: 'membership',
          organisation: organisation(),
          members: [
            { person: person(1), role: 'member' },
            { person: person(2), role: 'member' },
          ],
        },
        {
          type: 'affiliation',
          register: 'affiliations.yaml',
          lines: [
            { person: person(2), affiliation: 'contractor', from: null, until: '2026-03-01T00:00:00Z' },
            { person: person(3), affiliation: 'company', ...line },
            { emailDomain: 'prestataire.example', affiliation: 'contractor', ...line },
          ],
        },
        months(1, '02'),
        months(2, '02'),
        months(20, '03', person(2)),
        months(3, '02'),
        months(4, '02', { ...domain, hostId: '4', login: 'four', emailHash: 'h4' }),
        months(5, '02', person(5, { kind: 'bot' })),
        months(6, '02'),
      ],
      { finished: [{ subject: `${SERVER}/1`, stream: 'change-requests', watermark: LATER }] },
    )
    const asked = { audience: 'internal', from: 202602, to: 202603, grains: ['month'] } as const
    const { rows } = await answerMetric(store, changeRequests, asked)
    const opened = rows.map(({ cells: { period, author_group, opened: count } }) => [period, author_group, count])
    expect(opened.filter(([, , count]) => count !== 0)).toEqual([
      [202602, 'all', 5],
      [202603, 'all', 1],
      [202602, 'inside', 1],
      [202603, 'inside', 1],
      [202602, 'outside', 1],
      [202602, 'contractor', 2],
      [202602, 'unknown', 1],
      [202602, 'bot', 1],
    ])
    store.close()
  })
})

describe('repositories and components', () => {
  it('lists what the host still has, and shows the sheet of a component', async () => {
    const store = await world('catalogue.sqlite')
    const component = { groupId: null, title: null, line: 'v8', version: '2.0.0' } as const
    await save(store, [
      repository(3),
      {
        ...{ type: 'component', repository: { server: SERVER, hostId: '1' } },
        components: [
          { ...component, path: '', kind: 'plugin', artifactId: 'plugin-invente' },
          { ...component, path: 'webapp', kind: 'theme', artifactId: null },
        ],
      },
      changeRequest(1),
    ])
    await save(store, [], { gone: [{ type: 'repository', repository: { server: SERVER, hostId: '3' } }] })
    const listed = await store.ask(repositoriesOfOrganisation, { server: SERVER, login: 'VILLE-inventee' })
    expect(listed.map(({ name }) => name)).toEqual(['greffon-1', 'greffon-2'])
    const all = await store.ask(componentCatalogue, { kind: '' })
    expect(all.map(({ name, kind }) => [name, kind])).toEqual([
      ['webapp', 'theme'],
      ['plugin-invente', 'plugin'],
    ])
    expect(await store.ask(componentCatalogue, { kind: 'plugin' })).toHaveLength(1)
    const [sheet] = await store.ask(componentSheet, { owner: 'ville-inventee', name: 'Greffon-1' })
    expect(sheet).toMatchObject({ artifact_id: 'plugin-invente', change_requests_open: 1, issues_open: 0, line: 'v8' })
    store.close()
  })

  it('counts the work of people by month, without release tools and bots', async () => {
    const store = await world('activity.sqlite')
    await save(store, [
      commit('a'),
      commit('b', { committedAt: '2026-10-01T00:00:00Z' }),
      commit('c', { isReleaseTool: true }),
      commit('d', { author: person(9, { kind: 'bot' }) }),
    ])
    const period = { owner: 'ville-inventee', name: 'greffon-1', from_month: 202609, to_month: 202610 }
    const rows = await store.ask(activityByMonth, period)
    expect(rows.map(({ month, commits }) => [month, commits])).toEqual([
      [202609, 1],
      [202610, 1],
    ])
    store.close()
  })

  it('finds a subject of the linter by its present name or a former one, with its files and refs', async () => {
    const store = await world('subject.sqlite')
    const key = { server: SERVER, hostId: '1' }
    const content = Buffer.from('a')
    const entries = [
      { path: 'a.txt', mode: '100644', oid: oid('a'), size: 1 },
      { path: 'b.txt', mode: '100644', oid: oid('unread'), size: 1 },
    ] as const
    await save(store, [
      { type: 'tree', repository: key, treeOid: oid('tree'), entries },
      { type: 'blob', oid: oid('a'), content },
      {
        type: 'refs',
        repository: key,
        refs: [{ kind: 'branch', name: 'develop', oid: oid('head'), committedAt: null }],
      },
    ])
    await save(store, [repository(1, { name: 'renamed' })], { at: LATER })
    for (const name of ['renamed', 'greffon-1']) {
      const [subject] = await store.ask(subjectRepository, { owner: 'ville-inventee', name })
      expect(subject).toMatchObject({ name: 'renamed', stored_tree_oid: oid('tree'), refs: 1, ref_gaps: 0 })
      const tree = await store.ask(subjectTree, { repository: subject?.id ?? 0 })
      expect(tree.map(({ path, has_content }) => [path, has_content])).toEqual([
        ['a.txt', 1],
        ['b.txt', 0],
      ])
      expect(await store.ask(subjectRefs, { repository: subject?.id ?? 0 })).toHaveLength(1)
    }
    store.close()
  })
})
