/* What figures ask beside rollups. */

/*
 * Where the issues of a repository live. The register of trackers says so: a line that names the repository wins over a
 * pattern, the longer pattern over the shorter. Without a line it is the host, unless issues are switched off there.
 */
CREATE VIEW issue_tracker AS SELECT
  said.repository AS repository,
  CASE
    WHEN said.kind = 'host' THEN 'host'
    WHEN said.kind IS NOT NULL THEN 'elsewhere'
    WHEN said.has_issues = 0 THEN 'off'
    ELSE 'host'
  END AS place
FROM (
  SELECT
    r.id AS repository,
    r.has_issues AS has_issues,
    (
      SELECT t.kind
      FROM register_trackers t
      WHERE lower(t.component) = lower(r.name)
        OR lower(r.owner || '/' || r.name) LIKE replace(replace(lower(t.component), '_', '\_'), '*', '%') ESCAPE '\'
      ORDER BY CASE WHEN t.component LIKE '%*%' THEN 1 ELSE 0 END, length(t.component) DESC
      LIMIT 1
    ) AS kind
  FROM repository r
) said;

/* What scope_repository should hold. A set that would be the same as that of all is left out, but for that of all. */
CREATE VIEW scope_source AS
SELECT
  held.scope AS scope,
  r.id AS repository,
  CASE WHEN r.is_fork = 1 OR r.is_mirror = 1 THEN 0 ELSE 1 END AS has_commits,
  CASE WHEN t.place = 'host' THEN 1 ELSE 0 END AS has_issues
FROM repository r
JOIN issue_tracker t ON t.repository = r.id
JOIN (
  SELECT a.id AS repository, 'all' AS scope
  FROM repository a
  UNION ALL
  SELECT a.id AS repository, 'public' AS scope
  FROM repository a
  WHERE a.readability = 'anonymous'
    AND EXISTS (SELECT 1 FROM repository o WHERE o.gone_at IS NULL AND COALESCE(o.readability, '') <> 'anonymous')
  UNION ALL
  SELECT a.id AS repository, 'owner/' || lower(a.owner) AS scope
  FROM repository a
  WHERE (SELECT COUNT(DISTINCT lower(o.owner)) FROM repository o WHERE o.gone_at IS NULL) > 1
) held ON held.repository = r.id
WHERE r.gone_at IS NULL;
