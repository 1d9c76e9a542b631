/* What figures of today said in months that are over: an inventory tells of today alone, so somebody has to write it down. */

/* A figure as it stood at the last look in a month. */
CREATE TABLE kept_reading (
  metric TEXT NOT NULL, /* id of the metric */
  measure TEXT NOT NULL, /* which number of it */
  month INTEGER NOT NULL, /* the month, as YYYYMM */
  value REAL NOT NULL, /* the number; a share is one of 1 */
  part REAL, /* what a share counts */
  whole REAL, /* out of how many */
  kept_at TEXT NOT NULL CHECK (kept_at GLOB '????-??-??T??:??:??Z'), /* date of the data it was read from; ISO 8601, UTC */
  kept_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(kept_at)) STORED, /* kept_at in seconds since 1970 */
  kept_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', kept_at) AS INTEGER)) STORED, /* kept_at as YYYYMM */
  PRIMARY KEY (metric, measure, month)
) STRICT, WITHOUT ROWID;
