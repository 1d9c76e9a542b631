import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { devNull } from 'node:os'
import { env } from 'node:process'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'

/** Where git runs. The folder is git's current folder, so a work tree, one of its sub-folders or a bare repository. */
export interface GitPlace {
  readonly directory: string
  readonly signal?: AbortSignal | undefined
  /** What git reads from its standard input. */
  readonly input?: string | undefined
}

/** Answers are lists of names and objects; a gigabyte of them is no repository that we want in memory. */
const LARGEST_ANSWER = 1024 ** 3

// A repository is somebody else's: nothing that its configuration names may run, and nothing may be downloaded.
const HARMLESS: readonly (readonly [string, string])[] = [
  ['core.fsmonitor', 'false'],
  ['core.hooksPath', devNull],
  ['core.quotePath', 'false'],
  ['safe.bareRepository', 'all'],
  ['log.showSignature', 'false'],
  ['diff.external', ''],
  ['color.ui', 'false'],
]

/** Runs git to its end and answers what it printed. Throws a `UsageFailure` or `SourceFailure` that says why it did not. */
export async function runGit(args: readonly string[], place: GitPlace): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of streamGit(args, place)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** As `runGit`, as text without the final line end. */
export async function askGit(args: readonly string[], place: GitPlace): Promise<string> {
  return (await runGit(args, place)).toString('utf8').replace(/\n$/, '')
}

/** Runs git and hands on what it prints while it prints. Leaving the loop early ends git. */
export async function* streamGit(args: readonly string[], place: GitPlace): AsyncGenerator<Buffer> {
  const child = startGit(args, place)
  const ended = ending(child)
  child.stdin.end(place.input)
  let size = 0
  try {
    for await (const chunk of child.stdout) {
      const bytes = Buffer.from(chunk)
      size += bytes.byteLength
      if (size > LARGEST_ANSWER) throw new SourceFailure('too-large', `git ${args[0]} answered more than 1 GiB`)
      yield bytes
    }
    const end = await ended
    if (end.code !== 0) throw explainGit(args, place, end)
  } finally {
    child.kill()
  }
}

/** Starts git and leaves its pipes to the caller, who ends it. */
export function startGit(args: readonly string[], place: GitPlace): ChildProcessWithoutNullStreams {
  const settings = HARMLESS.flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const child = spawn('git', ['--no-pager', ...settings, ...args], {
    cwd: place.directory,
    env: harmlessEnvironment(),
    shell: false,
    windowsHide: true,
    ...(place.signal ? { signal: place.signal } : {}),
  })
  // Writing to a git that has ended is told by its exit, with a better sentence.
  child.stdin.on('error', () => undefined)
  return child
}

export interface GitEnd {
  readonly code: number | null
  readonly errors: string
  readonly cause: Error | undefined
}

/** Waits for the end of a git process. Never throws: how it ended is the answer. */
export function ending(child: ChildProcessWithoutNullStreams): Promise<GitEnd> {
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    if (errors.length < 10_000) errors += chunk.toString('utf8')
  })
  return new Promise((resolve) => {
    child.once('error', (cause) => resolve({ code: null, errors, cause }))
    child.once('close', (code) => resolve({ code, errors, cause: undefined }))
  })
}

/** Says in our words why git did not answer. */
export function explainGit(args: readonly string[], place: GitPlace, end: GitEnd): SourceFailure | UsageFailure {
  if (end.cause?.name === 'AbortError' || place.signal?.aborted) {
    return new SourceFailure('interrupted', `git ${args[0]} was interrupted`)
  }
  if (end.cause) return explainStart(place, end.cause)
  if (end.errors.includes('detected dubious ownership')) {
    return new UsageFailure(
      'git-unsafe-directory',
      `git refuses to read ${place.directory}: it belongs to another user`,
      {
        hint: `if you trust it: git config --global --add safe.directory ${/add safe\.directory (\S+)/.exec(end.errors)?.[1] ?? place.directory}`,
      },
    )
  }
  if (end.errors.includes('not a git repository')) {
    return new UsageFailure('not-a-git-repository', `${place.directory} is no git repository`)
  }
  if (end.errors.includes('must be run in a work tree')) {
    return new UsageFailure('not-a-checkout', `${place.directory} holds the objects of a repository, not its files`)
  }
  const reason = /^(?:fatal|error): (.*)$/m.exec(end.errors)?.[1] ?? `exit code ${end.code}`
  const isMissing = /bad object|not a valid object|unknown revision|could not (get object info|fetch)|missing/i.test(
    reason,
  )
  return new SourceFailure(isMissing ? 'not-found' : 'invalid-answer', `git ${args[0]}: ${reason}`)
}

function explainStart(place: GitPlace, cause: Error): SourceFailure | UsageFailure {
  const isAbsent = 'code' in cause && cause.code === 'ENOENT'
  if (isAbsent && !existsSync(place.directory)) {
    return new UsageFailure('path-not-found', `${place.directory} does not exist`)
  }
  if (isAbsent) {
    return new UsageFailure('git-absent', 'the program git was not found', {
      hint: 'install git, or put its folder on the PATH',
    })
  }
  return new SourceFailure('invalid-answer', `git did not start: ${cause.message}`, { cause })
}

// Reading the environment is the front door's right elsewhere; here it is handed to a child, less what steers git.
function harmlessEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name))
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_LAZY_FETCH: '1',
    // An empty list allows no protocol: an object that a partial clone lacks is missing, not downloaded.
    GIT_ALLOW_PROTOCOL: '',
  }
}
