/* What contributors are invited to, and what was put right. */

/* Open issues for newcomers: under a label that the officer chose, in repositories that this file holds. */
CREATE TABLE first_issue (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where */
  number INTEGER NOT NULL, /* its number there */
  title TEXT, /* title, with names, mail addresses and telephone numbers masked; null when it was not kept */
  opened_on TEXT NOT NULL, /* day, YYYY-MM-DD */
  is_answered INTEGER, /* 1: somebody other than its author answered; 0: nobody yet; null when that is not known */
  PRIMARY KEY (repository, number)
) STRICT, WITHOUT ROWID;

/* Texts that are wanted in a language: one row for each file that lacks keys. */
CREATE TABLE translation_gap (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where the component lives */
  path TEXT NOT NULL, /* its folder */
  language TEXT NOT NULL, /* BCP 47 tag */
  file TEXT NOT NULL, /* file to write in, from the root of the repository */
  missing INTEGER NOT NULL, /* keys of the reference that it lacks */
  reference INTEGER NOT NULL, /* keys of the reference */
  is_absent INTEGER NOT NULL, /* 1: other files of the component are in that language, and this one does not exist */
  PRIMARY KEY (repository, path, language, file)
) STRICT, WITHOUT ROWID;

/* Days on which people translated together, or will. People are counted, and only five or more. */
CREATE TABLE translation_day (
  position INTEGER PRIMARY KEY, /* order, the last one first */
  date TEXT NOT NULL, /* day, YYYY-MM-DD */
  place TEXT NOT NULL, /* where */
  languages TEXT NOT NULL, /* JSON array of BCP 47 tags */
  participants INTEGER /* how many people; null when it was not said or is fewer than the floor */
) STRICT;

/* How long each generation of the platform is kept up, as announced. */
CREATE TABLE platform_line (
  line TEXT PRIMARY KEY, /* v7 or v8 */
  since TEXT, /* day of its release, YYYY-MM-DD */
  features_until TEXT, /* last day of new functions, YYYY-MM-DD */
  fixes_until TEXT, /* last day of security fixes, YYYY-MM-DD */
  source TEXT NOT NULL, /* who announced it */
  url TEXT, /* where */
  guide_url TEXT /* migration guide */
) STRICT, WITHOUT ROWID;

/* What was wrong on the site and was put right, and what organisations that it names answered. */
CREATE TABLE correction (
  position INTEGER PRIMARY KEY, /* order, the last one first */
  date TEXT NOT NULL, /* day of the correction, YYYY-MM-DD */
  page TEXT NOT NULL, /* page, figure or data; one text, or JSON by language */
  what_fr TEXT NOT NULL, /* what was wrong and what is right, in French */
  what_en TEXT NOT NULL, /* what was wrong and what is right, in English */
  corrected_by TEXT NOT NULL, /* role; one text, or JSON by language */
  reply_from TEXT, /* organisation whose answer this is, in its own words; null for a correction */
  reported_on TEXT, /* day on which it was reported, YYYY-MM-DD */
  url TEXT /* where it is explained */
) STRICT;

/* Components that nobody keeps up any more and that somebody may adopt, as the register of components says. */
CREATE TABLE adoption_call (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where the component lives */
  path TEXT NOT NULL, /* its folder */
  since TEXT, /* day, YYYY-MM-DD */
  reason TEXT, /* why, in the words of the register; one text, or JSON by language */
  PRIMARY KEY (repository, path)
) STRICT, WITHOUT ROWID;
