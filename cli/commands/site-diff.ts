import { join, resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import { differenceOf } from '#data/publication/difference.ts'
import { alarmsOf } from '#data/publication/stop.ts'
import { publishedPages } from '#site/build.ts'
import { loadConfig } from '../config.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { buildUnpublished } from '../publication/publish.ts'
import { lastPublication, publicationAt } from '../publication/remembered.ts'
import { siteDiffJson, siteDiffText } from '../reporters/site-diff.ts'
import type { Session } from '../session.ts'
import { temporaryFolder } from '../temporary-folder.ts'

interface DiffOptions extends CommonOptions {
  /** A folder that holds a public site, or a file in which one was remembered. */
  readonly against?: string
  readonly format: 'text' | 'json'
}

/** What would change for the public if the site were built now. Nothing is replaced, nothing remembered. */
export async function diff({ io, signal, options }: Session & { options: DiffOptions }): Promise<void> {
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const last = lastPublication(config)
  const before = options.against === undefined ? last : await publicationAt(resolve(io.cwd, options.against))
  if (before === undefined) {
    throw new UsageFailure(
      'publication-none',
      'nothing was published from here yet, so there is nothing to compare with.',
      {
        hint: 'Build the public site, or name a folder or file that holds one: parvis site diff --against DIR',
      },
    )
  }
  const scratch = temporaryFolder()
  try {
    const [database, out] = [join(scratch.path, 'parvis.sqlite'), join(scratch.path, 'site')]
    const order = { config, profile: 'public', out, env: io.env, now: io.now(), warn: () => {}, signal } as const
    const measured = await buildUnpublished(database, order, last)
    const difference = differenceOf(before, { measured, pages: publishedPages(out, measured.asOf) })
    const language = languageOf(options, io.env, config.language)
    const alarms = alarmsOf(measured, before.measured, config.publish.stop)
    io.out(
      options.format === 'json' ? siteDiffJson(difference, alarms) : siteDiffText(difference, { alarms, language }),
    )
  } finally {
    scratch.remove()
  }
}
