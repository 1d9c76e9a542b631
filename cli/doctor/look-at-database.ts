import { existsSync, statSync } from 'node:fs'
import type { Language } from '#data/model/vocabulary.ts'
import { problemInFrench } from '#data/problem-told.ts'
import { freshness } from '#data/queries/freshness.ts'
import { type Gap, gaps } from '#data/queries/gaps.ts'
import { pseudonymCount, soundness } from '#data/queries/soundness.ts'
import { openStore, type Store } from '#data/store.ts'
import type { Config } from '../config.ts'
import type { Io } from '../io.ts'
import { keptSecret } from '../secret.ts'
import { brokenBy, type Finding } from './finding.ts'
import type { DoctorWords } from './words.ts'

const STALE_AFTER_DAYS = 7
const NAMED = 3
const SOUND = 'ok'

interface Looking {
  readonly config: Config
  readonly io: Io
  readonly words: DoctorWords
  readonly language: Language
}

/** The file, the key that belongs to it, and how old and whole what it holds is. Writes nothing, makes no database. */
export async function lookAtDatabase({ config, io, words, language }: Looking): Promise<readonly Finding[]> {
  const { database } = config
  if (!existsSync(database)) {
    return [
      { subject: 'database', health: 'attention', says: words.databaseNone(database), remedy: words.collect },
      { subject: 'key', health: 'unknown', says: words.keyNoneYet },
    ]
  }
  try {
    const store = await openStore({ path: database, mode: 'read' })
    try {
      return [
        await soundnessOf(store, { config, words }),
        await keyOf(store, { config, io, words }),
        await freshnessOf(store, { io, words }),
        ...(await gapsIn(store, { words, language })),
      ]
    } finally {
      store.close()
    }
  } catch (error) {
    return [brokenBy('database', error)]
  }
}

async function soundnessOf(store: Store, { config, words }: Pick<Looking, 'config' | 'words'>): Promise<Finding> {
  const [first] = await store.ask(soundness, {})
  if (first !== undefined && first.problem !== SOUND)
    return { subject: 'database', health: 'broken', says: words.databaseDamaged(first.problem), remedy: words.restore }
  const megabytes = (statSync(config.database).size / 1e6).toFixed(1)
  return { subject: 'database', health: 'fine', says: words.databaseSound(config.database, megabytes) }
}

async function keyOf(store: Store, { config, io, words }: Omit<Looking, 'language'>): Promise<Finding> {
  if (keptSecret(config, io.env) !== undefined) return { subject: 'key', health: 'fine', says: words.keyKept }
  const [kept] = await store.ask(pseudonymCount, {})
  if ((kept?.count ?? 0) === 0) return { subject: 'key', health: 'fine', says: words.keyNoneYet }
  return { subject: 'key', health: 'broken', says: words.keyNone, remedy: words.keyRemedy(config.secretFile) }
}

async function freshnessOf(store: Store, { io, words }: Pick<Looking, 'io' | 'words'>): Promise<Finding> {
  const runs = await store.ask(freshness, {})
  if (runs.length === 0)
    return { subject: 'freshness', health: 'attention', says: words.neverRead, remedy: words.collect }
  const limit = new Date(io.now().getTime() - STALE_AFTER_DAYS * 86_400_000).toISOString()
  const stale = runs.filter(({ last_complete_at: at }) => at === null || at < limit)
  if (stale.length === 0) {
    const oldest = runs.map(({ last_complete_at: at }) => at ?? '').sort()[0] ?? ''
    return { subject: 'freshness', health: 'fine', says: words.fresh(oldest.slice(0, 10)) }
  }
  const names = stale.slice(0, NAMED).map(({ collector, scope }) => `${collector} ${scope}`)
  const listed = `${names.join(', ')}${stale.length > NAMED ? ' …' : ''}`
  const says = words.stale(stale.length, runs.length, listed)
  return { subject: 'freshness', health: 'attention', says, remedy: words.collect }
}

/** By reason: each has a remedy of its own, told where everything that is missing is listed. */
async function gapsIn(
  store: Store,
  { words, language }: Pick<Looking, 'words' | 'language'>,
): Promise<readonly Finding[]> {
  const byReason = Map.groupBy(await store.ask(gaps, {}), ({ reason }) => reason)
  if (byReason.size === 0) return [{ subject: 'gaps', health: 'fine', says: words.noGaps }]
  return [...byReason].map(([reason, own]) => {
    const remedy = words.remedies(reason)
    return {
      ...{ subject: 'gaps', health: 'attention', says: words.gaps(own.length, reason, firstOf(own, language)) },
      ...(remedy !== undefined && { remedy }),
    } as const
  })
}

function firstOf([gap]: readonly Gap[], language: Language): string {
  if (gap === undefined) return ''
  return (language === 'fr' ? problemInFrench(gap.code, gap.repository ?? gap.subject) : undefined) ?? gap.message
}
