/* Organisations, repositories and the files in them. */

/* An organisation on a host. */
CREATE TABLE organisation (
  id INTEGER PRIMARY KEY, /* surrogate */
  server TEXT NOT NULL, /* host */
  host_id TEXT NOT NULL, /* its number on the host */
  login TEXT NOT NULL, /* its name on the host, as last seen */
  run INTEGER NOT NULL REFERENCES run (id), /* run of the last change of this row */
  observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'), /* when the last change of this row was seen; ISO 8601, UTC */
  observed_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(observed_at)) STORED, /* observed_at in seconds since 1970 */
  observed_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', observed_at) AS INTEGER)) STORED, /* observed_at as YYYYMM */
  UNIQUE (server, host_id)
) STRICT;
CREATE INDEX organisation_by_login ON organisation (server, lower(login));

/* A repository on a host. Known by its number; its name is an attribute with a history. */
CREATE TABLE repository (
  id INTEGER PRIMARY KEY, /* surrogate */
  server TEXT NOT NULL, /* host */
  host_id TEXT NOT NULL, /* its number on the host */
  owner TEXT NOT NULL, /* organisation or account, as last seen */
  name TEXT NOT NULL, /* name, as last seen */
  node_id TEXT, /* opaque id that the host wants in questions about it */
  url TEXT, /* page on the host */
  description TEXT, /* sentence on the host */
  homepage_url TEXT, /* page named by its owners */
  visibility TEXT CHECK (visibility IN ('public', 'internal', 'private')), /* the host's word */
  readability TEXT CHECK (readability IN ('anonymous', 'restricted', 'unknown')), /* whether anybody could read it at the last look; everything public depends on it */
  is_archived INTEGER CHECK (is_archived IN (0, 1)), /* 1: closed for good */
  archived_at TEXT CHECK (archived_at GLOB '????-??-??T??:??:??Z'), /* when it was archived; ISO 8601, UTC */
  archived_epoch INTEGER GENERATED ALWAYS AS (unixepoch(archived_at)) STORED, /* archived_at in seconds since 1970 */
  archived_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', archived_at) AS INTEGER)) STORED, /* archived_at as YYYYMM */
  is_fork INTEGER CHECK (is_fork IN (0, 1)), /* 1: begun as a copy of another on the host */
  forked_from TEXT, /* owner/name of that other */
  is_template INTEGER CHECK (is_template IN (0, 1)), /* 1: meant to be copied */
  made_from TEXT, /* owner/name of the template that it was made from */
  is_mirror INTEGER CHECK (is_mirror IN (0, 1)), /* 1: a copy kept in step with a repository elsewhere */
  is_empty INTEGER CHECK (is_empty IN (0, 1)), /* 1: no commit yet */
  created_at TEXT CHECK (created_at GLOB '????-??-??T??:??:??Z'), /* when it was created on the host; ISO 8601, UTC */
  created_epoch INTEGER GENERATED ALWAYS AS (unixepoch(created_at)) STORED, /* created_at in seconds since 1970 */
  created_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', created_at) AS INTEGER)) STORED, /* created_at as YYYYMM */
  pushed_at TEXT CHECK (pushed_at GLOB '????-??-??T??:??:??Z'), /* last push to any branch; ISO 8601, UTC */
  pushed_epoch INTEGER GENERATED ALWAYS AS (unixepoch(pushed_at)) STORED, /* pushed_at in seconds since 1970 */
  pushed_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', pushed_at) AS INTEGER)) STORED, /* pushed_at as YYYYMM */
  star_count INTEGER, /* stars */
  fork_count INTEGER, /* forks on the host */
  watcher_count INTEGER, /* accounts that are told of every change */
  discussion_count INTEGER, /* discussions */
  has_issues INTEGER CHECK (has_issues IN (0, 1)), /* 1: issues are open to people */
  has_discussions INTEGER CHECK (has_discussions IN (0, 1)), /* 1: discussions are */
  has_wiki INTEGER CHECK (has_wiki IN (0, 1)), /* 1: there is a wiki */
  has_vulnerability_alerts INTEGER CHECK (has_vulnerability_alerts IN (0, 1)), /* 1: the host warns of vulnerable dependencies */
  has_security_policy INTEGER CHECK (has_security_policy IN (0, 1)), /* 1: a security policy is shown, own or lent by the owner */
  security_policy_url TEXT, /* page that shows it */
  host_license TEXT, /* SPDX id that the host recognised; NOASSERTION when it could not tell */
  primary_language TEXT, /* language with the most bytes, the host's word */
  default_branch TEXT, /* branch that stands for the repository */
  head_oid TEXT, /* commit at its head */
  tree_oid TEXT, /* tree at its head */
  head_committed_at TEXT CHECK (head_committed_at GLOB '????-??-??T??:??:??Z'), /* when that commit was made; ISO 8601, UTC */
  head_committed_epoch INTEGER GENERATED ALWAYS AS (unixepoch(head_committed_at)) STORED, /* head_committed_at in seconds since 1970 */
  head_committed_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', head_committed_at) AS INTEGER)) STORED, /* head_committed_at as YYYYMM */
  commit_count INTEGER, /* commits on the default branch */
  branch_count INTEGER, /* branches that the host counts */
  tag_count INTEGER, /* tags that the host counts */
  release_count INTEGER, /* published releases that the host counts */
  change_request_count INTEGER, /* change requests that the host counts */
  issue_count INTEGER, /* issues that the host counts */
  latest_release_tag TEXT, /* tag of the latest release */
  latest_release_at TEXT CHECK (latest_release_at GLOB '????-??-??T??:??:??Z'), /* when it was published; ISO 8601, UTC */
  latest_release_epoch INTEGER GENERATED ALWAYS AS (unixepoch(latest_release_at)) STORED, /* latest_release_at in seconds since 1970 */
  latest_release_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', latest_release_at) AS INTEGER)) STORED, /* latest_release_at as YYYYMM */
  stored_tree_oid TEXT, /* tree whose entries are stored; none when none are */
  gone_at TEXT CHECK (gone_at GLOB '????-??-??T??:??:??Z'), /* when the host first no longer had it; ISO 8601, UTC */
  gone_epoch INTEGER GENERATED ALWAYS AS (unixepoch(gone_at)) STORED, /* gone_at in seconds since 1970 */
  gone_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', gone_at) AS INTEGER)) STORED, /* gone_at as YYYYMM */
  run INTEGER NOT NULL REFERENCES run (id), /* run of the last change of this row */
  observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'), /* when the last change of this row was seen; ISO 8601, UTC */
  observed_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(observed_at)) STORED, /* observed_at in seconds since 1970 */
  observed_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', observed_at) AS INTEGER)) STORED, /* observed_at as YYYYMM */
  UNIQUE (server, host_id)
) STRICT;
CREATE INDEX repository_by_name ON repository (lower(owner), lower(name), server);

/* Every name that a repository was seen under. */
CREATE TABLE repository_name (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  owner TEXT NOT NULL, /* owner at the time */
  name TEXT NOT NULL, /* name at the time */
  first_seen_at TEXT NOT NULL CHECK (first_seen_at GLOB '????-??-??T??:??:??Z'), /* when it was first seen so; ISO 8601, UTC */
  first_seen_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(first_seen_at)) STORED, /* first_seen_at in seconds since 1970 */
  first_seen_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', first_seen_at) AS INTEGER)) STORED, /* first_seen_at as YYYYMM */
  PRIMARY KEY (repository, owner, name)
) STRICT, WITHOUT ROWID;

/* Bytes by language, the host's count. */
CREATE TABLE repository_language (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  language TEXT NOT NULL, /* name of the language */
  bytes INTEGER NOT NULL, /* bytes in it */
  PRIMARY KEY (repository, language)
) STRICT, WITHOUT ROWID;

/* Topics that the owners gave. */
CREATE TABLE repository_topic (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  topic TEXT NOT NULL, /* the topic */
  PRIMARY KEY (repository, topic)
) STRICT, WITHOUT ROWID;

/* What the host shows to people who want to contribute, own or lent by the owner's .github repository. */
CREATE TABLE repository_community_file (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  kind TEXT NOT NULL CHECK (kind IN ('code-of-conduct', 'contributing', 'issue-template', 'change-request-template', 'funding')), /* what it is */
  path TEXT NOT NULL, /* name or path as the host gives it; empty when it does not */
  is_inherited INTEGER CHECK (is_inherited IN (0, 1)), /* 1: lent by the owner; none when the host does not say */
  PRIMARY KEY (repository, kind, path)
) STRICT, WITHOUT ROWID;

/* Mistakes that the host finds in CODEOWNERS; the text of the line, which may name people, is not kept. */
CREATE TABLE repository_codeowners_error (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  path TEXT NOT NULL, /* the file */
  line INTEGER NOT NULL, /* line, from 1 */
  column_number INTEGER NOT NULL, /* column, from 1 */
  kind TEXT NOT NULL, /* the host's word for the mistake */
  PRIMARY KEY (repository, path, line, column_number, kind)
) STRICT, WITHOUT ROWID;

/* What holds on the default branch, by protection rule and rulesets together; no row when it is not known. */
CREATE TABLE repository_branch_rules (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  branch TEXT NOT NULL, /* the branch */
  requires_change_request INTEGER NOT NULL CHECK (requires_change_request IN (0, 1)), /* 1: nothing comes in but by change request */
  required_reviews INTEGER NOT NULL, /* approving reviews before a merge */
  requires_code_owner_review INTEGER NOT NULL CHECK (requires_code_owner_review IN (0, 1)), /* 1: one of them by an owner of the files */
  allows_force_push INTEGER NOT NULL CHECK (allows_force_push IN (0, 1)), /* 1: its history may be rewritten */
  allows_deletion INTEGER NOT NULL CHECK (allows_deletion IN (0, 1)), /* 1: it may be deleted */
  requires_signatures INTEGER NOT NULL CHECK (requires_signatures IN (0, 1)), /* 1: commits must be signed */
  requires_linear_history INTEGER NOT NULL CHECK (requires_linear_history IN (0, 1)), /* 1: no merge commits */
  binds_administrators INTEGER CHECK (binds_administrators IN (0, 1)), /* 1: administrators are bound as well; none when the token may not know */
  PRIMARY KEY (repository, branch)
) STRICT, WITHOUT ROWID;

/* Checks that must pass before something comes into the default branch. */
CREATE TABLE repository_required_check (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  name TEXT NOT NULL, /* name of the check */
  PRIMARY KEY (repository, name)
) STRICT, WITHOUT ROWID;

/* Rulesets that are about a repository, its own and its organisation's. */
CREATE TABLE repository_ruleset (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  host_id TEXT NOT NULL, /* its number on the host */
  name TEXT NOT NULL, /* its name */
  enforcement TEXT NOT NULL CHECK (enforcement IN ('active', 'disabled', 'evaluate')), /* active: it holds; evaluate: it is tried out */
  target TEXT NOT NULL CHECK (target IN ('branch', 'tag', 'push', 'repository')), /* what it is about */
  PRIMARY KEY (repository, host_id)
) STRICT, WITHOUT ROWID;

/* The newest published releases; repository.release_count says how many there are. */
CREATE TABLE repository_release (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  host_id TEXT NOT NULL, /* its number on the host */
  tag TEXT NOT NULL, /* its tag */
  name TEXT, /* its title */
  published_at TEXT NOT NULL CHECK (published_at GLOB '????-??-??T??:??:??Z'), /* when it was published; ISO 8601, UTC */
  published_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(published_at)) STORED, /* published_at in seconds since 1970 */
  published_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', published_at) AS INTEGER)) STORED, /* published_at as YYYYMM */
  is_prerelease INTEGER NOT NULL CHECK (is_prerelease IN (0, 1)), /* 1: not meant for everybody yet */
  notes_length INTEGER NOT NULL, /* characters of its notes, which are not kept */
  PRIMARY KEY (repository, host_id)
) STRICT, WITHOUT ROWID;

/* Custom properties that the organisation gave; one row for each value. */
CREATE TABLE repository_property (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  name TEXT NOT NULL, /* name of the property */
  value TEXT NOT NULL, /* a value of it */
  PRIMARY KEY (repository, name, value)
) STRICT, WITHOUT ROWID;

/* Branches and tags. */
CREATE TABLE ref (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  kind TEXT NOT NULL CHECK (kind IN ('branch', 'tag')), /* branch or tag */
  name TEXT NOT NULL, /* short name */
  oid TEXT NOT NULL, /* commit it points at, annotated tags peeled */
  committed_at TEXT CHECK (committed_at GLOB '????-??-??T??:??:??Z'), /* when that commit was made, of tags alone; ISO 8601, UTC */
  committed_epoch INTEGER GENERATED ALWAYS AS (unixepoch(committed_at)) STORED, /* committed_at in seconds since 1970 */
  committed_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', committed_at) AS INTEGER)) STORED, /* committed_at as YYYYMM */
  PRIMARY KEY (repository, kind, name)
) STRICT, WITHOUT ROWID;

/* What the host's dependency graph says of a repository: one document, a blob; no row where it was not read or is off. */
CREATE TABLE dependency_graph (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  oid TEXT NOT NULL, /* git id of the document, SPDX in JSON */
  size INTEGER NOT NULL, /* bytes */
  PRIMARY KEY (repository, oid)
) STRICT, WITHOUT ROWID;

/* Files at the head of the default branch. */
CREATE TABLE tree_entry (
  repository INTEGER NOT NULL REFERENCES repository (id), /* the repository */
  path TEXT NOT NULL, /* path from the root */
  mode TEXT NOT NULL CHECK (mode IN ('100644', '100755', '120000', '160000')), /* git's file mode */
  oid TEXT NOT NULL, /* git id of the content */
  size INTEGER NOT NULL, /* bytes */
  PRIMARY KEY (repository, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX tree_entry_by_oid ON tree_entry (oid);

/* Contents of files by git id: equal files of many repositories are stored once. */
CREATE TABLE blob (
  oid TEXT PRIMARY KEY, /* git id of the content */
  size INTEGER NOT NULL, /* bytes before compression */
  encoding TEXT NOT NULL CHECK (encoding IN ('identity', 'deflate')), /* how content is kept */
  is_text INTEGER NOT NULL CHECK (is_text IN (0, 1)), /* 1: no NUL in the first 8,000 bytes, as git judges */
  content BLOB NOT NULL /* the bytes, compressed when that is smaller */
) STRICT;

/* What an extractor drew from one content: never computed twice. */
CREATE TABLE fact (
  oid TEXT NOT NULL, /* git id of the content */
  extractor TEXT NOT NULL, /* id of the extractor */
  version INTEGER NOT NULL, /* version of the extractor */
  options_digest TEXT NOT NULL, /* sha256 of its options; empty for none */
  fact TEXT NOT NULL, /* JSON */
  PRIMARY KEY (oid, extractor, version, options_digest)
) STRICT;

/* What is built from a repository, as concluded from its files. One repository may hold several. */
CREATE TABLE component (
  repository INTEGER NOT NULL REFERENCES repository (id), /* where it lives */
  path TEXT NOT NULL, /* folder in the repository; empty for the root */
  kind TEXT NOT NULL CHECK (kind IN ('core', 'plugin', 'module', 'library', 'site', 'pack', 'theme', 'tool', 'other')), /* what it is */
  line TEXT CHECK (line IN ('v7', 'v8')), /* generation of the platform; none when it cannot be told */
  group_id TEXT, /* Maven group */
  artifact_id TEXT, /* Maven artifact */
  version TEXT, /* version written in the build file */
  title TEXT, /* name written in the build file */
  PRIMARY KEY (repository, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX component_by_artifact ON component (artifact_id);
