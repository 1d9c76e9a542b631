/* Governance: what of the portfolio counts, and every assessment that was kept. */

/*
 * The repositories that an organisation answers for today: still there, open to changes, its own work, with something in
 * them. A name that begins with a dot is the host's own.
 */
CREATE VIEW own_repository AS SELECT
  r.id AS id,
  r.server AS server,
  r.owner AS owner,
  r.owner || '/' || r.name AS repository,
  r.server || '/' || r.host_id AS subject,
  r.primary_language AS primary_language,
  r.stored_tree_oid AS stored_tree_oid
FROM repository r
WHERE r.gone_at IS NULL
  AND (r.is_archived IS NULL OR r.is_archived = 0)
  AND (r.is_fork IS NULL OR r.is_fork = 0)
  AND (r.is_mirror IS NULL OR r.is_mirror = 0)
  AND (r.is_empty IS NULL OR r.is_empty = 0)
  AND r.name NOT LIKE '.%';

/* How an organisation stood by its handbook of governance, for as long as later looks say the same. */
CREATE TABLE assessment (
  id INTEGER PRIMARY KEY, /* surrogate */
  handbook TEXT NOT NULL, /* version of the handbook */
  digest TEXT NOT NULL, /* sha256 over how every activity and point stood */
  assessed_at TEXT NOT NULL CHECK (assessed_at GLOB '????-??-??T??:??:??Z'), /* first look that said so; ISO 8601, UTC */
  assessed_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(assessed_at)) STORED, /* assessed_at in seconds since 1970 */
  assessed_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', assessed_at) AS INTEGER)) STORED, /* assessed_at as YYYYMM */
  confirmed_at TEXT NOT NULL CHECK (confirmed_at GLOB '????-??-??T??:??:??Z'), /* last look that said so; ISO 8601, UTC */
  confirmed_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(confirmed_at)) STORED, /* confirmed_at in seconds since 1970 */
  confirmed_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', confirmed_at) AS INTEGER)) STORED /* confirmed_at as YYYYMM */
) STRICT;

/* Where the work on each activity stood. */
CREATE TABLE assessment_activity (
  assessment INTEGER NOT NULL REFERENCES assessment (id), /* the assessment */
  activity TEXT NOT NULL, /* id in the handbook */
  goal TEXT NOT NULL, /* goal that it serves */
  state TEXT NOT NULL CHECK (state IN ('not-selected', 'in-progress', 'done', 'continuous', 'not-applicable', 'blocked')), /* state of its scorecard */
  PRIMARY KEY (assessment, activity)
) STRICT, WITHOUT ROWID;

/* How each verification point stood. */
CREATE TABLE assessment_point (
  assessment INTEGER NOT NULL REFERENCES assessment (id), /* the assessment */
  point TEXT NOT NULL, /* id in the handbook */
  activity TEXT NOT NULL, /* activity that it belongs to */
  value TEXT NOT NULL CHECK (value IN ('met', 'partly', 'unmet', 'not-applicable', 'unknown')), /* how it stood */
  source TEXT NOT NULL CHECK (source IN ('measured', 'proxy', 'declared', 'none')), /* what that rested on */
  measured TEXT NOT NULL CHECK (measured IN ('met', 'partly', 'unmet', 'not-applicable', 'unknown')), /* what was measured alone */
  met_count INTEGER NOT NULL, /* things of which its evidence held */
  unmet_count INTEGER NOT NULL, /* things of which it did not */
  unknown_count INTEGER NOT NULL, /* things of which it was not known */
  PRIMARY KEY (assessment, point)
) STRICT, WITHOUT ROWID;
