import { defineQuery } from '#data/queries/query.ts'
import type { Store } from '#data/store.ts'
import type { World } from '../github/world/model.ts'
import { type ExpectedRepository, expectedMembers, expectedRepositories } from '../github/world/oracle.ts'

/** What is known of an organisation, a line of JSON for each thing, in an order of its own. */
export interface Told {
  readonly repositories: readonly string[]
  readonly changeRequests: readonly string[]
  readonly issues: readonly string[]
  readonly commits: readonly string[]
  readonly trees: readonly string[]
  readonly members: readonly string[]
}

/** The first column of one question, for short assertions. */
export async function column(store: Store, sql: string): Promise<readonly string[]> {
  const query = defineQuery({ id: 'test/column', title: 'test', params: {}, row: { value: 'text' }, sql })
  return (await store.ask(query, {})).map(({ value }) => value)
}

const list = (what: string, from: string) =>
  `(SELECT group_concat(${what}, ',') FROM (SELECT ${what} FROM ${from} ORDER BY ${what}))`

const QUESTIONS = {
  repositories: `SELECT json_array(CAST(r.host_id AS INTEGER), r.owner || '/' || r.name, r.is_archived, r.is_fork, r.is_empty,
      r.visibility <> 'public', r.default_branch, r.head_oid, r.tree_oid, r.host_license,
      ${list('topic', 'repository_topic WHERE repository = r.id')}, ${list('language', 'repository_language WHERE repository = r.id')},
      ${list('name', `ref WHERE repository = r.id AND kind = 'tag'`)}, r.change_request_count, r.issue_count) AS value
    FROM repository r WHERE r.gone_at IS NULL`,
  changeRequests: `SELECT json_array(r.name, CAST(c.host_id AS INTEGER), c.number, c.state, c.is_draft, p.login, p.kind = 'bot', m.login,
      c.created_at, c.updated_at, c.merged_at, c.closed_at, c.first_response_at, c.additions, c.deletions,
      ${list('path', 'change_request_file WHERE change_request = c.id')},
      ${list('label', 'change_request_label WHERE change_request = c.id')}) AS value
    FROM change_request c JOIN repository r ON r.id = c.repository JOIN person p ON p.id = c.author
    LEFT JOIN person m ON m.id = c.merged_by WHERE c.gone_at IS NULL AND r.gone_at IS NULL`,
  issues: `SELECT json_array(r.name, CAST(i.host_id AS INTEGER), i.number, i.state, i.state_reason, p.login, p.kind = 'bot',
      i.created_at, i.updated_at, i.closed_at, i.first_response_at, i.comment_count,
      ${list('label', 'issue_label WHERE issue = i.id')}) AS value
    FROM issue i JOIN repository r ON r.id = i.repository JOIN person p ON p.id = i.author
    WHERE i.gone_at IS NULL AND r.gone_at IS NULL`,
  commits: `SELECT json_array(r.name, c.oid, p.login, c.authored_at, c.committed_at) AS value
    FROM repository_commit c JOIN repository r ON r.id = c.repository JOIN person p ON p.id = c.author
    WHERE c.gone_at IS NULL AND r.gone_at IS NULL`,
  trees: `SELECT json_array(r.name, t.path, t.mode, t.oid, t.size) AS value
    FROM tree_entry t JOIN repository r ON r.id = t.repository WHERE r.gone_at IS NULL`,
  members: `SELECT json_array(p.login, m.role) AS value FROM membership m JOIN person p ON p.id = m.person WHERE m.left_at IS NULL`,
} as const satisfies Record<keyof Told, string>

/** What a database says. */
export async function told(store: Store): Promise<Told> {
  const rows = async (what: keyof Told) => [...(await column(store, QUESTIONS[what]))].sort()
  return {
    repositories: await rows('repositories'),
    changeRequests: await rows('changeRequests'),
    issues: await rows('issues'),
    commits: await rows('commits'),
    trees: await rows('trees'),
    members: await rows('members'),
  }
}

/** What the world holds, in the words of `told`: what a collection that missed nothing says. */
export function toldByWorld(world: World, login: string): Told {
  const all = expectedRepositories(world, login, { machinesAreBots: false }).map((one) => ({
    ...one,
    name: one.nameWithOwner.split('/')[1] ?? '',
  }))
  const each = (rows: (repository: ExpectedRepository & { readonly name: string }) => readonly unknown[][]) =>
    lines(all.flatMap(rows))
  return {
    repositories: each((r) => [
      [
        ...[r.databaseId, r.nameWithOwner, bit(r.isArchived), bit(r.isFork), bit(r.isEmpty), bit(r.isPrivate)],
        ...[r.defaultBranch, r.headOid, r.treeOid, r.licence, joined(r.topics), joined(r.languages), joined(r.tags)],
        ...[r.changeRequests.length, r.issues.length],
      ],
    ]),
    changeRequests: each((r) =>
      r.changeRequests.map((c) => [
        ...[r.name, c.databaseId, c.number, c.state.toLowerCase(), bit(c.isDraft), c.author, bit(c.isBot), c.mergedBy],
        ...[c.createdAt, c.updatedAt, c.mergedAt, c.closedAt, c.firstResponseAt, c.additions, c.deletions],
        ...[joined([...new Set(c.files)]), joined(c.labels)],
      ]),
    ),
    issues: each((r) =>
      r.issues.map((i) => [
        ...[r.name, i.databaseId, i.number, i.state.toLowerCase(), i.stateReason, i.author, bit(i.isBot)],
        ...[i.createdAt, i.updatedAt, i.closedAt, i.firstResponseAt, i.comments, joined(i.labels)],
      ]),
    ),
    commits: each((r) => r.commits.map((c) => [r.name, c.oid, c.author, c.authoredAt, c.committedAt])),
    trees: each((r) => r.files.map((f) => [r.name, f.path, f.mode, f.oid, f.size])),
    members: lines(expectedMembers(world, login).map((m) => [m.login, m.role?.toLowerCase()])),
  }
}

function bit(value: boolean): 0 | 1 {
  return value ? 1 : 0
}

function joined(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join(',')
}

function lines(values: readonly (readonly unknown[])[]): string[] {
  return values.map((value) => JSON.stringify(value)).sort()
}

/** Where two tellings differ: `- ` what only the first has, `+ ` what only the second has. */
export function differences(first: Told, second: Told): readonly string[] {
  const only = (mark: string, ours: readonly string[], theirs: readonly string[]) => {
    const known = new Set(theirs)
    return ours.filter((line) => !known.has(line)).map((line) => `${mark} ${line}`)
  }
  return (Object.keys(QUESTIONS) as (keyof Told)[]).flatMap((what) => [
    ...only(`- ${what}`, first[what], second[what]),
    ...only(`+ ${what}`, second[what], first[what]),
    ...(first[what].length === second[what].length ? [] : [`# ${what}: ${first[what].length}, ${second[what].length}`]),
  ])
}
