import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import type { Oid } from '#data/model/oid.ts'
import type { Entry, EntryMode, Source } from '#data/model/source.ts'
import { readLog } from './log.ts'
import { type ObjectReader, openObjectReader } from './object-reader.ts'
import { readCloneSettings, readRefs } from './refs.ts'
import { checkRepositoryName } from './remote.ts'
import { askGit, type GitPlace, runGit } from './run-git.ts'

export interface BareOptions {
  /** Whatever git understands as a commit; the head of the default branch unless told. */
  readonly commit?: string | undefined
  /** `owner/name`, when the user says so; stands above what the origin remote says. */
  readonly as?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * One commit of a clone as a source, read from its objects: nothing is checked out. Throws a `UsageFailure`
 * (`commit-not-found`, `repository-empty`, `not-a-git-repository`, ...). To be closed: a git process waits for questions.
 */
export async function openBareSource(directory: string, options: BareOptions = {}): Promise<Source> {
  const repository = options.as === undefined ? undefined : checkRepositoryName(options.as)
  const place: GitPlace = { directory, signal: options.signal }
  const [questions, settings, known] = await Promise.all([
    askGit(['rev-parse', '--is-shallow-repository', '--is-bare-repository'], place),
    readCloneSettings(place),
    readRefs(place),
  ])
  const [isShallow, isBare] = questions.split('\n')
  const head = await findCommit(place, options.commit)
  const ownHead = isBare === 'true' ? await findHeadBranch(place) : undefined
  let entries: readonly Entry[] | undefined
  let objects: ObjectReader | undefined
  return {
    identity: {
      origin: directory,
      repository: repository ?? settings.origin?.repository,
      defaultBranch: known.originHead ?? ownHead,
      head,
    },
    entries: async () => {
      entries ??= await listTree(place, head)
      return entries
    },
    read: async (entry) => {
      if (entry.mode === '160000') throw new SourceFailure('not-found', `${entry.path} is another repository`)
      objects ??= openObjectReader(place)
      return objects.read(entry.oid)
    },
    at: (commit) => openBareSource(directory, { ...options, commit }),
    close: async () => objects?.close(),
    ...(isShallow === 'true' || !settings.hasAllRefs || known.refs.length === 0
      ? {}
      : { refs: async () => known.refs }),
    ...(isShallow === 'true' ? {} : { log: () => readLog(place, head) }),
  }
}

async function findCommit(place: GitPlace, wanted: string | undefined): Promise<Oid> {
  try {
    return await askGit(['rev-parse', '--verify', '--end-of-options', `${wanted ?? 'HEAD'}^{commit}`], place)
  } catch (failure) {
    if (!(failure instanceof SourceFailure)) throw failure
    if (wanted !== undefined) throw new UsageFailure('commit-not-found', `${place.directory} has no commit "${wanted}"`)
    throw new UsageFailure('repository-empty', `${place.directory} has no commit yet`)
  }
}

/** Branch that HEAD names: in a bare clone the default branch of the repository it was cloned from. */
async function findHeadBranch(place: GitPlace): Promise<string | undefined> {
  const name = await askGit(['rev-parse', '--symbolic-full-name', 'HEAD'], place)
  return name.startsWith('refs/heads/') ? name.slice('refs/heads/'.length) : undefined
}

const LIST_TREE = ['ls-tree', '-r', '-z'] as const
const TREE_LINE = /^(\d{6}) \w+ ([0-9a-f]{40,64})(?: +(\d+|-|BAD))?\t(.+)$/s

/** Every file of a commit, or of the folder that git is started in, sorted by path. One whose object is not here is listed with size 0; reading it says so. */
export async function listTree(
  place: GitPlace,
  commit: Oid,
  { isRelative = false }: { readonly isRelative?: boolean } = {},
): Promise<readonly Entry[]> {
  const asked = isRelative ? LIST_TREE : [...LIST_TREE, '--full-tree']
  const answer = await runGit([...asked, '-l', commit], place).catch((failure: unknown) => {
    // A partial clone cannot tell the sizes of what it lacks, nor then of anything.
    if (failure instanceof SourceFailure && failure.kind === 'not-found') return runGit([...asked, commit], place)
    throw failure
  })
  const lines = answer.toString('utf8').split('\0').slice(0, -1)
  return lines.map(parseTreeLine).toSorted((one, other) => (one.path < other.path ? -1 : 1))
}

function parseTreeLine(line: string): Entry {
  const [, mode, oid, size, path] = TREE_LINE.exec(line) ?? []
  if (mode === undefined || oid === undefined || path === undefined) throw new Error('git ls-tree does not parse')
  return { path, mode: currentMode(mode), oid, size: /^\d+$/.test(size ?? '') ? Number(size) : 0 }
}

/** Git once kept other permission bits (`100664`); it reads them as its own two today. */
function currentMode(mode: string): EntryMode {
  if (mode === '120000' || mode === '160000') return mode
  return (Number.parseInt(mode, 8) & 0o100) === 0 ? '100644' : '100755'
}
