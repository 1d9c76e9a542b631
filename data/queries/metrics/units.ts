import type { Text } from '../../model/vocabulary.ts'
import type { MetricUnit } from './metric.ts'

/** What the value of a metric counts, in words. */
export const UNIT_WORDS = {
  'change-requests': { fr: 'propositions de code', en: 'change requests' },
  issues: { fr: 'anomalies et demandes', en: 'issues' },
  commits: { fr: 'commits', en: 'commits' },
  releases: { fr: 'versions', en: 'releases' },
  persons: { fr: 'personnes distinctes', en: 'distinct people' },
  organisations: { fr: 'organisations', en: 'organisations' },
  repositories: { fr: 'dépôts', en: 'repositories' },
  components: { fr: 'composants', en: 'components' },
  keys: { fr: 'clés de traduction', en: 'keys of translations' },
  adopters: { fr: 'réutilisateurs', en: 'adopters' },
  bricks: { fr: 'composants tiers', en: 'third-party components' },
  activities: { fr: 'activités du GGI', en: 'activities of the GGI' },
  outcomes: { fr: 'règles jugées, une fois par dépôt', en: 'rules judged, once a repository' },
  days: {
    fr: 'jours de 24 heures, ouvrés ou non selon la colonne',
    en: 'days of 24 hours, working days or all, by column',
  },
  ratio: { fr: 'part, de 0 à 1', en: 'share, from 0 to 1' },
} as const satisfies Readonly<Record<MetricUnit, Text>>
