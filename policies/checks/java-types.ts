import { javaNeed, WITH_MEMBERS } from '../java-sources.ts'
import { hasForm, type PlacedType, TYPE_KEYS, typeForm } from '../java-types.ts'
import { listOf, optional, reading, record, text, texts } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  folders: texts('folders of Java sources'),
  /** Top-level types that have any of these forms are judged... */
  types: listOf(typeForm),
  /** ...but for those that have one of these. */
  except: optional(listOf(typeForm), []),
  /** A type is fine when it has one of them. */
  expected: listOf(record({ ...TYPE_KEYS, form: text('the form in words') })),
})

const read = reading(OPTIONS)

export const javaTypes = defineCheck<ReturnType<typeof read>>({
  id: 'java-types',
  summary: 'Java types of some form (a name, a base, an annotation) have another one that goes with it.',
  options: read,
  needs: ({ folders }, subject) => [{ ...javaNeed(folders, subject, WITH_MEMBERS), separately: true }],
  messages: {
    form: {
      fr: '{type}, du paquet {package} ; attendu : {expected}',
      en: '{type}, of package {package}; expected: {expected}',
    },
  },
  judge({ facts }, { types, except, expected }) {
    let judged = 0
    const breaches = [...facts('java-outline', WITH_MEMBERS)].flatMap(([path, outline]) =>
      outline.types.flatMap((type): Breach[] => {
        const placed: PlacedType = { package: outline.package?.name ?? '', type }
        const has = (form: Parameters<typeof hasForm>[1]) => hasForm(placed, form)
        if (!types.some(has) || except.some(has)) return []
        judged++
        if (expected.some(has)) return []
        const args = { type: type.name, package: placed.package, expected: expected.map(({ form }) => form) }
        return [{ messageId: 'form', args, location: { path, line: type.line }, text: type.name }]
      }),
    )
    if (judged === 0) return { outcome: 'not-applicable' }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
