import type { Cost, RunSummary } from '#data/model/collection.ts'
import type { Language, RunStatus } from '#data/model/vocabulary.ts'

type Column =
  | Exclude<keyof RunSummary, 'from' | 'to' | 'problems'>
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
  totals(sums: Cost & Pick<RunSummary, 'read' | 'written' | 'unchanged'>): string
}

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
    totals: ({ requests, points, read, written, unchanged }) =>
      `Dépensé : ${requests} requêtes, ${points} points. Lus : ${read} ; lignes écrites : ${written} ; inchangés : ${unchanged}.`,
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
    totals: ({ requests, points, read, written, unchanged }) =>
      `Spent: ${requests} requests, ${points} points. Read: ${read}; rows written: ${written}; unchanged: ${unchanged}.`,
  },
} as const satisfies Record<Language, Words>
