/*
 * What makes components easy to find and to judge beside the portfolio. The rules of the portfolio hold: a public file is
 * made from repositories that anybody can read.
 */

/* Other words that people search a need by. */
CREATE TABLE need_word (
  need TEXT NOT NULL REFERENCES need (id), /* the need */
  position INTEGER NOT NULL, /* order of the register, from 1 */
  word TEXT NOT NULL, /* a word or a few, in either language */
  PRIMARY KEY (need, position)
) STRICT, WITHOUT ROWID;

/* Short lists that somebody chose, in the order of the register. In a public file: those of which it holds a component. */
CREATE TABLE collection (
  id TEXT PRIMARY KEY, /* short name */
  position INTEGER NOT NULL, /* order of the register, from 1 */
  name_fr TEXT NOT NULL, /* what it is called, in French */
  name_en TEXT NOT NULL, /* what it is called, in English */
  why_fr TEXT NOT NULL, /* why these, in French */
  why_en TEXT NOT NULL /* why these, in English */
) STRICT, WITHOUT ROWID;

/* Components of a collection. */
CREATE TABLE collection_component (
  collection TEXT NOT NULL REFERENCES collection (id), /* the collection */
  position INTEGER NOT NULL, /* order that was chosen, from 1 */
  repository TEXT NOT NULL REFERENCES repository (repository), /* of the component */
  path TEXT NOT NULL, /* its folder; empty for the root */
  PRIMARY KEY (collection, position)
) STRICT, WITHOUT ROWID;

/* What a component does, as its publiccode.yml lists it. */
CREATE TABLE component_feature (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where it lives */
  path TEXT NOT NULL, /* folder in the repository; empty for the root */
  position INTEGER NOT NULL, /* order of the file, from 1 */
  language TEXT NOT NULL, /* BCP 47 tag, as the file writes it */
  text TEXT NOT NULL, /* in a few words of its makers */
  PRIMARY KEY (repository, path, position)
) STRICT, WITHOUT ROWID;

/* How many people wrote code or proposed changes in a repository over twelve months, robots left out. Fewer than the floor have no row. */
CREATE TABLE repository_contributors (
  repository TEXT PRIMARY KEY REFERENCES repository (repository), /* the repository */
  from_month INTEGER NOT NULL, /* first month counted, YYYYMM */
  to_month INTEGER NOT NULL, /* last month counted, YYYYMM */
  persons INTEGER NOT NULL, /* how many they are */
  outside INTEGER /* of these, from outside the organisation; null where that would tell of a few */
) STRICT, WITHOUT ROWID;

/* What a component is for, in one plain sentence that people wrote for the register. */
CREATE TABLE component_summary (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where it lives */
  path TEXT NOT NULL, /* folder in the repository; empty for the root */
  summary_fr TEXT NOT NULL, /* in French */
  summary_en TEXT NOT NULL, /* in English */
  PRIMARY KEY (repository, path)
) STRICT, WITHOUT ROWID;

/* The last versions of a component that came out, the newest first; no more than six. */
CREATE TABLE component_release (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where it lives */
  path TEXT NOT NULL, /* folder in the repository; empty for the root */
  position INTEGER NOT NULL, /* order, from 1 */
  version TEXT NOT NULL, /* number of the version */
  published_at TEXT NOT NULL, /* when it came out */
  PRIMARY KEY (repository, path, position)
) STRICT, WITHOUT ROWID;

/* Where a fault that could be misused is reported, for repositories whose host shows a security policy. */
CREATE TABLE repository_security (
  repository TEXT PRIMARY KEY REFERENCES repository (repository), /* the repository */
  url TEXT /* page that shows the policy */
) STRICT, WITHOUT ROWID;
