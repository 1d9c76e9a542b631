/* Contributions: change requests, issues, commits, and where their authors stood. */

/* Who belonged to an organisation, as seen in its member list. */
CREATE TABLE membership (
  organisation INTEGER NOT NULL REFERENCES organisation (id), /* the organisation */
  person INTEGER NOT NULL REFERENCES person (id), /* the member */
  first_seen_at TEXT NOT NULL CHECK (first_seen_at GLOB '????-??-??T??:??:??Z'), /* first look that listed them; ISO 8601, UTC */
  first_seen_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(first_seen_at)) STORED, /* first_seen_at in seconds since 1970 */
  first_seen_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', first_seen_at) AS INTEGER)) STORED, /* first_seen_at as YYYYMM */
  role TEXT NOT NULL CHECK (role IN ('member', 'admin')), /* role in the organisation */
  is_start_known INTEGER NOT NULL CHECK (is_start_known IN (0, 1)), /* 0: there already at the very first look, so a member since an unknown earlier day */
  left_at TEXT CHECK (left_at GLOB '????-??-??T??:??:??Z'), /* first look that no longer listed them; ISO 8601, UTC */
  left_epoch INTEGER GENERATED ALWAYS AS (unixepoch(left_at)) STORED, /* left_at in seconds since 1970 */
  left_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', left_at) AS INTEGER)) STORED, /* left_at as YYYYMM */
  PRIMARY KEY (organisation, person, first_seen_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_by_person ON membership (person);

/* Lines of the registers that say where people stand, by account or by mail domain, between two dates. */
CREATE TABLE affiliation (
  id INTEGER PRIMARY KEY, /* surrogate */
  register TEXT NOT NULL, /* the register file */
  person INTEGER REFERENCES person (id), /* who; none when the line is about a domain */
  email_domain TEXT, /* mail domain; none when the line is about a person */
  component TEXT, /* name, or owner/name, of the repository that the line holds for alone; none for all */
  affiliation TEXT NOT NULL CHECK (affiliation IN ('staff', 'contractor', 'administration', 'company', 'individual', 'bot', 'unknown')), /* where they stood */
  from_at TEXT CHECK (from_at GLOB '????-??-??T??:??:??Z'), /* first instant; none for ever before; ISO 8601, UTC */
  from_epoch INTEGER GENERATED ALWAYS AS (unixepoch(from_at)) STORED, /* from_at in seconds since 1970 */
  from_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', from_at) AS INTEGER)) STORED, /* from_at as YYYYMM */
  until_at TEXT CHECK (until_at GLOB '????-??-??T??:??:??Z'), /* first instant at which it no longer holds; none for open; ISO 8601, UTC */
  until_epoch INTEGER GENERATED ALWAYS AS (unixepoch(until_at)) STORED, /* until_at in seconds since 1970 */
  until_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', until_at) AS INTEGER)) STORED /* until_at as YYYYMM */
) STRICT;
CREATE INDEX affiliation_by_register ON affiliation (register);
CREATE INDEX affiliation_by_person ON affiliation (person);
CREATE INDEX affiliation_by_domain ON affiliation (email_domain);

/* Persons who agree that what they propose to projects of others is counted; who withdraws is no longer here. */
CREATE TABLE opt_in (
  person INTEGER PRIMARY KEY REFERENCES person (id), /* who */
  server TEXT NOT NULL, /* host of the account */
  consented_at TEXT NOT NULL CHECK (consented_at GLOB '????-??-??T??:??:??Z'), /* day of the consent; ISO 8601, UTC */
  consented_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(consented_at)) STORED, /* consented_at in seconds since 1970 */
  consented_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', consented_at) AS INTEGER)) STORED, /* consented_at as YYYYMM */
  from_at TEXT NOT NULL CHECK (from_at GLOB '????-??-??T??:??:??Z'), /* first instant that is counted; ISO 8601, UTC */
  from_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(from_at)) STORED, /* from_at in seconds since 1970 */
  from_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', from_at) AS INTEGER)) STORED, /* from_at as YYYYMM */
  asked_at TEXT CHECK (asked_at GLOB '????-??-??T??:??:??Z'), /* when the host was last asked; none before the first time; ISO 8601, UTC */
  asked_epoch INTEGER GENERATED ALWAYS AS (unixepoch(asked_at)) STORED, /* asked_at in seconds since 1970 */
  asked_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', asked_at) AS INTEGER)) STORED /* asked_at as YYYYMM */
) STRICT;
CREATE INDEX opt_in_by_server ON opt_in (server);

/* What persons who opted in proposed to public projects of others: counts, no titles, no numbers. */
CREATE TABLE outbound_contribution (
  person INTEGER NOT NULL REFERENCES person (id), /* who; told to nobody but them */
  project TEXT NOT NULL, /* owner/name of the repository on the host of the account */
  kind TEXT NOT NULL CHECK (kind IN ('change-request', 'issue')), /* what was proposed */
  month INTEGER NOT NULL, /* of the opening, as YYYYMM */
  opened INTEGER NOT NULL, /* how many */
  merged INTEGER NOT NULL, /* how many of them were merged, by the time of the last look */
  PRIMARY KEY (person, project, kind, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbound_contribution_by_project ON outbound_contribution (project);

/* A proposal to change a repository. */
CREATE TABLE change_request (
  id INTEGER PRIMARY KEY, /* surrogate */
  repository INTEGER NOT NULL REFERENCES repository (id), /* where it was made */
  host_id TEXT NOT NULL, /* its number across the host */
  number INTEGER NOT NULL, /* its number in the repository */
  title TEXT NOT NULL, /* masked title; internal */
  state TEXT NOT NULL CHECK (state IN ('open', 'merged', 'closed')), /* closed: without a merge */
  is_draft INTEGER NOT NULL CHECK (is_draft IN (0, 1)), /* 1: not yet offered for review */
  author INTEGER NOT NULL REFERENCES person (id), /* who made it */
  author_association TEXT NOT NULL, /* the host's hint about the author */
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??Z'), /* when it was opened; ISO 8601, UTC */
  created_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(created_at)) STORED, /* created_at in seconds since 1970 */
  created_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', created_at) AS INTEGER)) STORED, /* created_at as YYYYMM */
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??Z'), /* last change on the host; ISO 8601, UTC */
  updated_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(updated_at)) STORED, /* updated_at in seconds since 1970 */
  updated_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', updated_at) AS INTEGER)) STORED, /* updated_at as YYYYMM */
  merged_at TEXT CHECK (merged_at GLOB '????-??-??T??:??:??Z'), /* when it was merged; ISO 8601, UTC */
  merged_epoch INTEGER GENERATED ALWAYS AS (unixepoch(merged_at)) STORED, /* merged_at in seconds since 1970 */
  merged_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', merged_at) AS INTEGER)) STORED, /* merged_at as YYYYMM */
  closed_at TEXT CHECK (closed_at GLOB '????-??-??T??:??:??Z'), /* when it was closed, merged or not; ISO 8601, UTC */
  closed_epoch INTEGER GENERATED ALWAYS AS (unixepoch(closed_at)) STORED, /* closed_at in seconds since 1970 */
  closed_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', closed_at) AS INTEGER)) STORED, /* closed_at as YYYYMM */
  merged_by INTEGER REFERENCES person (id), /* who merged it */
  first_response_at TEXT CHECK (first_response_at GLOB '????-??-??T??:??:??Z'), /* first review or comment by a person who is not the author; ISO 8601, UTC */
  first_response_epoch INTEGER GENERATED ALWAYS AS (unixepoch(first_response_at)) STORED, /* first_response_at in seconds since 1970 */
  first_response_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', first_response_at) AS INTEGER)) STORED, /* first_response_at as YYYYMM */
  first_response_settled INTEGER NOT NULL DEFAULT 0 CHECK (first_response_settled IN (0, 1)), /* 1: what was read settles whether there was a response */
  first_responder INTEGER REFERENCES person (id), /* who that was; counted, never told */
  first_review_at TEXT CHECK (first_review_at GLOB '????-??-??T??:??:??Z'), /* first review by a person who is not the author; ISO 8601, UTC */
  first_review_epoch INTEGER GENERATED ALWAYS AS (unixepoch(first_review_at)) STORED, /* first_review_at in seconds since 1970 */
  first_review_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', first_review_at) AS INTEGER)) STORED, /* first_review_at as YYYYMM */
  review_count INTEGER, /* reviews; none when what was read does not say */
  closed_by TEXT CHECK (closed_by IN ('author', 'maintainer', 'bot', 'deleted')), /* who closed it without a merge; none when nobody did or it is not known */
  closing_phrase TEXT, /* id of the phrase of the register with which it was closed; the comment itself is not kept */
  is_reopened INTEGER CHECK (is_reopened IN (0, 1)), /* 1: was closed and opened again; none when it is not known */
  base_branch TEXT NOT NULL, /* branch it is meant for */
  is_cross_repository INTEGER NOT NULL CHECK (is_cross_repository IN (0, 1)), /* 1: comes from a fork */
  head_oid TEXT, /* commit that it proposed last */
  merge_oid TEXT, /* commit that merged it */
  additions INTEGER NOT NULL, /* lines added */
  deletions INTEGER NOT NULL, /* lines removed */
  changed_file_count INTEGER NOT NULL, /* files touched */
  comment_count INTEGER NOT NULL, /* comments */
  review_decision TEXT, /* the host's word on its reviews */
  gone_at TEXT CHECK (gone_at GLOB '????-??-??T??:??:??Z'), /* when the host first no longer had it; ISO 8601, UTC */
  gone_epoch INTEGER GENERATED ALWAYS AS (unixepoch(gone_at)) STORED, /* gone_at in seconds since 1970 */
  gone_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', gone_at) AS INTEGER)) STORED, /* gone_at as YYYYMM */
  run INTEGER NOT NULL REFERENCES run (id), /* run of the last change of this row */
  observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'), /* when the last change of this row was seen; ISO 8601, UTC */
  observed_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(observed_at)) STORED, /* observed_at in seconds since 1970 */
  observed_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', observed_at) AS INTEGER)) STORED, /* observed_at as YYYYMM */
  UNIQUE (repository, host_id)
) STRICT;
CREATE INDEX change_request_by_created ON change_request (created_month);
CREATE INDEX change_request_by_author ON change_request (author);
CREATE INDEX change_request_by_responder ON change_request (first_responder) WHERE first_responder IS NOT NULL;
CREATE INDEX change_request_by_merger ON change_request (merged_by) WHERE merged_by IS NOT NULL;

/* Labels of a change request. */
CREATE TABLE change_request_label (
  change_request INTEGER NOT NULL REFERENCES change_request (id), /* the change request */
  label TEXT NOT NULL, /* the label */
  PRIMARY KEY (change_request, label)
) STRICT, WITHOUT ROWID;

/* Files that a change request touches; no row at all when the host did not give the whole list. */
CREATE TABLE change_request_file (
  change_request INTEGER NOT NULL REFERENCES change_request (id), /* the change request */
  path TEXT NOT NULL, /* path of the file */
  additions INTEGER NOT NULL, /* lines added */
  deletions INTEGER NOT NULL, /* lines removed */
  PRIMARY KEY (change_request, path)
) STRICT, WITHOUT ROWID;

/* A report or a wish. */
CREATE TABLE issue (
  id INTEGER PRIMARY KEY, /* surrogate */
  repository INTEGER NOT NULL REFERENCES repository (id), /* where it was made */
  host_id TEXT NOT NULL, /* its number across the host */
  number INTEGER NOT NULL, /* its number in the repository */
  title TEXT, /* masked title, kept under the labels that parvis.yaml names (publish.goodFirstIssues) and else none */
  state TEXT NOT NULL CHECK (state IN ('open', 'closed')), /* open or closed */
  state_reason TEXT, /* the host's word on why */
  author INTEGER NOT NULL REFERENCES person (id), /* who made it */
  author_association TEXT NOT NULL, /* the host's hint about the author */
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??Z'), /* when it was opened; ISO 8601, UTC */
  created_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(created_at)) STORED, /* created_at in seconds since 1970 */
  created_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', created_at) AS INTEGER)) STORED, /* created_at as YYYYMM */
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??Z'), /* last change on the host; ISO 8601, UTC */
  updated_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(updated_at)) STORED, /* updated_at in seconds since 1970 */
  updated_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', updated_at) AS INTEGER)) STORED, /* updated_at as YYYYMM */
  closed_at TEXT CHECK (closed_at GLOB '????-??-??T??:??:??Z'), /* when it was closed; ISO 8601, UTC */
  closed_epoch INTEGER GENERATED ALWAYS AS (unixepoch(closed_at)) STORED, /* closed_at in seconds since 1970 */
  closed_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', closed_at) AS INTEGER)) STORED, /* closed_at as YYYYMM */
  first_response_at TEXT CHECK (first_response_at GLOB '????-??-??T??:??:??Z'), /* first comment by a person who is not the author; ISO 8601, UTC */
  first_response_epoch INTEGER GENERATED ALWAYS AS (unixepoch(first_response_at)) STORED, /* first_response_at in seconds since 1970 */
  first_response_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', first_response_at) AS INTEGER)) STORED, /* first_response_at as YYYYMM */
  first_response_settled INTEGER NOT NULL DEFAULT 0 CHECK (first_response_settled IN (0, 1)), /* 1: what was read settles whether there was a response */
  first_responder INTEGER REFERENCES person (id), /* who that was; counted, never told */
  closed_by TEXT CHECK (closed_by IN ('author', 'maintainer', 'bot', 'deleted')), /* who closed it; none when it is open or it is not known */
  is_reopened INTEGER CHECK (is_reopened IN (0, 1)), /* 1: was closed and opened again; none when it is not known */
  comment_count INTEGER NOT NULL, /* comments */
  gone_at TEXT CHECK (gone_at GLOB '????-??-??T??:??:??Z'), /* when the host first no longer had it; ISO 8601, UTC */
  gone_epoch INTEGER GENERATED ALWAYS AS (unixepoch(gone_at)) STORED, /* gone_at in seconds since 1970 */
  gone_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', gone_at) AS INTEGER)) STORED, /* gone_at as YYYYMM */
  run INTEGER NOT NULL REFERENCES run (id), /* run of the last change of this row */
  observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'), /* when the last change of this row was seen; ISO 8601, UTC */
  observed_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(observed_at)) STORED, /* observed_at in seconds since 1970 */
  observed_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', observed_at) AS INTEGER)) STORED, /* observed_at as YYYYMM */
  UNIQUE (repository, host_id)
) STRICT;
CREATE INDEX issue_by_author ON issue (author);
CREATE INDEX issue_by_responder ON issue (first_responder) WHERE first_responder IS NOT NULL;

/* Labels of an issue. */
CREATE TABLE issue_label (
  issue INTEGER NOT NULL REFERENCES issue (id), /* the issue */
  label TEXT NOT NULL, /* the label */
  PRIMARY KEY (issue, label)
) STRICT, WITHOUT ROWID;

/* A commit on the default branch. */
CREATE TABLE repository_commit (
  id INTEGER PRIMARY KEY, /* surrogate */
  repository INTEGER NOT NULL REFERENCES repository (id), /* where */
  oid TEXT NOT NULL, /* git id */
  author INTEGER NOT NULL REFERENCES person (id), /* who wrote it */
  committer INTEGER NOT NULL REFERENCES person (id), /* who put it in */
  authored_at TEXT NOT NULL CHECK (authored_at GLOB '????-??-??T??:??:??Z'), /* when it was written; ISO 8601, UTC */
  authored_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(authored_at)) STORED, /* authored_at in seconds since 1970 */
  authored_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', authored_at) AS INTEGER)) STORED, /* authored_at as YYYYMM */
  committed_at TEXT NOT NULL CHECK (committed_at GLOB '????-??-??T??:??:??Z'), /* when it was put in; ISO 8601, UTC */
  committed_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(committed_at)) STORED, /* committed_at in seconds since 1970 */
  committed_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', committed_at) AS INTEGER)) STORED, /* committed_at as YYYYMM */
  parent_count INTEGER, /* 2 or more: a merge; none when only the host told of it, which was not asked */
  is_release_tool INTEGER NOT NULL CHECK (is_release_tool IN (0, 1)), /* 1: made by a release tool, not by somebody's work */
  gone_at TEXT CHECK (gone_at GLOB '????-??-??T??:??:??Z'), /* when the host first no longer had it; ISO 8601, UTC */
  gone_epoch INTEGER GENERATED ALWAYS AS (unixepoch(gone_at)) STORED, /* gone_at in seconds since 1970 */
  gone_month INTEGER GENERATED ALWAYS AS (CAST(strftime('%Y%m', gone_at) AS INTEGER)) STORED, /* gone_at as YYYYMM */
  run INTEGER NOT NULL REFERENCES run (id), /* run of the last change of this row */
  observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'), /* when the last change of this row was seen; ISO 8601, UTC */
  observed_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(observed_at)) STORED, /* observed_at in seconds since 1970 */
  observed_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', observed_at) AS INTEGER)) STORED, /* observed_at as YYYYMM */
  UNIQUE (repository, oid)
) STRICT;
CREATE INDEX repository_commit_by_month ON repository_commit (repository, committed_month);
CREATE INDEX repository_commit_by_author ON repository_commit (author);
CREATE INDEX repository_commit_by_committer ON repository_commit (committer);

/* People named beside the author. */
CREATE TABLE repository_commit_co_author (
  repository_commit INTEGER NOT NULL REFERENCES repository_commit (id), /* the commit */
  person INTEGER NOT NULL REFERENCES person (id), /* co-author */
  PRIMARY KEY (repository_commit, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX repository_commit_co_author_by_person ON repository_commit_co_author (person);

/* Change requests and issues of the same repository that the message of a commit names; the message is not kept. */
CREATE TABLE repository_commit_mention (
  repository_commit INTEGER NOT NULL REFERENCES repository_commit (id), /* the commit */
  number INTEGER NOT NULL, /* number of the change request or the issue */
  PRIMARY KEY (repository_commit, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX repository_commit_mention_by_number ON repository_commit_mention (number);
