import { existsSync, readdirSync } from 'node:fs'
import { join, parse, relative, sep } from 'node:path'
import { isGitDirectory } from '#collectors/workdir/source.ts'
import { compileGlobs } from '#data/facts/glob.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { Config } from '../config.ts'

type Clone = Config['clones'][number]

/** One clone, or every clone that a path with `*`, `?` or `{a,b}` names; `**` is not followed. */
export function clonesOf(
  { path, ...said }: Clone,
  { folder, file }: Pick<Config, 'folder' | 'file'>,
): readonly Clone[] {
  if (!/[*?{]/.test(path)) return [{ path, ...said }]
  const written = relative(folder, path)
  const place = file === null ? {} : { details: [{ message: written, file }] }
  if (said.repository !== undefined) {
    throw new UsageFailure(
      'clones-share-name',
      `clones: "${written}" is many clones, and "${said.repository}" is one name.`,
      {
        ...place,
        hint: 'Leave the name out: each clone says in its origin which repository it is one of.',
      },
    )
  }
  const found = matching(path).filter((one) => isGitDirectory(one) || existsSync(join(one, '.git')))
  if (found.length > 0) return found.map((one) => ({ path: one, ...said }))
  throw new UsageFailure('clones-missing', `clones: no git repository matches "${written}".`, {
    ...place,
    hint: `Paths are relative to ${folder}.`,
  })
}

/** Folders whose path, from the root of the disk on, matches step by step, in the order of their names. */
function matching(pattern: string): readonly string[] {
  const { root } = parse(pattern)
  const steps = pattern.slice(root.length).split(sep)
  return steps.reduce<readonly string[]>((found, step) => found.flatMap((at) => below(at, step)), [root])
}

function below(folder: string, step: string): readonly string[] {
  if (!/[*?{]/.test(step)) return existsSync(join(folder, step)) ? [join(folder, step)] : []
  const matches = compileGlobs([step])
  return foldersIn(folder)
    .filter((name) => matches(name) && (!name.startsWith('.') || step.startsWith('.')))
    .map((name) => join(folder, name))
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => name)
      .sort()
  } catch {
    // What cannot be listed matches nothing; that nothing matches at all is said.
    return []
  }
}
