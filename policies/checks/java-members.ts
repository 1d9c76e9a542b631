import type { JavaField, JavaMethod, JavaType } from '#data/facts/shapes/java-outline.ts'
import { PLATFORM_LINES } from '#data/model/vocabulary.ts'
import { javaNeed, WITH_MEMBERS } from '../java-sources.ts'
import { hasForm, simpleName, typeForm } from '../java-types.ts'
import { choice, count, listOf, optional, pattern, reading, record, share, text, texts } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  folders: texts('folders of Java sources'),
  /** Top-level types whose members are judged; all of them when left out. */
  types: optional(listOf(typeForm)),
  exceptTypes: optional(listOf(typeForm), []),
  member: choice(['constant', 'static-field', 'instance-field', 'method']),
  /** Names that are free. */
  exceptNames: optional(pattern()),
  /**
   * A member that none of them is about is not judged; one of those that are must fit. `type`, `annotation` and `holds`
   * (what stands behind `=`) say what a form is about; `name` and `value` what it asks.
   */
  forms: listOf(
    record({
      line: optional(listOf(choice(PLATFORM_LINES))),
      type: optional(pattern()),
      annotation: optional(pattern()),
      holds: optional(pattern()),
      name: optional(pattern()),
      value: optional(pattern()),
      form: text('the form in words'),
    }),
  ),
  /** One finding for all when fewer than this share fit; a finding for each without it. */
  threshold: optional(share()),
  /** Below this many members a share says nothing. */
  leastMembers: optional(count(), 1),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS)

export const javaMembers = defineCheck<Options>({
  id: 'java-members',
  summary: 'Constants, fields or methods of some Java types are named or filled as their type or annotation asks.',
  options: read,
  needs: ({ folders }, subject) => [{ ...javaNeed(folders, subject, WITH_MEMBERS), separately: true }],
  messages: {
    form: { fr: '{type}.{member} ; attendu : {expected}', en: '{type}.{member}; expected: {expected}' },
    below: {
      fr: 'membres conformes : {fitting} sur {total}, soit {percent} % ; attendu : {expected} ; le plus loin du compte : {worst}',
      en: 'members that fit: {fitting} of {total}, or {percent} %; expected: {expected}; furthest off: {worst}',
    },
  },
  judge({ subject, facts }, options) {
    const { threshold } = options
    const forms = options.forms.filter(
      ({ line }) => line === undefined || (subject.line && line.includes(subject.line)),
    )
    const judged = [...facts('java-outline', WITH_MEMBERS)].flatMap(([path, outline]) =>
      outline.types
        .filter((type) => {
          const has = (form: Parameters<typeof hasForm>[1]) =>
            hasForm({ package: outline.package?.name ?? '', type }, form)
          return options.types?.some(has) !== false && !options.exceptTypes.some(has)
        })
        .flatMap((type) =>
          membersOf(type, options).flatMap((member) => {
            const asked = forms.filter((form) => isAbout(form, member))
            if (asked.length === 0 || options.exceptNames?.test(member.name)) return []
            return [{ path, type: type.name, member, asked, fits: asked.some((form) => fits(form, member)) }]
          }),
        ),
    )
    if (judged.length < options.leastMembers) return { outcome: 'not-applicable' }
    const misfits = judged.filter((each) => !each.fits)
    const [first] = misfits
    if (first === undefined) return { outcome: 'pass' }
    if (threshold === undefined) {
      const breaches = misfits.map(({ path, type, member, asked }): Breach => {
        const args = { type, member: member.name, expected: asked.map(({ form }) => form) }
        return { messageId: 'form', args, location: { path, line: member.line }, text: `${type}.${member.name}` }
      })
      return { outcome: 'fail', breaches }
    }
    const rate = { numerator: judged.length - misfits.length, denominator: judged.length, threshold }
    if (rate.numerator / rate.denominator >= threshold) return { outcome: 'pass' }
    const byType = [...Map.groupBy(misfits, ({ path }) => path).values()].sort((a, b) => b.length - a.length)
    const args = {
      fitting: rate.numerator,
      total: rate.denominator,
      percent: Math.floor((rate.numerator * 1000) / rate.denominator) / 10,
      expected: forms.map(({ form }) => form),
      worst: byType.map((group) => `${group[0]?.type} (${group.length})`),
    }
    const worst = byType[0]?.[0] ?? first
    return { outcome: 'fail', breaches: [{ messageId: 'below', args, rate, location: { path: worst.path } }] }
  },
})

type Member = JavaField | JavaMethod

/** Fields of interfaces are constants whether they say so or not. */
function membersOf(type: JavaType, { member }: Options): readonly Member[] {
  if (member === 'method') return type.methods.filter((method) => !method.isConstructor)
  const areImplied = type.kind === 'interface' || type.kind === 'annotation'
  return type.fields.filter(({ modifiers }) => {
    const isStatic = areImplied || modifiers.includes('static')
    if (member === 'instance-field') return !isStatic
    return isStatic && (member === 'static-field' || areImplied || modifiers.includes('final'))
  })
}

type Form = Options['forms'][number]

function isAbout({ type, annotation, holds, value }: Form, member: Member): boolean {
  const written = 'type' in member ? simpleName(member.type) : ''
  const initializer = 'initializer' in member ? member.initializer : null
  // What is filled elsewhere cannot be judged here.
  if (value !== undefined && (initializer === null || initializer === 'null')) return false
  return (
    type?.test(written) !== false &&
    (annotation === undefined || member.annotations.some(({ name }) => annotation.test(simpleName(name)))) &&
    (holds === undefined || (initializer !== null && holds.test(initializer)))
  )
}

function fits({ name, value }: Form, member: Member): boolean {
  const initializer = 'initializer' in member ? (member.initializer ?? '') : ''
  return name?.test(member.name) !== false && value?.test(initializer) !== false
}
