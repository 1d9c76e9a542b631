import type { LintReport } from '#data/model/lint.ts'
import type { Outcome } from '#data/model/vocabulary.ts'
import {
  changeRequest,
  commit,
  oid,
  openForWriting,
  organisation,
  person,
  repository,
  SERVER,
  save,
} from '../data/world.ts'

/** Invented: three repositories that count, three that do not, and two of somebody else. */
export async function smallOrganisation(path: string): Promise<void> {
  const store = await openForWriting(path)
  const elsewhere = (number: number, name: string) => repository(number, { owner: 'fondation', name })
  const tree = (number: number, paths: Readonly<Record<string, number>>) => ({
    type: 'tree' as const,
    repository: { server: SERVER, hostId: String(number) },
    treeOid: oid(`tree ${number}`),
    entries: Object.entries(paths)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, size]) => ({ path: name, mode: '100644' as const, oid: oid(`${number} ${name}`), size })),
  })
  const seen = (stream: string, ...numbers: readonly number[]) =>
    numbers.map((number) => ({ subject: `${SERVER}/${number}`, stream, watermark: '2026-11-15T06:00:00Z' }))

  await save(
    store,
    [
      organisation(),
      ...[repository(1), repository(2), repository(3)],
      ...[repository(4, { isArchived: true }), repository(5, { isFork: true }), repository(6, { name: '.github' })],
      ...[elsewhere(7, 'socle'), elsewhere(8, 'moteur')],
      tree(1, { 'README.md': 400, LICENSE: 1000, 'pom.xml': 50 }),
      tree(2, { 'readme.txt': 400, COPYING: 1000, 'package.json': 50 }),
      tree(3, { 'README.md': 12, 'docs/LICENSE': 1000 }),
      { type: 'blob', oid: oid('1 pom.xml'), content: Buffer.from('1 pom.xml') },
      {
        type: 'membership',
        organisation: organisation(),
        members: [
          { person: person(1), role: 'member' },
          { person: person(2), role: 'admin' },
        ],
      },
    ],
    { at: '2026-11-14T06:00:00Z', collector: 'github/contents', finished: seen('tree', 1, 2, 3) },
  )
  const merged = (number: number, of: number, more: object) =>
    changeRequest(number, { of, state: 'merged', author: person(1), reviewCount: 0, ...more })
  const day = (date: string) => ({ mergedAt: `${date}T12:00:00Z`, closedAt: `${date}T12:00:00Z` })
  await save(
    store,
    [
      merged(1, 1, { ...day('2026-09-10'), firstReviewAt: '2026-09-09T12:00:00Z', reviewCount: 1 }),
      merged(2, 1, day('2026-09-12')),
      merged(3, 2, { ...day('2026-10-01'), firstReviewAt: '2026-09-30T12:00:00Z', reviewCount: 2 }),
      // Merged before the year that counts, by a program, and in a repository that does not count.
      merged(4, 1, day('2025-03-01')),
      merged(5, 1, { ...day('2026-09-13'), author: person(9, { kind: 'bot' }) }),
      merged(6, 4, day('2026-09-14')),
      commit('a', { of: 1 }),
      commit('b', { of: 3 }),
      // Elsewhere: two this year, of which one was merged, and one the year before; one by somebody else.
      merged(20, 7, { ...day('2026-08-01'), createdAt: '2026-07-01T10:00:00Z' }),
      changeRequest(21, { of: 7, author: person(2), createdAt: '2026-07-02T10:00:00Z' }),
      changeRequest(22, { of: 8, author: person(2), createdAt: '2025-07-02T10:00:00Z' }),
      changeRequest(23, { of: 8, author: person(50), createdAt: '2026-07-02T10:00:00Z' }),
    ],
    {
      at: '2026-11-15T05:00:00Z',
      collector: 'github/change-requests',
      finished: seen('change-requests', 1, 2, 3, 7, 8),
    },
  )
  await store.saveLint(judgement('2026-09-10', {}), { at: '2026-09-10T06:00:00Z' })
  await store.saveLint(
    judgement('2026-11-10', {
      'greffon-1': { 'OSS-04': 'pass', 'OSS-12': 'pass', 'OSS-20': 'pass' },
      'greffon-2': { 'OSS-04': 'pass', 'OSS-12': 'fail', 'OSS-20': 'unknown' },
      'greffon-3': { 'OSS-04': 'pass', 'OSS-12': 'not-applicable', 'OSS-20': 'fail' },
      'greffon-4': { 'OSS-04': 'fail', 'OSS-12': 'fail', 'OSS-20': 'fail' },
    }),
    { at: '2026-11-10T06:00:00Z' },
  )
  store.close()
}

function judgement(
  asOf: string,
  repositories: Readonly<Record<string, Readonly<Record<string, Outcome>>>>,
): LintReport {
  return {
    asOf,
    packs: [{ id: 'open-source', digest: `digest of ${asOf}` }],
    subjects: Object.entries(repositories).map(([name, outcomes]) => ({
      ...{ subject: `ville-inventee/${name}`, repository: `ville-inventee/${name}`, kind: 'plugin', line: null },
      ...{ coverage: 'complete', component: null },
      outcomes: Object.entries(outcomes).map(([code, outcome]) => ({
        ...{
          rule: `rule/${code.toLowerCase()}`,
          code,
          pack: 'open-source',
          outcome,
          severity: 'warning',
          findings: [],
        },
      })),
    })),
  }
}
