import { defineMetric, type Missing } from './metric.ts'
import { GROUP_LIMITS, NOT_FOR_RANKING } from './phrases.ts'
import { SCOPE_PARAMS, SCOPED } from './scope.ts'

/** What is counted of each community, in the order in which it is shown. */
const COUNTED = [
  ...[
    ['functional', 'issue-authors'],
    ['functional', 'issues-opened'],
  ],
  ...[
    ['functional', 'requests-received'],
    ['functional', 'events-held'],
    ['functional', 'adopters-known'],
  ],
  ...[
    ['technical', 'commit-authors'],
    ['technical', 'change-request-authors'],
  ],
  ...[
    ['translators', 'translation-authors'],
    ['translators', 'translations-opened'],
    ['translators', 'translations-by-service'],
    ['translators', 'translation-days-held'],
  ],
] as const

const FROM_REGISTERS: Readonly<Record<string, string>> = {
  'requests-received': 'requests',
  'events-held': 'events',
  'adopters-known': 'adopters',
  'translation-days-held': 'translation-days',
}

export const communities = defineMetric({
  id: 'communities',
  title: { fr: 'Les trois communautés', en: 'The three communities' },
  definition: {
    fr: 'Communauté fonctionnelle (anomalies, demandes, rencontres, réutilisateurs), technique (commits, propositions) et de traduction (propositions qui touchent des fichiers de textes), sur la période.',
    en: 'The functional community (issues, requests, events, adopters), the technical one (commits, change requests) and the translators (change requests that touch files of texts), over the period.',
  },
  formula: {
    fr: 'Personnes distinctes, ou lignes des registres datées de la période. Réutilisateurs : ceux qui ne sont pas arrêtés, à ce jour.',
    en: 'Distinct people, or lines of registers dated within the period. Adopters: those that have not stopped, as of today.',
  },
  unit: 'persons',
  source: {
    fr: 'Anomalies, propositions et commits collectés ; registres des demandes, des rencontres, des réutilisateurs et des journées de traduction.',
    en: 'Issues, change requests and commits that were collected; registers of requests, events, adopters and translation days.',
  },
  limits: {
    fr: `Une même personne peut être de plusieurs communautés : elles ne s’additionnent pas. Où un service de traduction dépose pour des gens, leur nombre n’est pas connu. ${GROUP_LIMITS.fr}`,
    en: `One person may be of several communities: they do not add up. Where a translation service puts in what people did, their number is not known. ${GROUP_LIMITS.en}`,
  },
  notFor: NOT_FOR_RANKING,
  audience: 'public',
  streams: ['issues', 'change-requests', 'commits'],
  registers: ['requests', 'events', 'adopters', 'translation-days'],
  columns: ['community', 'what', 'value'],
  rules: { value: { persons: 'persons' } },
  query: {
    params: { ...SCOPE_PARAMS, from_month: 'integer', to_month: 'integer' },
    row: { what: 'text', value: 'integer', persons: 'integer?' },
    sql: `
    WITH ${SCOPED}, did AS (
      SELECT c.person, c.kind, c.contributions, CASE c.person_group WHEN 'bot' THEN 1 ELSE 0 END AS is_bot
      FROM contributor_month c JOIN scoped s ON s.id = c.repository
      WHERE c.month BETWEEN :from_month AND :to_month AND (s.is_copy = 0 OR c.kind <> 'commit')
        AND (c.kind <> 'issue' OR c.repository NOT IN (SELECT t.repository FROM issue_tracker t WHERE t.place <> 'host'))
    ), counted AS (
      SELECT d.kind, d.is_bot, COUNT(DISTINCT d.person) AS persons, SUM(d.contributions) AS contributions
      FROM did d
      GROUP BY d.kind, d.is_bot
    )
    SELECT CASE c.kind WHEN 'issue' THEN 'issue-authors' WHEN 'commit' THEN 'commit-authors'
        WHEN 'change-request' THEN 'change-request-authors' ELSE 'translation-authors' END AS what,
      c.persons AS value, c.persons
    FROM counted c WHERE c.is_bot = 0 AND c.kind IN ('issue', 'commit', 'change-request', 'translation')
    UNION ALL
    SELECT CASE WHEN c.is_bot = 1 THEN 'translations-by-service' WHEN c.kind = 'issue' THEN 'issues-opened'
        ELSE 'translations-opened' END AS what,
      c.contributions AS value, CASE WHEN c.is_bot = 0 THEN c.persons END AS persons
    FROM counted c WHERE c.kind = 'translation' OR (c.kind = 'issue' AND c.is_bot = 0)
    UNION ALL
    SELECT 'requests-received' AS what, COUNT(*) AS value, NULL AS persons FROM register_requests q
    WHERE CAST(replace(substr(q.received_at, 1, 7), '-', '') AS INTEGER) BETWEEN :from_month AND :to_month
    UNION ALL
    SELECT 'events-held' AS what, COUNT(*) AS value, NULL AS persons FROM register_events v
    WHERE CAST(replace(substr(v.start, 1, 7), '-', '') AS INTEGER) BETWEEN :from_month AND :to_month
    UNION ALL
    SELECT 'translation-days-held' AS what, COUNT(*) AS value, NULL AS persons FROM register_translation_days y
    WHERE CAST(replace(substr(y.date, 1, 7), '-', '') AS INTEGER) BETWEEN :from_month AND :to_month
    UNION ALL
    SELECT 'adopters-known' AS what, COUNT(DISTINCT a.organisation) AS value, NULL AS persons
    FROM register_adopters a WHERE a.state <> 'stopped'
    ORDER BY what`,
  },
  finish(rows, { owner }) {
    const found = new Map(rows.map((row) => [row.what, row]))
    const service = found.get('translations-by-service')?.value ?? 0
    const missing: readonly Missing[] = service === 0 ? [] : [{ kind: 'service-commits', count: service, names: [] }]
    return {
      missing,
      // A register tells of everything, not of one owner.
      rows: COUNTED.filter(([, what]) => owner === '' || !(what in FROM_REGISTERS)).map(([community, what]) => {
        const { value, persons } = found.get(what) ?? { value: 0, persons: 0 }
        const isUnknown = what === 'translation-authors' && service > 0
        return { community, what, value: isUnknown ? null : value, persons: persons ?? null }
      }),
    }
  },
})

/** Which register a count rests on; undefined for what was collected. */
export function registerBehind(what: string): string | undefined {
  return FROM_REGISTERS[what]
}
