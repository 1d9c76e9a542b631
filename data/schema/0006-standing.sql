/*
 * Where people stood towards the organisation. This is the one place that says what wins: a program is a bot, whatever a
 * register says of it; then a line of a register about the account, then one about a mail domain, then the member list;
 * the rest is unknown, which is never counted as outside. Among lines of one kind, one that names the repository wins
 * over one that names none, then the one that began last.
 */

/* All that says where somebody stood and when, worked out from persons, registers and member lists with the rollups. */
CREATE TABLE standing_line (
  person INTEGER NOT NULL, /* number of the person */
  place INTEGER NOT NULL, /* order in which the lines of a person win, from 1 */
  affiliation TEXT NOT NULL CHECK (affiliation IN ('staff', 'contractor', 'administration', 'company', 'individual', 'bot', 'unknown')), /* where they stood */
  component TEXT, /* name, or owner/name, in small letters, of the repository that it holds for alone; none for all */
  from_epoch INTEGER, /* first instant, in seconds since 1970; none for ever before */
  until_epoch INTEGER, /* first instant at which it no longer holds, in seconds since 1970; none for open */
  PRIMARY KEY (person, place)
) STRICT, WITHOUT ROWID;

/* What the table of the same name holds when it is worked out anew. */
CREATE VIEW standing_source AS
SELECT
  line.person AS person,
  ROW_NUMBER() OVER (
    PARTITION BY line.person
    ORDER BY line.kind, CASE WHEN line.component IS NULL THEN 1 ELSE 0 END, line.from_epoch DESC, line.affiliation,
      line.component, line.until_epoch
  ) AS place,
  line.affiliation AS affiliation,
  line.component AS component,
  line.from_epoch AS from_epoch,
  line.until_epoch AS until_epoch
FROM (
  SELECT p.id AS person, 1 AS kind, 'bot' AS affiliation, NULL AS component, NULL AS from_epoch, NULL AS until_epoch
  FROM person p
  WHERE p.kind = 'bot'
  UNION ALL
  SELECT a.person, 2 AS kind, a.affiliation, lower(a.component) AS component, a.from_epoch, a.until_epoch
  FROM affiliation a
  WHERE a.person IS NOT NULL
  UNION ALL
  SELECT m.person, 3 AS kind, a.affiliation, lower(a.component) AS component, a.from_epoch, a.until_epoch
  FROM person_mail m
  JOIN affiliation a ON a.email_domain = m.email_domain
  UNION ALL
  SELECT m.person, 4 AS kind, 'staff' AS affiliation, NULL AS component,
    CASE WHEN m.is_start_known = 1 THEN m.first_seen_epoch END AS from_epoch, m.left_epoch AS until_epoch
  FROM membership m
) line;

/*
 * Everything that somebody did in a repository and that the host still has, one row each. A commit counts when it was put
 * in: that is when the work reached the repository. Whoever merges what they proposed themselves did no work for another.
 */
CREATE VIEW contribution AS
SELECT 'change-request' AS kind, 'change-request' AS item_type, c.id AS item, c.repository AS repository, c.author AS person,
  c.created_epoch AS epoch, c.created_month AS month
FROM change_request c
WHERE c.gone_at IS NULL
UNION ALL
SELECT 'issue' AS kind, 'issue' AS item_type, i.id AS item, i.repository AS repository, i.author AS person,
  i.created_epoch AS epoch, i.created_month AS month
FROM issue i
WHERE i.gone_at IS NULL
UNION ALL
SELECT CASE k.is_release_tool WHEN 1 THEN 'release-commit' ELSE 'commit' END AS kind, 'commit' AS item_type,
  k.id AS item, k.repository AS repository, k.author AS person, k.committed_epoch AS epoch, k.committed_month AS month
FROM repository_commit k
WHERE k.gone_at IS NULL
UNION ALL
SELECT 'response' AS kind, 'change-request' AS item_type, c.id AS item, c.repository AS repository, c.first_responder AS person,
  c.first_response_epoch AS epoch, c.first_response_month AS month
FROM change_request c
WHERE c.gone_at IS NULL AND c.first_responder IS NOT NULL AND c.first_response_at IS NOT NULL
UNION ALL
SELECT 'response' AS kind, 'issue' AS item_type, i.id AS item, i.repository AS repository, i.first_responder AS person,
  i.first_response_epoch AS epoch, i.first_response_month AS month
FROM issue i
WHERE i.gone_at IS NULL AND i.first_responder IS NOT NULL AND i.first_response_at IS NOT NULL
UNION ALL
SELECT 'merge' AS kind, 'change-request' AS item_type, c.id AS item, c.repository AS repository, c.merged_by AS person,
  c.merged_epoch AS epoch, c.merged_month AS month
FROM change_request c
WHERE c.gone_at IS NULL AND c.merged_at IS NOT NULL AND c.merged_by <> c.author;

/* Where whoever did it stood on that day, and the group that figures use; right as far as standing_line is. */
CREATE VIEW contribution_standing AS
SELECT
  stood.kind AS kind,
  stood.item_type AS item_type,
  stood.item AS item,
  stood.repository AS repository,
  stood.person AS person,
  stood.month AS month,
  stood.affiliation AS affiliation,
  CASE stood.affiliation
    WHEN 'staff' THEN 'inside'
    WHEN 'contractor' THEN 'contractor'
    WHEN 'bot' THEN 'bot'
    WHEN 'unknown' THEN 'unknown'
    ELSE 'outside'
  END AS person_group
FROM (
  SELECT d.kind, d.item_type, d.item, d.repository, d.person, d.month,
    COALESCE(
      (
        SELECT l.affiliation
        FROM standing_line l
        WHERE l.person = d.person
          AND (l.from_epoch IS NULL OR l.from_epoch <= d.epoch)
          AND (l.until_epoch IS NULL OR l.until_epoch > d.epoch)
          AND (l.component IS NULL OR l.component IN (lower(r.name), lower(r.owner || '/' || r.name)))
        ORDER BY l.place
        LIMIT 1
      ),
      'unknown'
    ) AS affiliation
  FROM contribution d
  JOIN repository r ON r.id = d.repository
) stood;
