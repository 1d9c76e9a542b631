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
