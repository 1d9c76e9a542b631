import type { KnownRepository } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Oid } from '#data/model/oid.ts'
import type { Entry, EntryMode } from '#data/model/source.ts'
import { isOneOf } from '#data/model/vocabulary.ts'
import type { CollectContext } from '../collector.ts'
import { type TreeAnswer, treeOf } from './queries/contents.ts'

const MODES = ['100644', '100755', '120000', '160000'] as const satisfies readonly EntryMode[]
const MOST_FOLDERS = 200

type TreeOwner = Pick<KnownRepository, 'server' | 'hostId' | 'owner' | 'name'>
type Asking = Pick<CollectContext, 'transport'>

/**
 * All files of a tree, sorted by path: in one answer, or folder by folder where the host cuts that answer short.
 * Throws `too-large` rather than tell a part.
 */
export async function readTree(repository: TreeOwner, root: Oid, context: Asking): Promise<readonly Entry[]> {
  const budget = { folders: MOST_FOLDERS }
  const entries = await below(repository, { prefix: '', tree: root, budget }, context)
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function below(
  repository: TreeOwner,
  { prefix, tree, budget }: { readonly prefix: string; readonly tree: Oid; readonly budget: { folders: number } },
  context: Asking,
): Promise<Entry[]> {
  const whole = await context.transport.rest(treeOf(repository, tree, true))
  if (!whole.data.truncated) return filesOf(whole.data, prefix)
  budget.folders -= 1
  if (budget.folders < 0) throw new SourceFailure('too-large', `the tree has more than ${MOST_FOLDERS} large folders`)
  const folder = await context.transport.rest(treeOf(repository, tree, false))
  if (folder.data.truncated) throw new SourceFailure('too-large', 'the host cuts the list of one folder short')
  const entries = filesOf(folder.data, prefix)
  for (const { type, path, sha } of folder.data.tree)
    if (type === 'tree')
      entries.push(...(await below(repository, { prefix: `${prefix}${path}/`, tree: sha, budget }, context)))
  return entries
}

function filesOf({ tree }: TreeAnswer, prefix: string): Entry[] {
  return tree.flatMap(({ path, mode, type, sha, size }) =>
    type === 'tree' || !isOneOf(MODES, mode) ? [] : [{ path: `${prefix}${path}`, mode, oid: sha, size: size ?? 0 }],
  )
}
