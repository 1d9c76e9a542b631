import type { Cursor, Finished, Gap, Gone, Known } from '#data/model/collection.ts'
import type { Instant } from '#data/model/instant.ts'
import type { Record, RecordType } from '#data/model/records.ts'
import type { Language, Text } from '#data/model/vocabulary.ts'
import type { Pseudonymiser } from './pseudonym.ts'
import type { Transport } from './transport.ts'

/** What a collector cannot do without. An absent need closes the run as `skipped`, with its reason. */
export type Need = 'network' | 'token' | 'git' | 'disk'

/** A clone on this disk. */
export interface CloneScope {
  readonly path: string
  /** Its `owner/name` when configured, else its origin remote says it. */
  readonly repository?: string
  /** Whether the configuration says that anybody may read the repository. */
  readonly isPublic?: boolean
}

/** What one run looks at. */
export type Scope =
  /** All of an organisation, or the one repository of it that is named. */
  | { readonly kind: 'organisation'; readonly server: string; readonly login: string; readonly repository?: string }
  /** Accounts of a server, whatever organisation they act in; `organisations` are ours there. */
  | { readonly kind: 'people'; readonly server: string; readonly organisations: readonly string[] }
  /** A local clone and the files of one. */
  | ({ readonly kind: 'clone' } & CloneScope)
  | ({ readonly kind: 'checkout' } & CloneScope)
  /** A file that people keep; `register` is the id of what is kept in it. */
  | {
      readonly kind: 'register'
      readonly register: string
      readonly file: string
      readonly server: string
      /** Languages of the site, which texts are asked for in; both unless told. */
      readonly languages?: readonly Language[]
    }

/**
 * One answer of the world. It may serve many repositories, be partial, or tell of deletions, so it carries all of that
 * and is saved in one transaction. Items are raw and serialisable, with classified fields already made pseudonymous.
 */
export interface Batch<Item> {
  readonly items: readonly Item[]
  readonly cursors?: readonly Cursor[]
  readonly finished?: readonly Finished[]
  readonly gaps?: readonly Gap[]
  readonly gone?: readonly Gone[]
}

export interface CollectContext {
  readonly transport: Transport
  readonly known: Known
  readonly pseudonymise: Pseudonymiser
  readonly signal: AbortSignal
  /** Whether to walk everything again, whatever is known. */
  readonly full: boolean
  /** Labels under which the title of an issue is kept, masked; of all others no title is. Lower case. */
  readonly titleLabels?: readonly string[]
  /** A first walk asks for nothing older. */
  readonly since?: Instant
  now(): Instant
  log(message: string): void
}

/** `fetch` knows no database, `normalize` knows no network. */
export interface Collector<Item = unknown> {
  /** `place/what`. */
  readonly id: string
  readonly title: Text
  readonly summary: Text
  readonly scope: Scope['kind']
  /** It runs only where the configuration or the command line asks for it: it costs a request for each repository. */
  readonly isOnRequest?: true
  readonly produces: readonly RecordType[]
  readonly needs: readonly Need[]
  /** Kinds of personal data it meets: never in an export, a log, a recording or the site. */
  readonly classified: readonly 'email'[]
  fetch(scope: Scope, context: CollectContext): AsyncIterable<Batch<Item>>
  /** Pure: tested straight from recorded answers. */
  normalize(item: Item): readonly Record[]
}

/** Types the literal and hides its item type, which is nobody's business but its own. */
export function defineCollector<Item>(collector: Collector<Item>): Collector {
  return collector as Collector
}
