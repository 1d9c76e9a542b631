/*
 * Where the author of each change request stood on the day it was opened, and the group that figures use. This is the one
 * place that says what wins: a program is a bot, whatever a register says of it; then a line of a register about the
 * account, then one about a mail domain, then the member list; the rest is unknown, which is never counted as outside.
 * Among lines of one kind, one that names the repository wins over one that names none, then the one that began last.
 */
CREATE VIEW change_request_standing AS
SELECT
  standing.change_request AS change_request,
  standing.affiliation AS affiliation,
  CASE standing.affiliation
    WHEN 'staff' THEN 'inside'
    WHEN 'contractor' THEN 'contractor'
    WHEN 'bot' THEN 'bot'
    WHEN 'unknown' THEN 'unknown'
    ELSE 'outside'
  END AS author_group
FROM (
  SELECT
    c.id AS change_request,
    CASE
      WHEN p.kind = 'bot' THEN 'bot'
      ELSE COALESCE(
        (
          SELECT a.affiliation
          FROM affiliation a
          WHERE a.person = c.author
            AND (a.from_epoch IS NULL OR a.from_epoch <= c.created_epoch)
            AND (a.until_epoch IS NULL OR a.until_epoch > c.created_epoch)
            AND (a.component IS NULL OR lower(a.component) IN (lower(r.name), lower(r.owner || '/' || r.name)))
          ORDER BY CASE WHEN a.component IS NULL THEN 1 ELSE 0 END, a.from_epoch DESC, a.affiliation
          LIMIT 1
        ),
        (
          SELECT a.affiliation
          FROM person_mail m
          JOIN affiliation a ON a.email_domain = m.email_domain
          WHERE m.person = c.author
            AND (a.from_epoch IS NULL OR a.from_epoch <= c.created_epoch)
            AND (a.until_epoch IS NULL OR a.until_epoch > c.created_epoch)
            AND (a.component IS NULL OR lower(a.component) IN (lower(r.name), lower(r.owner || '/' || r.name)))
          ORDER BY CASE WHEN a.component IS NULL THEN 1 ELSE 0 END, a.from_epoch DESC, a.affiliation
          LIMIT 1
        ),
        (
          SELECT 'staff'
          FROM membership m
          WHERE m.person = c.author
            AND (m.is_start_known = 0 OR m.first_seen_epoch <= c.created_epoch)
            AND (m.left_epoch IS NULL OR m.left_epoch > c.created_epoch)
          LIMIT 1
        ),
        'unknown'
      )
    END AS affiliation
  FROM change_request c
  JOIN person p ON p.id = c.author
  JOIN repository r ON r.id = c.repository
) standing;

/*
 * What became of change requests that were closed without a merge. Taken over: the commit that was proposed, or one whose
 * message names the change request, is on the default branch. Anything else is unknown, which is no refusal.
 */
CREATE VIEW change_request_fate AS
SELECT
  evident.change_request AS change_request,
  CASE WHEN evident.evidence IS NULL THEN 'unknown' ELSE 'taken-over' END AS fate,
  evident.evidence AS evidence
FROM (
  SELECT
    c.id AS change_request,
    CASE
      WHEN c.changed_file_count > 0 AND EXISTS (
        SELECT 1 FROM repository_commit k
        WHERE k.repository = c.repository AND k.oid = c.head_oid AND k.gone_at IS NULL
      ) THEN 'head'
      WHEN EXISTS (
        SELECT 1 FROM repository_commit_mention m
        JOIN repository_commit k ON k.id = m.repository_commit
        WHERE m.number = c.number AND k.repository = c.repository AND k.gone_at IS NULL
          AND k.committed_epoch >= c.created_epoch AND k.is_release_tool = 0
      ) THEN 'mention'
    END AS evidence
  FROM change_request c
  WHERE c.state = 'closed' AND c.gone_at IS NULL
) evident;
