import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { readCloneSettings } from '#collectors/git/refs.ts'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import { type Config, loadConfig } from '../config.ts'
import type { Io } from '../io.ts'
import { configOfTarget, fetchedTarget, type Target } from './target-branch.ts'

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
  /** In a build of a change request: the branch it is proposed to. What is checked out is what the contributor wrote. */
  readonly targetBranch: string | undefined
  readonly env: Io['env']
  readonly signal: AbortSignal
  log(message: string): void
}

/**
 * The configuration by which change requests are judged, by name or in a build of one: the one that is named, else the
 * officer's, else that of the target branch. One that merely lies in a checkout of the repository that is being changed
 * may be part of the change, and nobody waives himself: it is left out, and said so.
 */
export async function judgingConfig(asking: Asking): Promise<Config> {
  const { config, isNamed, isQuiet, log } = asking
  if (isNamed) return config
  const isLeftOut = config.file !== null && (await isFromJudgedSide(config.file, asking))
  if (config.file !== null && !isLeftOut) {
    if (!isQuiet && liesInJudged(config.file, asking.paths))
      log(`judged by ${config.file}, which lies in the judged tree itself`)
    return config
  }
  const bare = isLeftOut ? await loadConfig({ cwd: config.folder, database: config.database, isBare: true }) : config
  const found = await targetConfig(bare, asking)
  if (found !== undefined) {
    if (!isQuiet) log(`judged by the parvis.yaml of ${found.name}`)
    return found.config
  }
  if (isLeftOut)
    log(`${config.file} lies in the judged repository: not used; name the one of the judging side with --config`)
  return bare
}

/** What the target branch says, where all that is judged is proposed to one. */
async function targetConfig(config: Config, asking: Asking) {
  const { changes, paths, targetBranch, signal } = asking
  const [path, another] = paths
  if (path !== undefined) {
    if (targetBranch === undefined || another !== undefined || changes.length > 0) return undefined
    const target = await fetchedTarget(workTreeOf(path), { branch: targetBranch, signal })
    const place = asking.config.file ?? join(workTreeOf(path), 'parvis.yaml')
    return target && readTarget(target, config, relative(workTreeOf(path), place))
  }
  if (changes.length === 0) return undefined
  const { remotes } = await import('./remote-subjects.ts')
  const hosts = remotes({ config, env: asking.env, signal, log: asking.log })
  const targets = new Map<string, Target>()
  for (const one of changes) {
    const target = await hosts.target(one)
    if (target !== undefined) targets.set(target.name, target)
  }
  const told = await Promise.all([...targets.values()].map((target) => readTarget(target, config, 'parvis.yaml')))
  const [first] = told.filter((one) => one !== undefined)
  if (first === undefined || targets.size === 1) return first
  throw new UsageFailure('targets-differ', `these change requests are proposed to ${[...targets.keys()].join(', ')}.`, {
    hint: 'Each is judged by the parvis.yaml of its target branch: ask for one at a time, or name yours with --config.',
  })
}

async function readTarget(target: Target, config: Config, path: string) {
  const found = await configOfTarget(target, { config, path })
  if (found === undefined) await target.source.close?.()
  return found && { name: target.name, config: found }
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

async function isFromJudgedSide(file: string, { changes, paths, targetBranch, signal }: Asking): Promise<boolean> {
  if (targetBranch !== undefined && liesInJudged(file, paths)) return true
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
