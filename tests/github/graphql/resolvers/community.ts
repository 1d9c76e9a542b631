import { findPath } from '../../world/git.ts'
import type { Repository } from '../../world/model.ts'
import type { Context } from '../context.ts'

/** A file that the host shows to people, and the repository that it lies in. */
export interface ShownFile {
  readonly repository: Repository
  readonly path: string
}

const folders = ['', '.github/', 'docs/']

function treeOf(context: Context, repository: Repository): string | undefined {
  const head = repository.branches.find((b) => b.name === repository.defaultBranch)
  return head && context.index.commit(repository, head.oid)?.tree
}

function find(context: Context, repository: Repository, path: string) {
  const tree = treeOf(context, repository)
  return tree === undefined ? undefined : findPath(repository.objects, tree, path)
}

/** The repository itself, then its owner's `.github`, which lends its files to all. */
function lenders(context: Context, repository: Repository): readonly Repository[] {
  const own = context.index.world.repositories.find((r) => r.owner === repository.owner && r.name === '.github')
  return own === undefined || own === repository ? [repository] : [repository, own]
}

/** A file of a community, in any of the places the host looks, own or lent. */
export function shownFile(context: Context, repository: Repository, name: string): ShownFile | undefined {
  return lenders(context, repository)
    .flatMap((one) => folders.map((folder) => ({ repository: one, path: `${folder}${name}` })))
    .find((one) => find(context, one.repository, one.path) !== undefined)
}

export function pathOf(context: Context, { repository, path }: ShownFile): string {
  return `/${context.index.fullName(repository)}/blob/${repository.defaultBranch}/${path}`
}

/** Names of the first folder of templates that there is, own or lent. */
export function issueTemplates(context: Context, repository: Repository): readonly string[] {
  for (const one of lenders(context, repository)) {
    const found = find(context, one, '.github/ISSUE_TEMPLATE')
    const folder = found === undefined ? undefined : one.objects.get(found.oid)
    if (folder?.type === 'tree') return folder.entries.map(({ name }) => name)
  }
  return []
}

/** The lines that name somebody who is neither an account, a team nor an address. */
export function codeowners(context: Context, repository: Repository) {
  const path = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'].find((p) => find(context, repository, p))
  const found = path === undefined ? undefined : find(context, repository, path)
  const blob = found === undefined ? undefined : repository.objects.get(found.oid)
  if (path === undefined || blob?.type !== 'blob') return null
  const errors = blob.bytes
    .toString()
    .split('\n')
    .flatMap((source, index) => {
      const wrong = source.startsWith('#')
        ? undefined
        : source
            .split(/\s+/)
            .slice(1)
            .find((who) => !who.includes('@'))
      if (wrong === undefined || wrong === '') return []
      const column = source.indexOf(wrong) + 1
      return [{ kind: 'Invalid owner', path, line: index + 1, column, source, message: wrong, suggestion: null }]
    })
  return { errors }
}
