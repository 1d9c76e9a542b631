/* What is to come, and who is thanked. */

/* Events. */
CREATE TABLE event (
  id TEXT PRIMARY KEY, /* short name */
  title_fr TEXT NOT NULL, /* title in French */
  title_en TEXT NOT NULL, /* title in English */
  summary_fr TEXT, /* what it is about, in French */
  summary_en TEXT, /* what it is about, in English */
  starts_on TEXT NOT NULL, /* first day, YYYY-MM-DD */
  ends_on TEXT, /* last day, YYYY-MM-DD; null for one day */
  start_time TEXT, /* HH:MM on the clock of time_zone */
  end_time TEXT, /* HH:MM on the clock of time_zone */
  time_zone TEXT, /* IANA name */
  place TEXT, /* where */
  url TEXT, /* page */
  languages TEXT NOT NULL, /* JSON array of BCP 47 tags */
  community TEXT /* users, developers, translators, everybody */
) STRICT, WITHOUT ROWID;

/* What is meant to be done. */
CREATE TABLE roadmap_item (
  id TEXT PRIMARY KEY, /* short name */
  position INTEGER NOT NULL, /* order of the register, from 1 */
  title_fr TEXT NOT NULL, /* title in French */
  title_en TEXT NOT NULL, /* title in English */
  summary_fr TEXT, /* what is gained by it, in French */
  summary_en TEXT, /* what is gained by it, in English */
  repository TEXT REFERENCES repository (repository), /* of the component it is about; null for the whole */
  path TEXT, /* its folder */
  state TEXT NOT NULL, /* idea, planned, under-way, done, given-up */
  quarter TEXT, /* as it is written: 2026-T3 or 2026-Q3 */
  url TEXT /* where to discuss it */
) STRICT, WITHOUT ROWID;

/* People and teams who wished to be thanked by a name of their choice. */
CREATE TABLE credit (
  position INTEGER PRIMARY KEY, /* order of the register, from 1 */
  name TEXT NOT NULL, /* chosen name */
  what_fr TEXT NOT NULL, /* for what, in French */
  what_en TEXT NOT NULL, /* for what, in English */
  url TEXT /* chosen link */
) STRICT;

/* What texts state, with where it comes from. */
CREATE TABLE fact (
  id TEXT PRIMARY KEY, /* short name */
  statement_fr TEXT NOT NULL, /* sentence in French */
  statement_en TEXT NOT NULL, /* sentence in English */
  value REAL, /* the number in it */
  unit TEXT, /* what is counted */
  scope TEXT NOT NULL, /* of what it is said */
  source TEXT NOT NULL, /* who says it */
  url TEXT, /* where */
  date TEXT NOT NULL, /* day it was true, YYYY-MM-DD */
  is_due INTEGER NOT NULL /* 1: it should have been looked at again by now */
) STRICT, WITHOUT ROWID;
