/* People: the only two tables that hold an identity, so that a person can be erased. Facts refer to person.id. */

/* Somebody, or something, that acts on a host. No name and no clear mail address is ever kept. */
CREATE TABLE person (
  id INTEGER PRIMARY KEY, /* surrogate; facts refer to it */
  server TEXT NOT NULL, /* host of the account */
  host_id TEXT, /* number of the account; none when known by mail or login alone */
  login TEXT, /* login of the account, as last seen */
  kind TEXT NOT NULL CHECK (kind IN ('person', 'bot', 'organisation', 'mannequin', 'deleted')), /* what stands behind it */
  is_anonymous INTEGER NOT NULL DEFAULT 0 CHECK (is_anonymous IN (0, 1)), /* 1: the shared row of those who were erased or whose account is gone */
  run INTEGER NOT NULL REFERENCES run (id), /* run of the last change of this row */
  observed_at TEXT NOT NULL CHECK (observed_at GLOB '????-??-??T??:??:??Z'), /* when the last change of this row was seen; ISO 8601, UTC */
  observed_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(observed_at)) STORED, /* observed_at in seconds since 1970 */
  observed_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', observed_at) AS INTEGER)) STORED /* observed_at as YYYYMM */
) STRICT;
CREATE UNIQUE INDEX person_by_account ON person (server, host_id) WHERE host_id IS NOT NULL;
CREATE UNIQUE INDEX person_anonymous ON person (server, kind) WHERE is_anonymous = 1;
CREATE INDEX person_by_login ON person (server, lower(login));

/* Mail addresses of a person, as keyed hashes. */
CREATE TABLE person_mail (
  server TEXT NOT NULL, /* host on which the hash identifies */
  email_hash TEXT NOT NULL, /* HMAC-SHA256 of the address under the key of this installation */
  email_domain TEXT, /* part behind the at sign; none for public mail providers */
  person INTEGER NOT NULL REFERENCES person (id), /* whose it is */
  PRIMARY KEY (server, email_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_mail_by_person ON person_mail (person);

/* Keyed hashes of identities that asked to be forgotten, so that they do not come back. */
CREATE TABLE erased_person (
  hash TEXT PRIMARY KEY, /* HMAC-SHA256 of an identity under the key of this installation */
  erased_at TEXT NOT NULL CHECK (erased_at GLOB '????-??-??T??:??:??Z'), /* when it was asked; ISO 8601, UTC */
  erased_epoch INTEGER NOT NULL GENERATED ALWAYS AS (unixepoch(erased_at)) STORED, /* erased_at in seconds since 1970 */
  erased_month INTEGER NOT NULL GENERATED ALWAYS AS (CAST(strftime('%Y%m', erased_at) AS INTEGER)) STORED /* erased_at as YYYYMM */
) STRICT, WITHOUT ROWID;
