/*
 * How the organisation stands by the Good Governance Initiative. The first two tables are what the public may see where
 * its officer said so (publish.ggi), and empty where not; all the others have rows in an internal file only.
 */

/* Activities, in the states that the method knows. */
CREATE TABLE ggi_activity (
  activity TEXT PRIMARY KEY, /* id of the handbook: GGI-A-21 */
  position INTEGER NOT NULL, /* order of the handbook, from 1 */
  goal TEXT NOT NULL, /* usage, trust, culture, engagement, strategy */
  state TEXT NOT NULL, /* not-selected, in-progress, done */
  scope TEXT /* what the work covers here, in the officer's words */
) STRICT, WITHOUT ROWID;

/* What an activity is to reach. */
CREATE TABLE ggi_objective (
  activity TEXT NOT NULL REFERENCES ggi_activity (activity), /* the activity */
  position INTEGER NOT NULL, /* order in the scorecard, from 1 */
  objective TEXT NOT NULL, /* what is to be reached, in the officer's words */
  is_done INTEGER NOT NULL, /* 1: reached */
  PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;

/* Scorecards as they are kept (internal files only). */
CREATE TABLE ggi_scorecard (
  activity TEXT PRIMARY KEY REFERENCES ggi_activity (activity), /* the activity */
  file TEXT NOT NULL, /* path below the folder of parvis.yaml */
  state TEXT NOT NULL, /* not-selected, in-progress, done, continuous, not-applicable, blocked */
  owner TEXT, /* role or team that answers for it */
  iteration TEXT, /* name of the iteration */
  started TEXT, /* day, YYYY-MM-DD */
  due TEXT, /* day, YYYY-MM-DD */
  closed TEXT, /* day, YYYY-MM-DD */
  why TEXT, /* why it matters here */
  notes TEXT /* how it is done */
) STRICT, WITHOUT ROWID;

/* Verification points: what is measured beside what is declared (internal files only). */
CREATE TABLE ggi_point (
  point TEXT PRIMARY KEY, /* id: GGI-A-21.P4 */
  activity TEXT NOT NULL REFERENCES ggi_activity (activity), /* the activity */
  position INTEGER NOT NULL, /* order in the activity, from 1 */
  kind TEXT NOT NULL, /* measured, proxy (something near it is), declared */
  value TEXT NOT NULL, /* met, partly, unmet, not-applicable, unknown */
  source TEXT NOT NULL, /* what the value rests on: measured, proxy, declared, none */
  measured TEXT NOT NULL, /* what the evidence says: met, partly, unmet, not-applicable, unknown */
  declared TEXT, /* what is declared: met, partly, unmet, not-applicable */
  declared_by TEXT, /* role or team */
  declared_on TEXT, /* day, YYYY-MM-DD */
  declared_until TEXT, /* last day on which it counts, YYYY-MM-DD */
  is_expired INTEGER NOT NULL, /* 1: declared, and no longer counted */
  note TEXT, /* what was said with it */
  link TEXT, /* what shows it */
  before TEXT /* value in the last assessment that was kept; null when none was */
) STRICT, WITHOUT ROWID;

/* Why a point asks for a look (internal files only). */
CREATE TABLE ggi_difference (
  point TEXT NOT NULL REFERENCES ggi_point (point), /* the point */
  difference TEXT NOT NULL, /* declared-not-measured, expired, falling, never-looked-at */
  PRIMARY KEY (point, difference)
) STRICT, WITHOUT ROWID;

/* Days that are set: ends of declarations, of objectives not yet reached and of activities at work (internal files only). */
CREATE TABLE ggi_deadline (
  position INTEGER PRIMARY KEY, /* order, the first day first */
  day TEXT NOT NULL, /* YYYY-MM-DD */
  kind TEXT NOT NULL, /* declaration, objective, activity */
  activity TEXT NOT NULL REFERENCES ggi_activity (activity), /* the activity */
  point TEXT, /* the point of a declaration */
  objective TEXT /* the objective */
) STRICT;

/* What was counted (internal files only). What it does not apply to is in none of the three. */
CREATE TABLE ggi_evidence (
  evidence TEXT PRIMARY KEY, /* id: lic.file */
  met INTEGER NOT NULL, /* things of which it holds */
  unmet INTEGER NOT NULL, /* things of which it does not hold */
  unknown INTEGER NOT NULL, /* things of which nobody knows */
  as_of TEXT /* up to when what was counted is known; null when nothing was collected */
) STRICT, WITHOUT ROWID;

/* The things behind evidence, one by one (internal files only). */
CREATE TABLE ggi_evidence_row (
  evidence TEXT NOT NULL REFERENCES ggi_evidence (evidence), /* the evidence */
  position INTEGER NOT NULL, /* order: what does not hold first, then what is not known */
  subject TEXT NOT NULL, /* owner/name of a repository, or what else is counted */
  state TEXT NOT NULL, /* met, unmet, unknown, not-applicable */
  detail TEXT, /* the bare fact: a path, a date, a count, codes of rules */
  as_of TEXT, /* up to when it is known */
  PRIMARY KEY (evidence, position)
) STRICT, WITHOUT ROWID;

/* Assessments that were kept, by goal (internal files only). */
CREATE TABLE ggi_history (
  assessed_at TEXT NOT NULL, /* first look that said so */
  goal TEXT NOT NULL, /* usage, trust, culture, engagement, strategy */
  confirmed_at TEXT NOT NULL, /* last look that said the same */
  met INTEGER NOT NULL, /* points met */
  partly INTEGER NOT NULL, /* points partly met */
  unmet INTEGER NOT NULL, /* points not met */
  not_applicable INTEGER NOT NULL, /* points that do not apply */
  unknown INTEGER NOT NULL, /* points of which nobody knows */
  PRIMARY KEY (assessed_at, goal)
) STRICT, WITHOUT ROWID;

/* Activities that could come next (internal files only). */
CREATE TABLE ggi_suggestion (
  position INTEGER PRIMARY KEY, /* order, the nearest first */
  activity TEXT NOT NULL REFERENCES ggi_activity (activity), /* the activity */
  after TEXT NOT NULL, /* activities at work or done that the handbook lets it follow, with spaces between */
  met_already INTEGER NOT NULL, /* of its points those that are measured as met */
  points INTEGER NOT NULL /* its points */
) STRICT;
