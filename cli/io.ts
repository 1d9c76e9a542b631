import { isOneOf, LANGUAGES, type Language } from '#data/model/vocabulary.ts'
import { EXIT } from './exit.ts'

/** The terminal as commands see it: results go to `out`, progress and trouble to `err`. */
export interface Io {
  out(text: string): void
  err(text: string): void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly isTerminal: boolean
  /** Width of the terminal in characters, where there is one. */
  readonly columns?: number
  readonly hasColor: boolean
  /** The same of the terminal that results go to; absent where they go elsewhere, and lines are as long as they are. */
  readonly outColumns?: number
  /** Puts questions and answers the lines typed, empty ones after the end of input; absent where nobody can answer. */
  readonly ask?: (questions: readonly string[]) => Promise<readonly string[]>
  now(): Date
}

export function processIo(): Io {
  // Whoever reads the answer may have read enough: `parvis rules | head` is no fault of anybody's.
  process.stdout.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(EXIT.unread)
  })
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    env: process.env,
    cwd: process.cwd(),
    isTerminal: process.stderr.isTTY === true,
    ...(process.stderr.columns === undefined ? {} : { columns: process.stderr.columns }),
    hasColor: process.stdout.isTTY === true && process.env.NO_COLOR === undefined && process.env.TERM !== 'dumb',
    ...(process.stdout.isTTY === true && { outColumns: process.stdout.columns }),
    ...(process.stdin.isTTY === true && process.stderr.isTTY === true && { ask: askOnTerminal }),
    now: () => new Date(),
  }
}

/** Questions go where progress goes: results may be redirected. One reader for all, which loses no line typed ahead. */
async function askOnTerminal(questions: readonly string[]): Promise<readonly string[]> {
  const { createInterface } = await import('node:readline')
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  const answers: string[] = []
  lines.setPrompt(questions[0] ?? '')
  lines.prompt()
  for await (const line of lines) {
    answers.push(line)
    if (answers.length === questions.length) break
    lines.setPrompt(questions[answers.length] ?? '')
    lines.prompt()
  }
  return questions.map((_, index) => answers[index] ?? '')
}

/** Options that every verb takes. */
export interface CommonOptions {
  readonly config?: string
  readonly db?: string
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly color?: boolean
  readonly lang?: Language
}

/** Language of reports: asked for, else configured, else the locale's (LC_ALL, LC_MESSAGES, LANG), else English. */
export function languageOf(options: CommonOptions, env: Io['env'], configured?: Language): Language {
  const locale = (env.LC_ALL || env.LC_MESSAGES || env.LANG || '').slice(0, 2).toLowerCase()
  return options.lang ?? configured ?? (isOneOf(LANGUAGES, locale) ? locale : 'en')
}
