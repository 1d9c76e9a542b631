import { isUtf8 } from 'node:buffer'
import { findPath, sizeOf } from '../../world/git.ts'
import { nodeId } from '../../world/ids.ts'
import type { GitMode, Repository, TreeEntry } from '../../world/model.ts'
import type { Args } from '../connection.ts'
import { type Context, type Fields, type Part, part } from '../context.ts'
import { commitNode } from './commit.ts'

interface ByOid {
  readonly oid: string
}

export interface EntryAtPath extends TreeEntry {
  readonly path: string
}

/** A commit by oid, branch, tag or HEAD. */
export function resolveCommit(context: Pick<Context, 'index'>, repository: Repository, name: string) {
  const plain = name.replace(/^refs\/(heads|tags)\//, '')
  const wanted = plain === 'HEAD' ? repository.defaultBranch : plain
  const ref = [...repository.branches, ...repository.tags].find((r) => r.name === wanted)
  return context.index.commit(repository, ref?.oid ?? plain)
}

/** What `object(expression:)` or `object(oid:)` names: a commit, a tree or a blob; null when nothing bears that name. */
export function gitObject(context: Context, repository: Repository, args: Args) {
  const { oid, expression } = args
  if (typeof oid === 'string') return byOid(context, repository, oid)
  if (typeof expression !== 'string') return null
  const [revision = '', ...rest] = expression.split(':')
  const commit = resolveCommit(context, repository, revision)
  if (!expression.includes(':')) return commit ? commitNode(repository, commit) : byOid(context, repository, revision)
  if (!commit) return null
  const path = rest.join(':').replace(/\/$/, '')
  if (path === '') return part('Tree', { oid: commit.tree, path: '' }, repository)
  const found = findPath(repository.objects, commit.tree, path)
  return found ? entryObject(repository, { ...found, path }) : null
}

function byOid(context: Context, repository: Repository, oid: string) {
  const commit = context.index.commit(repository, oid)
  if (commit) return commitNode(repository, commit)
  const found = repository.objects.get(oid)
  return found ? part(found.type === 'tree' ? 'Tree' : 'Blob', { oid, path: '' }, repository) : null
}

const entryObject = (repository: Repository, entry: EntryAtPath) =>
  part(entry.mode === '40000' ? 'Tree' : 'Blob', { oid: entry.oid, path: entry.path }, repository)

const modeNumber = (mode: GitMode) => Number.parseInt(mode, 8)

export const treeFields: Fields<Part<ByOid & { readonly path?: string }>> = {
  id: ({ value, repository }) => nodeId('T', repository.databaseId, value.oid),
  abbreviatedOid: ({ value }) => value.oid.slice(0, 7),
  entries: ({ value, repository }) => {
    const tree = repository.objects.get(value.oid)
    const prefix = value.path ? `${value.path}/` : ''
    const entries = tree?.type === 'tree' ? tree.entries : []
    return entries.map((e) => part('TreeEntry', { ...e, path: prefix + e.name }, repository))
  },
}

export const treeEntryFields: Fields<Part<EntryAtPath>> = {
  mode: ({ value }) => modeNumber(value.mode),
  type: ({ value }) => (value.mode === '40000' ? 'tree' : 'blob'),
  size: ({ value, repository }) => sizeOf(repository.objects, value.oid),
  extension: ({ value }) => /\.[^.]+$/.exec(value.name)?.[0] ?? '',
  object: ({ value, repository }) => entryObject(repository, value),
}

const bytesOf = (source: Part<ByOid>) => {
  const blob = source.repository.objects.get(source.value.oid)
  return blob?.type === 'blob' ? blob.bytes : Buffer.alloc(0)
}

const isBinary = (bytes: Buffer) => bytes.subarray(0, 8000).includes(0) || !isUtf8(bytes)

/** Texts longer than this come cut. */
const textLimit = 512_000

export const blobFields: Fields<Part<ByOid>> = {
  id: ({ value, repository }) => nodeId('B', repository.databaseId, value.oid),
  abbreviatedOid: ({ value }) => value.oid.slice(0, 7),
  byteSize: (source) => bytesOf(source).length,
  isBinary: (source) => isBinary(bytesOf(source)),
  isTruncated: (source) => bytesOf(source).length > textLimit,
  text: (source) => {
    const bytes = bytesOf(source)
    return isBinary(bytes) ? null : bytes.subarray(0, textLimit).toString()
  },
}
