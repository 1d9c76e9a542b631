import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { Audience } from '#data/model/vocabulary.ts'
import { loadConfig } from '../config.ts'
import type { CommonOptions } from '../io.ts'
import { basePath } from '../publication/order.ts'
import { publish, reasonOf } from '../publication/publish.ts'
import { serve } from '../serve.ts'
import type { Session } from '../session.ts'

interface BuildOptions extends CommonOptions {
  readonly profile: Audience
  readonly out: string
  /** Why jumps since the last publication are right. */
  readonly accept?: string
}

interface PreviewOptions extends CommonOptions {
  readonly out: string
  readonly port: number
}

export async function build({ io, signal, options }: Session & { options: BuildOptions }): Promise<void> {
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const out = resolve(io.cwd, options.out)
  const { profile, accept } = options
  const say = options.quiet === true ? () => {} : io.err
  const reason = reasonOf(accept)
  await publish({ config, profile, out, env: io.env, now: io.now(), warn: io.err, say, reason, signal })
  io.out(`${out}\n`)
}

export async function preview(call: Session & { options: PreviewOptions }): Promise<void> {
  const { io, options } = call
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const directory = resolve(io.cwd, options.out)
  if (!existsSync(join(directory, 'index.html'))) {
    throw new UsageFailure('site-missing', `there is no site in ${directory}.`, {
      hint: 'Build it first: parvis site build',
    })
  }
  await serve({ ...call, directory, base: basePath(config), port: options.port })
}
