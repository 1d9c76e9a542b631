import {
  AUDIENCES,
  COMPONENT_KINDS,
  CONFIDENCES,
  OUTCOMES,
  PLATFORM_LINES,
  SEVERITIES,
  type Severity,
  STAGES,
  type Text,
} from '#data/model/vocabulary.ts'
import { checklistReader } from './checklist.ts'
import { SOURCE_LANGUAGES } from './languages.ts'
import { defined } from './option-schema.ts'
import { anything, choice, listOf, mapOf, matching, optional, type Reader, record, text, texts } from './options.ts'
import type { ParameterValue } from './parameters.ts'
import { EFFORTS, type Grade, type Prose, type When } from './rule.ts'
import { prose } from './texts-by-language.ts'

/** The keys that a pack is written with. `policies/pack.ts` reads with these and says the line of what is wrong. */

const bothLanguages = record({ fr: text(), en: text() })

/** `{fr, en}`, or one text for both. */
export const localText: Reader<Text> = {
  expects: 'a text, or one in fr and one in en',
  schema: () => ({ anyOf: [{ type: 'string' }, bothLanguages.schema()] }),
  read(value, path, problems) {
    if (typeof value === 'string') return { fr: value, en: value }
    return bothLanguages.read(value, path, problems)
  },
}

const owners = listOf(
  matching(/^(?:[a-z\d][a-z\d-]*|\$\{[A-Za-z][A-Za-z\d]*\})$/u, 'an owner in lower case'),
  'a list of owners in lower case',
)

const placing = {
  kind: optional(listOf(choice(COMPONENT_KINDS))),
  line: optional(listOf(choice(PLATFORM_LINES))),
  owner: optional(owners),
  notOwner: optional(owners),
}

const when: Reader<When> = record({
  ...placing,
  topic: optional(texts('a list of topics')),
  language: optional(listOf(choice(SOURCE_LANGUAGES))),
  files: optional(texts('a list of globs')),
})

const grade: Reader<Grade> = record({ when: record(placing), severity: choice(SEVERITIES) })

const nothing: Text = { fr: '', en: '' }

/** A rule's page, for those who write it beside the rule; else it is `<code>.<language>.md`. */
const inlineProse: Reader<Prose> = record({
  why: localText,
  bad: optional(localText, nothing),
  good: optional(localText, nothing),
  fix: localText,
})

/** An empty file is a file. */
const anyText: Reader<string> = {
  expects: 'the text of a file',
  schema: () => ({ type: 'string' }),
  read: (value, path, problems) => (value === '' ? value : text('the text of a file').read(value, path, problems)),
}

const ruleKeys = record({
  id: matching(/^[a-z\d]+(?:-[a-z\d]+)*\/[a-z\d]+(?:-[a-z\d]+)*$/u, 'subject/desired-state in kebab-case'),
  code: matching(/^[A-Z][A-Z\d]*-\d{2,3}$/u, 'a code such as POM-05'),
  title: localText,
  question: localText,
  check: { ...text('the name of a check'), schema: () => defined('check') },
  options: anything(),
  severity: choice(SEVERITIES),
  grades: optional(listOf(grade), []),
  confidence: optional(choice(CONFIDENCES), 'high'),
  when: optional(when, {}),
  stages: optional(listOf(choice(STAGES))),
  coveredBy: optional(text('the id of a rule')),
  effort: choice(EFFORTS),
  audience: optional(choice(AUDIENCES), 'public'),
  /** Titles of works, in their own language or in both. */
  references: optional(listOf(record({ title: prose(), url: optional(url()) })), []),
  ggi: optional(listOf(matching(/^GGI-A-\d{2}\.(?:P|KPI)\d$/u, 'a verification point such as GGI-A-25.P1')), []),
  prose: optional(inlineProse),
  cases: optional(
    listOf(
      record({
        name: text(),
        files: mapOf(anyText),
        repository: optional(text('owner/name')),
        expect: choice(OUTCOMES),
      }),
    ),
  ),
})

const rule: typeof ruleKeys = {
  ...ruleKeys,
  schema: () => ({ ...ruleKeys.schema(), ...defined('optionsOfCheck') }),
}

export type WrittenRule = NonNullable<ReturnType<typeof rule.read>>

/** What a pack does to a rule that it has from elsewhere. */
export interface Override {
  readonly off: boolean
  readonly severity?: Severity | undefined
  readonly options?: unknown
  readonly when?: When | undefined
}

const overrideInFull = record({
  severity: optional(choice(SEVERITIES)),
  options: anything(),
  when: optional(when),
})
const overrideInShort = choice(['off', ...SEVERITIES])

const override: Reader<Override> = {
  schema: () => ({ anyOf: [overrideInShort.schema(), { const: false }, overrideInFull.schema()] }),
  expects: `off, ${SEVERITIES.join(', ')}, or a mapping with severity, options, when`,
  read(value, path, problems) {
    if (typeof value === 'string') {
      const word = overrideInShort.read(value, path, problems)
      return word === undefined ? undefined : word === 'off' ? { off: true } : { off: false, severity: word }
    }
    // YAML of an older generation reads `off` as false.
    if (value === false) return { off: true }
    const read = overrideInFull.read(value, path, problems)
    return read === undefined ? undefined : { off: false, ...read }
  },
}

const waiver = record({
  rule: text('the code or id of a rule'),
  subject: text('owner/name, or a glob over it'),
  reason: text('the reason, in a sentence'),
  until: day(),
  approvedBy: text('the role or team that approved it'),
})

const oneText = text('a text, or a list of texts')
const severalTexts = texts()
export const parameterValue: Reader<ParameterValue> = {
  expects: oneText.expects,
  schema: () => ({ anyOf: [oneText.schema(), severalTexts.schema()] }),
  read: (value, path, problems) => (Array.isArray(value) ? severalTexts : oneText).read(value, path, problems),
}
const declaredParameter = record({ title: localText, value: parameterValue })

/** What a pack says of a parameter. */
export interface WrittenParameter {
  readonly title?: Text | undefined
  readonly value: ParameterValue
}

const parameter: Reader<WrittenParameter> = {
  expects: 'a text, a list of texts, or a mapping with title and value',
  schema: () => ({ anyOf: [parameterValue.schema(), declaredParameter.schema()] }),
  read(value, path, problems) {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return declaredParameter.read(value, path, problems)
    }
    const read = parameterValue.read(value, path, problems)
    return read === undefined ? undefined : { value: read }
  },
}

export const CHECKLIST = checklistReader(localText)

export const FAMILY = record({ title: localText, rules: listOf(rule) })

const inlineFamily = record({ id: text('a name'), title: localText, rules: listOf(rule) })
export type InlineFamily = NonNullable<ReturnType<typeof inlineFamily.read>>

/** The name of `<family>.yaml`, or the family itself. */
const family: Reader<string | InlineFamily> = {
  expects: 'the name of a family, or one with id, title and rules',
  schema: () => ({ anyOf: [{ type: 'string' }, inlineFamily.schema()] }),
  read: (value, path, problems) =>
    typeof value === 'string'
      ? text('the name of a family').read(value, path, problems)
      : inlineFamily.read(value, path, problems),
}

const classifierKeys = record({
  id: { ...text('the name of a classifier'), schema: () => defined('classifier') },
  options: anything(),
})
const classifier: typeof classifierKeys = {
  ...classifierKeys,
  schema: () => ({ ...classifierKeys.schema(), ...defined('optionsOfClassifier') }),
}

export const MANIFEST = record({
  id: matching(/^[a-z\d]+(?:-[a-z\d]+)*$/u, 'an id in kebab-case'),
  title: localText,
  policy: record({ title: prose(), url: url() }),
  classifier: optional(classifier),
  extends: optional(texts('a list of packs'), []),
  parameters: optional(mapOf(parameter), {}),
  families: optional(listOf(family, 'a list of families'), []),
  /** Names of `<checklist>.yaml`. */
  checklists: optional(texts('a list of checklists'), []),
  rules: optional(mapOf(override), {}),
  waivers: optional(listOf(waiver), []),
})

export type Manifest = NonNullable<ReturnType<typeof MANIFEST.read>>

export function url(): Reader<string> {
  return matching(/^https?:\/\/\S+$/u, 'an address that starts with https://')
}

/** A day that the calendar has. */
export function day(): Reader<string> {
  const expects = 'a day, YYYY-MM-DD'
  const form = matching(/^\d{4}-\d{2}-\d{2}$/u, expects)
  return {
    expects,
    schema: () => form.schema(),
    read(value, path, problems) {
      const written = form.read(value, path, problems)
      if (written === undefined) return undefined
      const instant = new Date(`${written}T00:00:00Z`)
      if (!Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written)) return written
      problems.push({ path, at: 'value', message: `expected ${expects}: the calendar has no ${written}.` })
      return undefined
    },
  }
}
