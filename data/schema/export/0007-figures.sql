/*
 * Figures: what each counts, over what, and every number of it. They are answered by the same definitions as
 * `parvis metrics`. In a public file they are of the whole portfolio alone, and a number that few people stand behind is
 * null with is_hidden 1, together with as many more as it takes that no sum or difference gives it away.
 */

/* What is counted, in the words of its definition. */
CREATE TABLE metric (
  metric TEXT PRIMARY KEY, /* short name: change-requests */
  position INTEGER NOT NULL, /* order in which they are told, from 1 */
  unit TEXT NOT NULL, /* what the value counts */
  title_fr TEXT NOT NULL, /* name in French */
  title_en TEXT NOT NULL, /* name in English */
  definition_fr TEXT NOT NULL, /* what is counted, in French */
  definition_en TEXT NOT NULL, /* what is counted, in English */
  formula_fr TEXT NOT NULL, /* how it is worked out, in French */
  formula_en TEXT NOT NULL, /* how it is worked out, in English */
  source_fr TEXT NOT NULL, /* where the numbers come from, in French */
  source_en TEXT NOT NULL, /* where the numbers come from, in English */
  limits_fr TEXT NOT NULL, /* what it does not say, in French */
  limits_en TEXT NOT NULL, /* what it does not say, in English */
  not_for_fr TEXT NOT NULL, /* what it must not be used for, in French */
  not_for_en TEXT NOT NULL, /* what it must not be used for, in English */
  audience TEXT NOT NULL /* public or internal */
) STRICT, WITHOUT ROWID;

/* What the columns of the answers are called. */
CREATE TABLE metric_measure (
  measure TEXT PRIMARY KEY, /* name, as in metric_value and in the dimensions */
  title_fr TEXT NOT NULL, /* name in French */
  title_en TEXT NOT NULL, /* name in English */
  kind TEXT NOT NULL /* count, share (of 1), number, word (of a closed list), name, day */
) STRICT, WITHOUT ROWID;

/* Each answer: a metric, of everything or of one organisation, over a period. A public file has one of each metric. */
CREATE TABLE metric_answer (
  answer TEXT PRIMARY KEY, /* the metric; with ~ and the window, and @ and the organisation, where it is not the first */
  metric TEXT NOT NULL REFERENCES metric (metric), /* what is counted */
  owner TEXT NOT NULL, /* the organisation; empty for the whole portfolio */
  time_window TEXT NOT NULL, /* recent (what figures are drawn from); inside also year, three-years, whole */
  from_month INTEGER, /* first month counted, YYYYMM; none for a state of the day */
  to_month INTEGER, /* last month counted, over before the data */
  as_of TEXT NOT NULL, /* instant of the data */
  repositories INTEGER NOT NULL /* repositories that were asked about */
) STRICT, WITHOUT ROWID;

/* How far what an answer rests on was read. */
CREATE TABLE metric_coverage (
  answer TEXT NOT NULL REFERENCES metric_answer (answer), /* the answer */
  stream TEXT NOT NULL, /* what was to be read: change-requests, issues, commits, tree */
  complete INTEGER NOT NULL, /* repositories read to the end */
  partial INTEGER NOT NULL, /* repositories read in part */
  missing INTEGER NOT NULL, /* repositories not read: unknown, not empty */
  PRIMARY KEY (answer, stream)
) STRICT, WITHOUT ROWID;

/* What keeps an answer from being whole. */
CREATE TABLE metric_gap (
  answer TEXT NOT NULL REFERENCES metric_answer (answer), /* the answer */
  position INTEGER NOT NULL, /* order, from 1 */
  kind TEXT NOT NULL, /* a word of a closed list: never-read, incomplete, issues-elsewhere, few-persons, ... */
  subjects INTEGER NOT NULL, /* how many things it is about; 0 where that cannot be counted */
  names TEXT NOT NULL, /* JSON array: what they are called, where they may be named */
  PRIMARY KEY (answer, position)
) STRICT, WITHOUT ROWID;

/* Every number: one line for each measure of each row of an answer. Those of one row share its number. */
CREATE TABLE metric_value (
  answer TEXT NOT NULL REFERENCES metric_answer (answer), /* the answer */
  row_number INTEGER NOT NULL, /* row of the answer, from 1, in the order in which it is told */
  measure TEXT NOT NULL REFERENCES metric_measure (measure), /* what the value is */
  grain TEXT, /* month, quarter, year, span (the whole period); none for a state of the day */
  period INTEGER, /* month YYYYMM, quarter YYYYQ (20263: July to September 2026), year YYYY; a span by its last month */
  dimensions TEXT NOT NULL, /* JSON object, what the row is about beside its period: {"author_group":"outside"} */
  value REAL, /* the number; null when hidden, not known, or when there is nothing to tell */
  numerator REAL, /* of a share, what it counts, where that may be told */
  denominator REAL, /* of a share, out of how many */
  is_hidden INTEGER NOT NULL, /* 1: it was worked out and may not be shown; see withheld */
  is_unknown INTEGER NOT NULL, /* 1: not known, or nothing to tell: never nought */
  withheld TEXT, /* why it is hidden: few-persons, small-sample, unknown-too-high */
  PRIMARY KEY (answer, row_number, measure)
) STRICT, WITHOUT ROWID;
