import { join, resolve } from 'node:path'
import type { Audience } from '#data/model/vocabulary.ts'
import { type Config, loadConfig } from '../config.ts'
import { failureText } from '../failure-text.ts'
import type { CommonOptions } from '../io.ts'
import { onChange } from '../on-change.ts'
import { basePath } from '../publication/order.ts'
import { rehearse } from '../publication/publish.ts'
import { serve } from '../serve.ts'
import type { Session } from '../session.ts'
import { temporaryFolder } from '../temporary-folder.ts'

interface DevOptions extends CommonOptions {
  readonly profile: Audience
  readonly port: number
}

/**
 * Serves the site from a folder of its own and builds it again whenever configuration, texts, brand, packs or
 * scorecards change. Nothing is published and nothing remembered; a build that fails leaves the last one.
 */
export async function dev(call: Session & { options: DevOptions }): Promise<void> {
  const { io, signal, options } = call
  const lookup = { cwd: io.cwd, file: options.config, database: options.db }
  const config = await loadConfig(lookup)
  const scratch = temporaryFolder()
  const out = join(scratch.path, 'site')
  const build = async () => {
    const started = performance.now()
    const order = { config: await loadConfig(lookup), profile: options.profile, out, now: io.now(), signal }
    await rehearse({ ...order, env: io.env, warn: io.err })
    io.err(`built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
  }
  try {
    await build()
    onChange({
      paths: writtenPaths(config),
      signal,
      run: () => build().catch((error: unknown) => io.err(failureText(error))),
    })
    await serve({ ...call, directory: out, base: basePath(config), port: options.port })
  } finally {
    scratch.remove()
  }
}

/** What people write that a site is made of. Registers are not among it: they come with a collection. */
function writtenPaths({ file, folder, site, packs, scorecards }: Config): readonly string[] {
  const { logo } = site.brand ?? {}
  const named = [file, site.content, logo?.light, logo?.dark, logo?.mono, ...packs, scorecards]
  return named.flatMap((path) => (path === null || path === undefined ? [] : [resolve(folder, path)]))
}
