import type { Cost, RunSummary, Waited, WaitReason } from '#data/model/collection.ts'
import { englishCount, frenchCount } from '#data/model/plural.ts'
import type { Language, RunStatus } from '#data/model/vocabulary.ts'

type Column =
  | Exclude<keyof RunSummary, 'from' | 'to' | 'problems' | 'busySeconds' | 'waits'>
  | 'repository'
  | 'stream'
  | 'asked'
  | 'came'
  | 'missing'

interface Words {
  readonly columns: Readonly<Record<Column, string>>
  readonly status: Readonly<Record<RunStatus, string>>
  readonly nothingMissing: string
  missing(count: number): string
  database(file: string, megabytes: string): string
  /** Seconds. */
  busy(seconds: number): string
  waited(wait: Waited): string
  totals(sums: Cost & Pick<RunSummary, 'read' | 'written' | 'unchanged'>): string
}

const WHY = {
  fr: {
    primary: 'le quota de l’heure était épuisé',
    secondary: 'l’hôte demandait de ralentir',
    pace: 'pour ménager l’hôte',
  },
  en: {
    primary: 'the hour’s quota was used up',
    secondary: 'the host asked to slow down',
    pace: 'to spare the host',
  },
} as const satisfies Record<Language, Record<WaitReason, string>>

/** What the summary of a collection says. */
export const RUN_WORDS = {
  fr: {
    columns: {
      collector: 'collecteur',
      scope: 'portée',
      status: 'état',
      requests: 'requêtes',
      points: 'points',
      read: 'lus',
      written: 'écrits',
      unchanged: 'inchangés',
      repository: 'dépôt',
      stream: 'flux',
      asked: 'demandés',
      came: 'reçus',
      missing: 'manquants',
    },
    status: { running: 'en cours', complete: 'complet', partial: 'partiel', skipped: 'ignoré', failed: 'échoué' },
    nothingMissing: 'Rien de ce qui fut demandé ne manque.',
    missing: (count) => `Manquent (${count}) :`,
    database: (file, megabytes) => `Base : ${file}, ${megabytes.replace('.', ',')} Mo`,
    busy: (seconds) => `L’hôte a passé ${String(seconds).replace('.', ',')} s à répondre.`,
    waited: ({ reason, times, seconds, until }) =>
      `Attendu ${Math.ceil(seconds)} s en ${times} fois, la dernière jusqu’à ${until.slice(11)} : ${WHY.fr[reason]}.`,
    totals: ({ requests, points, read, written, unchanged }) =>
      `Dépensé : ${frenchCount(requests, 'requête')}, ${frenchCount(points, 'point')}. Lus : ${read} ; lignes écrites : ${written} ; inchangés : ${unchanged}.`,
  },
  en: {
    columns: {
      collector: 'collector',
      scope: 'scope',
      status: 'status',
      requests: 'requests',
      points: 'points',
      read: 'read',
      written: 'written',
      unchanged: 'unchanged',
      repository: 'repository',
      stream: 'stream',
      asked: 'asked',
      came: 'came',
      missing: 'missing',
    },
    status: { running: 'running', complete: 'complete', partial: 'partial', skipped: 'skipped', failed: 'failed' },
    nothingMissing: 'Nothing that was asked for is missing.',
    missing: (count) => `Missing (${count}):`,
    database: (file, megabytes) => `Database: ${file}, ${megabytes} MB`,
    busy: (seconds) => `The host took ${seconds} s to answer.`,
    waited: ({ reason, times, seconds, until }) =>
      `Waited ${Math.ceil(seconds)} s, ${times === 1 ? 'once' : `${times} times`}, the last until ${until.slice(11)}: ${WHY.en[reason]}.`,
    totals: ({ requests, points, read, written, unchanged }) =>
      `Spent: ${englishCount(requests, 'request')}, ${englishCount(points, 'point')}. Read: ${read}; rows written: ${written}; unchanged: ${unchanged}.`,
  },
} as const satisfies Record<Language, Words>
