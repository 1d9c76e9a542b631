import { isAbsolute, join, relative } from 'node:path'
import { openBareSource } from '#collectors/git/bare-source.ts'
import { decodeText } from '#data/facts/decode.ts'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import type { Source } from '#data/model/source.ts'
import { type Config, judgingKeys } from '../config.ts'
import type { Files } from '../files.ts'

/** A commit of the judging side, whose configuration judges what is proposed to it. Read as data: nothing of it runs. */
export interface Target {
  readonly source: Source
  /** `ville/agenda@main`, for messages. */
  readonly name: string
}

/**
 * The configuration with packs, parameters and promise as the target branch has them; undefined when it holds no such
 * file. Packs that it names by path are read from the same commit, until `packSource` is closed.
 */
export async function configOfTarget(
  { source, name }: Target,
  { config, path }: { readonly config: Config; readonly path: string },
): Promise<Config | undefined> {
  const root = join('/', name)
  const files = await filesOf(source, root)
  const file = join(root, path)
  if ((await files.kind(file)) !== 'file') return undefined
  const keys = await judgingKeys(file, await files.read(file))
  return { ...config, ...keys, packSource: { folder: join(file, '..'), files, close: async () => source.close?.() } }
}

/** The target branch as the last fetch of a clone has it; undefined when it was not fetched. */
export async function fetchedTarget(
  clone: string,
  { branch, signal }: { readonly branch: string; readonly signal: AbortSignal },
): Promise<Target | undefined> {
  const commit = `refs/remotes/origin/${branch}`
  try {
    return { source: await openBareSource(clone, { commit, signal }), name: `origin/${branch}` }
  } catch (error) {
    if (error instanceof UsageFailure) return undefined
    throw error
  }
}

/** The tree of a commit where files are looked for on disk elsewhere. A link is none, whatever it leads to. */
async function filesOf(source: Source, root: string): Promise<Files> {
  const entries = new Map((await source.entries()).map((entry) => [entry.path, entry]))
  const inside = (path: string) => {
    const found = relative(root, path)
    return found.startsWith('..') || isAbsolute(found) ? undefined : found
  }
  const within = (folder: string) => {
    const start = folder === '' ? '' : `${folder}/`
    return [...entries.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length))
  }
  return {
    async kind(path) {
      const found = inside(path)
      if (found === undefined) return 'absent'
      if (entries.get(found)?.mode.startsWith('100')) return 'file'
      return within(found).length > 0 ? 'folder' : 'absent'
    },
    async list(folder) {
      const names = within(inside(folder) ?? '..').map((path) => path.split('/')[0] ?? '')
      return [...new Set(names)].sort()
    },
    async read(file) {
      const entry = entries.get(inside(file) ?? '')
      const content = entry && (await source.read(entry))
      const text = content && decodeText(content)?.text
      if (text === undefined) throw new SourceFailure('not-found', `${file} is no text`)
      return text
    },
  }
}
