import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExportOptions, exportDatabase } from '#data/export.ts'
import type { Finding, RuleOutcome } from '#data/model/lint.ts'
import type { Record } from '#data/model/records.ts'
import { defineQuery } from '#data/queries/query.ts'
import { siteOutcomes } from '#data/queries/site/conformity.ts'
import { siteCoverage, siteFreshness, siteGaps, siteOrganisations } from '#data/queries/site/coverage.ts'
import { siteAnswerGaps, siteAnswers, siteAnswerValues, siteMetrics } from '#data/queries/site/figures.ts'
import { siteMeta } from '#data/queries/site/meta.ts'
import { openExport, type Store } from '#data/store.ts'
import {
  AT,
  changeRequest,
  commit,
  folder,
  issue,
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
afterAll(files.clear)

const SECRETS = [
  ...['marker-private-name', 'marker-private-description', 'marker-topic', 'marker-login', 'marker-mail-hash'],
  ...['marker-domain.example', 'marker-title', 'marker-label', 'marker-path', 'marker-branch', 'marker-message'],
  ...['marker-waiver', 'marker-artifact', 'marker-gone', 'marker-clone-path', 'Marker-Lang'],
]

const rule = { rule: 'pom/named', code: 'POM-99', pack: 'invented', severity: 'error' } as const
const finding: Finding = {
  ...{ rule: 'pom/named', code: 'POM-99', outcome: 'fail', severity: 'error', confidence: 'high' },
  ...{
    messageId: 'other-name',
    args: { found: 'marker-message' },
    fingerprint: 'f',
    location: { path: 'marker-path' },
  },
  waiver: { reason: 'marker-waiver', until: '2027-01-31', approvedBy: 'marker-waiver' },
}

const repositories = defineQuery({
  id: 'test/repositories',
  title: 'Repositories of the file',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    state: 'text',
    is_own: 'integer',
    change_requests_open: 'integer?',
    issues_open: 'integer?',
  },
  sql: 'SELECT repository, state, is_own, change_requests_open, issues_open FROM repository ORDER BY repository',
})
const licenses = defineQuery({
  id: 'test/licenses',
  title: 'Licences in the file',
  of: 'export',
  params: {},
  row: { concluded_license: 'text?' },
  sql: 'SELECT concluded_license FROM repository ORDER BY repository',
})
const conformity = defineQuery({
  id: 'test/conformity',
  title: 'Conformity in the file',
  of: 'export',
  params: {},
  row: {
    repository: 'text',
    held: 'integer',
    to_correct: 'integer',
    dated_exception: 'integer',
    not_checked: 'integer',
  },
  sql: 'SELECT repository, held, to_correct, dated_exception, not_checked FROM conformity ORDER BY repository',
})

/** A public repository, a private one full of markers, one that is gone, and one of somebody else. */
async function world(path: string): Promise<Store> {
  const store = await openForWriting(path)
  const marked = person(66, {
    login: 'marker-login',
    emailHash: 'marker-mail-hash',
    emailDomain: 'marker-domain.example',
  })
  const of = (hostId: number) => ({ server: SERVER, hostId: String(hostId) })
  const component = { path: '', kind: 'plugin', line: 'v7', groupId: null, version: '1', title: null } as const
  const secret: Record[] = [
    repository(2, {
      ...{ name: 'marker-private-name', url: 'https://forge.example/marker-private-name', readability: 'restricted' },
      ...{ description: 'marker-private-description', topics: [{ topic: 'marker-topic' }] },
      languages: [{ language: 'Marker-Lang', bytes: 1 }],
    }),
    repository(3, { name: 'marker-gone' }),
    changeRequest(20, { of: 2, author: marked, title: 'marker-title', files: [], labels: [] }),
    changeRequest(21, {
      ...{ author: marked, title: 'marker-title', baseBranch: 'marker-branch', labels: [{ label: 'marker-label' }] },
      files: [{ path: 'marker-path', additions: 1, deletions: 0 }],
    }),
    issue(22, { author: marked, title: 'marker-title' }),
    commit('marked', { author: marked, committer: marked }),
    { type: 'component', repository: of(2), components: [{ ...component, artifactId: 'marker-artifact' }] },
  ]
  const shown: Record[] = [
    organisation(),
    repository(1),
    repository(4, { owner: 'autre-ville', name: 'voisin', isArchived: true }),
    { type: 'component', repository: of(1), components: [{ ...component, artifactId: 'plugin-invente' }] },
  ]
  await save(store, [...shown, ...secret], {
    gone: [{ type: 'repository', repository: of(3) }],
    gaps: [{ subject: `${SERVER}/2`, kind: 'issues', reason: 'forbidden', message: 'marker-message' }],
    finished: [{ subject: `${SERVER}/1`, stream: 'change-requests', watermark: AT }],
  })
  await store.sink.startRun('invented/clones', '/home/marker-clone-path', AT)
  const outcomes: readonly RuleOutcome[] = [
    { ...rule, outcome: 'fail', findings: [finding] },
    { ...rule, rule: 'pom/secret', code: 'POM-98', outcome: 'fail', findings: [] },
  ]
  const subject = (repository: string) => ({
    ...({
      subject: repository,
      repository,
      kind: 'plugin',
      line: 'v7',
      coverage: 'complete',
      component: null,
      outcomes,
    } as const),
  })
  const names = ['ville-inventee/greffon-1', 'ville-inventee/marker-private-name', 'autre-ville/voisin']
  await store.saveLint(
    { asOf: '2026-11-20', packs: [{ id: 'invented', digest: 'd' }], subjects: names.map(subject) },
    { at: AT },
  )
  return store
}

async function write(store: Store, name: string, more: Partial<ExportOptions> = {}): Promise<string> {
  const out = files.path(name)
  await exportDatabase({
    ...{ store, out, profile: 'public', own: [{ server: SERVER, login: 'Ville-Inventee' }] },
    publicRules: ['pom/named'],
    ...more,
  })
  return out
}

describe('the public file', () => {
  let store: Store
  beforeAll(async () => {
    store = await world(files.path('world.sqlite'))
  })
  afterAll(() => store.close())

  it('holds nothing of what is private, gone, personal or said in confidence: not one byte', async () => {
    const bytes = readFileSync(await write(store, 'canary.sqlite')).toString('latin1')
    expect(SECRETS.filter((secret) => bytes.includes(secret))).toEqual([])
    expect(bytes).toContain('plugin-invente')
    const inside = readFileSync(await write(store, 'canary-internal.sqlite', { profile: 'internal' })).toString(
      'latin1',
    )
    expect(inside).toContain('marker-private-name')
    for (const secret of ['marker-login', 'marker-mail-hash', 'marker-domain', 'marker-title', 'marker-clone-path']) {
      expect(inside).not.toContain(secret)
    }
  })

  it('says which licence the file at the root reads as, where it was read with confidence', async () => {
    const seen = await openForWriting(files.path('license.sqlite'))
    const fact = (spdx: string, confidence: string) => ({ ok: true, fact: { spdx, confidence, alsoFound: [] } })
    const key = (name: string) => ({ oid: oid(name), extractor: 'license-text', version: 1, optionsDigest: '' })
    const tree = (hostId: string, name: string, path: string): Record => ({
      ...{ type: 'tree', repository: { server: SERVER, hostId }, treeOid: oid('tree') },
      entries: [{ path, mode: '100644', oid: oid(name), size: 1 }],
    })
    await save(seen, [
      ...[organisation(), repository(1), repository(2), repository(3)],
      ...[tree('1', 'whole', 'LICENSE'), tree('2', 'named', 'COPYING'), tree('3', 'whole', 'vendor/LICENSE')],
    ])
    await seen.facts.put([
      { key: key('whole'), fact: fact('EUPL-1.2', 'high') },
      { key: key('named'), fact: fact('MIT', 'low') },
    ])
    const file = await openExport(await write(seen, 'license-out.sqlite'))
    expect((await file.ask(licenses, {})).map(({ concluded_license }) => concluded_license)).toEqual([
      'EUPL-1.2',
      null,
      null,
    ])
    file.close()
    seen.close()
  })

  it('is the same bytes for the same data, and never half a file', async () => {
    const first = readFileSync(await write(store, 'same.sqlite'))
    const second = readFileSync(await write(store, 'same.sqlite'))
    expect(second.equals(first)).toBe(true)
    expect(readdirSync(files.path('.')).filter((name) => name.includes('partial'))).toEqual([])
  })

  it('counts over its own repositories only, and says what was not read', async () => {
    const file = await openExport(await write(store, 'coverage.sqlite'))
    expect(await file.ask(repositories, {})).toEqual([
      {
        ...{ repository: 'forge.example/autre-ville/voisin', state: 'archived', is_own: 0 },
        ...{ change_requests_open: null, issues_open: null },
      },
      {
        ...{ repository: 'forge.example/ville-inventee/greffon-1', state: 'active', is_own: 1 },
        ...{ change_requests_open: 1, issues_open: 1 },
      },
    ])
    const streams = await file.ask(siteCoverage, {})
    expect(streams.find(({ stream }) => stream === 'change-requests')).toMatchObject({
      complete: 1,
      missing: 1,
      expected: 2,
    })
    expect(streams.find(({ stream }) => stream === 'tree')).toMatchObject({ complete: 0, missing: 2, expected: 2 })
    expect(await file.ask(siteGaps, {})).toEqual([])
    expect(await file.ask(siteOrganisations, {})).toMatchObject([{ repositories: 1 }])
    expect(await file.ask(siteFreshness, {})).toMatchObject([
      { collector: 'invented/all', last_status: 'complete' },
      { collector: 'invented/clones', last_status: 'running', last_complete_at: null },
    ])
    const meta = new Map((await file.ask(siteMeta, {})).map(({ key, value }) => [key, value]))
    expect(Object.fromEntries(meta)).toMatchObject({ profile: 'public', as_of: AT, floor: '5', conformity: 'summary' })
    file.close()
  })

  it("says what is to be corrected at home, by public rules, and nothing of somebody else's failure", async () => {
    const neighbour = (agreedAt: string | null): Record => {
      const value = { repository: 'autre-ville/*', organisation: 'Autre ville', agreedAt }
      const entry = { key: '["autre-ville/*"]', position: 1, line: 1, value: JSON.stringify(value) }
      return { type: 'register', register: 'outside', entries: [entry] }
    }
    await save(store, [neighbour(null)])
    const unasked = await openExport(await write(store, 'unasked.sqlite'))
    expect((await unasked.ask(conformity, {})).map(({ repository }) => repository)).toEqual([
      'forge.example/ville-inventee/greffon-1',
    ])
    unasked.close()
    await save(store, [neighbour('2026-05-01')])
    const file = await openExport(await write(store, 'conformity.sqlite'))
    expect(await file.ask(conformity, {})).toEqual(
      [
        {
          ...{ repository: 'forge.example/ville-inventee/greffon-1', held: 0, to_correct: 0 },
          ...{ dated_exception: 1, not_checked: 0 },
        },
        { repository: 'forge.example/autre-ville/voisin', held: 0, to_correct: 0, dated_exception: 1, not_checked: 0 },
      ].sort((a, b) => (a.repository < b.repository ? -1 : 1)),
    )
    expect((await file.ask(siteOutcomes, {})).map(({ rule }) => rule)).toEqual(['pom/named'])
    file.close()
    const silent = await openExport(await write(store, 'silent.sqlite', { conformity: 'off' }))
    expect(await silent.ask(conformity, {})).toEqual([])
    silent.close()
    const inside = await openExport(await write(store, 'inside.sqlite', { profile: 'internal' }))
    expect((await inside.ask(conformity, {})).map(({ to_correct }) => to_correct)).toEqual([1, 1, 1])
    inside.close()
  })

  it('is not written before anything was collected', async () => {
    const empty = await openForWriting(files.path('empty.sqlite'))
    await expect(write(empty, 'nothing.sqlite')).rejects.toMatchObject({ code: 'nothing-collected' })
    empty.close()
  })
})

describe('figures about people', () => {
  const proposals = (count: number, month: string, from: number): Record[] =>
    Array.from({ length: count }, (_, index) =>
      changeRequest(from + index, {
        ...{ author: person(from + index), createdAt: `2026-${month}-05T10:00:00Z` },
        firstResponseAt: `2026-${month}-05T1${index % 5}:30:00Z`,
      }),
    )
  const outside = (count: number, from: number): Record => ({
    ...{ type: 'affiliation', register: 'affiliations.yaml' },
    lines: Array.from({ length: count }, (_, index) => ({
      ...({ person: person(from + index), affiliation: 'company', from: null, until: null } as const),
    })),
  })

  /** Numbers of one measure of the figure about change requests: period and group, and the number or that it is hidden. */
  const numbers = async (path: string, { grain, measure = 'opened' }: { grain: string; measure?: string }) => {
    const file = await openExport(path)
    const rows = (await file.ask(siteAnswerValues, {})).filter(
      (row) => row.answer === 'change-requests' && row.grain === grain && row.measure === measure,
    )
    file.close()
    return rows.map(({ period, dimensions, value, withheld }) => {
      const { author_group } = JSON.parse(dimensions) as { readonly author_group: string }
      return [period, author_group, withheld ?? value] as const
    })
  }

  it('are hidden below five people, with a second figure, and never turned to nought', async () => {
    const store = await openForWriting(files.path('people.sqlite'))
    await save(store, [organisation(), repository(1), outside(30, 100)], { at: LATER })
    await save(store, [...proposals(6, '08', 100), ...proposals(8, '09', 110), ...proposals(2, '10', 120)], {
      at: LATER,
      ...{ finished: [{ subject: `${SERVER}/1`, stream: 'change-requests', watermark: LATER }] },
    })
    const path = await write(store, 'people-out.sqlite')
    const opened = (await numbers(path, { grain: 'month' })).filter(
      ([month, group]) => group === 'outside' && month !== null && month >= 202607,
    )
    expect(opened).toEqual([
      [202607, 'outside', 0],
      [202608, 'outside', 'few-persons'],
      [202609, 'outside', 8],
      [202610, 'outside', 'few-persons'],
    ])
    store.close()
  })

  it('are pooled by year, where small months say something together', async () => {
    const store = await openForWriting(files.path('years.sqlite'))
    await save(store, [organisation(), repository(1), outside(30, 100)], { at: LATER })
    const months = ['03', '04', '06', '07'].flatMap((month, index) => proposals(3, month, 100 + index * 3))
    await save(store, months, {
      at: LATER,
      ...{ finished: [{ subject: `${SERVER}/1`, stream: 'change-requests', watermark: LATER }] },
    })
    const path = await write(store, 'years-out.sqlite')
    const monthly = await numbers(path, { grain: 'month' })
    expect(monthly.filter(([, , value]) => typeof value === 'number' && value > 0)).toEqual([])
    expect(await numbers(path, { grain: 'year' })).toContainEqual([2026, 'outside', 12])
    store.close()
  })

  it('of one organisation are in the internal file alone, with other periods and nothing hidden', async () => {
    const store = await openForWriting(files.path('inside-figures.sqlite'))
    await save(store, [organisation(), repository(1), outside(30, 100), ...proposals(2, '10', 120)], {
      at: LATER,
      ...{ finished: [{ subject: `${SERVER}/1`, stream: 'change-requests', watermark: LATER }] },
    })
    const own = ['ville-inventee', 'autre-ville'].map((login) => ({ server: SERVER, login }))
    const open = await openExport(await write(store, 'open-figures.sqlite', { own }))
    const answers = await open.ask(siteAnswers, {})
    expect(answers.filter(({ owner, time_window }) => owner !== '' || time_window !== 'recent')).toEqual([])
    expect((await open.ask(siteMetrics, {})).filter(({ audience }) => audience !== 'public')).toEqual([])
    open.close()
    const inside = await openExport(await write(store, 'closed-figures.sqlite', { own, profile: 'internal' }))
    expect((await inside.ask(siteAnswers, {})).map(({ answer }) => answer)).toEqual(
      expect.arrayContaining([
        'change-requests',
        'change-requests~whole',
        'change-requests@ville-inventee~year',
        'fallbacks',
      ]),
    )
    expect(
      (await inside.ask(siteAnswerValues, {})).filter(
        ({ answer, withheld }) => answer === 'change-requests' && withheld !== null,
      ),
    ).toEqual([])
    inside.close()
    store.close()
  })

  it('say nothing of refusals to the public while too many fates are not known', async () => {
    const store = await openForWriting(files.path('fates.sqlite'))
    const closed = Array.from({ length: 12 }, (_, index) =>
      changeRequest(500 + index, {
        ...{
          author: person(500 + index),
          createdAt: '2026-09-05T10:00:00Z',
          state: 'closed',
          closedAt: '2026-09-09T10:00:00Z',
        },
        ...{ firstResponseAt: '2026-09-06T10:00:00Z', firstResponder: person(600) },
      }),
    )
    await save(store, [organisation(), repository(1), ...closed], {
      at: LATER,
      finished: ['change-requests', 'commits'].map((stream) => ({ subject: `${SERVER}/1`, stream, watermark: LATER })),
    })
    const told = async (profile: 'public' | 'internal') => {
      const file = await openExport(await write(store, `fates-${profile}.sqlite`, { profile }))
      const rows = (await file.ask(siteAnswerValues, {})).filter(({ answer }) => answer === 'refusals')
      const why = (await file.ask(siteAnswerGaps, {})).filter(({ answer }) => answer === 'refusals')
      file.close()
      return { rows: rows.length, gaps: why.map(({ kind }) => kind) }
    }
    const open = await told('public')
    expect(open.rows).toBe(0)
    expect(open.gaps).toContain('unknown-too-high')
    expect((await told('internal')).rows).toBeGreaterThan(0)
    store.close()
  })
})
