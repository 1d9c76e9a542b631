import { existsSync } from 'node:fs'
import { instant } from '#collectors/clock.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'
import { UsageFailure } from '#data/model/failures.ts'
import type { PersonRef } from '#data/model/records.ts'
import type { PersonSheet } from '#data/person-references.ts'
import { personServers } from '#data/queries/person-servers.ts'
import { openStore, type Store } from '#data/store.ts'
import { leaseHolder } from '../collect/lease-holder.ts'
import { loadConfig } from '../config.ts'
import { EXIT } from '../exit.ts'
import { type Identity, readIdentity } from '../identity.ts'
import { type CommonOptions, languageOf } from '../io.ts'
import { forgottenJson, forgottenText, sheetJson, sheetText } from '../reporters/privacy.ts'
import { keptSecret } from '../secret.ts'
import type { Session } from '../session.ts'

interface PrivacyOptions extends CommonOptions {
  /** Host that a login is one of; needed when several know it. */
  readonly server?: string
  readonly format: 'text' | 'json'
}

type Call = Session & { readonly identity: string; readonly options: PrivacyOptions }

/** Says what is stored of a person: exit 1 when nothing is. */
export async function show(call: Call): Promise<void> {
  await withIdentity(call, 'read', async ({ store, refs, language }) => {
    const sheet = await sheetOf(store, refs)
    call.io.out(call.options.format === 'json' ? sheetJson(sheet) : sheetText(sheet, language))
    call.exit(sheet.identities.length > 0 ? EXIT.clean : EXIT.findings)
  })
}

/** Erases a person and keeps them out, known or not. */
export async function forget(call: Call): Promise<void> {
  await withIdentity(call, 'write', async ({ store, refs, language }) => {
    const wasKnown = (await sheetOf(store, refs)).identities.length > 0
    const hashes = await store.erasePerson(refs, { at: instant(call.io.now().toISOString()) })
    const done = { wasKnown, hashes }
    call.io.out(call.options.format === 'json' ? forgottenJson(done) : forgottenText(done, language))
  })
}

interface Opened {
  readonly store: Store
  readonly refs: readonly PersonRef[]
  readonly language: ReturnType<typeof languageOf>
}

async function withIdentity(
  { io, identity: typed, options }: Call,
  mode: 'read' | 'write',
  use: (opened: Opened) => Promise<void>,
): Promise<void> {
  const config = await loadConfig({ cwd: io.cwd, file: options.config, database: options.db })
  const path = config.database
  if (!existsSync(path)) {
    throw new UsageFailure('database-missing', `There is no database at ${path}.`, {
      hint: 'Run `parvis collect` first, or name another file with --db.',
    })
  }
  const secret = keptSecret(config, io.env)
  if (secret === undefined) {
    throw new UsageFailure('secret-missing', 'the key of the pseudonyms is missing: without it nobody can be found.', {
      hint: 'Set PARVIS_SECRET, or put back .parvis/secret.',
    })
  }
  const identity = readIdentity(typed, pseudonymiser(secret))
  const lease = mode === 'write' ? { lease: leaseHolder('parvis privacy forget') } : {}
  const store = await openStore({ path, mode, secret, calendar: config.calendar, ...lease })
  try {
    const refs = (await serversOf(store, identity, options.server)).map((server) => identity.on(server))
    await use({ store, refs, language: languageOf(options, io.env, config.language) })
  } finally {
    store.close()
  }
}

/**
 * The host to ask about, or all of them when none knows the identity. Rows that share a mail address are one person on
 * every host; a login that two hosts know without one may be two people.
 */
async function serversOf(store: Store, identity: Identity, asked: string | undefined): Promise<readonly string[]> {
  if (asked !== undefined) return [asked.toLowerCase()]
  const rows = await store.ask(personServers, {})
  const servers = rows.length === 0 ? ['github.com'] : rows.map(({ server }) => server)
  const sheets = await Promise.all(servers.map((server) => store.personSheet(identity.on(server))))
  const knowing = servers.filter((_server, index) => (sheets[index]?.identities.length ?? 0) > 0)
  const [first] = knowing
  if (first === undefined) return servers
  const joined = new Set(sheets[servers.indexOf(first)]?.identities.map(({ server }) => server))
  if (knowing.every((server) => joined.has(server))) return [first]
  throw new UsageFailure('identity-ambiguous', `several hosts know this account: ${knowing.join(', ')}.`, {
    hint: 'Name the one that is meant with --server HOST.',
  })
}

async function sheetOf(store: Store, refs: readonly PersonRef[]): Promise<PersonSheet> {
  const sheets = await Promise.all(refs.map((ref) => store.personSheet(ref)))
  return {
    isErased: sheets.some(({ isErased }) => isErased),
    identities: sheets.flatMap(({ identities }) => identities),
    uses: sheets.flatMap(({ uses }) => uses),
  }
}
