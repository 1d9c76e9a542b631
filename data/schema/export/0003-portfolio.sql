/*
 * What is produced, what it stands on, what is put together from it and who uses it. A public file is made from
 * repositories that anybody can read and from no others: no count, edge or name of another is in it.
 */

/* What is known of a component beside its files. Nulls: not known. */
CREATE TABLE component_standing (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where it lives */
  path TEXT NOT NULL, /* folder in the repository; empty for the root */
  state TEXT NOT NULL, /* active, quiet, dormant, stable, archived, obsolete, unknown: see state_definition */
  state_from TEXT, /* what says so: register, line, host or activity; null where nothing does */
  last_activity_at TEXT, /* last commit of the default branch, or last release */
  description TEXT, /* what its owners say on the host, else in the build file */
  release_version TEXT, /* highest final version among its releases and tags; null where there is none */
  released_at TEXT, /* when that version came out */
  trial_version TEXT, /* highest version on trial (beta, candidate...), where it is above the final one */
  trial_released_at TEXT, /* when that came out */
  domain TEXT, /* what it is for */
  domain_source TEXT, /* what says so: register, publiccode, topic or name */
  declared_license TEXT, /* licence as its makers say it in a word */
  concluded_license TEXT, /* SPDX expression of the texts at hand, or what people settled */
  is_license_disagreed INTEGER NOT NULL, /* 1: its sources name different licences and nobody settled it */
  min_core_version TEXT, /* oldest version of the platform that it runs on, as it says */
  max_core_version TEXT, /* newest version of the platform that it runs on, as it says */
  readiness INTEGER, /* highest level that is certain, from 0; see readiness_criterion. Null for another organisation's */
  readiness_at_most INTEGER, /* highest level that is not ruled out; null for another organisation's */
  requires_direct INTEGER, /* components that it names; null where its files are not known */
  requires_all INTEGER, /* with those behind them */
  required_by_direct INTEGER, /* components that name it; null where no files are known */
  required_by_all INTEGER, /* with those behind them */
  behind INTEGER, /* components that it names in a version with later ones; null where its files are not known */
  behind_of INTEGER, /* components that it names in a version that can be placed among releases */
  replaced_by TEXT, /* what replaces it */
  maintainer TEXT, /* role or team that answers for it; one text, or JSON by language */
  tracker_kind TEXT, /* what kind of tracker its issues really live in */
  tracker_url TEXT, /* address of that tracker */
  has_publiccode INTEGER, /* 1: it carries a publiccode.yml */
  PRIMARY KEY (repository, path)
) STRICT, WITHOUT ROWID;

/* Why a component has its level of readiness: every criterion of a level and of those below must hold. */
CREATE TABLE readiness_criterion (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where it lives */
  path TEXT NOT NULL, /* folder in the repository; empty for the root */
  criterion TEXT NOT NULL, /* commits, response, release, people */
  level INTEGER NOT NULL, /* level that asks for it */
  outcome TEXT NOT NULL, /* met, unmet, unknown, withheld (fewer than five people), nothing-to-measure */
  value TEXT, /* commits, or the day of the release; null for what would tell of one person's work */
  PRIMARY KEY (repository, path, criterion)
) STRICT, WITHOUT ROWID;

/* Which component names which. */
CREATE TABLE component_dependency (
  repository TEXT NOT NULL REFERENCES repository (repository), /* of the one that requires */
  path TEXT NOT NULL, /* its folder */
  required_repository TEXT NOT NULL REFERENCES repository (repository), /* of the one that is required */
  required_path TEXT NOT NULL, /* its folder */
  version TEXT, /* as it is asked for; null when nothing at hand says */
  PRIMARY KEY (repository, path, required_repository, required_path)
) STRICT, WITHOUT ROWID;

/* How far a component is on the way to the new line of the platform. */
CREATE TABLE component_migration (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where it lives */
  path TEXT NOT NULL, /* folder in the repository */
  state TEXT NOT NULL, /* migrated (on the new line), free (everything it requires is), blocked, unknown */
  blocked_by INTEGER NOT NULL, /* requirements of its own that are not there yet */
  unblocks INTEGER NOT NULL, /* components that cannot start before it */
  PRIMARY KEY (repository, path)
) STRICT, WITHOUT ROWID;

/* Texts of a component, by language: the reference language has no row. */
CREATE TABLE component_translation (
  repository TEXT NOT NULL REFERENCES repository (repository), /* where it lives */
  path TEXT NOT NULL, /* folder in the repository */
  language TEXT NOT NULL, /* BCP 47 tag */
  translated INTEGER NOT NULL, /* keys that have a text in it */
  reference INTEGER NOT NULL, /* keys of the reference */
  PRIMARY KEY (repository, path, language)
) STRICT, WITHOUT ROWID;

/* Sites and packs: what is put together from components. */
CREATE TABLE assembly (
  id TEXT PRIMARY KEY, /* owner/name, and behind # the profile of the build file that makes it */
  repository TEXT NOT NULL REFERENCES repository (repository), /* where it lives */
  path TEXT NOT NULL, /* folder in the repository */
  profile TEXT, /* profile of the build file; null for what stands outside of profiles */
  name TEXT NOT NULL, /* artifact id, else the name of the repository */
  title TEXT, /* name written in the build file */
  kind TEXT NOT NULL, /* site or pack */
  version TEXT, /* version written in the build file */
  parts_direct INTEGER NOT NULL, /* components that it names */
  parts_all INTEGER NOT NULL /* with those behind them */
) STRICT, WITHOUT ROWID;

/* Components of a service pack. */
CREATE TABLE assembly_part (
  assembly TEXT NOT NULL REFERENCES assembly (id), /* the service pack */
  artifact TEXT NOT NULL, /* groupId:artifactId */
  repository TEXT REFERENCES repository (repository), /* where the component lives; null when none that is known produces it */
  path TEXT, /* its folder */
  version TEXT, /* as the service pack asks for it; null when nothing at hand says, or something else brings it in */
  is_direct INTEGER NOT NULL, /* 1: the service pack names it; 0: something that it names brings it in */
  published_at TEXT, /* when that version came out */
  latest_version TEXT, /* last version that came out */
  behind INTEGER, /* versions that came out after it */
  PRIMARY KEY (assembly, artifact)
) STRICT, WITHOUT ROWID;

/* Starts of a service pack that somebody saw succeed or fail, the last one first. */
CREATE TABLE assembly_trial (
  assembly TEXT NOT NULL REFERENCES assembly (id), /* the service pack */
  position INTEGER NOT NULL, /* order, from 1 */
  date TEXT NOT NULL, /* day, YYYY-MM-DD */
  result TEXT NOT NULL, /* started or failed */
  revision TEXT, /* commit that was tried */
  command TEXT, /* command that starts it */
  requires TEXT, /* what it needs; one text, or JSON by language */
  contact TEXT, /* role or team to ask; one text, or JSON by language */
  PRIMARY KEY (assembly, position)
) STRICT, WITHOUT ROWID;

/* Needs of residents, in plain words. */
CREATE TABLE need (
  id TEXT PRIMARY KEY, /* short name */
  position INTEGER NOT NULL, /* order of the register, from 1 */
  words_fr TEXT NOT NULL, /* in French */
  words_en TEXT NOT NULL /* in English */
) STRICT, WITHOUT ROWID;

/* What answers a need: a component, or a service pack. */
CREATE TABLE need_answer (
  need TEXT NOT NULL REFERENCES need (id), /* the need */
  position INTEGER NOT NULL, /* order, from 1 */
  repository TEXT REFERENCES repository (repository), /* of the component; null for a service pack */
  path TEXT, /* its folder */
  assembly TEXT REFERENCES assembly (id), /* the service pack; null for a component */
  PRIMARY KEY (need, position)
) STRICT, WITHOUT ROWID;

/* Services to residents, under the names they know. A public file holds those that may be shown. */
CREATE TABLE service (
  id TEXT PRIMARY KEY, /* short name */
  name_fr TEXT NOT NULL, /* name in French */
  name_en TEXT NOT NULL, /* name in English */
  summary_fr TEXT, /* what one does there, in French */
  summary_en TEXT, /* what one does there, in English */
  url TEXT, /* public address */
  since TEXT, /* in service since that day, YYYY-MM-DD */
  is_public INTEGER NOT NULL, /* 1: may be shown on the public site */
  assembly TEXT REFERENCES assembly (id), /* that runs it */
  parts INTEGER NOT NULL, /* components it stands on */
  generic_parts INTEGER, /* of these, components that serve elsewhere, too; null when there is no elsewhere to look at */
  yearly_use INTEGER, /* uses in a year */
  yearly_use_of TEXT, /* what is counted; one text, or JSON by language */
  yearly_use_year INTEGER, /* year of that count */
  yearly_use_source TEXT /* where the count comes from; one text, or JSON by language */
) STRICT, WITHOUT ROWID;

/* Components that a service stands on. */
CREATE TABLE service_component (
  service TEXT NOT NULL REFERENCES service (id), /* the service */
  repository TEXT NOT NULL REFERENCES repository (repository), /* of the component */
  path TEXT NOT NULL, /* its folder */
  PRIMARY KEY (service, repository, path)
) STRICT, WITHOUT ROWID;

/* Who runs what, elsewhere. In a public file: those that were confirmed within two years, named only where they agreed to it. */
CREATE TABLE adopter (
  position INTEGER PRIMARY KEY, /* order, from 1 */
  repository TEXT REFERENCES repository (repository), /* of the component; null for a service pack */
  path TEXT, /* its folder */
  assembly TEXT REFERENCES assembly (id), /* the service pack; null for a component */
  organisation TEXT, /* who; null for those who did not agree to be named */
  type TEXT NOT NULL, /* city, local-authority, state, agency, hospital, education, company, association, other */
  country TEXT NOT NULL, /* two-letter code */
  state TEXT NOT NULL, /* testing, in-service, stopped, unknown */
  basis TEXT, /* how it is known: told-us, public-page, contract, code, other; null for the unnamed */
  since TEXT, /* day, YYYY-MM-DD */
  confirmed_at TEXT, /* day of the last confirmation, YYYY-MM-DD; null for the unnamed */
  url TEXT, /* page that tells of it */
  adopters INTEGER NOT NULL /* how many organisations: 1 for a named one */
) STRICT;

/* Who offers work around the components, by its own word; no order but the alphabet's, and no recommendation. */
CREATE TABLE provider (
  organisation TEXT PRIMARY KEY, /* who */
  country TEXT NOT NULL, /* two-letter code */
  offers TEXT NOT NULL, /* JSON array: hosting, installation, development, training, support, accessibility, translation */
  proof_url TEXT NOT NULL, /* public page that shows it */
  url TEXT, /* page of the organisation */
  declared_on TEXT NOT NULL /* day on which it last said so, YYYY-MM-DD */
) STRICT, WITHOUT ROWID;

/* How many organisations reuse anything, each once whatever it runs; for the public, those confirmed within two years. */
CREATE TABLE reuser_count (
  counted TEXT PRIMARY KEY, /* reusing: in service or testing; in-service: of these, those in service */
  organisations INTEGER NOT NULL, /* how many */
  countries INTEGER NOT NULL /* in how many countries */
) STRICT, WITHOUT ROWID;
