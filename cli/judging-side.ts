import { dirname } from 'node:path'
import { readCloneSettings } from '#collectors/git/refs.ts'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import { type Config, loadConfig } from './config.ts'

interface Asking {
  readonly config: Config
  /** Whether the user named the file. */
  readonly isNamed: boolean
  /** As they were asked for: `owner/name#123`. */
  readonly changes: readonly string[]
  readonly signal: AbortSignal
  log(message: string): void
}

/**
 * The configuration by which change requests are judged. One that merely lies in a checkout of the repository that is
 * being changed may be part of the change, and nobody waives himself: it is left out, and said so.
 */
export async function judgingConfig({ config, isNamed, changes, signal, log }: Asking): Promise<Config> {
  if (changes.length === 0 || isNamed || config.file === null) return config
  const repository = await repositoryAround(dirname(config.file), signal)
  const isJudged = changes.some((asked) => asked.split('#')[0]?.toLowerCase() === repository?.toLowerCase())
  if (!isJudged) return config
  log(`${config.file} lies in the judged repository: not used; name the one of the judging side with --config`)
  return loadConfig({ cwd: config.folder, database: config.database, isBare: true })
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
