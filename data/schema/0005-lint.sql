/* What the linter said. A subject judged the same way again keeps its rows: history grows with change only. */

/* One recorded run of the linter. */
CREATE TABLE lint_run (
  id INTEGER PRIMARY KEY, /* number of the run */
  as_of TEXT NOT NULL, /* day against which waivers were read, YYYY-MM-DD */
  judged_at TEXT NOT NULL CHECK (judged_at GLOB '????-??-??T??:??:??Z'), /* when it ran; ISO 8601, UTC */
  judged_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(judged_at)) STORED, /* judged_at in seconds since 1970 */
  judged_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', judged_at) AS INTEGER)) STORED /* judged_at as YYYYMM */
) STRICT;

/* Packs of a run. */
CREATE TABLE lint_run_pack (
  lint_run INTEGER NOT NULL REFERENCES lint_run (id), /* the run */
  pack TEXT NOT NULL, /* id of the pack */
  digest TEXT NOT NULL, /* sha256 over its content */
  PRIMARY KEY (lint_run, pack)
) STRICT, WITHOUT ROWID;

/* What one run said of one subject, for as long as later runs say the same. */
CREATE TABLE lint_subject (
  id INTEGER PRIMARY KEY, /* surrogate */
  subject TEXT NOT NULL, /* owner/name, or where it was read */
  repository INTEGER REFERENCES repository (id), /* the repository, when it is stored */
  kind TEXT NOT NULL CHECK (kind IN ('core', 'plugin', 'module', 'library', 'site', 'pack', 'theme', 'tool', 'other')), /* what the classifier took it for */
  line TEXT CHECK (line IN ('v7', 'v8')), /* generation of the platform */
  coverage TEXT NOT NULL CHECK (coverage IN ('complete', 'partial', 'unknown')), /* whether everything that rules needed was collected */
  digest TEXT NOT NULL, /* what each pack says and what the subject was taken for, hashed one by one */
  lint_run INTEGER NOT NULL REFERENCES lint_run (id), /* first run that said so */
  confirmed_lint_run INTEGER NOT NULL REFERENCES lint_run (id), /* last run that said so */
  superseded_by INTEGER REFERENCES lint_run (id) /* first run that said something else; none for what holds */
) STRICT;
CREATE UNIQUE INDEX lint_subject_current ON lint_subject (subject) WHERE superseded_by IS NULL;
CREATE INDEX lint_subject_by_repository ON lint_subject (repository);

/* One outcome per rule and subject. */
CREATE TABLE lint_outcome (
  lint_subject INTEGER NOT NULL REFERENCES lint_subject (id), /* the subject */
  rule TEXT NOT NULL, /* id of the rule */
  code TEXT NOT NULL, /* short stable code */
  pack TEXT NOT NULL, /* pack that asked */
  outcome TEXT NOT NULL CHECK (outcome IN ('error', 'fail', 'unknown', 'pass', 'not-applicable')), /* unknown: could not be checked */
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')), /* how much it matters */
  PRIMARY KEY (lint_subject, rule)
) STRICT, WITHOUT ROWID;

/* What does not hold, or could not be checked, and where. */
CREATE TABLE lint_finding (
  lint_subject INTEGER NOT NULL, /* the subject */
  rule TEXT NOT NULL, /* id of the rule */
  position INTEGER NOT NULL, /* order within the rule, from 1 */
  outcome TEXT NOT NULL CHECK (outcome IN ('error', 'fail', 'unknown', 'pass', 'not-applicable')), /* what it says */
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')), /* how much it matters */
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')), /* how sure the check is */
  message_id TEXT NOT NULL, /* id of the sentence */
  args TEXT NOT NULL, /* JSON, what the sentence is made of */
  path TEXT, /* file */
  line INTEGER, /* line, from 1 */
  column_number INTEGER, /* column, from 1 */
  rate_numerator REAL, /* measured share: what holds */
  rate_denominator REAL, /* measured share: out of */
  rate_threshold REAL, /* share that was asked, 0 to 1 */
  fingerprint TEXT NOT NULL, /* survives moved lines and other languages */
  waiver_reason TEXT, /* why it is let pass */
  waiver_until TEXT, /* last day of that, YYYY-MM-DD */
  waiver_approved_by TEXT, /* role that agreed */
  PRIMARY KEY (lint_subject, rule, position),
  FOREIGN KEY (lint_subject, rule) REFERENCES lint_outcome (lint_subject, rule)
) STRICT, WITHOUT ROWID;

/* How a change request stood to the rules when it was judged with `--record`; counts, no text. */
CREATE TABLE change_request_verdict (
  change_request INTEGER PRIMARY KEY REFERENCES change_request (id), /* the change request */
  head_oid TEXT NOT NULL, /* commit that was judged */
  broken_rule_count INTEGER NOT NULL, /* rules of severity error that it breaks by what it adds, exceptions apart */
  judged_at TEXT NOT NULL CHECK (judged_at GLOB '????-??-??T??:??:??Z'), /* when that was; ISO 8601, UTC */
  judged_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(judged_at)) STORED, /* judged_at in seconds since 1970 */
  judged_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', judged_at) AS INTEGER)) STORED /* judged_at as YYYYMM */
) STRICT;
