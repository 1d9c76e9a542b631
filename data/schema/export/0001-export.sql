/*
 * The file that the site reads and that the public may download. It holds what an audience may see and nothing else:
 * no person, no login, no address, no title. Instants are ISO 8601 UTC text; months are YYYYMM. A repository is named
 * server/owner/name. A hidden figure is null with is_hidden 1: never zero, never left out.
 */

/* What this file is: profile, as_of, schema_version, floor (persons behind a figure), conformity (off, summary, detail), ggi_handbook (its version, where the file tells of governance). */
CREATE TABLE meta (
  key TEXT PRIMARY KEY, /* name */
  value TEXT NOT NULL /* value */
) STRICT, WITHOUT ROWID;

/* What was looked at, per stream, counted over the repositories of this file. */
CREATE TABLE coverage (
  collector TEXT NOT NULL, /* id of the collector */
  stream TEXT NOT NULL, /* what was looked at */
  expected INTEGER NOT NULL, /* repositories of this file */
  complete INTEGER NOT NULL, /* read to the end */
  partial INTEGER NOT NULL, /* read in part */
  missing INTEGER NOT NULL, /* not read: unknown, not empty */
  oldest_watermark_at TEXT, /* the stalest of what was read is as of then */
  newest_watermark_at TEXT, /* the freshest is as of then */
  PRIMARY KEY (collector, stream)
) STRICT, WITHOUT ROWID;

/* Why something is missing. */
CREATE TABLE coverage_gap (
  collector TEXT NOT NULL, /* id of the collector */
  kind TEXT NOT NULL, /* stream, or field: and the name of a field */
  reason TEXT NOT NULL, /* why: a word of the closed list of failures */
  subjects INTEGER NOT NULL, /* repositories concerned */
  PRIMARY KEY (collector, kind, reason)
) STRICT, WITHOUT ROWID;

/* When each collector ran last. */
CREATE TABLE freshness (
  collector TEXT PRIMARY KEY, /* id of the collector */
  last_status TEXT NOT NULL, /* complete, partial, skipped, failed or running */
  last_started_at TEXT NOT NULL, /* begin of its last run */
  last_ended_at TEXT, /* end of its last run */
  last_complete_at TEXT /* end of its last complete run */
) STRICT, WITHOUT ROWID;

/* The organisations that publish this file. */
CREATE TABLE organisation (
  server TEXT NOT NULL, /* host */
  login TEXT NOT NULL, /* name on the host */
  repositories INTEGER NOT NULL, /* repositories of this file that it owns */
  PRIMARY KEY (server, login)
) STRICT, WITHOUT ROWID;

/* When a repository counts as active, quiet or dormant: by months since its last commit or release. The other states are words of people and of the host. */
CREATE TABLE state_definition (
  state TEXT PRIMARY KEY, /* active, quiet, dormant, stable, archived, obsolete, unknown */
  position INTEGER NOT NULL, /* order of display */
  months_below INTEGER /* fewer months than this since the last activity; none for no limit */
) STRICT, WITHOUT ROWID;

/* Repositories. */
CREATE TABLE repository (
  repository TEXT PRIMARY KEY, /* server/owner/name */
  server TEXT NOT NULL, /* host */
  owner TEXT NOT NULL, /* organisation or account */
  name TEXT NOT NULL, /* name */
  is_own INTEGER NOT NULL, /* 1: owned by an organisation that publishes this file */
  url TEXT, /* page on the host */
  description TEXT, /* sentence on the host */
  homepage_url TEXT, /* page named by its owners */
  readability TEXT, /* anonymous: anybody can read it */
  state TEXT NOT NULL, /* active, quiet, dormant, stable, archived, obsolete, unknown: see state_definition */
  last_activity_at TEXT, /* last commit of the default branch, or last release */
  is_archived INTEGER, /* 1: closed for good */
  is_fork INTEGER, /* 1: begun as a copy of another */
  is_empty INTEGER, /* 1: no commit yet */
  created_at TEXT, /* when it was created on the host */
  star_count INTEGER, /* stars */
  fork_count INTEGER, /* forks on the host */
  host_license TEXT, /* SPDX id that the host recognised; NOASSERTION when it could not tell */
  concluded_license TEXT, /* SPDX id that the licence file at the root reads as; null when there is none that is recognised, or it was not read */
  primary_language TEXT, /* language with the most bytes */
  default_branch TEXT, /* branch that stands for it */
  head_oid TEXT, /* commit at its head */
  head_committed_at TEXT, /* when that was made */
  commits_known_until TEXT, /* until when its commits are known: what came later is unknown, not none; null where they were never read to the end */
  commit_count INTEGER, /* commits on the default branch */
  latest_release_tag TEXT, /* tag of the latest release */
  latest_release_at TEXT, /* when it was published */
  change_requests_open INTEGER, /* collected and open; null when never collected */
  change_requests_merged INTEGER, /* collected and merged; null when never collected */
  change_requests_closed INTEGER, /* collected and closed without a merge; null when never collected */
  issues_open INTEGER, /* collected and open; null when never collected */
  issues_closed INTEGER, /* collected and closed; null when never collected */
  change_request_coverage TEXT NOT NULL, /* complete, partial or unknown */
  issue_coverage TEXT NOT NULL, /* complete, partial or unknown */
  commit_coverage TEXT NOT NULL, /* complete, partial or unknown */
  tree_coverage TEXT NOT NULL /* complete, partial or unknown */
) STRICT, WITHOUT ROWID;

/* Bytes by language. */
CREATE TABLE repository_language (
  repository TEXT NOT NULL REFERENCES repository (repository), /* the repository */
  language TEXT NOT NULL, /* name of the language */
  bytes INTEGER NOT NULL, /* bytes in it */
  PRIMARY KEY (repository, language)
) STRICT, WITHOUT ROWID;

/* Topics that the owners gave. */
CREATE TABLE repository_topic (
  repository TEXT NOT NULL REFERENCES repository (repository), /* the repository */
  topic TEXT NOT NULL, /* the topic */
  PRIMARY KEY (repository, topic)
) STRICT, WITHOUT ROWID;

/* Components: the catalogue. */
CREATE TABLE component (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where it lives */
  path TEXT NOT NULL, /* folder in the repository; empty for the root */
  name TEXT NOT NULL, /* artifact id, else the folder, else the name of the repository */
  kind TEXT NOT NULL, /* core, plugin, module, library, site, pack, theme, tool, other */
  line TEXT, /* generation of the platform; none when it cannot be told */
  group_id TEXT, /* Maven group */
  artifact_id TEXT, /* Maven artifact */
  version TEXT, /* version written in the build file */
  title TEXT, /* name written in the build file */
  PRIMARY KEY (repository, path)
) STRICT, WITHOUT ROWID;

/* Commits on the default branch by month, over 24 months; release tools and bots left out. No row: unknown when commit_coverage is not complete or the month ends after commits_known_until, else none. */
CREATE TABLE activity_month (
  repository TEXT NOT NULL REFERENCES repository (repository), /* the repository */
  month INTEGER NOT NULL, /* month of the commits */
  commits INTEGER NOT NULL, /* how many */
  PRIMARY KEY (repository, month)
) STRICT, WITHOUT ROWID;

/* Rule packs that the outcomes come from. */
CREATE TABLE lint_pack (
  pack TEXT PRIMARY KEY, /* id of the pack */
  digest TEXT NOT NULL, /* sha256 over its content */
  as_of TEXT NOT NULL /* day of the judgement, YYYY-MM-DD */
) STRICT, WITHOUT ROWID;

/* Conformity of a repository, in counts of rules. An outside organisation's appears only when nothing is to be corrected. */
CREATE TABLE conformity (
  repository TEXT PRIMARY KEY REFERENCES repository (repository), /* the repository */
  kind TEXT NOT NULL, /* what the classifier took it for */
  line TEXT, /* generation of the platform */
  coverage TEXT NOT NULL, /* complete, partial or unknown */
  is_counted INTEGER NOT NULL, /* 1: counted in sums; 0: closed for good, or a copy */
  held INTEGER NOT NULL, /* rules that hold */
  to_correct INTEGER NOT NULL, /* rules that do not hold */
  dated_exception INTEGER NOT NULL, /* rules that do not hold and are let pass until a day */
  not_checked INTEGER NOT NULL, /* rules that could not be checked */
  exceptions_until TEXT, /* day on which the last of those exceptions ends, YYYY-MM-DD; null without any */
  agreed_on TEXT, /* day on which another organisation agreed to this being told, YYYY-MM-DD; null for those of this file */
  head_oid TEXT, /* revision of the default branch that was last seen */
  as_of TEXT NOT NULL /* day of the judgement, YYYY-MM-DD */
) STRICT, WITHOUT ROWID;

/* Outcome of each rule on the repositories of the organisations that publish this file. */
CREATE TABLE lint_outcome (
  repository TEXT NOT NULL REFERENCES repository (repository), /* the repository */
  rule TEXT NOT NULL, /* id of the rule */
  code TEXT NOT NULL, /* short stable code */
  pack TEXT NOT NULL, /* pack that asked */
  outcome TEXT NOT NULL, /* error, fail, unknown, pass, not-applicable */
  severity TEXT NOT NULL, /* error, warning, info */
  findings INTEGER NOT NULL, /* how many findings are behind it */
  waived_until TEXT, /* last day of the exception, when every failure of the rule has one */
  PRIMARY KEY (repository, rule)
) STRICT, WITHOUT ROWID;

/* Findings, for an internal file or one with conformity in detail; else empty. */
CREATE TABLE lint_finding (
  repository TEXT NOT NULL REFERENCES repository (repository), /* the repository */
  rule TEXT NOT NULL, /* id of the rule */
  position INTEGER NOT NULL, /* order within the rule, from 1 */
  outcome TEXT NOT NULL, /* what it says */
  severity TEXT NOT NULL, /* error, warning, info */
  confidence TEXT NOT NULL, /* high, medium, low */
  message_id TEXT NOT NULL, /* id of the sentence */
  args TEXT NOT NULL, /* JSON, what the sentence is made of */
  path TEXT, /* file */
  line INTEGER, /* line, from 1 */
  column_number INTEGER, /* column, from 1 */
  rate_numerator REAL, /* measured share: what holds */
  rate_denominator REAL, /* measured share: out of */
  rate_threshold REAL, /* share that was asked, 0 to 1 */
  fingerprint TEXT NOT NULL, /* survives moved lines and other languages */
  waived_until TEXT, /* last day of its exception, YYYY-MM-DD */
  PRIMARY KEY (repository, rule, position)
) STRICT, WITHOUT ROWID;
