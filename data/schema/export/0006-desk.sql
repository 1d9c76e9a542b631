/* What only the officer reads: rows of an internal file, none of a public one. */

/* What waits, the most urgent first. */
CREATE TABLE todo (
  position INTEGER PRIMARY KEY, /* order, from 1 */
  kind TEXT NOT NULL, /* what kind of thing it is */
  title_fr TEXT NOT NULL, /* the kind, in French */
  title_en TEXT NOT NULL, /* the kind, in English */
  urgency TEXT NOT NULL, /* late, soon (within thirty days) or open (without a day) */
  subject TEXT NOT NULL, /* what it is about; * for everything */
  reference TEXT, /* activity, rule or component that has a page of its own */
  repository TEXT REFERENCES repository (repository), /* the repository, where it is about one */
  since TEXT, /* day since which it waits, YYYY-MM-DD */
  due TEXT, /* day by which it should be done, YYYY-MM-DD */
  why_fr TEXT NOT NULL, /* the reason, in French */
  why_en TEXT NOT NULL, /* the reason, in English */
  quotes TEXT NOT NULL, /* JSON array of what people wrote that stands in the reason: a text, or a JSON object by language */
  command TEXT, /* what mends it or shows it in full */
  place TEXT, /* file to mend and its line */
  url TEXT /* page of the host */
) STRICT;

/* What was not looked at for the list above, or only in part. */
CREATE TABLE todo_gap (
  position INTEGER PRIMARY KEY, /* order, from 1 */
  kind TEXT NOT NULL, /* what kind of thing it is */
  title_fr TEXT NOT NULL, /* the kind, in French */
  title_en TEXT NOT NULL, /* the kind, in English */
  why_fr TEXT NOT NULL, /* the reason, in French */
  why_en TEXT NOT NULL /* the reason, in English */
) STRICT;

/* How the last run of each collector on each scope ended. */
CREATE TABLE last_run (
  collector TEXT NOT NULL, /* id of the collector */
  scope TEXT NOT NULL, /* organisation, or the name of a file or a clone */
  status TEXT NOT NULL, /* complete, partial, skipped, failed or running */
  started_at TEXT NOT NULL, /* when it began */
  ended_at TEXT, /* when it ended */
  read INTEGER NOT NULL, /* items read */
  written INTEGER NOT NULL, /* rows that changed */
  problems INTEGER NOT NULL, /* what went wrong, counted */
  PRIMARY KEY (collector, scope)
) STRICT, WITHOUT ROWID;

/* What went wrong in those runs: the first fifty of each. */
CREATE TABLE last_run_problem (
  collector TEXT NOT NULL, /* id of the collector */
  scope TEXT NOT NULL, /* organisation, or the name of a file or a clone */
  position INTEGER NOT NULL, /* order, from 1 */
  kind TEXT NOT NULL, /* why: a word of the closed list of failures */
  message_fr TEXT NOT NULL, /* what went wrong, in French; in the words of who met it where there are none */
  message_en TEXT NOT NULL, /* what went wrong, in English */
  PRIMARY KEY (collector, scope, position)
) STRICT, WITHOUT ROWID;

/* Registers that people keep. */
CREATE TABLE register_state (
  register TEXT PRIMARY KEY, /* id of the register */
  title_fr TEXT NOT NULL, /* its name, in French */
  title_en TEXT NOT NULL, /* its name, in English */
  is_kept INTEGER NOT NULL, /* 1: parvis.yaml names a file for it */
  lines INTEGER NOT NULL, /* lines that were taken */
  newest_day TEXT, /* newest day that one of its lines tells of, up to the day of the data */
  read_at TEXT, /* when it was last read */
  mistakes INTEGER NOT NULL /* lines that speak of something which is nowhere else */
) STRICT, WITHOUT ROWID;

/* Third-party components that ours need, or that registers know. */
CREATE TABLE brick (
  brick TEXT PRIMARY KEY, /* package address, or what the registers call it */
  title TEXT, /* usual name */
  versions INTEGER NOT NULL, /* versions that are asked for */
  is_behind INTEGER, /* 1: a version that is asked for is not the latest; null where that is not known */
  licenses TEXT, /* licences that are said of it, the first ones; null where nothing says */
  latest TEXT, /* its last release */
  latest_at TEXT, /* day of its last release */
  state TEXT, /* active, quiet, dormant, archived; null where it was not collected */
  used_by INTEGER NOT NULL, /* components that need it */
  ships INTEGER NOT NULL, /* 1: it ships or runs with components; 0: it builds or tests them */
  is_in_service INTEGER NOT NULL, /* 1: the register of bricks says where */
  is_gap INTEGER /* 1: it ships or is in service, and nobody wrote down what would be done without it; null where no register says */
) STRICT, WITHOUT ROWID;

/* Versions of a third-party component, the most used first. */
CREATE TABLE brick_version (
  brick TEXT NOT NULL REFERENCES brick (brick), /* the brick */
  position INTEGER NOT NULL, /* order, from 1 */
  version TEXT, /* as it is asked for; null where nothing says */
  components INTEGER NOT NULL, /* components that ask for it */
  is_behind INTEGER, /* 1: a later one is known; null where that is not known */
  PRIMARY KEY (brick, position)
) STRICT, WITHOUT ROWID;

/* Where a third-party component is used: components of ours, packs, environments. */
CREATE TABLE brick_place (
  brick TEXT NOT NULL REFERENCES brick (brick), /* the brick */
  kind TEXT NOT NULL, /* component, assembly or environment */
  name TEXT NOT NULL, /* its name */
  version TEXT, /* version in service there, of an environment */
  PRIMARY KEY (brick, kind, name)
) STRICT, WITHOUT ROWID;

/* What would be done if it stopped. */
CREATE TABLE brick_plan (
  brick TEXT NOT NULL REFERENCES brick (brick), /* the brick */
  position INTEGER NOT NULL, /* order, from 1 */
  environment TEXT, /* environment that it is for; null for all */
  alternative TEXT NOT NULL, /* what would replace it */
  effort TEXT, /* days, weeks, months, years */
  risk TEXT, /* low, medium, high */
  owner TEXT, /* role or team */
  review TEXT, /* day to look at it again */
  is_overdue INTEGER NOT NULL, /* 1: that day is past */
  PRIMARY KEY (brick, position)
) STRICT, WITHOUT ROWID;

/* Every place that says a licence of a component. */
CREATE TABLE license_source (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where it lives */
  path TEXT NOT NULL, /* folder in the repository; empty for the root */
  position INTEGER NOT NULL, /* order, from 1 */
  source TEXT NOT NULL, /* file, header, manifest, parent, publiccode, host or register */
  place TEXT, /* file that says it */
  said TEXT, /* as it is written; null where a whole text stands */
  spdx TEXT, /* SPDX expression; null when it is none that is known */
  PRIMARY KEY (repository, path, position)
) STRICT, WITHOUT ROWID;

/* How each repository that was judged stands by its errors. */
CREATE TABLE error_state (
  repository TEXT PRIMARY KEY REFERENCES repository (repository), /* the repository */
  state TEXT NOT NULL /* with-error, unchecked or without-error */
) STRICT, WITHOUT ROWID;

/* How the rules stood at the end of each month in which the linter was recorded, over the repositories judged by then. */
CREATE TABLE conformity_month (
  month INTEGER PRIMARY KEY, /* YYYYMM */
  repositories INTEGER NOT NULL, /* repositories judged by then */
  clean INTEGER NOT NULL, /* of these, without an open error of a rule */
  held INTEGER NOT NULL, /* rules that held */
  to_correct INTEGER NOT NULL, /* rules that did not, exceptions left out */
  not_checked INTEGER NOT NULL /* rules that could not be checked */
) STRICT;
