import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { NormalizedBatch } from '#data/model/collection.ts'
import { blobOid } from '#data/model/oid.ts'
import type {
  ChangeRequestRecord,
  CommitRecord,
  IssueRecord,
  OrganisationRecord,
  PersonRef,
  Record,
  RepositoryRecord,
} from '#data/model/records.ts'
import { openStore, type Store, type StoreOptions } from '#data/store.ts'

/** Invented records for the tests of the store. */

export const SERVER = 'forge.example'
export const AT = '2026-11-20T08:00:00Z'
export const LATER = '2026-11-21T08:00:00Z'

export function oid(seed: string): string {
  return blobOid(Buffer.from(seed))
}

export function person(number: number, more: Partial<PersonRef> = {}): PersonRef {
  return { server: SERVER, hostId: String(number), login: `someone-${number}`, kind: 'person', ...more }
}

export function organisation(login = 'ville-inventee'): OrganisationRecord {
  return { type: 'organisation', server: SERVER, hostId: '1', login }
}

export function repository(number: number, more: Partial<RepositoryRecord> = {}): RepositoryRecord {
  return {
    ...{
      type: 'repository',
      server: SERVER,
      hostId: String(number),
      owner: 'ville-inventee',
      name: `greffon-${number}`,
    },
    ...{ nodeId: `node-${number}`, url: `https://${SERVER}/ville-inventee/greffon-${number}`, description: null },
    ...{ readability: 'anonymous', visibility: 'public', isArchived: false, isFork: false, isEmpty: false },
    ...{ createdAt: '2020-01-01T00:00:00Z', headCommittedAt: '2026-10-01T00:00:00Z', defaultBranch: 'develop' },
    ...{ languages: [{ language: 'Java', bytes: 1000 + number }], topics: [{ topic: 'invention' }] },
    ...more,
  }
}

export function changeRequest(
  number: number,
  more: Partial<ChangeRequestRecord> & { readonly of?: number } = {},
): ChangeRequestRecord {
  const { of = 1, ...fields } = more
  return {
    ...{ type: 'change-request', repository: { server: SERVER, hostId: String(of) }, hostId: `cr-${number}`, number },
    ...{ title: `Proposal ${number}`, state: 'open', isDraft: false, author: person(100 + (number % 9)) },
    ...{ authorAssociation: 'NONE', createdAt: '2026-09-01T10:00:00Z', updatedAt: '2026-09-02T10:00:00Z' },
    ...{ mergedAt: null, closedAt: null, mergedBy: null, firstResponseAt: null, baseBranch: 'develop' },
    ...{
      isCrossRepository: true,
      headOid: null,
      mergeOid: null,
      additions: 1,
      deletions: 0,
      changedFileCount: 1,
      commentCount: 0,
    },
    ...{ reviewDecision: null, labels: [{ label: 'bug' }], files: [{ path: 'pom.xml', additions: 1, deletions: 0 }] },
    ...fields,
  }
}

export function issue(number: number, more: Partial<IssueRecord> & { readonly of?: number } = {}): IssueRecord {
  const { of = 1, ...fields } = more
  return {
    ...{ type: 'issue', repository: { server: SERVER, hostId: String(of) }, hostId: `issue-${number}`, number },
    ...{ title: `Report ${number}`, state: 'open', stateReason: null, author: person(200), authorAssociation: 'NONE' },
    ...{ createdAt: '2026-09-01T10:00:00Z', updatedAt: '2026-09-02T10:00:00Z', closedAt: null, commentCount: 0 },
    ...{ labels: [] },
    ...fields,
  }
}

export function commit(seed: string, more: Partial<CommitRecord> & { readonly of?: number } = {}): CommitRecord {
  const { of = 1, ...fields } = more
  return {
    ...{ type: 'commit', repository: { server: SERVER, hostId: String(of) }, oid: oid(seed), author: person(100) },
    ...{ committer: person(101), authoredAt: '2026-09-01T10:00:00Z', committedAt: '2026-09-01T11:00:00Z' },
    ...{ parentCount: 1, isReleaseTool: false, coAuthors: [], mentions: [] },
    ...fields,
  }
}

export function batch(records: readonly Record[], more: Partial<NormalizedBatch> = {}): NormalizedBatch {
  return { records, cursors: [], finished: [], gaps: [], gone: [], cost: { requests: 0, points: 0 }, ...more }
}

/** A folder of its own for one test file; call `clear` when done. */
export function folder(): { readonly path: (name: string) => string; clear(): void } {
  const root = mkdtempSync(join(tmpdir(), 'parvis-data-'))
  return { path: (name) => join(root, name), clear: () => rmSync(root, { recursive: true, force: true }) }
}

export async function openForWriting(path: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  return openStore({ path, mode: 'write', secret: 'a key of the tests', ...options })
}

/** Saves records as one batch of a run of its own, with the rollups behind it; answers what was saved. */
export async function save(
  store: Store,
  records: readonly Record[],
  more: Partial<NormalizedBatch> & { readonly at?: string; readonly collector?: string } = {},
): Promise<{ written: number; unchanged: number }> {
  const { at = AT, collector = 'invented/all', ...rest } = more
  const run = await store.sink.startRun(collector, 'ville-inventee', at)
  const saved = await store.write(run, at, batch(records, rest))
  await store.sink.finishRun(run, {
    ...{ collector, scope: 'ville-inventee', status: 'complete', requests: 0, points: 0, read: records.length },
    ...{ written: saved.written, unchanged: saved.unchanged, from: at, to: at, problems: [] },
  })
  await store.refreshRollups()
  return saved
}
