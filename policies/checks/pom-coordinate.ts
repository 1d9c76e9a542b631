import { resolveProperties } from '#data/facts/pom-properties.ts'
import { COMPONENT_KINDS, SEVERITIES } from '#data/model/vocabulary.ts'
import { choice, listOf, optional, pattern, reading, record, text } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  element: choice(['groupId', 'artifactId', 'version', 'packaging', 'parent/version']),
  /** Those about the subject's kind count; a kind that none is about is free. */
  forms: listOf(
    record({
      kind: listOf(choice(COMPONENT_KINDS)),
      pattern: pattern(),
      /** What to write, as people read it. */
      form: text('the form in words'),
      severity: optional(choice(SEVERITIES)),
    }),
  ),
})

/** Also what the contributor guide shows as the way to name things. */
export const readCoordinateForms = reading(OPTIONS)

export const pomCoordinate = defineCheck<ReturnType<typeof readCoordinateForms>>({
  id: 'pom-coordinate',
  summary: 'A coordinate of the Maven build file has the form that the kind of the component asks for.',
  options: readCoordinateForms,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  messages: {
    form: {
      fr: '<{element}> vaut « {value} », forme attendue : {forms}',
      en: '<{element}> is "{value}", expected form: {forms}',
    },
    unresolved: {
      fr: '<{element}> dépend de propriétés qui ne sont pas ici : {properties}',
      en: '<{element}> depends on properties that are not here: {properties}',
    },
    missing: {
      fr: '<{element}> est absent, forme attendue : {forms}',
      en: '<{element}> is missing, expected form: {forms}',
    },
  },
  judge({ subject, facts }, { element, forms }) {
    const path = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(path)
    const asked = forms.filter((form) => form.kind.includes(subject.kind))
    if (pom === undefined || asked.length === 0) return { outcome: 'not-applicable' }
    // Maven takes group and version from the parent when they are left out, artifactId and packaging never.
    const placed =
      element === 'parent/version'
        ? pom.parent?.version
        : (pom[element] ?? (element === 'groupId' || element === 'version' ? pom.parent?.[element] : null))
    if (element === 'parent/version' && placed == null) return { outcome: 'not-applicable' }
    const { text: value, unresolved } = resolveProperties(placed?.text ?? (element === 'packaging' ? 'jar' : ''), pom)
    if (unresolved.length > 0) {
      const location = { path, line: placed?.line ?? pom.line }
      return { outcome: 'unknown', messageId: 'unresolved', args: { element, properties: unresolved }, location }
    }
    if (asked.some((form) => form.pattern.test(value))) return { outcome: 'pass' }
    const [{ severity } = {}] = asked
    const breach = {
      messageId: value === '' ? 'missing' : 'form',
      args: { element, value, forms: asked.map((form) => form.form) },
      location: { path, line: placed?.line ?? pom.line },
      text: value,
      ...(severity && { severity }),
    }
    return { outcome: 'fail', breaches: [breach] }
  },
})
