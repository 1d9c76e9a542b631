import type { Oid } from './model/oid.ts'
import { type Connection, text } from './sql.ts'

export interface FactKey {
  readonly oid: Oid
  readonly extractor: string
  readonly version: number
  /** sha256 of the extractor's options; empty for none. */
  readonly optionsDigest: string
}

/** Facts kept by what they were drawn from. A fact is any JSON value. */
export interface FactStore {
  /** One answer per key, in order; `undefined` where none is kept. */
  get(keys: readonly FactKey[]): Promise<readonly unknown[]>
  put(facts: readonly { readonly key: FactKey; readonly fact: unknown }[]): Promise<void>
}

/** What is drawn in a store that was opened for reading is not kept, and drawn again the next time. */
export function factStore(connection: Connection, { isReadOnly }: { readonly isReadOnly: boolean }): FactStore {
  return {
    async get(keys) {
      return keys.map((key) => {
        const row = connection.get(
          'SELECT fact FROM fact WHERE oid = ? AND extractor = ? AND version = ? AND options_digest = ?',
          [key.oid, key.extractor, key.version, key.optionsDigest],
        )
        return row === undefined ? undefined : JSON.parse(text(row, 'fact'))
      })
    },
    async put(facts) {
      if (isReadOnly) return
      connection.transaction(() => {
        for (const { key, fact } of facts) {
          connection.run(
            `INSERT INTO fact (oid, extractor, version, options_digest, fact) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (oid, extractor, version, options_digest) DO NOTHING`,
            [key.oid, key.extractor, key.version, key.optionsDigest, JSON.stringify(fact)],
          )
        }
      })
    },
  }
}
