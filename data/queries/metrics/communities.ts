import { defineMetric, type MetricStream, type Missing } from './metric.ts'
import { peopleByRepository } from './people-by-repository.ts'
import { GROUP_LIMITS, NOT_FOR_RANKING } from './phrases.ts'
import { SCOPE_PARAMS } from './scope.ts'
import { knownSteps } from './steps.ts'

/** What is counted of each community, in the order in which it is shown, and the stream that it rests on. */
const COUNTED = [
  { community: 'functional', what: 'issue-authors', stream: 'issues' },
  { community: 'functional', what: 'issues-opened', stream: 'issues' },
  { community: 'functional', what: 'requests-received', isInternal: true },
  { community: 'functional', what: 'events-held' },
  // The public is told of adopters by the metric that leaves out those who were not confirmed for long.
  { community: 'functional', what: 'adopters-known', isInternal: true },
  { community: 'technical', what: 'commit-authors', stream: 'commits' },
  { community: 'technical', what: 'change-request-authors', stream: 'change-requests' },
  { community: 'translators', what: 'translation-authors', stream: 'change-requests' },
  { community: 'translators', what: 'translations-opened', stream: 'change-requests' },
  { community: 'translators', what: 'translations-by-service', stream: 'change-requests' },
  { community: 'translators', what: 'translation-days-held' },
] as const satisfies readonly {
  readonly community: string
  readonly what: string
  readonly stream?: MetricStream
  readonly isInternal?: true
}[]

export const communities = defineMetric({
  id: 'communities',
  title: { fr: 'Les trois communautés', en: 'The three communities' },
  definition: {
    fr: 'Communauté fonctionnelle (anomalies, demandes, rencontres, réutilisateurs), technique (commits, propositions) et de traduction (propositions qui touchent des fichiers de textes), sur la période.',
    en: 'The functional community (issues, requests, events, adopters), the technical one (commits, change requests) and the translators (change requests that touch files of texts), over the period.',
  },
  formula: {
    fr: 'Personnes distinctes, ou lignes des registres datées de la période. Réutilisateurs : ceux qui sont en service ou en essai, à ce jour.',
    en: 'Distinct people, or lines of registers dated within the period. Adopters: those in service or testing, as of today.',
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
    row: { what: 'text', value: 'integer?', persons: 'integer?' },
    sql: `
    WITH ${knownSteps(['issue', 'commit', 'change-request', 'translation'])}, summed AS (
      SELECT t.kind, CASE t.person_group WHEN 'bot' THEN 1 ELSE 0 END AS is_bot,
        SUM(CASE WHEN t.before_month < :from_month THEN t.persons ELSE 0 END) AS persons,
        SUM(t.contributions) AS contributions
      FROM known t
      WHERE t.month >= :from_month
      GROUP BY t.kind, CASE t.person_group WHEN 'bot' THEN 1 ELSE 0 END
    )
    SELECT CASE c.kind WHEN 'issue' THEN 'issue-authors' WHEN 'commit' THEN 'commit-authors'
        WHEN 'change-request' THEN 'change-request-authors' ELSE 'translation-authors' END AS what,
      c.persons AS value, c.persons
    FROM summed c WHERE c.is_bot = 0
    UNION ALL
    SELECT CASE WHEN c.is_bot = 1 THEN 'translations-by-service' WHEN c.kind = 'issue' THEN 'issues-opened'
        ELSE 'translations-opened' END AS what,
      c.contributions AS value, CASE WHEN c.is_bot = 0 THEN c.persons END AS persons
    FROM summed c WHERE c.kind = 'translation' OR (c.kind = 'issue' AND c.is_bot = 0)
    UNION ALL
    SELECT 'requests-received' AS what, CASE WHEN EXISTS (
      SELECT 1 FROM register_entry e WHERE e.register = 'requests') THEN COUNT(*) END AS value, NULL AS persons FROM register_requests q
    WHERE CAST(replace(substr(q.received_at, 1, 7), '-', '') AS INTEGER) BETWEEN :from_month AND :to_month
    UNION ALL
    SELECT 'events-held' AS what, CASE WHEN EXISTS (
      SELECT 1 FROM register_entry e WHERE e.register = 'events') THEN COUNT(*) END AS value, NULL AS persons FROM register_events v
    WHERE CAST(replace(substr(v.start, 1, 7), '-', '') AS INTEGER) BETWEEN :from_month AND :to_month
    UNION ALL
    SELECT 'translation-days-held' AS what, CASE WHEN EXISTS (
      SELECT 1 FROM register_entry e WHERE e.register = 'translation-days') THEN COUNT(*) END AS value, NULL AS persons FROM register_translation_days y
    WHERE CAST(replace(substr(y.date, 1, 7), '-', '') AS INTEGER) BETWEEN :from_month AND :to_month
    UNION ALL
    SELECT 'adopters-known' AS what, CASE WHEN EXISTS (
      SELECT 1 FROM register_entry e WHERE e.register = 'adopters') THEN COUNT(DISTINCT a.organisation) END AS value, NULL AS persons
    FROM register_adopters a WHERE a.state IN ('in-service', 'testing')
    ORDER BY what`,
  },
  finish(rows, { owner, anonymous_only, unread }) {
    const found = new Map(rows.map((row) => [row.what, row]))
    const service = found.get('translations-by-service')?.value ?? 0
    const missing: readonly Missing[] = service === 0 ? [] : [{ kind: 'service-commits', count: service, names: [] }]
    // A register tells of everything, not of one owner.
    const told = COUNTED.filter(
      (counted) => (owner === '' || 'stream' in counted) && (anonymous_only === 0 || !('isInternal' in counted)),
    )
    return {
      missing,
      rows: told.map(({ community, what, ...on }) => {
        const { value, persons } = found.get(what) ?? { value: 0, persons: null }
        const isUnread = 'stream' in on && unread.has(on.stream)
        const isUnknown = isUnread || (what === 'translation-authors' && service > 0)
        return { community, what, value: isUnknown ? null : value, persons }
      }),
    }
  },
  behind: peopleByRepository('issue', 'commit', 'change-request', 'translation'),
})
