import { englishPlural, frenchPlural } from '#data/model/plural.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { StepId } from '../refresh/steps.ts'

export type StepState = 'done' | 'findings' | 'partial' | 'failed' | 'not-begun'

interface Words {
  readonly steps: Readonly<Record<StepId, string>>
  readonly states: Readonly<Record<StepState, string>>
  readonly took: (seconds: number) => string
  readonly begins: (step: string) => string
  readonly collected: (runs: { readonly complete: number; readonly all: number }) => string
  readonly judged: (repositories: number, toMend: number) => string
  readonly assessed: (isNew: boolean) => string
  readonly next: string
}

/** What the closing screen of a refresh says. */
export const REFRESH_WORDS = {
  fr: {
    steps: {
      collect: 'collecte',
      lint: 'règles',
      governance: 'gouvernance',
      public: 'site public',
      internal: 'site interne',
      note: 'note de la semaine',
    },
    states: {
      done: 'fait',
      findings: 'à corriger',
      partial: 'partiel',
      failed: 'échoué',
      'not-begun': 'pas commencé',
    },
    took: (seconds) => `${seconds < 10 ? seconds.toFixed(1).replace('.', ',') : Math.round(seconds)} s`,
    begins: (step) => `→ ${step}`,
    collected: ({ complete, all }) =>
      `${complete} ${frenchPlural(complete, 'lecture complète', 'lectures complètes')} sur ${all}`,
    judged: (repositories, toMend) =>
      `${repositories} ${frenchPlural(repositories, 'dépôt jugé', 'dépôts jugés')}, ${toMend} à corriger`,
    assessed: (isNew) => (isNew ? 'une évaluation de plus est gardée' : 'rien n’a changé, la dernière est confirmée'),
    next: 'Ce qui attend : parvis todo',
  },
  en: {
    steps: {
      collect: 'collection',
      lint: 'rules',
      governance: 'governance',
      public: 'public site',
      internal: 'internal site',
      note: 'weekly note',
    },
    states: { done: 'done', findings: 'to correct', partial: 'partial', failed: 'failed', 'not-begun': 'not begun' },
    took: (seconds) => `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`,
    begins: (step) => `→ ${step}`,
    collected: ({ complete, all }) => `${complete} of ${all} ${englishPlural(all, 'reading')} complete`,
    judged: (repositories, toMend) =>
      `${repositories} ${englishPlural(repositories, 'repository', 'repositories')} judged, ${toMend} to correct`,
    assessed: (isNew) => (isNew ? 'one more assessment is kept' : 'nothing changed, the last one is confirmed'),
    next: 'What waits: parvis todo',
  },
} as const satisfies Record<Language, Words>
