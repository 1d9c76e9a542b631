/* Runs of collectors: what was looked at, when, with what result, and what is still missing. */

/* What this database must remember of its installation. */
CREATE TABLE setting (
  key TEXT PRIMARY KEY, /* name of the setting */
  value TEXT NOT NULL /* its value */
) STRICT, WITHOUT ROWID;

/* The one writer that collects, while it does. At most one row. */
CREATE TABLE lease (
  id INTEGER PRIMARY KEY CHECK (id = 1), /* always 1 */
  token TEXT NOT NULL, /* random, known to the holder only */
  command TEXT NOT NULL, /* what the holder was asked to do */
  pid INTEGER NOT NULL, /* process of the holder */
  host TEXT NOT NULL, /* machine of the holder */
  since_at TEXT NOT NULL CHECK (since_at GLOB '????-??-??T??:??:??Z'), /* when it was taken; ISO 8601, UTC */
  since_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(since_at)) STORED, /* since_at in seconds since 1970 */
  since_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', since_at) AS INTEGER)) STORED, /* since_at as YYYYMM */
  renewed_at TEXT NOT NULL CHECK (renewed_at GLOB '????-??-??T??:??:??Z'), /* last sign of life; ISO 8601, UTC */
  renewed_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(renewed_at)) STORED, /* renewed_at in seconds since 1970 */
  renewed_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', renewed_at) AS INTEGER)) STORED /* renewed_at as YYYYMM */
) STRICT;

/* One run of one collector on one scope. Always closed; a killed one is closed by the next. */
CREATE TABLE run (
  id INTEGER PRIMARY KEY, /* number of the run */
  collector TEXT NOT NULL, /* id of the collector */
  scope TEXT NOT NULL, /* what it was pointed at */
  status TEXT NOT NULL CHECK (status IN ('running', 'complete', 'partial', 'skipped', 'failed')), /* how it ended */
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??Z'), /* when it began; ISO 8601, UTC */
  started_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(started_at)) STORED, /* started_at in seconds since 1970 */
  started_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', started_at) AS INTEGER)) STORED, /* started_at as YYYYMM */
  ended_at TEXT CHECK (ended_at GLOB '????-??-??T??:??:??Z'), /* when it was closed; none while it runs; ISO 8601, UTC */
  ended_epoch INTEGER GENERATED ALWAYS AS (unixepoch(ended_at)) STORED, /* ended_at in seconds since 1970 */
  ended_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', ended_at) AS INTEGER)) STORED, /* ended_at as YYYYMM */
  requests INTEGER NOT NULL DEFAULT 0, /* requests sent */
  points INTEGER NOT NULL DEFAULT 0, /* points of the host quota spent */
  read INTEGER NOT NULL DEFAULT 0, /* items read from the source */
  written INTEGER NOT NULL DEFAULT 0, /* rows that changed */
  unchanged INTEGER NOT NULL DEFAULT 0 /* records that were known already, exactly so */
) STRICT;
CREATE INDEX run_by_collector ON run (collector, scope, id);

/* What went wrong in a run, in the order met. */
CREATE TABLE run_problem (
  run INTEGER NOT NULL REFERENCES run (id), /* the run */
  position INTEGER NOT NULL, /* order, from 1 */
  subject TEXT NOT NULL, /* what it was about */
  kind TEXT NOT NULL CHECK (kind IN ('network', 'timeout', 'rate-limit', 'resource-limit', 'unauthorized', 'forbidden', 'not-found', 'gone', 'invalid-answer', 'too-large', 'need-absent', 'mistake', 'interrupted')), /* why */
  code TEXT, /* stable name of a trouble that has sentences of its own */
  message TEXT NOT NULL, /* in the words of who met it */
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

/* Where an unfinished walk through a stream stands; removed when the stream was read to its end. */
CREATE TABLE cursor (
  collector TEXT NOT NULL, /* id of the collector */
  subject TEXT NOT NULL, /* server/number of a repository, or server/@login of an organisation */
  stream TEXT NOT NULL, /* what is being walked through */
  position TEXT NOT NULL, /* opaque, the collector's own */
  PRIMARY KEY (collector, subject, stream)
) STRICT, WITHOUT ROWID;

/* What was looked at, and as of when: the difference between none and not known. */
CREATE TABLE coverage (
  collector TEXT NOT NULL, /* id of the collector */
  subject TEXT NOT NULL, /* server/number of a repository, or server/@login of an organisation */
  stream TEXT NOT NULL, /* what was looked at */
  status TEXT NOT NULL CHECK (status IN ('complete', 'partial', 'unknown')), /* complete: read to its end as of the watermark */
  watermark_at TEXT CHECK (watermark_at GLOB '????-??-??T??:??:??Z'), /* server time up to which the stream is known; ISO 8601, UTC */
  watermark_epoch INTEGER GENERATED ALWAYS AS (unixepoch(watermark_at)) STORED, /* watermark_at in seconds since 1970 */
  watermark_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', watermark_at) AS INTEGER)) STORED, /* watermark_at as YYYYMM */
  from_at TEXT CHECK (from_at GLOB '????-??-??T??:??:??Z'), /* what is older was never asked for, so the stream stays partial; none where all was; ISO 8601, UTC */
  from_epoch INTEGER GENERATED ALWAYS AS (unixepoch(from_at)) STORED, /* from_at in seconds since 1970 */
  from_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', from_at) AS INTEGER)) STORED, /* from_at as YYYYMM */
  last_seen_at TEXT NOT NULL CHECK (last_seen_at GLOB '????-??-??T??:??:??Z'), /* last time that anything of it was read; ISO 8601, UTC */
  last_seen_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(last_seen_at)) STORED, /* last_seen_at in seconds since 1970 */
  last_seen_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', last_seen_at) AS INTEGER)) STORED, /* last_seen_at as YYYYMM */
  run INTEGER NOT NULL REFERENCES run (id), /* run that saw it last */
  PRIMARY KEY (collector, subject, stream)
) STRICT, WITHOUT ROWID;
CREATE INDEX coverage_by_stream ON coverage (stream, subject);

/* What was asked and could not be learnt. */
CREATE TABLE gap (
  collector TEXT NOT NULL, /* id of the collector */
  subject TEXT NOT NULL, /* what was asked about */
  kind TEXT NOT NULL, /* name of the stream, or field: and the name of a field */
  reason TEXT NOT NULL CHECK (reason IN ('network', 'timeout', 'rate-limit', 'resource-limit', 'unauthorized', 'forbidden', 'not-found', 'gone', 'invalid-answer', 'too-large', 'need-absent', 'mistake', 'interrupted')), /* why */
  code TEXT, /* stable name of a trouble that has sentences of its own */
  message TEXT NOT NULL, /* in the words of who met it */
  run INTEGER NOT NULL REFERENCES run (id), /* run that met it last */
  observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'), /* when it was met last; ISO 8601, UTC */
  observed_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(observed_at)) STORED, /* observed_at in seconds since 1970 */
  observed_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', observed_at) AS INTEGER)) STORED, /* observed_at as YYYYMM */
  PRIMARY KEY (collector, subject, kind)
) STRICT, WITHOUT ROWID;
