import { commitOid, putPath, writeBlob, writeTree } from './git.ts'
import type { Account, Commit, GitMode, Repository, Signature } from './model.ts'

/** A file's new content; text means an ordinary file in UTF-8. */
export type Content = string | Buffer | { readonly content: string | Buffer; readonly mode: GitMode }

export interface FileChange {
  /** Path to content; null takes the file away. Left out: a commit that changes no file. */
  readonly files?: Readonly<Record<string, Content | null>>
  readonly author: Account | Signature
  readonly committer?: Account | Signature
  readonly at: string
  readonly committedAt?: string
  readonly message: string
  /** The branch that moves; the default branch (or `main`, which becomes it) when left out. */
  readonly branch?: string
  /** Further parents, which make it a merge. */
  readonly merges?: readonly string[]
  readonly additions?: number
  readonly deletions?: number
}

function signature(who: Account | Signature, at: string): Signature {
  if (!('login' in who)) return { ...who, at }
  return { name: who.name ?? who.login, email: who.email, at, account: who.databaseId }
}

function applyFiles(repository: Repository, root: string | null, files: Readonly<Record<string, Content | null>>) {
  return Object.entries(files).reduce<string>((tree, [path, given]) => {
    if (given === null) return putPath(repository.objects, tree, { path: path.split('/'), entry: null })
    const plain =
      typeof given === 'string' || Buffer.isBuffer(given) ? { content: given, mode: '100644' as const } : given
    const oid = writeBlob(repository.objects, toBytes(plain.content))
    return putPath(repository.objects, tree, { path: path.split('/'), entry: { mode: plain.mode, oid } })
  }, root ?? writeTree(repository.objects, []))
}

const lines = (given: Content | null) => {
  if (given === null) return 0
  const content = typeof given === 'string' || Buffer.isBuffer(given) ? given : given.content
  return typeof content === 'string' ? content.split('\n').length : 0
}

/** Commits a change on a branch, with the tree and the object ids git would give it. */
export function commitFiles(repository: Repository, change: FileChange): Commit {
  const branch = change.branch ?? repository.defaultBranch ?? 'main'
  const ref = repository.branches.find((b) => b.name === branch)
  const base = ref ?? repository.branches.find((b) => b.name === repository.defaultBranch)
  const parent = base && findCommit(repository, base.oid)
  const files = change.files ?? {}
  const author = signature(change.author, change.at)
  const committedAt = change.committedAt ?? change.at
  const body = {
    tree: applyFiles(repository, parent?.tree ?? null, files),
    parents: [...(parent ? [parent.oid] : []), ...(change.merges ?? [])],
    author,
    committer: change.committer ? signature(change.committer, committedAt) : { ...author, at: committedAt },
    message: change.message,
  }
  const commit: Commit = {
    ...body,
    oid: commitOid(body),
    additions: change.additions ?? Object.values(files).reduce<number>((sum, f) => sum + lines(f), 0),
    deletions: change.deletions ?? 0,
    changedFiles: Object.keys(files).length,
  }
  repository.commits.push(commit)
  if (ref) ref.oid = commit.oid
  else repository.branches.push({ name: branch, oid: commit.oid })
  repository.defaultBranch ??= branch
  if (repository.pushedAt === null || repository.pushedAt < committedAt) repository.pushedAt = committedAt
  return commit
}

/** Newest first: builders ask for the head most of the time. */
function findCommit(repository: Repository, oid: string): Commit | undefined {
  return repository.commits.findLast((c) => c.oid === oid)
}

/** Puts a tag on a commit, the head of the default branch when none is named. */
export function addTag(repository: Repository, name: string, oid?: string): void {
  const head = oid ?? repository.branches.find((b) => b.name === repository.defaultBranch)?.oid
  if (head === undefined) throw new Error(`${repository.name} has no commit to tag`)
  repository.tags.push({ name, oid: head })
}

function toBytes(content: string | Buffer): Buffer {
  return Buffer.isBuffer(content) ? content : Buffer.from(content)
}
