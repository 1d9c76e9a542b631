import { resolveProperties } from '#data/facts/pom-properties.ts'
import { COMPONENT_KINDS, SEVERITIES } from '#data/model/vocabulary.ts'
import { choice, listOf, optional, pattern, readOptions, record, text } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  element: choice(['groupId', 'artifactId', 'version', 'packaging']),
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

const read = (value: unknown) => readOptions(OPTIONS, value)

export const pomCoordinate = defineCheck<ReturnType<typeof read>>({
  id: 'pom-coordinate',
  summary: 'A coordinate of the Maven build file has the form that the kind of the component asks for.',
  options: read,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  messages: {
    form: {
      fr: '<{element}> vaut « {value} », forme attendue : {forms}',
      en: '<{element}> is "{value}", expected form: {forms}',
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
    const placed = pom[element] ?? (element === 'groupId' || element === 'version' ? pom.parent?.[element] : null)
    const value = resolveProperties(placed?.text ?? (element === 'packaging' ? 'jar' : ''), pom).text
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
