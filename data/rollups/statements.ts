/**
 * How the rollups of one repository are worked out anew, in this order. `:repository` is its number; `working_days`
 * counts between two instants, `is_bundle` tells files of texts by their path.
 */
export const STATEMENTS: readonly string[] = [
  'DELETE FROM change_request_measure WHERE repository = :repository',
  'DELETE FROM issue_measure WHERE repository = :repository',
  'DELETE FROM contributor_month WHERE repository = :repository',
  `INSERT INTO change_request_measure (change_request, repository, author, author_group, is_draft, created_epoch,
    created_month, ended_epoch, ended_month, ending, evidence, reason, response_seconds, response_working_days,
    response_settled, responder, review_seconds, review_count, merger, is_translation)
  SELECT e.id, e.repository, e.author, e.author_group, e.is_draft, e.created_epoch, e.created_month,
    CASE e.state WHEN 'merged' THEN e.merged_epoch WHEN 'closed' THEN e.closed_epoch END,
    CASE e.state WHEN 'merged' THEN e.merged_month WHEN 'closed' THEN e.closed_month END,
    CASE WHEN e.state <> 'closed' THEN e.state WHEN e.evidence IS NULL THEN 'unknown' ELSE 'taken-over' END,
    e.evidence,
    CASE WHEN e.state = 'closed' AND e.evidence IS NULL THEN
      CASE
        WHEN e.first_response_settled = 1 AND e.first_response_at IS NULL THEN 'unanswered'
        WHEN e.closed_by = 'author' THEN 'other'
        ELSE 'unknown'
      END
    END,
    e.first_response_epoch - e.created_epoch,
    CASE WHEN e.first_response_epoch IS NOT NULL THEN working_days(e.created_epoch, e.first_response_epoch) END,
    e.first_response_settled, e.first_responder, e.first_review_epoch - e.created_epoch, e.review_count, e.merged_by,
    CASE WHEN e.changed_file_count = 0 THEN 0 ELSE (
      SELECT MIN(f.path LIKE '%.properties' AND is_bundle(f.path))
      FROM change_request_file f
      WHERE f.change_request = e.id
    ) END
  FROM (
    SELECT c.id, c.repository, c.author, s.person_group AS author_group, c.is_draft, c.state, c.created_epoch,
      c.created_month, c.merged_epoch, c.merged_month, c.closed_epoch, c.closed_month, c.first_response_at,
      c.first_response_epoch, c.first_response_settled, c.first_responder, c.first_review_epoch, c.review_count,
      c.merged_by, c.closed_by, c.changed_file_count,
      CASE
        WHEN c.state <> 'closed' THEN NULL
        WHEN c.changed_file_count > 0 AND EXISTS (
          SELECT 1 FROM repository_commit k
          WHERE k.repository = c.repository AND k.oid = c.head_oid AND k.gone_at IS NULL
        ) THEN 'head'
        WHEN m.last_committed_epoch >= c.created_epoch THEN 'mention'
      END AS evidence
    FROM contribution_standing s
    CROSS JOIN change_request c ON c.id = s.item
    LEFT JOIN (
      SELECT n.number, MAX(k.committed_epoch) AS last_committed_epoch
      FROM repository_commit k
      JOIN repository_commit_mention n ON n.repository_commit = k.id
      WHERE k.repository = :repository AND k.gone_at IS NULL AND k.is_release_tool = 0
      GROUP BY n.number
    ) m ON m.number = c.number
    WHERE s.repository = :repository AND s.kind = 'change-request'
  ) e`,
  `INSERT INTO issue_measure (issue, repository, author, author_group, created_epoch, created_month, closed_epoch,
    closed_month, response_seconds, response_working_days, response_settled, responder)
  SELECT i.id, i.repository, i.author, s.person_group, i.created_epoch, i.created_month,
    CASE i.state WHEN 'closed' THEN i.closed_epoch END, CASE i.state WHEN 'closed' THEN i.closed_month END,
    i.first_response_epoch - i.created_epoch,
    CASE WHEN i.first_response_epoch IS NOT NULL THEN working_days(i.created_epoch, i.first_response_epoch) END,
    i.first_response_settled, i.first_responder
  FROM contribution_standing s
  CROSS JOIN issue i ON i.id = s.item
  WHERE s.repository = :repository AND s.kind = 'issue'`,
  `INSERT INTO contributor_month (repository, month, person, kind, person_group, contributions)
  SELECT s.repository, s.month, s.person, s.kind, s.person_group, COUNT(*)
  FROM contribution_standing s
  WHERE s.repository = :repository
  GROUP BY s.month, s.person, s.kind, s.person_group`,
  `INSERT INTO contributor_month (repository, month, person, kind, person_group, contributions)
  SELECT t.repository, t.created_month, t.author, 'translation', t.author_group, COUNT(*)
  FROM change_request_measure t
  WHERE t.repository = :repository AND t.is_translation = 1
  GROUP BY t.created_month, t.author, t.author_group`,
]
