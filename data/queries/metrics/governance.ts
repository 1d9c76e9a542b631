import { defineMetric } from './metric.ts'

export const governance = defineMetric({
  id: 'governance',
  title: { fr: 'Avancement de la gouvernance', en: 'Progress of governance' },
  definition: {
    fr: 'Activités de la Good Governance Initiative par but et par état, au dernier bilan gardé.',
    en: 'Activities of the Good Governance Initiative by goal and state, in the last assessment that was kept.',
  },
  formula: {
    fr: 'Nombre d’activités ; jamais un taux, ni un rang.',
    en: 'Number of activities; never a rate, nor a rank.',
  },
  unit: 'activities',
  source: {
    fr: 'Bilans gardés par `parvis ggi status --record`.',
    en: 'Assessments kept by `parvis ggi status --record`.',
  },
  limits: {
    fr: 'Les mots d’état sont ceux de la méthode (OSPO Alliance, CC BY 4.0) ; la rédaction est la nôtre.',
    en: 'The names of the states are those of the method (OSPO Alliance, CC BY 4.0); the wording is ours.',
  },
  notFor: {
    fr: 'Comparer des organisations, ou dire un pourcentage d’avancement.',
    en: 'Comparing organisations, or telling a percentage of progress.',
  },
  audience: 'internal',
  streams: [],
  columns: ['goal', 'state', 'activities'],
  query: {
    params: {},
    row: { goal: 'text', state: 'text', activities: 'integer' },
    sql: `
    SELECT a.goal, a.state, COUNT(*) AS activities
    FROM assessment_activity a
    WHERE a.assessment = (SELECT MAX(b.id) FROM assessment b)
    GROUP BY a.goal, a.state
    ORDER BY a.goal, a.state`,
  },
  finish: (rows) => ({
    rows,
    missing: rows.length === 0 ? [{ kind: 'never-assessed', count: 0, names: [] }] : [],
  }),
  behind: {
    columns: ['activity', 'goal', 'state'],
    params: {},
    row: { activity: 'text', goal: 'text', state: 'text' },
    sql: `
    SELECT a.activity, a.goal, a.state
    FROM assessment_activity a
    WHERE a.assessment = (SELECT MAX(b.id) FROM assessment b)
    ORDER BY a.activity`,
  },
})
