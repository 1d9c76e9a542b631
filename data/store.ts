import type { Known, NormalizedBatch, RunId, Sink } from './model/collection.ts'
import type { LintReport } from './model/lint.ts'
import type { Oid } from './model/oid.ts'
import type { Instant, PersonRef } from './model/records.ts'
import type { Query, QueryParams, QueryRow } from './queries/query.ts'

/** Who wants to be the one writer that collects. `isRunning` says whether a process of this machine lives. */
export interface Holder {
  readonly command: string
  readonly pid: number
  readonly host: string
  isRunning(pid: number): boolean
}

export interface StoreOptions {
  readonly path: string
  readonly mode: 'read' | 'write'
  /** Takes the lease of the one collecting writer; left out by readers and by `lint --record`. */
  readonly lease?: Holder
  /** Key of the pseudonyms. The store keeps its fingerprint only and refuses another. */
  readonly secret?: string
}

export interface FactKey {
  readonly oid: Oid
  readonly extractor: string
  readonly version: number
  /** sha256 of the extractor's options; empty for none. */
  readonly optionsDigest: string
}

/** Facts kept by what they were drawn from. A fact is any JSON value; `undefined` where none is kept. */
export interface FactStore {
  get(keys: readonly FactKey[]): Promise<readonly unknown[]>
  put(facts: readonly { readonly key: FactKey; readonly fact: unknown }[]): Promise<void>
}

export interface Store {
  readonly path: string
  /** Saves all of a batch in one transaction, or nothing. Counts are rows that changed and records that were known so. */
  write(run: RunId, at: Instant, batch: NormalizedBatch): Promise<{ written: number; unchanged: number }>
  ask<Params extends QueryParams, Row extends QueryRow>(
    query: Query<Params, Row>,
    params: Params,
  ): Promise<readonly Row[]>
  readonly sink: Sink
  readonly known: Known
  readonly facts: FactStore
  /** The bytes of a stored content. */
  blob(oid: Oid): Promise<Uint8Array | undefined>
  /** Keeps the outcomes of a lint run; answers its number. */
  saveLint(report: LintReport, options: { readonly at: Instant }): Promise<number>
  /** Erases a person and keeps keyed hashes so that they do not come back; answers how many identities were known. */
  erasePerson(person: PersonRef, options: { readonly at: Instant }): Promise<number>
  /** sha256 over what is known, whatever the order it was learnt in. */
  contentHash(): Promise<string>
  /** A consistent copy while in use. */
  backup(path: string): Promise<void>
  close(): void
}

/** Opens the database, migrating it in write mode. Throws a `UsageFailure` for everything the user can mend. */
export declare function openStore(options: StoreOptions): Promise<Store>
