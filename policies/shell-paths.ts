import type { Entry } from '#data/model/source.ts'
import { flag, listOf, optional, text } from './options.ts'
import { compileShellGlobs } from './shell-globs.ts'

/** Options with which checks that follow repolinter say which files they mean. */
export const SHELL_PATHS = {
  /** Globs as a shell reads them, from the root: `*` meets no hidden name, `!` in front takes away. */
  globs: listOf(text('a glob'), 'a list of globs'),
  ignoresCase: optional(flag(), false),
} as const

export interface ShellPaths {
  readonly globs: readonly string[]
  readonly ignoresCase: boolean
}

/** Links are no files of a shell's glob here: nothing is followed out of the tree. */
export function filesOf({ globs, ignoresCase }: ShellPaths, entries: readonly Entry[]): readonly Entry[] {
  const isMeant = compileShellGlobs(globs, { ignoresCase })
  return entries.filter(({ mode, path }) => mode !== '120000' && isMeant(path))
}

/** The one that the first of the globs means, as tools take it that look at one file alone. */
export function firstOf(paths: ShellPaths, entries: readonly Entry[]): Entry | undefined {
  const taken = paths.globs.filter((glob) => glob.startsWith('!'))
  for (const glob of paths.globs) {
    const [found] = filesOf({ ...paths, globs: [glob, ...taken] }, entries)
    if (found !== undefined) return found
  }
  return undefined
}
