/*
 * Rollups: what figures are answered from. Everything here is worked out from the tables before; nothing is known here
 * alone, so each can be emptied and filled again. A write marks what it made stale in rollup_due, in its own
 * transaction; a refresh works the marked rows out anew and takes the marks away, in one transaction too. A figure is
 * asked only when nothing is due. Months are those of UTC. Persons are numbers without a reference: merging or erasing one
 * marks the repositories concerned, and the refresh follows. Repositories that are gone keep their rows: whoever asks
 * leaves them out, as those that not everybody can read.
 */

/* Repositories whose rollups are stale. */
CREATE TABLE rollup_due (
  repository INTEGER PRIMARY KEY REFERENCES repository (id) /* the repository */
) STRICT;

/* What the rollups were worked out with: calendar (time zone, holidays, days off) and method (digest of the statements). Another basis makes all stale. */
CREATE TABLE rollup_basis (
  key TEXT PRIMARY KEY, /* name */
  value TEXT NOT NULL /* value */
) STRICT, WITHOUT ROWID;

/* A change request that the host still has, with all that figures ask of it. */
CREATE TABLE change_request_measure (
  change_request INTEGER PRIMARY KEY REFERENCES change_request (id), /* the change request */
  repository INTEGER NOT NULL REFERENCES repository (id), /* where it was made */
  author INTEGER NOT NULL, /* number of the person who made it; counted, never told */
  author_group TEXT NOT NULL CHECK (author_group IN ('inside', 'outside', 'contractor', 'unknown', 'bot')), /* where the author stood on the day of the opening */
  is_draft INTEGER NOT NULL CHECK (is_draft IN (0, 1)), /* 1: not yet offered for review */
  created_epoch INTEGER NOT NULL, /* when it was opened, in seconds since 1970 */
  created_month INTEGER NOT NULL, /* when it was opened, as YYYYMM */
  ended_epoch INTEGER, /* when it was merged or closed, in seconds since 1970; none while it is open */
  ended_month INTEGER, /* when it was merged or closed, as YYYYMM; none while it is open */
  ending TEXT NOT NULL CHECK (ending IN ('open', 'merged', 'taken-over', 'unknown')), /* what became of it; unknown: closed without a merge, and nothing shows that it was taken over */
  evidence TEXT CHECK (evidence IN ('head', 'mention')), /* what shows that it was taken over: the commit that it proposed, or one whose message names it, is on the default branch; none unless it was */
  reason TEXT CHECK (reason IN ('rules', 'too-specific', 'stale', 'duplicate', 'unanswered', 'other', 'unknown')), /* why it was closed without a merge, as far as its labels, its closing phrase and what happened say; none unless ending is unknown */
  response_seconds INTEGER, /* from the opening to the first response of a person who is not the author; none when there is none or it is not known */
  response_working_days REAL, /* the same in working days of the calendar */
  response_settled INTEGER NOT NULL CHECK (response_settled IN (0, 1)), /* 1: what was read settles whether there was a response */
  responder INTEGER, /* number of the person who responded; counted, never told */
  review_seconds INTEGER, /* from the opening to the first review; none when there is none or it is not known */
  review_count INTEGER, /* reviews; none when it is not known */
  merger INTEGER, /* number of the person who merged it; counted, never told */
  is_translation INTEGER CHECK (is_translation IN (0, 1)) /* 1: all files that it changes are bundles of texts; none when its files are not known */
) STRICT;
CREATE INDEX change_request_measure_by_repository ON change_request_measure (repository);

/* An issue that the host still has, with all that figures ask of it. */
CREATE TABLE issue_measure (
  issue INTEGER PRIMARY KEY REFERENCES issue (id), /* the issue */
  repository INTEGER NOT NULL REFERENCES repository (id), /* where it was made */
  author INTEGER NOT NULL, /* number of the person who made it; counted, never told */
  author_group TEXT NOT NULL CHECK (author_group IN ('inside', 'outside', 'contractor', 'unknown', 'bot')), /* where the author stood on the day of the opening */
  created_epoch INTEGER NOT NULL, /* when it was opened, in seconds since 1970 */
  created_month INTEGER NOT NULL, /* when it was opened, as YYYYMM */
  closed_epoch INTEGER, /* when it was closed, in seconds since 1970; none while it is open */
  closed_month INTEGER, /* when it was closed, as YYYYMM; none while it is open */
  response_seconds INTEGER, /* from the opening to the first response of a person who is not the author; none when there is none or it is not known */
  response_working_days REAL, /* the same in working days of the calendar */
  response_settled INTEGER NOT NULL CHECK (response_settled IN (0, 1)), /* 1: what was read settles whether there was a response */
  responder INTEGER /* number of the person who responded; counted, never told */
) STRICT;
CREATE INDEX issue_measure_by_repository ON issue_measure (repository);

/* What a person did in a repository in a month, by kind and by where the person stood; bots and release tools included under their own group and kind. */
CREATE TABLE contributor_month (
  repository INTEGER NOT NULL REFERENCES repository (id), /* where */
  month INTEGER NOT NULL, /* when, as YYYYMM */
  person INTEGER NOT NULL, /* number of the person who; counted, never told */
  kind TEXT NOT NULL CHECK (kind IN ('commit', 'release-commit', 'change-request', 'translation', 'issue', 'response', 'merge')), /* what: commits, in the month in which they were put in; commits of a release tool; change requests opened; those among them that change bundles of texts alone; issues opened; first responses to others; merges of change requests of others */
  person_group TEXT NOT NULL CHECK (person_group IN ('inside', 'outside', 'contractor', 'unknown', 'bot')), /* where the person stood on the day */
  contributions INTEGER NOT NULL, /* how many */
  PRIMARY KEY (repository, month, person, kind, person_group)
) STRICT, WITHOUT ROWID;
