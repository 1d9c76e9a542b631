/**
 * The first response to what is `answered`: what somebody else said of it, or, where nobody spoke before, its merge or its
 * closing by somebody else. Who closed it is not kept. Where it is not known what was said first, an ending settles nothing.
 */
const RESPONDED = `responded AS MATERIALIZED (
    SELECT a.id, a.is_settled,
      CASE
        WHEN a.said_epoch IS NULL AND a.is_settled = 0 THEN NULL
        WHEN a.said_epoch IS NULL OR a.ended_epoch < a.said_epoch THEN a.ended_epoch
        ELSE a.said_epoch
      END AS epoch,
      CASE
        WHEN a.said_epoch IS NULL AND (a.is_settled = 0 OR a.ended_epoch IS NULL) THEN NULL
        WHEN a.said_epoch IS NULL OR a.ended_epoch < a.said_epoch THEN a.merger
        ELSE a.speaker
      END AS person
    FROM answered a
  )`

/**
 * How the rollups of one repository are worked out anew, in this order. `:repository` is its number; `working_days`
 * counts between two instants (null without the second), `is_bundle` tells files of texts by their path, `reason_of_labels` and `reason_of_phrase` say
 * why something was closed. What people said of it stands above what can be concluded: never answered, withdrawn,
 * and last that it breaks rules.
 */
export const STATEMENTS: readonly string[] = [
  'DELETE FROM change_request_measure WHERE repository = :repository',
  'DELETE FROM issue_measure WHERE repository = :repository',
  'DELETE FROM contributor_month_now',
  // Materialised: a view of many arms is else put in place of its name, and all that hangs on it worked out once an arm.
  `WITH stood AS MATERIALIZED (
    SELECT s.item, s.kind, s.person_group
    FROM contribution_standing s
    WHERE s.repository = :repository AND s.item_type = 'change-request'
  ),
  answered AS (
    SELECT c.id, c.first_responder AS speaker, c.merged_by AS merger,
      CASE WHEN f.person_group = 'bot' THEN NULL ELSE c.first_response_epoch END AS said_epoch,
      CASE WHEN f.person_group = 'bot' THEN 0 ELSE c.first_response_settled END AS is_settled,
      CASE
        WHEN c.state = 'merged' AND m.person_group <> 'bot' THEN c.merged_epoch
        WHEN c.state = 'closed' AND c.closed_by = 'maintainer' THEN c.closed_epoch
      END AS ended_epoch
    FROM change_request c
    LEFT JOIN stood f ON f.item = c.id AND f.kind = 'response'
    LEFT JOIN stood m ON m.item = c.id AND m.kind = 'merge'
    WHERE c.repository = :repository AND c.gone_at IS NULL
  ),
  ${RESPONDED},
  mentioned AS MATERIALIZED (
    SELECT n.number, MAX(k.committed_epoch) AS last_committed_epoch
    FROM repository_commit k
    JOIN repository_commit_mention n ON n.repository_commit = k.id
    WHERE k.repository = :repository AND k.gone_at IS NULL AND k.is_release_tool = 0
      AND EXISTS (SELECT 1 FROM change_request c WHERE c.repository = :repository AND c.state = 'closed')
    GROUP BY n.number
  ),
  closed AS MATERIALIZED (
    SELECT c.id,
      CASE
        WHEN c.changed_file_count > 0 AND EXISTS (
          SELECT 1 FROM repository_commit k
          WHERE k.repository = c.repository AND k.oid = c.head_oid AND k.gone_at IS NULL
        ) THEN 'head'
        WHEN m.last_committed_epoch >= c.created_epoch THEN 'mention'
      END AS evidence
    FROM change_request c
    LEFT JOIN mentioned m ON m.number = c.number
    WHERE c.repository = :repository AND c.state = 'closed' AND c.gone_at IS NULL
  )
  INSERT INTO change_request_measure (change_request, repository, author, author_group, is_draft, created_epoch,
    created_month, ended_epoch, ended_month, ended_working_days, ending, evidence, reason, response_seconds,
    response_working_days, response_settled, responder, review_seconds, review_working_days, review_count, merger,
    is_translation)
  SELECT c.id, c.repository, c.author, s.person_group, c.is_draft, c.created_epoch, c.created_month,
    CASE c.state WHEN 'merged' THEN c.merged_epoch WHEN 'closed' THEN c.closed_epoch END,
    CASE c.state WHEN 'merged' THEN c.merged_month WHEN 'closed' THEN c.closed_month END,
    working_days(c.created_epoch, CASE c.state WHEN 'merged' THEN c.merged_epoch WHEN 'closed' THEN c.closed_epoch END),
    CASE WHEN c.state <> 'closed' THEN c.state WHEN t.evidence IS NULL THEN 'unknown' ELSE 'taken-over' END,
    t.evidence,
    CASE WHEN c.state = 'closed' AND t.evidence IS NULL THEN
      COALESCE(
        reason_of_labels(
          (SELECT json_group_array(b.label) FROM change_request_label b WHERE b.change_request = c.id)
        ),
        reason_of_phrase(c.closing_phrase),
        CASE
          WHEN c.first_response_settled = 1 AND c.first_response_at IS NULL THEN 'unanswered'
          WHEN c.closed_by = 'author' THEN 'other'
          WHEN EXISTS (
            SELECT 1 FROM change_request_verdict v
            WHERE v.change_request = c.id AND v.head_oid = c.head_oid AND v.broken_rule_count > 0
          ) THEN 'rules'
          ELSE 'unknown'
        END
      )
    END,
    a.epoch - c.created_epoch, working_days(c.created_epoch, a.epoch), a.is_settled, a.person,
    c.first_review_epoch - c.created_epoch, working_days(c.created_epoch, c.first_review_epoch), c.review_count, c.merged_by,
    CASE WHEN c.changed_file_count = 0 THEN 0 ELSE (
      SELECT MIN(f.path LIKE '%.properties' AND is_bundle(f.path))
      FROM change_request_file f
      WHERE f.change_request = c.id
    ) END
  FROM stood s
  CROSS JOIN change_request c ON c.id = s.item
  JOIN responded a ON a.id = c.id
  LEFT JOIN closed t ON t.id = c.id
  WHERE s.kind = 'change-request'`,
  `WITH stood AS MATERIALIZED (
    SELECT s.item, s.kind, s.person_group
    FROM contribution_standing s
    WHERE s.repository = :repository AND s.item_type = 'issue'
  ),
  answered AS (
    SELECT i.id, i.first_responder AS speaker, NULL AS merger,
      CASE WHEN f.person_group = 'bot' THEN NULL ELSE i.first_response_epoch END AS said_epoch,
      CASE WHEN f.person_group = 'bot' THEN 0 ELSE i.first_response_settled END AS is_settled,
      CASE WHEN i.state = 'closed' AND i.closed_by = 'maintainer' THEN i.closed_epoch END AS ended_epoch
    FROM issue i
    LEFT JOIN stood f ON f.item = i.id AND f.kind = 'response'
    WHERE i.repository = :repository AND i.gone_at IS NULL
  ),
  ${RESPONDED}
  INSERT INTO issue_measure (issue, repository, author, author_group, created_epoch, created_month, closed_epoch,
    closed_month, closed_working_days, response_seconds, response_working_days, response_settled, responder)
  SELECT i.id, i.repository, i.author, s.person_group, i.created_epoch, i.created_month,
    CASE i.state WHEN 'closed' THEN i.closed_epoch END, CASE i.state WHEN 'closed' THEN i.closed_month END,
    working_days(i.created_epoch, CASE i.state WHEN 'closed' THEN i.closed_epoch END),
    a.epoch - i.created_epoch, working_days(i.created_epoch, a.epoch), a.is_settled, a.person
  FROM stood s
  CROSS JOIN issue i ON i.id = s.item
  JOIN responded a ON a.id = i.id
  WHERE s.kind = 'issue'`,
  `INSERT INTO contributor_month_now (month, person, kind, person_group, contributions)
  SELECT s.month, s.person, s.kind, s.person_group, COUNT(*)
  FROM contribution_standing s
  WHERE s.repository = :repository
  GROUP BY s.month, s.person, s.kind, s.person_group
  UNION ALL
  SELECT t.created_month, t.author, 'translation', t.author_group, COUNT(*)
  FROM change_request_measure t
  WHERE t.repository = :repository AND t.is_translation = 1
  GROUP BY t.created_month, t.author, t.author_group
  UNION ALL
  SELECT e.ended_month, e.author, e.fate, e.author_group, COUNT(*)
  FROM (
    SELECT m.ended_month, m.author, m.author_group,
      CASE WHEN m.ending <> 'unknown' THEN m.ending WHEN m.reason = 'unknown' THEN 'fate-unknown' ELSE 'refused' END AS fate
    FROM change_request_measure m
    WHERE m.repository = :repository AND m.ended_month IS NOT NULL
  ) e
  GROUP BY e.ended_month, e.author, e.fate, e.author_group
  UNION ALL
  SELECT i.closed_month, i.author, 'issue-closed', i.author_group, COUNT(*)
  FROM issue_measure i
  WHERE i.repository = :repository AND i.closed_month IS NOT NULL
  GROUP BY i.closed_month, i.author, i.author_group`,
  // What was counted in steps and is otherwise now; the first word of it stands until they follow.
  `INSERT INTO contributor_month_before (repository, month, person, kind, person_group, contributions)
  SELECT :repository, d.month, d.person, d.kind, d.person_group, MAX(d.was)
  FROM (
    SELECT month, person, kind, person_group, contributions AS was
    FROM contributor_month WHERE repository = :repository
    EXCEPT
    SELECT month, person, kind, person_group, contributions FROM contributor_month_now
    UNION ALL
    SELECT month, person, kind, person_group, 0 FROM (
      SELECT month, person, kind, person_group, contributions FROM contributor_month_now
      EXCEPT
      SELECT month, person, kind, person_group, contributions FROM contributor_month WHERE repository = :repository
    )
  ) d
  WHERE EXISTS (SELECT 1 FROM scope_repository p WHERE p.repository = :repository)
  GROUP BY d.month, d.person, d.kind, d.person_group
  ON CONFLICT DO NOTHING`,
  `DELETE FROM contributor_month
  WHERE repository = :repository
    AND (month, person, kind, person_group) NOT IN (SELECT month, person, kind, person_group FROM contributor_month_now)`,
  `INSERT INTO contributor_month (repository, month, person, kind, person_group, contributions)
  SELECT :repository, n.month, n.person, n.kind, n.person_group, n.contributions
  FROM contributor_month_now n
  WHERE true
  ON CONFLICT DO UPDATE SET contributions = excluded.contributions WHERE contributions <> excluded.contributions`,
]
