import { resolveCommit } from '../graphql/resolvers/git-objects.ts'
import { json, missing } from '../reply.ts'
import { readTree, sizeOf, walkTree } from '../world/git.ts'
import type { Repository, TreeEntry } from '../world/model.ts'
import { type RestRequest, withRepository } from './request.ts'

/** What a tree, a commit or a ref of that name leads to; undefined when there is none. */
function treeOidOf(request: RestRequest, repository: Repository, name: string): string | undefined {
  const commit = resolveCommit(request, repository, name)
  if (commit) return commit.tree
  return repository.objects.get(name)?.type === 'tree' ? name : undefined
}

const empty = () =>
  json(409, { message: 'Git Repository is empty.', documentation_url: 'https://docs.github.com/rest', status: '409' })

function entryJson(request: RestRequest, repository: Repository, entry: TreeEntry & { readonly path: string }) {
  const isTree = entry.mode === '40000'
  return {
    path: entry.path,
    mode: entry.mode.padStart(6, '0'),
    type: isTree ? 'tree' : 'blob',
    sha: entry.oid,
    ...(isTree ? {} : { size: sizeOf(repository.objects, entry.oid) }),
    url: `${request.baseUrl}/repos/${request.index.fullName(repository)}/git/${isTree ? 'trees' : 'blobs'}/${entry.oid}`,
  }
}

export const getTree = withRepository((request, repository, params) => {
  if (repository.branches.length === 0) return empty()
  const sha = treeOidOf(request, repository, params.sha ?? '')
  if (sha === undefined) return missing()
  const isRecursive = request.query.has('recursive')
  const all = isRecursive
    ? walkTree(repository.objects, sha)
    : readTree(repository.objects, sha).map((e) => ({ ...e, path: e.name }))
  const truncated = isRecursive && repository.hasTruncatedTree
  const told = truncated ? all.slice(0, Math.ceil(all.length / 2)) : all
  const url = `${request.baseUrl}/repos/${request.index.fullName(repository)}/git/trees/${sha}`
  return json(200, { sha, url, tree: told.map((e) => entryJson(request, repository, e)), truncated })
})

export const getBlob = withRepository((request, repository, params) => {
  if (repository.branches.length === 0) return empty()
  const sha = params.sha ?? ''
  const blob = repository.objects.get(sha)
  if (blob?.type !== 'blob') return missing()
  const content = blob.bytes.toString('base64').replace(/.{1,60}/g, '$&\n')
  const url = `${request.baseUrl}/repos/${request.index.fullName(repository)}/git/blobs/${sha}`
  return json(200, { sha, node_id: sha, size: blob.bytes.length, url, content, encoding: 'base64' })
})

/** A redirect to the archive, as GitHub sends one to codeload. */
export const getTarball = withRepository((request, repository, params) => {
  const ref = params.ref || 'HEAD'
  if (!resolveCommit(request, repository, ref)) return missing()
  const member = request.viewer.rights ? `?token=${request.who}` : ''
  const location = `${request.origin}/_codeload/${request.index.fullName(repository)}/legacy.tar.gz/${encodeURIComponent(ref)}${member}`
  return { status: 302, headers: { location }, body: Buffer.alloc(0) }
})
