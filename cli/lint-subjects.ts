import { openSource } from '#collectors/workdir/open-source.ts'
import type { FactCache } from '#data/facts/gather.ts'
import type { LintReport } from '#data/model/lint.ts'
import type { Entry, Source } from '#data/model/source.ts'
import type { Config } from './config.ts'
import type { Io } from './io.ts'

/** One thing to judge. */
export interface OpenSubject {
  readonly source: Source
  readonly factCache?: FactCache
  /** Files that the host lends from the owner's `.github` repository; absent when nobody looked. */
  readonly inherited?: readonly Entry[]
  /** Read from the database, so that its outcomes are kept there. */
  readonly isStored: boolean
}

export interface OpenedSubjects {
  readonly subjects: AsyncIterable<OpenSubject>
  save(report: LintReport): Promise<void>
  close(): Promise<void>
}

interface Opening {
  readonly config: Config
  readonly io: Io
  /** `owner/name` that paths are judged as. */
  readonly as: string | undefined
  readonly signal: AbortSignal
}

/** Opens what was asked for: an existing path wins over a name of the database. */
export async function openSubjects(asked: readonly string[], opening: Opening): Promise<OpenedSubjects> {
  async function* subjects(): AsyncGenerator<OpenSubject> {
    for (const one of asked) {
      const source = await openSource(one, { as: opening.as, signal: opening.signal })
      yield { source, isStored: false }
    }
  }
  return { subjects: subjects(), save: async () => {}, close: async () => {} }
}
