import { choice, flag, listOf, mapOf, matching, optional, type Reader, record, share, text, texts } from '../options.ts'
import { localText, url } from '../pack-format.ts'
import { type EvidenceBinding, POINT_KINDS } from './method.ts'

/** The keys that the method is written with. `load-method.ts` reads with these and says the line of what is wrong. */

const activityId = matching(/^GGI-A-\d{2}$/u, 'the id of an activity, such as GGI-A-21')
const pointName = matching(/^P\d{1,2}$/u, 'P and a number')
const fullPoint = matching(/^GGI-A-\d{2}\.P\d{1,2}$/u, 'a verification point such as GGI-A-25.P1')
const evidenceId = matching(/^[a-z]+\.[a-z\d-]+$/u, 'the id of an evidence, such as lic.file')

const named = record({ id: matching(/^[a-z\d-]+$/u, 'an id in kebab-case'), title: localText })

const point = record({
  id: pointName,
  kind: choice(POINT_KINDS),
  isAlternative: optional(flag(), false),
  asks: localText,
  evidence: optional(listOf(evidenceId), []),
})

export const GOAL_FILE = record({
  goal: text('the id of a goal'),
  activities: listOf(
    record({
      id: activityId,
      slug: matching(/^[a-z_-]+$/u, 'the last part of its address'),
      title: localText,
      roles: texts('the ids of roles'),
      next: listOf(activityId),
      points: listOf(point),
      figures: optional(listOf(record({ id: matching(/^KPI\d$/u, 'KPI and a number'), asks: localText })), []),
    }),
  ),
})

const mapping = record({
  from: text('the version of a handbook, in quotes'),
  dropped: optional(listOf(fullPoint), []),
  moved: optional(mapOf(fullPoint), {}),
})

export const METHOD_FILE = record({
  handbook: record({
    version: text('the version of the handbook, in quotes'),
    published: matching(/^\d{4}-\d{2}$/u, 'a month, YYYY-MM'),
    attribution: localText,
    license: text('an SPDX id'),
    url: url(),
    activityUrl: url(),
  }),
  goals: listOf(named),
  roles: listOf(named),
  frameworks: listOf(named),
  mappings: optional(listOf(mapping), []),
})

const byRules = record({ rules: texts('codes of rules') })
const byQuery = record({ query: matching(/^ggi\/[a-z-]+$/u, 'the id of a query on governance') })

/** `{rules: […]}` or `{query: ggi/…}`. */
const how: Reader<EvidenceBinding> = {
  expects: 'a mapping with either rules or query',
  schema: () => ({ anyOf: [byRules.schema(), byQuery.schema()] }),
  read(value, path, problems) {
    if (typeof value === 'object' && value !== null && 'query' in value) {
      const read = byQuery.read(value, path, problems)
      return read && { kind: 'query', ...read }
    }
    const read = byRules.read(value, path, problems)
    return read && { kind: 'rules', ...read }
  },
}

export const EVIDENCE_FILE = record({
  thresholds: record({ partly: share(), met: share() }),
  evidence: listOf(
    record({
      id: evidenceId,
      title: localText,
      measures: localText,
      how,
      isOneEnough: optional(flag(), false),
      thresholds: optional(record({ partly: share(), met: share() })),
      frameworks: optional(mapOf(texts('names in that framework')), {}),
    }),
  ),
})
