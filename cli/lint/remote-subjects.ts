import type { KeptContents } from '#collectors/github/remote-files.ts'
import { lentByRemote, openRemoteChange, openRemoteSource, openTargetBranch } from '#collectors/github/remote-source.ts'
import type { Transport } from '#collectors/transport.ts'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import type { Source } from '#data/model/source.ts'
import type { Store } from '#data/store.ts'
import { liveTransport, missingCredential, serverName } from '../collect/hosts.ts'
import { type Config, type OrganisationConfig, organisationOf } from '../config.ts'
import type { Io } from '../io.ts'
import type { OpenSubject } from './open-subject.ts'
import { storedFacts } from './stored-source.ts'
import type { Target } from './target-branch.ts'

/** Repositories and change requests that are read from the host itself. */

export interface Remotes {
  /** `owner/name` or `owner/name#123`; throws a `UsageFailure` when the host knows none of that name. */
  open(asked: string, store: Store | undefined): Promise<OpenSubject>
  /** The branch that `owner/name#123` is proposed to; undefined when the host does not say. */
  target(asked: string): Promise<Target | undefined>
}

interface Calling {
  readonly config: Pick<Config, 'folder' | 'organisations'>
  readonly env: Io['env']
  readonly signal: AbortSignal
  log(message: string): void
}

export function remotes(calling: Calling): Remotes {
  const transports = new Map<string, Transport>()
  const hostOf = (owner: string) => {
    const organisation = organisationOf(owner, calling.config)
    const transport =
      transports.get(organisation.name) ?? liveTransport(organisation, { ...calling, folder: calling.config.folder })
    transports.set(organisation.name, transport)
    return { organisation, transport, server: serverName(organisation.server, calling.env) }
  }
  return {
    async target(asked) {
      const [full = '', number] = asked.split('#')
      const [owner = '', name = ''] = full.split('/')
      const { transport, server } = hostOf(owner)
      try {
        const { branch, source } = await openTargetBranch({ server, owner, name }, Number(number), { transport })
        return { source, name: `${source.identity.origin}@${branch}` }
      } catch (error) {
        // Judging meets the same trouble, and tells of it.
        if (error instanceof SourceFailure && error.kind !== 'interrupted') return undefined
        throw error
      }
    },
    async open(asked, store) {
      const [full = '', number] = asked.split('#')
      const [owner = '', name = ''] = full.split('/')
      const { organisation, transport, server } = hostOf(owner)
      const host = { transport, kept: store && keptBy(store) }
      const before = transport.spent().requests
      const judged = () => {
        const requests = transport.spent().requests - before
        calling.log(`${asked}: ${requests} ${requests === 1 ? 'request' : 'requests'} to ${server}`)
      }
      const shared = { isStored: false, judged, ...(store && { factCache: storedFacts(store) }) }
      try {
        const named = { server, owner, name }
        if (number === undefined) {
          const source = await openRemoteSource(named, host)
          return { ...shared, source, inherited: await lentByRemote(ownerIn(source, server), host) }
        }
        const { base, head, ...change } = await openRemoteChange(named, Number(number), host)
        const { baseBranch, headRepository } = change
        const commits = { base: base.identity.head ?? '', head: head.identity.head ?? '' }
        const about = { number: change.number, baseBranch, headRepository, ...commits }
        const inherited = await lentByRemote(ownerIn(head, server), host)
        return { ...shared, source: head, inherited, change: { base, about } }
      } catch (error) {
        if (!(error instanceof SourceFailure) || error.kind === 'interrupted') throw error
        if (error.kind === 'not-found') throw unknownTo(server, asked, tokenHint(organisation, calling.env))
        calling.log(`${asked}: ${error.message}`)
        return { ...shared, source: unreachable(asked, full, error) }
      }
    },
  }
}

/** The owner as the host writes it today. */
function ownerIn({ identity }: Source, server: string) {
  const [owner = '', name = ''] = (identity.repository ?? '').split('/')
  return { server, owner, name }
}

function keptBy(store: Store): KeptContents {
  return { missing: (oids) => store.known.missingBlobs(oids), read: (oid) => store.blob(oid) }
}

function unreachable(origin: string, repository: string, failure: SourceFailure): Source {
  const fail = () => Promise.reject(failure)
  return { identity: { origin, repository, defaultBranch: undefined, head: undefined }, entries: fail, read: fail }
}

function unknownTo(server: string, asked: string, hint: string): UsageFailure {
  return new UsageFailure('subject-unknown', `${server} shows no "${asked}".`, { hint })
}

function tokenHint(organisation: OrganisationConfig, env: Io['env']): string {
  const source = organisation.app === undefined ? organisation.tokenFrom.join(' or ') : `app ${organisation.app.id}`
  return missingCredential(organisation, env) === undefined
    ? `Check the name, and that the token of ${source} may read it.`
    : `If it is private, ${source} must hold a token that may read it.`
}
