import { englishCount, englishPlural, frenchCount, frenchPlural } from '#data/model/plural.ts'
import type { Language, RunStatus } from '#data/model/vocabulary.ts'

interface Words {
  readonly begins: string
  readonly status: Readonly<Record<RunStatus, string>>
  repositories(done: number, of: number): string
  read(items: number): string
  requests(count: number): string
  written(rows: number): string
  pointsLeft(points: number): string
  /** `minutes` may be a fraction. */
  toGo(minutes: number): string
}

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** What the bar, and the lines in its place, say. */
export const PROGRESS_WORDS = {
  fr: {
    begins: 'commence',
    status: { running: 'en cours', complete: 'complet', partial: 'partiel', skipped: 'ignoré', failed: 'échoué' },
    repositories: (done, of) => `${done}/${of} ${frenchPlural(of, 'dépôt')}`,
    read: (items) => plural(items, 'élément lu', 'éléments lus'),
    requests: (count) => plural(count, 'requête', 'requêtes'),
    written: (rows) => plural(rows, 'ligne écrite', 'lignes écrites'),
    pointsLeft: (points) => frenchCount(points, 'point restant', 'points restants'),
    toGo: (minutes) => (minutes < 1 ? 'moins d’une minute' : `encore ${Math.ceil(minutes)} min`),
  },
  en: {
    begins: 'begins',
    status: { running: 'running', complete: 'complete', partial: 'partial', skipped: 'skipped', failed: 'failed' },
    repositories: (done, of) => `${done}/${of} ${englishPlural(of, 'repository', 'repositories')}`,
    read: (items) => plural(items, 'item read', 'items read'),
    requests: (count) => plural(count, 'request', 'requests'),
    written: (rows) => plural(rows, 'row written', 'rows written'),
    pointsLeft: (points) => `${englishCount(points, 'point')} left`,
    toGo: (minutes) => (minutes < 1 ? 'less than a minute to go' : `${Math.ceil(minutes)} min to go`),
  },
} as const satisfies Record<Language, Words>
