import type { Known, KnownRepository } from './model/collection.ts'
import type { RepositoryKey } from './model/records.ts'
import { isOneOf, READABILITIES } from './model/vocabulary.ts'
import { type Connection, integer, type SqlRow, text, textOrNull } from './sql.ts'

/** The read port of collectors: what do we have already. */
export function knownOf(connection: Connection): Known {
  return {
    async cursor(collector, subject, stream) {
      const row = connection.get('SELECT position FROM cursor WHERE collector = ? AND subject = ? AND stream = ?', [
        ...[collector, subject, stream],
      ])
      return row === undefined ? undefined : text(row, 'position')
    },
    async watermark(collector, subject, stream) {
      const row = connection.get(
        `SELECT watermark_at FROM coverage
        WHERE collector = ? AND subject = ? AND stream = ? AND watermark_at IS NOT NULL`,
        [collector, subject, stream],
      )
      return row === undefined ? undefined : text(row, 'watermark_at')
    },
    async from(collector, subject, stream) {
      const row = connection.get(
        'SELECT from_at FROM coverage WHERE collector = ? AND subject = ? AND stream = ? AND from_at IS NOT NULL',
        [collector, subject, stream],
      )
      return row === undefined ? undefined : text(row, 'from_at')
    },
    async repositories({ server, login }) {
      return connection.all(REPOSITORIES, [login, server]).map(knownRepository)
    },
    async optIns(server) {
      return connection.all(OPT_INS, [server]).map((row) => {
        return { login: text(row, 'login'), from: text(row, 'from_at'), askedAt: textOrNull(row, 'asked_at') }
      })
    },
    async missingBlobs(oids) {
      return oids.filter((oid) => connection.get('SELECT 1 AS found FROM blob WHERE oid = ?', [oid]) === undefined)
    },
    async count(repository, what) {
      const row = connection.get(COUNTS[what], [repository.server, repository.hostId])
      return row === undefined ? 0 : integer(row, 'n')
    },
    async hasCommit(repository, oid) {
      return connection.get(HAS_COMMIT, [repository.server, repository.hostId, oid]) !== undefined
    },
    async hostIds(repository, what) {
      return connection.all(HOST_IDS[what], [repository.server, repository.hostId]).map((row) => text(row, 'host_id'))
    },
  }
}

/** Number of a repository here; undefined when it was never recorded. */
export function repositoryId(connection: Connection, key: RepositoryKey): number | undefined {
  const row = connection.get('SELECT id FROM repository WHERE server = ? AND host_id = ?', [key.server, key.hostId])
  return row === undefined ? undefined : integer(row, 'id')
}

const REPOSITORIES = `SELECT server, host_id, node_id, owner, name, is_archived, is_empty, readability, default_branch,
    head_oid, tree_oid, commit_count, change_request_count, issue_count, latest_release_at, stored_tree_oid
  FROM repository WHERE lower(owner) = lower(?) AND server = ? AND gone_at IS NULL ORDER BY lower(name), host_id`

const OPT_INS = `SELECT p.login, o.from_at, o.asked_at FROM opt_in o JOIN person p ON p.id = o.person
  WHERE o.server = ? AND p.login IS NOT NULL ORDER BY lower(p.login)`

const COUNTS = {
  'change-request': present('COUNT(*) AS n', 'change_request'),
  issue: present('COUNT(*) AS n', 'issue'),
  commit: present('COUNT(*) AS n', 'repository_commit'),
}

const HOST_IDS = {
  'change-request': present('x.host_id', 'change_request'),
  issue: present('x.host_id', 'issue'),
  commit: present('x.oid AS host_id', 'repository_commit'),
}

const HAS_COMMIT = `${present('1 AS found', 'repository_commit')} AND x.oid = ?`

function present(what: string, table: string): string {
  return `SELECT ${what} FROM ${table} x JOIN repository r ON r.id = x.repository
    WHERE r.server = ? AND r.host_id = ? AND x.gone_at IS NULL`
}

function knownRepository(row: SqlRow): KnownRepository {
  const readability = row.readability
  return {
    server: text(row, 'server'),
    hostId: text(row, 'host_id'),
    nodeId: textOrNull(row, 'node_id') ?? '',
    owner: text(row, 'owner'),
    name: text(row, 'name'),
    isArchived: row.is_archived === 1,
    isEmpty: row.is_empty === 1,
    readability: isOneOf(READABILITIES, readability) ? readability : 'unknown',
    defaultBranch: textOrNull(row, 'default_branch'),
    headOid: textOrNull(row, 'head_oid'),
    treeOid: textOrNull(row, 'tree_oid'),
    commitCount: row.commit_count === null ? null : integer(row, 'commit_count'),
    changeRequestCount: row.change_request_count === null ? 0 : integer(row, 'change_request_count'),
    issueCount: row.issue_count === null ? 0 : integer(row, 'issue_count'),
    latestReleaseAt: textOrNull(row, 'latest_release_at'),
    storedTreeOid: textOrNull(row, 'stored_tree_oid'),
  }
}
