import { defineMetric } from './metric.ts'
import { SCOPE_PARAMS, SCOPED } from './scope.ts'

/** Lines about what is asked about; for the public, about nothing that only some can read. */
const TOLD = `WHERE (
          :owner = '' OR EXISTS (
            SELECT 1 FROM scoped s JOIN repository r ON r.id = s.id
            WHERE lower(a.component) IN (lower(r.name), lower(r.owner || '/' || r.name))
          )
        )
        AND (
          :anonymous_only = 0 OR NOT EXISTS (
            SELECT 1 FROM repository h
            LEFT JOIN component c ON c.repository = h.id
            WHERE h.gone_at IS NULL AND COALESCE(h.readability, 'unknown') <> 'anonymous'
              AND (
                lower(a.component) IN (lower(h.name), lower(h.owner || '/' || h.name))
                OR lower(a.component) IN (lower(c.artifact_id), lower(c.group_id || ':' || c.artifact_id))
              )
          )
        )`

export const adoption = defineMetric({
  id: 'adoption',
  title: { fr: 'Réutilisation', en: 'Reuse' },
  definition: {
    fr: 'Organisations qui réutilisent un composant ou un pack de services, par nature, pays et état ; directement ou par un pack.',
    en: 'Organisations that reuse a component or a service pack, by kind, country and state; directly or through a pack.',
  },
  formula: {
    fr: 'Organisations distinctes du registre. Sans confirmation depuis 24 mois, elle est comptée à part, et plus du tout en public.',
    en: 'Distinct organisations of the register. One not confirmed for 24 months is counted apart, and no more in public.',
  },
  unit: 'adopters',
  source: { fr: 'Registre des réutilisateurs.', en: 'Register of adopters.' },
  limits: {
    fr: 'Personne n’est obligé de se faire connaître : c’est un minimum. Un dépôt qui dépend d’un composant est une piste, pas un réutilisateur. Une même organisation peut compter sous plusieurs états.',
    en: 'Nobody has to make themselves known: it is a minimum. A repository that depends on a component is a lead, not an adopter. One organisation may count under several states.',
  },
  notFor: {
    fr: 'Dire combien de villes « utilisent » un logiciel sans le mot « au moins ».',
    en: 'Saying how many cities "use" a piece of software without the words "at least".',
  },
  audience: 'public',
  streams: [],
  registers: ['adopters'],
  columns: ['state', 'adopter_type', 'country', 'through', 'adopters', 'unconfirmed'],
  rules: { unconfirmed: { audience: 'internal' } },
  query: {
    params: { ...SCOPE_PARAMS, as_of: 'text' },
    row: {
      ...{ state: 'text', adopter_type: 'text?', country: 'text?', through: 'text' },
      ...{ adopters: 'integer', unconfirmed: 'integer' },
    },
    sql: `
    WITH ${SCOPED}, line AS (
      SELECT a.organisation, a.state, a.type, a.country, CASE WHEN a.is_assembly = 1 THEN 'assembly' ELSE 'direct' END AS through,
        CAST(substr(:as_of, 1, 4) AS INTEGER) * 12 + CAST(substr(:as_of, 6, 2) AS INTEGER)
          - CAST(substr(a.confirmed_at, 1, 4) AS INTEGER) * 12 - CAST(substr(a.confirmed_at, 6, 2) AS INTEGER) AS months,
        CASE WHEN substr(a.confirmed_at, 9, 2) < substr(:as_of, 9, 2) THEN 1 ELSE 0 END AS is_earlier_day
      FROM register_adopters a
      ${TOLD}
    ), aged AS (
      SELECT l.organisation, l.state, l.type, l.country, l.through,
        CASE WHEN l.months > 24 OR (l.months = 24 AND l.is_earlier_day = 1) THEN 1 ELSE 0 END AS is_old
      FROM line l
    ), told AS (
      SELECT l.state, l.type AS adopter_type, l.country, l.through, l.organisation, l.is_old FROM aged l
      UNION ALL
      SELECT l.state, NULL, NULL, 'any-way', l.organisation, l.is_old FROM aged l
      UNION ALL
      SELECT 'reusing', NULL, NULL, 'any-way', l.organisation, l.is_old FROM aged l
      WHERE l.state IN ('in-service', 'testing')
    )
    SELECT t.state, t.adopter_type, t.country, t.through,
      COUNT(DISTINCT CASE WHEN t.is_old = 0 THEN lower(t.organisation) END) AS adopters,
      COUNT(DISTINCT lower(t.organisation)) - COUNT(DISTINCT CASE WHEN t.is_old = 0 THEN lower(t.organisation) END) AS unconfirmed
    FROM told t
    WHERE :anonymous_only = 0 OR t.is_old = 0
    GROUP BY t.state, t.adopter_type, t.country, t.through
    ORDER BY t.state, t.adopter_type, t.country, t.through`,
  },
  behind: {
    columns: ['component', 'state', 'adopter_type', 'country', 'through', 'confirmed_on'],
    params: SCOPE_PARAMS,
    row: {
      ...{ component: 'text?', state: 'text', adopter_type: 'text', country: 'text?', through: 'text' },
      confirmed_on: 'text?',
    },
    sql: `
    WITH ${SCOPED}
    SELECT a.component, a.state, a.type AS adopter_type, a.country,
      CASE WHEN a.is_assembly = 1 THEN 'assembly' ELSE 'direct' END AS through, a.confirmed_at AS confirmed_on
    FROM register_adopters a
    ${TOLD}
    ORDER BY lower(a.component), a.state, a.type, a.country, a.confirmed_at`,
  },
})
