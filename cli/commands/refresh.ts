import { resolve } from 'node:path'
import { loadConfig } from '../config.ts'
import { EXIT } from '../exit.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { reasonOf } from '../publication/publish.ts'
import { goThrough, type StepDone } from '../refresh/go-through.ts'
import { refreshText } from '../reporters/refresh.ts'
import { REFRESH_WORDS } from '../reporters/refresh-words.ts'
import type { Session } from '../session.ts'

interface RefreshOptions extends CommonOptions {
  readonly out: string
  /** Why jumps since the last publication are right. */
  readonly accept?: string
}

/** Everything that is due on a Monday morning: one closing screen, and the worst exit code of all steps. */
export async function refresh(call: Session & { options: RefreshOptions }): Promise<void> {
  const { io, options } = call
  const reason = reasonOf(options.accept)
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const language = languageOf(options, io.env, config.language)
  const out = resolve(io.cwd, options.out)
  const words = REFRESH_WORDS[language]
  const done = await goThrough({ ...call, config, out, reason }, (step) => {
    if (options.quiet !== true) io.err(`${words.begins(words.steps[step])}\n`)
  })
  io.out(refreshText(done, { language, verbose: options.verbose === true }))
  call.exit(Math.max(...done.map(codeOf)))
}

function codeOf({ end }: StepDone): number {
  return end === undefined || end.of === 'failure' ? EXIT.trouble : end.code
}
