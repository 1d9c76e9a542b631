/* The steering board and its reports (internal files only), and what a year came to, for everybody. */

/* Reports as they are put together; an internal file has them, a public one has none. */
CREATE TABLE report (
  slug TEXT PRIMARY KEY, /* last part of the address of its page: 2026-11-15, 2026-10, 2026 */
  position INTEGER NOT NULL, /* order, from 1: the current one first */
  kind TEXT NOT NULL, /* month or year */
  from_day TEXT NOT NULL, /* first day, YYYY-MM-DD */
  to_day TEXT NOT NULL, /* last day, YYYY-MM-DD */
  is_current INTEGER NOT NULL, /* 1: it ends on the day of the data */
  content TEXT NOT NULL CHECK (json_valid(content)) /* JSON: the value that `parvis report` writes down in words */
) STRICT, WITHOUT ROWID;

/* What a year came to, counted over what anybody can read. */
CREATE TABLE impact_figure (
  year INTEGER NOT NULL, /* the year */
  figure TEXT NOT NULL, /* services, adopters, repositories, releases, opened, opened-outside, merged, merged-outside */
  value INTEGER, /* how many; null when it is hidden or not known, never nought for either */
  is_hidden INTEGER NOT NULL, /* 1: hidden, since fewer people than the floor stand behind it */
  until TEXT NOT NULL, /* last day that is counted, YYYY-MM-DD */
  PRIMARY KEY (year, figure)
) STRICT, WITHOUT ROWID;

/* Costs that a body approved; the others are nobody's business. */
CREATE TABLE cost (
  position INTEGER PRIMARY KEY, /* order, from 1 */
  year INTEGER NOT NULL, /* the year */
  kind TEXT NOT NULL, /* spent, saved, avoided */
  what TEXT NOT NULL, /* what it is for */
  amount REAL NOT NULL, /* how much */
  currency TEXT NOT NULL, /* three-letter code */
  method TEXT NOT NULL, /* how it was worked out */
  decided_by TEXT NOT NULL, /* role or body */
  decided_on TEXT NOT NULL /* day, YYYY-MM-DD */
) STRICT;
