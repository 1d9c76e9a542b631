import { existsSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { readCloneSettings } from '#collectors/git/refs.ts'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import { type Config, loadConfig } from '../config.ts'

interface Asking {
  readonly config: Config
  /** Whether the user named the file. */
  readonly isNamed: boolean
  /** Says only what was left out. */
  readonly isQuiet: boolean
  /** As they were asked for: `owner/name#123`. */
  readonly changes: readonly string[]
  /** Folders that are judged. */
  readonly paths: readonly string[]
  /** A build of a change request: what is checked out is what the contributor wrote. */
  readonly isBuildOfChange: boolean
  readonly signal: AbortSignal
  log(message: string): void
}

/**
 * The configuration by which change requests are judged, by name or in a build of one. One that merely lies in a checkout of the repository that is
 * being changed may be part of the change, and nobody waives himself: it is left out, and said so.
 */
export async function judgingConfig(asking: Asking): Promise<Config> {
  const { config, isNamed, isQuiet, log } = asking
  if (isNamed || config.file === null) return config
  if (!(await isFromJudgedSide(config.file, asking))) {
    if (!isQuiet && liesInJudged(config.file, asking.paths))
      log(`judged by ${config.file}, which lies in the judged tree itself`)
    return config
  }
  log(`${config.file} lies in the judged repository: not used; name the one of the judging side with --config`)
  return loadConfig({ cwd: config.folder, database: config.database, isBare: true })
}

interface NamedJudges {
  readonly paths: readonly string[]
  /** Baseline and packs that the command names, absolute, by the option that names them. */
  readonly named: readonly { readonly option: string; readonly path: string }[]
  /** From `--as`. */
  readonly as: string | undefined
  /** The repository that is built, as the host says it. */
  readonly repository: string | undefined
}

/**
 * In the build of a change request: refuses a baseline or a pack of the judged tree, and a name whose waivers would be
 * another repository's. Throws a `UsageFailure` (`judge-in-judged`).
 */
export function refuseOwnJudges({ paths, named, as, repository }: NamedJudges): void {
  const own = named.find(({ path }) => liesInJudged(path, paths))
  if (own !== undefined) {
    throw new UsageFailure('judge-in-judged', `${own.option} names ${own.path}, which lies in the judged tree.`, {
      hint: 'The change may have written it. Check the target branch out beside, and name the file there.',
    })
  }
  if (as === undefined || repository === undefined || as.toLowerCase() === repository.toLowerCase()) return
  throw new UsageFailure('judge-in-judged', `--as says ${as}, but this is a build of ${repository}.`, {
    hint: 'What is granted to one repository holds for that one alone: leave --as out.',
  })
}

function liesInJudged(file: string, paths: readonly string[]): boolean {
  return paths.some((path) => isInside(file, path))
}

async function isFromJudgedSide(file: string, { changes, paths, isBuildOfChange, signal }: Asking): Promise<boolean> {
  if (isBuildOfChange && liesInJudged(file, paths)) return true
  if (changes.length === 0) return false
  const repository = await repositoryAround(dirname(file), signal)
  return changes.some((asked) => asked.split('#')[0]?.toLowerCase() === repository?.toLowerCase())
}

/** A folder of the tree may be what is judged, and the file lie above it in the same tree. */
function isInside(file: string, judged: string): boolean {
  const root = workTreeOf(judged)
  return file === root || file.startsWith(`${root}${sep}`)
}

function workTreeOf(folder: string): string {
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    if (existsSync(join(above, '.git'))) return above
  }
  return folder
}

/** `owner/name` of the checkout that a folder lies in, as its origin says. */
async function repositoryAround(directory: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return (await readCloneSettings({ directory, signal })).origin?.repository
  } catch (error) {
    if (error instanceof SourceFailure || error instanceof UsageFailure) return undefined
    throw error
  }
}
