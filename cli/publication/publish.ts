import { join } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import type { Measured } from '#data/publication/measured.ts'
import { logAfter } from '#data/publication/publication.ts'
import { publishedPages } from '#site/build.ts'
import type { Config } from '../config.ts'
import { refuseOpenPlace } from '../open-places.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { buildFrom } from './build-site.ts'
import { exportInto, measureAt } from './export-site.ts'
import { loosenedIn } from './loosened.ts'
import { type PublishOrder, reservedNow } from './order.ts'
import { lastPublication, remember } from './remembered.ts'
import { examine } from './stop.ts'

/** Goes into the public log, so it must say something. */
export function reasonOf(accept: string | undefined): string | undefined {
  const reason = accept?.trim()
  if (reason === '') throw new UsageFailure('reason-missing', '--accept asks for a reason in words.')
  return reason
}

/**
 * Writes the export of a profile, then the site that is made of nothing else. A public one is held against the last
 * publication before anything is built, and remembered once it is whole.
 */
export async function publish(order: PublishOrder): Promise<void> {
  const { config, out, env, reason, say = () => {} } = order
  if (order.profile === 'internal') refuseOpenPlace({ out, env })
  const scratch = temporaryFolder()
  try {
    const database = join(scratch.path, 'parvis.sqlite')
    await exportInto(database, order)
    if (order.profile === 'internal') {
      await buildFrom(database, { ...order, log: [] })
      return
    }
    const last = lastPublication(config)
    const measured = await measureAt(database)
    for (const line of [...loosenedIn(config), ...withheldNow(config, order.now)]) say(`${line}\n`)
    if (config.site.contact === undefined) say(NO_CONTACT)
    const { log, said } = examine({ measured, last, rules: config.publish.stop, reason })
    for (const line of said) say(`${line}\n`)
    await buildFrom(database, { ...order, log })
    remember(config, { schemaVersion: 1, measured, pages: publishedPages(out, measured.asOf), log })
  } finally {
    scratch.remove()
  }
}

/** Builds without holding the site against the last publication, and without remembering it. */
export async function rehearse(order: PublishOrder): Promise<void> {
  const scratch = temporaryFolder()
  try {
    await buildUnpublished(join(scratch.path, 'parvis.sqlite'), order, lastPublication(order.config))
  } finally {
    scratch.remove()
  }
}

/** Builds, and says what was measured; nothing is held against the last publication. */
export async function buildUnpublished(
  database: string,
  order: PublishOrder,
  last: ReturnType<typeof lastPublication>,
): Promise<Measured> {
  await exportInto(database, order)
  const measured = await measureAt(database)
  await buildFrom(database, { ...order, log: logAfter({ last, measured, accepted: undefined }) })
  return measured
}

const NO_CONTACT =
  'Nobody can report an error or answer without an account: give the mail address of a role as site.contact.\n'

function withheldNow(config: Config, now: Date): readonly string[] {
  const to = reservedNow(config, now)?.reserve.to
  if (to === undefined) return []
  return [`A reserve is on until ${to}: news, yearly report, findings and trend marks are withheld from the public.`]
}
