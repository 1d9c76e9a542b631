/**
 * Compares what `git/commits` collects from clones with what git itself counts:
 *
 *     node tests/bench/git-commits.ts CLONE...
 *
 * `commits` against `git rev-list --count HEAD`; `identities` against `git shortlog -sne HEAD`, whose lines are joined
 * by mail address, one identity for one address: not only their number, but the commits of each. Ends with 1 when
 * anything differs. Prints counts only, nobody's name or address.
 */
import { execFileSync } from 'node:child_process'
import { basename, dirname } from 'node:path'
import { gitCommits } from '#collectors/git/commits.ts'
import { type Pseudonymiser, pseudonymiser } from '#collectors/pseudonym.ts'
import type { Known } from '#data/model/collection.ts'
import type { CommitRecord } from '#data/model/records.ts'

const pseudonymise = pseudonymiser('bench')
const nothingKnown: Known = {
  cursor: async () => undefined,
  watermark: async () => undefined,
  from: async () => undefined,
  repositories: async () => [],
  missingBlobs: async (oids) => oids,
  count: async () => 0,
  optIns: async () => [],
  hasCommit: async () => false,
  hostIds: async () => [],
}

interface Collected {
  readonly commits: readonly CommitRecord[]
  readonly gaps: readonly string[]
  readonly milliseconds: number
}

async function collect(path: string): Promise<Collected> {
  const start = performance.now()
  const commits: CommitRecord[] = []
  const gaps: string[] = []
  const unused = async () => {
    throw new Error('a local clone needs no network')
  }
  const context = {
    transport: { graphql: unused, rest: unused, archive: unused, spent: () => ({ requests: 0, points: 0 }) },
    known: nothingKnown,
    pseudonymise,
    signal: new AbortController().signal,
    full: false,
    now: () => '2026-01-01T00:00:00Z',
    log: () => undefined,
  }
  for await (const batch of gitCommits.fetch({ kind: 'clone', path }, context)) {
    for (const item of batch.items) {
      for (const record of gitCommits.normalize(item)) if (record.type === 'commit') commits.push(record)
    }
    gaps.push(...(batch.gaps ?? []).map((gap) => gap.message))
  }
  return { commits, gaps, milliseconds: performance.now() - start }
}

function git(path: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', path, ...args], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, input: '' })
}

/** Commits by hashed address, from lines `COUNT TAB NAME <ADDRESS>`. */
function shortlog(path: string, hash: Pseudonymiser): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const line of git(path, 'shortlog', '-sne', 'HEAD').split('\n')) {
    const [, count, name = '', address = ''] = /^\s*(\d+)\t(.*?) ?<([^<>]*)>$/.exec(line) ?? []
    if (count !== undefined) add(counts, hash(address.trim() === '' ? name : address).hash, Number(count))
  }
  return counts
}

function add(counts: Map<string, number>, key: string, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more)
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([key, count]) => other.get(key) === count)
}

const rows: Record<string, string | number>[] = []
let differences = 0
for (const path of process.argv.slice(2)) {
  const { commits, gaps, milliseconds } = await collect(path)
  const identities = new Map<string, number>()
  for (const { author } of commits) add(identities, author.emailHash ?? '', 1)
  const expected = Number(git(path, 'rev-list', '--count', 'HEAD'))
  const expectedIdentities = shortlog(path, pseudonymise)
  const isEqual = commits.length === expected && isSame(identities, expectedIdentities)
  if (!isEqual) differences += 1
  const name = basename(path)
  rows.push({
    clone: name === 'repo' ? basename(dirname(path)) : name,
    commits: commits.length,
    'rev-list': expected,
    identities: identities.size,
    shortlog: expectedIdentities.size,
    equal: isEqual ? 'yes' : 'NO',
    'by programs': commits.filter(({ author }) => author.kind === 'bot').length,
    'release tool': commits.filter((commit) => commit.isReleaseTool).length,
    'with co-authors': commits.filter((commit) => commit.coAuthors.length > 0).length,
    ms: Math.round(milliseconds),
    gaps: gaps.length,
  })
}
console.table(rows)
process.exitCode = differences === 0 ? 0 : 1
