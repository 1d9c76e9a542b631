import { createHash } from 'node:crypto'
import type { Commit, GitObject, Repository, Signature, TreeEntry } from './model.ts'

type Store = Repository['objects']

function oidOf(type: string, body: Buffer): string {
  return createHash('sha1').update(`${type} ${body.length}\0`).update(body).digest('hex')
}

/** The object id git gives to these bytes. */
export function blobOid(bytes: Buffer): string {
  return oidOf('blob', bytes)
}

const sortKey = (entry: TreeEntry) => (entry.mode === '40000' ? `${entry.name}/` : entry.name)

/** Entries in git's order: a folder sorts as if its name ended in a slash, bytewise. */
function sortEntries(entries: readonly TreeEntry[]): TreeEntry[] {
  return [...entries].sort((a, b) => Buffer.compare(Buffer.from(sortKey(a)), Buffer.from(sortKey(b))))
}

/** The object id of a tree; `entries` must be in git's order. */
function treeOid(entries: readonly TreeEntry[]): string {
  const parts = entries.flatMap((e) => [Buffer.from(`${e.mode} ${e.name}\0`), Buffer.from(e.oid, 'hex')])
  return oidOf('tree', Buffer.concat(parts))
}

const stamp = (s: Signature) => `${s.name} <${s.email}> ${Date.parse(s.at) / 1000} +0000`

/** The object id of a commit. */
export function commitOid(commit: Pick<Commit, 'tree' | 'parents' | 'author' | 'committer' | 'message'>): string {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((p) => `parent ${p}`),
    `author ${stamp(commit.author)}`,
    `committer ${stamp(commit.committer)}`,
    '',
    commit.message.endsWith('\n') ? commit.message : `${commit.message}\n`,
  ]
  return oidOf('commit', Buffer.from(lines.join('\n')))
}

export function writeBlob(store: Store, bytes: Buffer): string {
  const oid = blobOid(bytes)
  if (!store.has(oid)) store.set(oid, { type: 'blob', bytes })
  return oid
}

export function writeTree(store: Store, entries: readonly TreeEntry[]): string {
  const sorted = sortEntries(entries)
  const oid = treeOid(sorted)
  if (!store.has(oid)) store.set(oid, { type: 'tree', entries: sorted })
  return oid
}

export function readTree(store: Store, oid: string | null): readonly TreeEntry[] {
  const found: GitObject | undefined = oid === null ? undefined : store.get(oid)
  return found?.type === 'tree' ? found.entries : []
}

/** The tree `root` with `path` put (or, with null, taken away); only the trees on the way are written again. */
export function putPath(
  store: Store,
  root: string | null,
  change: { readonly path: readonly string[]; readonly entry: Pick<TreeEntry, 'mode' | 'oid'> | null },
): string {
  const [name, ...rest] = change.path
  if (name === undefined) throw new Error('An empty path')
  const entries = readTree(store, root)
  const others = entries.filter((e) => e.name !== name)
  if (rest.length === 0) {
    return writeTree(store, change.entry === null ? others : [...others, { name, ...change.entry }])
  }
  const below = entries.find((e) => e.name === name && e.mode === '40000')
  const oid = putPath(store, below?.oid ?? null, { path: rest, entry: change.entry })
  const isEmpty = readTree(store, oid).length === 0
  return writeTree(store, isEmpty ? others : [...others, { name, mode: '40000', oid }])
}

export interface FileAtPath extends TreeEntry {
  readonly path: string
}

/** Every entry below a tree with its full path, folders before what they hold, in git's order. */
export function walkTree(store: Store, root: string | null, prefix = ''): FileAtPath[] {
  return readTree(store, root).flatMap((entry) => {
    const path = prefix + entry.name
    const self = { ...entry, path }
    return entry.mode === '40000' ? [self, ...walkTree(store, entry.oid, `${path}/`)] : [self]
  })
}

/** The entry at a path, or undefined. */
export function findPath(store: Store, root: string | null, path: string): TreeEntry | undefined {
  const [name, ...rest] = path.split('/')
  const entry = readTree(store, root).find((e) => e.name === name)
  return rest.length === 0 || entry === undefined ? entry : findPath(store, entry.oid, rest.join('/'))
}

/** Bytes of a blob; 0 for anything else. */
export function sizeOf(store: Store, oid: string): number {
  const found = store.get(oid)
  return found?.type === 'blob' ? found.bytes.length : 0
}
