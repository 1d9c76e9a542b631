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
  ended_working_days REAL, /* from the opening to the end, in working days of the calendar; none while it is open */
  ending TEXT NOT NULL CHECK (ending IN ('open', 'merged', 'taken-over', 'unknown')), /* what became of it; unknown: closed without a merge, and nothing shows that it was taken over */
  evidence TEXT CHECK (evidence IN ('head', 'mention')), /* what shows that it was taken over: the commit that it proposed, or one whose message names it, is on the default branch; none unless it was */
  reason TEXT CHECK (reason IN ('rules', 'too-specific', 'stale', 'duplicate', 'unanswered', 'other', 'unknown')), /* why it was closed without a merge, as far as its labels, its closing phrase and what happened say; none unless ending is unknown */
  response_seconds INTEGER, /* from the opening to the first response of a person who is not the author, in words or by ending it; none when there is none or it is not known */
  response_working_days REAL, /* the same in working days of the calendar */
  response_settled INTEGER NOT NULL CHECK (response_settled IN (0, 1)), /* 1: what was read settles whether there was a response */
  responder INTEGER, /* number of the person who responded; counted, never told */
  review_seconds INTEGER, /* from the opening to the first review; none when there is none or it is not known */
  review_working_days REAL, /* the same in working days of the calendar */
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
  closed_working_days REAL, /* from the opening to the closing, in working days of the calendar; none while it is open */
  response_seconds INTEGER, /* from the opening to the first response of a person who is not the author, in words or by ending it; none when there is none or it is not known */
  response_working_days REAL, /* the same in working days of the calendar */
  response_settled INTEGER NOT NULL CHECK (response_settled IN (0, 1)), /* 1: what was read settles whether there was a response */
  responder INTEGER /* number of the person who responded; counted, never told */
) STRICT;
CREATE INDEX issue_measure_by_repository ON issue_measure (repository);

/* What a person did in a repository in a month, and what became of it, by kind and by where the person stood; bots and release tools included under their own group and kind. */
CREATE TABLE contributor_month (
  repository INTEGER NOT NULL REFERENCES repository (id), /* where */
  month INTEGER NOT NULL, /* when, as YYYYMM */
  person INTEGER NOT NULL, /* number of the person who; counted, never told */
  kind TEXT NOT NULL CHECK (kind IN ('commit', 'release-commit', 'change-request', 'translation', 'issue', 'response', 'merge', 'merged', 'taken-over', 'refused', 'fate-unknown', 'issue-closed')), /* what: commits, in the month in which they were put in; commits of a release tool; change requests opened; those among them that change bundles of texts alone; issues opened; first responses to others; merges of change requests of others; and of what the person opened, in the month of its end: change requests merged, taken over by hand, closed for a known reason, closed for none that is known; issues closed */
  person_group TEXT NOT NULL CHECK (person_group IN ('inside', 'outside', 'contractor', 'unknown', 'bot')), /* where the person stood on the day; at the opening, for what became of something */
  contributions INTEGER NOT NULL, /* how many */
  PRIMARY KEY (repository, month, person, kind, person_group)
) STRICT, WITHOUT ROWID;
CREATE INDEX contributor_month_by_person ON contributor_month (person, kind, month, person_group, repository, contributions);

/* Rows of contributor_month as they were when contributor_step was worked out, of those that are others now. */
CREATE TABLE contributor_month_before (
  repository INTEGER NOT NULL, /* where */
  month INTEGER NOT NULL, /* when, as YYYYMM */
  person INTEGER NOT NULL, /* number of the person who */
  kind TEXT NOT NULL, /* what */
  person_group TEXT NOT NULL, /* where the person stood */
  contributions INTEGER NOT NULL, /* how many there were; 0 where there was no such row */
  PRIMARY KEY (repository, month, person, kind, person_group)
) STRICT, WITHOUT ROWID;

/* Sets of repositories of which figures are asked together, as contributor_step was worked out; what it should hold is in scope_source. */
CREATE TABLE scope_repository (
  scope TEXT NOT NULL, /* all, public, or owner/ and the owner in small letters */
  repository INTEGER NOT NULL, /* a repository of the set */
  has_commits INTEGER NOT NULL CHECK (has_commits IN (0, 1)), /* 0: a copy of another, whose commits are not counted */
  has_issues INTEGER NOT NULL CHECK (has_issues IN (0, 1)), /* 0: its issues live elsewhere and are not counted */
  PRIMARY KEY (scope, repository)
) STRICT, WITHOUT ROWID;
CREATE INDEX scope_repository_by_repository ON scope_repository (repository, scope, has_commits, has_issues);

/* How many persons did something in a month who had done so last in another, over a set of repositories. Distinct persons of any period add up from it: each is met for the first time in the month whose month before lies before the period. */
CREATE TABLE contributor_step (
  scope TEXT NOT NULL, /* the set of repositories */
  kind TEXT NOT NULL, /* what they did: kinds of contributor_month; any of commits, change requests, issues, responses and merges; and of what they opened: closed without a merge, ended at all */
  month INTEGER NOT NULL, /* when, as YYYYMM */
  person_group TEXT NOT NULL CHECK (person_group IN ('inside', 'outside', 'contractor', 'unknown', 'bot')), /* where the persons stood */
  before_month INTEGER NOT NULL, /* when they had done so last, as YYYYMM, wherever they stood, bots apart; the month itself for one counted in it in another group already; 0 for never */
  before_in_group INTEGER NOT NULL, /* when they had done so last in this group, as YYYYMM; 0 for never */
  persons INTEGER NOT NULL, /* how many they are */
  contributions INTEGER NOT NULL, /* how many things they did in the month */
  PRIMARY KEY (scope, kind, month, person_group, before_month, before_in_group)
) STRICT, WITHOUT ROWID;
