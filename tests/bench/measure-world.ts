import Database from 'better-sqlite3'
import { openStore } from '#data/store.ts'

/** How large a made-up organisation is. */
export interface Size {
  readonly repositories: number
  readonly changeRequests: number
  readonly commits: number
}

/** Day on which the made-up organisation stands; its history are the fifteen years before. */
export const TODAY = '2026-11-01T00:00:00Z'
const YEARS = 15
const PEOPLE = 6000
const MEMBERS = 300
const DOMAINS = 20

/**
 * Writes an organisation straight into the tables, without a collector: a power law of repositories and people, fifteen
 * years of change requests, issues (half as many) and commits, a member list and a register of affiliations. As in the
 * histories of real platforms, a person makes about four commits in a month and repository in which there are any.
 */
export async function writeWorld(path: string, size: Size): Promise<void> {
  const store = await openStore({ path, mode: 'write' })
  store.close()
  const database = new Database(path)
  for (const pragma of ['journal_mode = WAL', 'synchronous = OFF', 'cache_size = -200000']) database.pragma(pragma)
  // The same numbers on every machine: a mixer of the row and of what is drawn.
  database.function('draw', { deterministic: true }, (row: unknown, salt: unknown) => draw(Number(row), Number(salt)))
  const values = { ...size, issues: Math.floor(size.changeRequests / 2), people: PEOPLE, today: TODAY, years: YEARS }
  database.transaction(() => {
    for (const sql of STATEMENTS)
      database.prepare(sql).run(named(sql, { ...values, members: MEMBERS, domains: DOMAINS }))
  })()
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

/** A number from 0 to 1. */
function draw(row: number, salt: number): number {
  let mixed = (Math.imul(row, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b)) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296
}

/** The parameters that a statement takes. */
function named(sql: string, values: Readonly<Record<string, string | number>>) {
  const names = new Set([...sql.matchAll(/:([a-zA-Z]+)/g)].map(([, name]) => name))
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
}

const series = (count: string) => `series (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM series WHERE n < ${count})`
const when = (epoch: string) => `strftime('%Y-%m-%dT%H:%M:%SZ', ${epoch}, 'unixepoch')`
/** Some instant of the history: the more, the later. */
const drawn = (salt: number) => `CAST(unixepoch(:today) - :years * 31557600 * (1 - sqrt(draw(n, ${salt}))) AS INTEGER)`
/** Few have most, and what belongs to one repository lies together, as collectors bring it. */
const placed = (of: string) => `1 + CAST(:repositories * pow((n - 1.0) / ${of}, 3) AS INTEGER)`
/** Few have most: the cube of an even draw. */
const one = (of: string, salt: number) =>
  `1 + CAST(${of} * draw(n, ${salt}) * draw(n, ${salt}) * draw(n, ${salt}) AS INTEGER)`
const PROVENANCE = `1, :today`

const STATEMENTS = [
  `INSERT INTO run (id, collector, scope, status, started_at, ended_at) VALUES (1, 'bench', 'bench', 'complete', :today, :today)`,
  `WITH RECURSIVE ${series(':people')}
  INSERT INTO person (id, server, host_id, login, kind, run, observed_at)
  SELECT n, 'forge.example', n, 'someone-' || n, CASE WHEN draw(n, 1) < 0.01 THEN 'bot' ELSE 'person' END, ${PROVENANCE} FROM series`,
  `WITH RECURSIVE ${series(':people')}
  INSERT INTO person_mail (server, email_hash, email_domain, person)
  SELECT 'forge.example', 'hash-' || n, 'domain-' || CAST(draw(n, 2) * 200 AS INTEGER), n FROM series`,
  `INSERT INTO organisation (id, server, host_id, login, run, observed_at) VALUES (1, 'forge.example', '1', 'ville-inventee', ${PROVENANCE})`,
  `WITH RECURSIVE ${series(':repositories')}
  INSERT INTO repository (id, server, host_id, owner, name, readability, is_archived, run, observed_at)
  SELECT n, 'forge.example', n, 'ville-inventee', 'greffon-' || n, 'anonymous', 0, ${PROVENANCE} FROM series`,
  `INSERT INTO coverage (collector, subject, stream, status, watermark_at, last_seen_at, run)
  SELECT 'bench', r.server || '/' || r.host_id, s.value, 'complete', :today, :today, 1
  FROM repository r CROSS JOIN json_each('["change-requests", "issues", "commits", "tree"]') s`,
  `WITH RECURSIVE ${series(':members')}
  INSERT INTO membership (organisation, person, first_seen_at, role, is_start_known)
  SELECT 1, 1 + n * 7, ${when(drawn(3))}, 'member', CASE WHEN draw(n, 4) < 0.5 THEN 0 ELSE 1 END FROM series`,
  `WITH RECURSIVE ${series(':members')}
  INSERT INTO affiliation (register, person, affiliation, until_at)
  SELECT 'affiliations.yaml', 2 + n * 3, CASE WHEN draw(n, 5) < 0.5 THEN 'company' ELSE 'contractor' END,
    CASE WHEN draw(n, 6) < 0.5 THEN ${when(drawn(7))} END FROM series`,
  `WITH RECURSIVE ${series(':domains')}
  INSERT INTO affiliation (register, email_domain, affiliation) SELECT 'affiliations.yaml', 'domain-' || n, 'administration' FROM series`,
  `WITH RECURSIVE ${series(':changeRequests')},
  made AS (SELECT n, ${drawn(10)} AS opened, draw(n, 11) AS fate, 3600 + CAST(draw(n, 12) * draw(n, 12) * 8000000 AS INTEGER) AS took FROM series)
  INSERT INTO change_request (id, repository, host_id, number, title, state, is_draft, author, author_association, created_at,
    updated_at, merged_at, closed_at, merged_by, first_response_at, first_response_settled, first_responder, first_review_at,
    review_count, closed_by, is_reopened, base_branch, is_cross_repository, head_oid, additions, deletions, changed_file_count,
    comment_count, run, observed_at)
  SELECT n, ${placed(':changeRequests')}, n, n, 'Proposal', CASE WHEN fate < 0.7 THEN 'merged' WHEN fate < 0.93 THEN 'closed' ELSE 'open' END,
    0, ${one(':people', 14)}, 'NONE', ${when('opened')}, ${when('opened + took')}, CASE WHEN fate < 0.7 THEN ${when('opened + took')} END,
    CASE WHEN fate < 0.93 THEN ${when('opened + took')} END, CASE WHEN fate < 0.7 THEN ${one(':members', 15)} END,
    CASE WHEN draw(n, 16) < 0.8 THEN ${when('opened + took / 3')} END, 1, CASE WHEN draw(n, 16) < 0.8 THEN ${one(':members', 17)} END,
    CASE WHEN draw(n, 16) < 0.5 THEN ${when('opened + took / 2')} END, 1, CASE WHEN fate >= 0.7 AND fate < 0.93 THEN 'maintainer' END, 0,
    'develop', 1, 'head-' || n, 10, 5, 3, 2, ${PROVENANCE} FROM made`,
  `WITH RECURSIVE ${series(':changeRequests')}
  INSERT INTO change_request_label (change_request, label) SELECT n, CASE WHEN draw(n, 20) < 0.2 THEN 'duplicate' ELSE 'bug' END FROM series`,
  `WITH RECURSIVE ${series(':changeRequests')}
  INSERT INTO change_request_file (change_request, path, additions, deletions)
  SELECT n, 'src/java/fr/ville/plugins/greffon/resources/greffon_messages_fr.properties', 1, 1 FROM series WHERE draw(n, 21) < 0.1
  UNION ALL SELECT n, 'pom.xml', 1, 1 FROM series WHERE draw(n, 21) >= 0.1
  UNION ALL SELECT n, 'src/java/fr/ville/plugins/greffon/web/Page.java', 8, 3 FROM series WHERE draw(n, 21) >= 0.1`,
  `WITH RECURSIVE ${series(':issues')}, made AS (SELECT n, ${drawn(30)} AS opened, 3600 + CAST(draw(n, 31) * 20000000 AS INTEGER) AS took FROM series)
  INSERT INTO issue (id, repository, host_id, number, title, state, author, author_association, created_at, updated_at, closed_at,
    first_response_at, first_response_settled, first_responder, closed_by, is_reopened, comment_count, run, observed_at)
  SELECT n, ${placed(':issues')}, n, 1000000 + n, 'Report', CASE WHEN draw(n, 33) < 0.8 THEN 'closed' ELSE 'open' END, ${one(':people', 34)}, 'NONE',
    ${when('opened')}, ${when('opened + took')}, CASE WHEN draw(n, 33) < 0.8 THEN ${when('opened + took')} END,
    CASE WHEN draw(n, 35) < 0.7 THEN ${when('opened + took / 3')} END, 1, CASE WHEN draw(n, 35) < 0.7 THEN ${one(':members', 36)} END,
    NULL, 0, 1, ${PROVENANCE} FROM made`,
  `WITH RECURSIVE ${series(':commits')},
  placed AS (SELECT n, ${placed(':commits')} AS repository, CAST(60 * pow(draw(n, 41), 3) AS INTEGER) AS slot FROM series),
  made AS (
    SELECT n, repository, 1 + CAST(:people * pow(draw(repository * 64 + slot, 42), 2) AS INTEGER) AS author,
      CAST(unixepoch(:today) - 31557600 * (0.5 + (:years - 1) * draw(repository * 64 + slot, 43) - (draw(n, 44) + draw(n, 45)) / 4) AS INTEGER) AS at
    FROM placed
  )
  INSERT INTO repository_commit (id, repository, oid, author, committer, authored_at, committed_at, parent_count, is_release_tool, run, observed_at)
  SELECT n, repository, 'oid-' || n, author, 1, ${when('at')}, ${when('at')}, 1, CASE WHEN draw(n, 46) < 0.2 THEN 1 ELSE 0 END, ${PROVENANCE} FROM made`,
  `INSERT INTO repository_commit_mention (repository_commit, number)
  SELECT k.id, c.number FROM change_request c JOIN repository_commit k ON k.id = (SELECT MIN(o.id) FROM repository_commit o WHERE o.repository = c.repository)
  WHERE c.state = 'closed'`,
  `INSERT INTO repository_commit_mention (repository_commit, number) SELECT id, id % 5000 FROM repository_commit WHERE id % 3 = 0 ON CONFLICT DO NOTHING`,
  'INSERT OR IGNORE INTO rollup_due (repository) SELECT id FROM repository',
]
