/*
 * Registers that people keep by hand. One table holds the lines of all of them as they were read; a view for each says
 * its columns, which are those of data/model/registers (snake case, a text in two languages as two columns, a list as a
 * JSON array).
 */

/* One line of a register. */
CREATE TABLE register_entry (
  register TEXT NOT NULL, /* id of the register */
  key TEXT NOT NULL, /* JSON array, what tells this line from another */
  position INTEGER NOT NULL, /* place among the lines of the register, from 1 */
  line INTEGER NOT NULL, /* line of the file, from 1 */
  value TEXT NOT NULL CHECK (json_valid(value)), /* JSON object, the fields of the line */
  PRIMARY KEY (register, key)
) STRICT, WITHOUT ROWID;

CREATE VIEW register_components AS SELECT
  json_extract(e.value, '$.component') AS component,
  json_extract(e.value, '$.domain') AS domain,
  json_extract(e.value, '$.summary.fr') AS summary_fr,
  json_extract(e.value, '$.summary.en') AS summary_en,
  json_extract(e.value, '$.state') AS state,
  json_extract(e.value, '$.replacedBy') AS replaced_by,
  json_extract(e.value, '$.since') AS since,
  json_extract(e.value, '$.license') AS license,
  json_extract(e.value, '$.maintenance') AS maintenance,
  json_extract(e.value, '$.maintainer') AS maintainer,
  json_extract(e.value, '$.reason') AS reason
FROM register_entry e WHERE e.register = 'components';

CREATE VIEW register_services AS SELECT
  json_extract(e.value, '$.id') AS id,
  json_extract(e.value, '$.name.fr') AS name_fr,
  json_extract(e.value, '$.name.en') AS name_en,
  json_extract(e.value, '$.summary.fr') AS summary_fr,
  json_extract(e.value, '$.summary.en') AS summary_en,
  json_extract(e.value, '$.address') AS address,
  json_extract(e.value, '$.assembly') AS assembly,
  json_extract(e.value, '$.components') AS components,
  json_extract(e.value, '$.since') AS since,
  json_extract(e.value, '$.yearlyUse') AS yearly_use,
  json_extract(e.value, '$.yearlyUseOf') AS yearly_use_of,
  json_extract(e.value, '$.yearlyUseYear') AS yearly_use_year,
  json_extract(e.value, '$.yearlyUseSource') AS yearly_use_source,
  json_extract(e.value, '$.isPublic') AS is_public,
  json_extract(e.value, '$.note') AS note
FROM register_entry e WHERE e.register = 'services';

CREATE VIEW register_needs AS SELECT
  json_extract(e.value, '$.id') AS id,
  json_extract(e.value, '$.words.fr') AS words_fr,
  json_extract(e.value, '$.words.en') AS words_en,
  json_extract(e.value, '$.alsoCalled') AS also_called,
  json_extract(e.value, '$.components') AS components,
  json_extract(e.value, '$.assemblies') AS assemblies
FROM register_entry e WHERE e.register = 'needs';

CREATE VIEW register_collections AS SELECT
  json_extract(e.value, '$.id') AS id,
  json_extract(e.value, '$.title.fr') AS title_fr,
  json_extract(e.value, '$.title.en') AS title_en,
  json_extract(e.value, '$.why.fr') AS why_fr,
  json_extract(e.value, '$.why.en') AS why_en,
  json_extract(e.value, '$.components') AS components
FROM register_entry e WHERE e.register = 'collections';

CREATE VIEW register_adopters AS SELECT
  json_extract(e.value, '$.organisation') AS organisation,
  json_extract(e.value, '$.type') AS type,
  json_extract(e.value, '$.country') AS country,
  json_extract(e.value, '$.component') AS component,
  json_extract(e.value, '$.isAssembly') AS is_assembly,
  json_extract(e.value, '$.version') AS version,
  json_extract(e.value, '$.state') AS state,
  json_extract(e.value, '$.basis') AS basis,
  json_extract(e.value, '$.since') AS since,
  json_extract(e.value, '$.confirmedAt') AS confirmed_at,
  json_extract(e.value, '$.consentAt') AS consent_at,
  json_extract(e.value, '$.address') AS address
FROM register_entry e WHERE e.register = 'adopters';

CREATE VIEW register_leads AS SELECT
  json_extract(e.value, '$.repository') AS repository,
  json_extract(e.value, '$.component') AS component,
  json_extract(e.value, '$.version') AS version,
  json_extract(e.value, '$.foundAt') AS found_at,
  json_extract(e.value, '$.source') AS source,
  json_extract(e.value, '$.answer') AS answer
FROM register_entry e WHERE e.register = 'leads';

CREATE VIEW register_images AS SELECT
  json_extract(e.value, '$.image') AS image,
  json_extract(e.value, '$.component') AS component,
  json_extract(e.value, '$.pulls') AS pulls,
  json_extract(e.value, '$.pullsAt') AS pulls_at,
  json_extract(e.value, '$.address') AS address
FROM register_entry e WHERE e.register = 'images';

CREATE VIEW register_requests AS SELECT
  json_extract(e.value, '$.id') AS id,
  json_extract(e.value, '$.organisation') AS organisation,
  json_extract(e.value, '$.role') AS role,
  json_extract(e.value, '$.need') AS need,
  json_extract(e.value, '$.words') AS words,
  json_extract(e.value, '$.language') AS language,
  json_extract(e.value, '$.stage') AS stage,
  json_extract(e.value, '$.receivedAt') AS received_at,
  json_extract(e.value, '$.trialAt') AS trial_at,
  json_extract(e.value, '$.serviceAt') AS service_at,
  json_extract(e.value, '$.nextStep') AS next_step,
  json_extract(e.value, '$.nextStepDue') AS next_step_due
FROM register_entry e WHERE e.register = 'requests';

CREATE VIEW register_bricks AS SELECT
  json_extract(e.value, '$.brick') AS brick,
  json_extract(e.value, '$.title') AS title,
  json_extract(e.value, '$.license') AS license,
  json_extract(e.value, '$.since') AS since,
  json_extract(e.value, '$.support') AS support,
  json_extract(e.value, '$.referent') AS referent,
  json_extract(e.value, '$.isRecommended') AS is_recommended,
  json_extract(e.value, '$.repository') AS repository,
  json_extract(e.value, '$.latest') AS latest,
  json_extract(e.value, '$.latestAt') AS latest_at,
  json_extract(e.value, '$.address') AS address,
  json_extract(e.value, '$.environment') AS environment,
  json_extract(e.value, '$.version') AS version,
  json_extract(e.value, '$.supplierRisk') AS supplier_risk
FROM register_entry e WHERE e.register = 'bricks';

CREATE VIEW register_fallbacks AS SELECT
  json_extract(e.value, '$.brick') AS brick,
  json_extract(e.value, '$.environment') AS environment,
  json_extract(e.value, '$.version') AS version,
  json_extract(e.value, '$.risk') AS risk,
  json_extract(e.value, '$.alternative') AS alternative,
  json_extract(e.value, '$.effort') AS effort,
  json_extract(e.value, '$.owner') AS owner,
  json_extract(e.value, '$.review') AS review
FROM register_entry e WHERE e.register = 'fallbacks';

CREATE VIEW register_trials AS SELECT
  json_extract(e.value, '$.assembly') AS assembly,
  json_extract(e.value, '$.date') AS date,
  json_extract(e.value, '$.revision') AS revision,
  json_extract(e.value, '$.command') AS command,
  json_extract(e.value, '$.result') AS result,
  json_extract(e.value, '$.requires') AS requires,
  json_extract(e.value, '$.contact') AS contact
FROM register_entry e WHERE e.register = 'trials';

CREATE VIEW register_trackers AS SELECT
  json_extract(e.value, '$.component') AS component,
  json_extract(e.value, '$.kind') AS kind,
  json_extract(e.value, '$.address') AS address,
  json_extract(e.value, '$.since') AS since
FROM register_entry e WHERE e.register = 'trackers';

CREATE VIEW register_openness AS SELECT
  json_extract(e.value, '$.component') AS component,
  json_extract(e.value, '$.degree') AS degree,
  json_extract(e.value, '$.declaredAt') AS declared_at,
  json_extract(e.value, '$.reason') AS reason
FROM register_entry e WHERE e.register = 'openness';

CREATE VIEW register_listings AS SELECT
  json_extract(e.value, '$.component') AS component,
  json_extract(e.value, '$.catalogue') AS catalogue,
  json_extract(e.value, '$.isListed') AS is_listed,
  json_extract(e.value, '$.checkedAt') AS checked_at,
  json_extract(e.value, '$.address') AS address
FROM register_entry e WHERE e.register = 'listings';

CREATE VIEW register_outside AS SELECT
  json_extract(e.value, '$.repository') AS repository,
  json_extract(e.value, '$.organisation') AS organisation,
  json_extract(e.value, '$.agreedAt') AS agreed_at,
  json_extract(e.value, '$.address') AS address,
  json_extract(e.value, '$.contact') AS contact
FROM register_entry e WHERE e.register = 'outside';

CREATE VIEW register_translation_days AS SELECT
  json_extract(e.value, '$.date') AS date,
  json_extract(e.value, '$.place') AS place,
  json_extract(e.value, '$.languages') AS languages,
  json_extract(e.value, '$.components') AS components,
  json_extract(e.value, '$.participants') AS participants
FROM register_entry e WHERE e.register = 'translation-days';

CREATE VIEW register_events AS SELECT
  json_extract(e.value, '$.id') AS id,
  json_extract(e.value, '$.title.fr') AS title_fr,
  json_extract(e.value, '$.title.en') AS title_en,
  json_extract(e.value, '$.summary.fr') AS summary_fr,
  json_extract(e.value, '$.summary.en') AS summary_en,
  json_extract(e.value, '$.start') AS start,
  json_extract(e.value, '$.end') AS end,
  json_extract(e.value, '$.startTime') AS start_time,
  json_extract(e.value, '$.endTime') AS end_time,
  json_extract(e.value, '$.timeZone') AS time_zone,
  json_extract(e.value, '$.place') AS place,
  json_extract(e.value, '$.address') AS address,
  json_extract(e.value, '$.languages') AS languages,
  json_extract(e.value, '$.community') AS community
FROM register_entry e WHERE e.register = 'events';

CREATE VIEW register_roadmap AS SELECT
  json_extract(e.value, '$.id') AS id,
  json_extract(e.value, '$.title.fr') AS title_fr,
  json_extract(e.value, '$.title.en') AS title_en,
  json_extract(e.value, '$.summary.fr') AS summary_fr,
  json_extract(e.value, '$.summary.en') AS summary_en,
  json_extract(e.value, '$.component') AS component,
  json_extract(e.value, '$.state') AS state,
  json_extract(e.value, '$.quarter') AS quarter,
  json_extract(e.value, '$.address') AS address
FROM register_entry e WHERE e.register = 'roadmap';

CREATE VIEW register_decisions AS SELECT
  json_extract(e.value, '$.id') AS id,
  json_extract(e.value, '$.question') AS question,
  json_extract(e.value, '$.body') AS body,
  json_extract(e.value, '$.askedAt') AS asked_at,
  json_extract(e.value, '$.outcome') AS outcome,
  json_extract(e.value, '$.decidedAt') AS decided_at,
  json_extract(e.value, '$.due') AS due,
  json_extract(e.value, '$.doneAt') AS done_at,
  json_extract(e.value, '$.address') AS address
FROM register_entry e WHERE e.register = 'decisions';

CREATE VIEW register_costs AS SELECT
  json_extract(e.value, '$.id') AS id,
  json_extract(e.value, '$.what') AS what,
  json_extract(e.value, '$.kind') AS kind,
  json_extract(e.value, '$.year') AS year,
  json_extract(e.value, '$.amount') AS amount,
  json_extract(e.value, '$.currency') AS currency,
  json_extract(e.value, '$.method') AS method,
  json_extract(e.value, '$.approvedBy') AS approved_by,
  json_extract(e.value, '$.approvedAt') AS approved_at
FROM register_entry e WHERE e.register = 'costs';

CREATE VIEW register_readings AS SELECT
  json_extract(e.value, '$.metric') AS metric,
  json_extract(e.value, '$.measure') AS measure,
  json_extract(e.value, '$.month') AS month,
  json_extract(e.value, '$.value') AS value,
  json_extract(e.value, '$.source') AS source
FROM register_entry e WHERE e.register = 'readings';

CREATE VIEW register_facts AS SELECT
  json_extract(e.value, '$.id') AS id,
  json_extract(e.value, '$.statement.fr') AS statement_fr,
  json_extract(e.value, '$.statement.en') AS statement_en,
  json_extract(e.value, '$.value') AS value,
  json_extract(e.value, '$.unit') AS unit,
  json_extract(e.value, '$.scope') AS scope,
  json_extract(e.value, '$.source') AS source,
  json_extract(e.value, '$.address') AS address,
  json_extract(e.value, '$.date') AS date,
  json_extract(e.value, '$.review') AS review
FROM register_entry e WHERE e.register = 'facts';

CREATE VIEW register_credits AS SELECT
  json_extract(e.value, '$.name') AS name,
  json_extract(e.value, '$.what.fr') AS what_fr,
  json_extract(e.value, '$.what.en') AS what_en,
  json_extract(e.value, '$.consentAt') AS consent_at,
  json_extract(e.value, '$.withdrawnAt') AS withdrawn_at,
  json_extract(e.value, '$.address') AS address
FROM register_entry e WHERE e.register = 'credits';

CREATE VIEW register_providers AS SELECT
  json_extract(e.value, '$.organisation') AS organisation,
  json_extract(e.value, '$.country') AS country,
  json_extract(e.value, '$.offers') AS offers,
  json_extract(e.value, '$.proof') AS proof,
  json_extract(e.value, '$.address') AS address,
  json_extract(e.value, '$.declaredAt') AS declared_at,
  json_extract(e.value, '$.withdrawnAt') AS withdrawn_at
FROM register_entry e WHERE e.register = 'providers';

CREATE VIEW register_corrections AS SELECT
  json_extract(e.value, '$.date') AS date,
  json_extract(e.value, '$.page') AS page,
  json_extract(e.value, '$.what.fr') AS what_fr,
  json_extract(e.value, '$.what.en') AS what_en,
  json_extract(e.value, '$.correctedBy') AS corrected_by,
  json_extract(e.value, '$.replyFrom') AS reply_from,
  json_extract(e.value, '$.reportedAt') AS reported_at,
  json_extract(e.value, '$.address') AS address
FROM register_entry e WHERE e.register = 'corrections';

CREATE VIEW register_lines AS SELECT
  json_extract(e.value, '$.line') AS line,
  json_extract(e.value, '$.since') AS since,
  json_extract(e.value, '$.featuresUntil') AS features_until,
  json_extract(e.value, '$.fixesUntil') AS fixes_until,
  json_extract(e.value, '$.source') AS source,
  json_extract(e.value, '$.address') AS address,
  json_extract(e.value, '$.guide') AS guide
FROM register_entry e WHERE e.register = 'lines';
