import type { PublishedTables } from './published-table.ts'

/** What the public may see of governance, where its officer said so. */
export const GOVERNANCE_TABLES: PublishedTables = {
  ggi_activity: {
    title: { fr: 'Activités de bonne gouvernance', en: 'Good governance activities' },
    fr: 'Les activités de la Good Governance Initiative, dans les états que connaît la méthode.',
    columns: {
      activity: 'identifiant du manuel : GGI-A-21',
      position: 'ordre du manuel, à partir de 1',
      goal: 'usage, trust, culture, engagement, strategy',
      state: 'not-selected, in-progress, done',
      scope: 'ce que le travail recouvre ici, dans les mots du responsable',
    },
  },
  ggi_objective: {
    title: { fr: 'Objectifs des activités', en: 'Objectives of activities' },
    fr: 'Ce qu’une activité doit atteindre.',
    columns: {
      activity: 'l’activité',
      position: 'ordre dans la fiche, à partir de 1',
      objective: 'ce qui est à atteindre, dans les mots du responsable',
      is_done: '1 : atteint',
    },
  },
}

/** Tables that have rows in an internal file only; a public one carries them empty, since pages ask them. */
export const INTERNAL_TABLES: readonly string[] = [
  ...['ggi_scorecard', 'ggi_point', 'ggi_difference', 'ggi_deadline'],
  ...['ggi_evidence', 'ggi_evidence_row', 'ggi_history', 'ggi_suggestion'],
  ...['todo', 'todo_gap', 'last_run', 'last_run_problem', 'register_state', 'conformity_month', 'error_state'],
  ...['brick', 'brick_version', 'brick_place', 'brick_plan'],
  'report',
]
