import { SCOPED } from '#data/queries/metrics/scope.ts'

/**
 * What is asked of another engine where ours is asked of steps that are kept: the same counts and distinct people, as
 * whoever knows that engine would put the question to rows. Each answers months, the whole period, groups and everybody.
 */
export const PLAIN: Readonly<Record<string, string>> = {
  'change-requests': flows(
    'change_request',
    'ended_month',
    "CASE m.ending WHEN 'merged' THEN 'merged' ELSE 'closed' END",
  ),
  'change-request-closure': flows('change_request', 'ended_month', "'ended'"),
  'change-request-acceptance': counted(
    `SELECT m.ending AS event, m.ended_month AS month, m.author_group, m.author AS person, 1 AS cases
    FROM change_request_measure m JOIN scoped s ON s.id = m.repository
    WHERE m.ended_month BETWEEN :from_month AND :to_month`,
  ),
  issues: flows('issue', 'closed_month', "'closed'"),
  'issue-closure': flows('issue', 'closed_month', "'closed'"),
  commits: counted(
    `SELECT c.kind AS event, c.month, c.person_group AS author_group, c.person, c.contributions AS cases
    FROM contributor_month c JOIN scoped s ON s.id = c.repository
    WHERE c.kind IN ('commit', 'release-commit') AND c.month BETWEEN :from_month AND :to_month AND s.is_copy = 0`,
  ),
  contributors: `
    WITH ${SCOPED}, acted AS (
      SELECT DISTINCT c.person, c.person_group, c.month
      FROM contributor_month c JOIN scoped s ON s.id = c.repository
      WHERE c.month <= :to_month AND c.person_group <> 'bot' AND (s.is_copy = 0 OR c.kind <> 'commit')
        AND c.kind IN ('commit', 'change-request', 'issue', 'response', 'merge')
    ), stepped AS (
      SELECT a.person_group, a.month,
        LAG(a.month) OVER (PARTITION BY a.person, a.person_group ORDER BY a.month) AS before_month
      FROM acted a
      UNION ALL
      SELECT 'all', e.month, LAG(e.month) OVER (PARTITION BY e.person ORDER BY e.month) AS before_month
      FROM (SELECT DISTINCT a.person, a.month FROM acted a) e
    )
    SELECT p.person_group, p.month, p.before_month, COUNT(*) AS persons
    FROM stepped p
    GROUP BY p.person_group, p.month, p.before_month`,
  communities: `
    WITH ${SCOPED}
    SELECT c.kind, c.person_group = 'bot' AS is_bot, COUNT(DISTINCT c.person) AS persons, SUM(c.contributions) AS cases
    FROM contributor_month c JOIN scoped s ON s.id = c.repository
    WHERE c.month BETWEEN :from_month AND :to_month AND (s.is_copy = 0 OR c.kind <> 'commit')
      AND c.kind IN ('issue', 'commit', 'change-request', 'translation')
    GROUP BY c.kind, c.person_group = 'bot'`,
}

function flows(item: 'change_request' | 'issue', ended: string, ending: string): string {
  const measured = `FROM ${item}_measure m JOIN scoped s ON s.id = m.repository`
  return `${counted(
    `SELECT 'opened' AS event, m.created_month AS month, m.author_group, m.author AS person, 1 AS cases
    ${measured} WHERE m.created_month BETWEEN :from_month AND :to_month
    UNION ALL
    SELECT ${ending} AS event, m.${ended} AS month, m.author_group, m.author AS person, 1 AS cases
    ${measured} WHERE m.${ended} BETWEEN :from_month AND :to_month`,
  )}
    UNION ALL
    SELECT 'standing' AS event, 0 AS month, m.author_group, COUNT(*) AS cases, 0 AS persons
    ${measured} WHERE m.created_month < :from_month AND (m.${ended} IS NULL OR m.${ended} >= :from_month)
    GROUP BY m.author_group`
}

function counted(rows: string): string {
  return `
    WITH ${SCOPED}, done AS (${rows})
    SELECT d.event, d.month, d.author_group, SUM(d.cases) AS cases, COUNT(DISTINCT d.person) AS persons
    FROM done d
    GROUP BY GROUPING SETS ((d.event, d.month, d.author_group), (d.event, d.author_group))
    UNION ALL
    SELECT d.event, d.month, 'all' AS author_group, SUM(d.cases) AS cases, COUNT(DISTINCT d.person) AS persons
    FROM done d
    WHERE d.author_group <> 'bot'
    GROUP BY GROUPING SETS ((d.event, d.month), (d.event))`
}
