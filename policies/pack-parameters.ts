import { createHash } from 'node:crypto'
import { type UsageDetail, UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { CHECKS, CLASSIFIERS } from './checks/registry.ts'
import { OptionsFailure } from './options.ts'
import { fill, hasPlaces, type Parameters, type ParameterValue, type UnfilledPlace } from './parameters.ts'
import type { Grade, NamedClassifier, Rule, RulePack, RuleTemplate, When } from './rule.ts'

/** A value for a parameter, from outside the pack, and where it was written. */
export interface GivenParameter {
  readonly value: ParameterValue
  readonly place?: Omit<UsageDetail, 'message'>
}

/**
 * The packs with other values for their parameters. Throws a `UsageFailure` (`parameter-invalid`) for a name that none
 * of them has, and for a value that makes the options of a rule wrong.
 */
export function withParameters(
  packs: readonly RulePack[],
  given: Readonly<Record<string, GivenParameter>>,
): readonly RulePack[] {
  const known = packs.flatMap((pack) => Object.keys(pack.parameters))
  const details: UsageDetail[] = []
  for (const [name, { place }] of Object.entries(given)) {
    if (known.includes(name)) continue
    details.push({ ...place, message: `no pack has a parameter "${name}".${suggestion(name, known)}` })
  }
  const changed = packs.map((pack) => {
    const names = Object.keys(given).filter((name) => Object.hasOwn(pack.parameters, name))
    if (names.length === 0) return pack
    const { pack: filled, problems } = refilled(pack, given)
    const [first] = names
    const place = names.length === 1 && first !== undefined ? given[first]?.place : undefined
    details.push(...problems.map((message) => ({ ...place, message })))
    return filled
  })
  if (details.length > 0) throw new UsageFailure('parameter-invalid', 'The parameters cannot be used.', { details })
  return changed
}

function refilled(pack: RulePack, given: Readonly<Record<string, GivenParameter>>) {
  const parameters = Object.fromEntries(
    Object.entries(pack.parameters).map(([name, own]) => [name, { ...own, value: given[name]?.value ?? own.value }]),
  )
  const problems: string[] = []
  const attempt = (about: string, read: () => unknown) => {
    try {
      read()
    } catch (error) {
      if (!(error instanceof OptionsFailure)) throw error
      problems.push(...error.details.map(({ message }) => `${about} of ${pack.id}: ${message}`))
    }
  }
  const families = pack.families.map((family) => ({
    ...family,
    rules: family.rules.map((rule) => {
      const { rule: filled } = fillRule(rule, parameters)
      if (filled !== rule) {
        attempt(`rule ${rule.code}`, () => CHECKS.find(({ id }) => id === rule.check)?.options(filled.options))
      }
      return filled
    }),
  }))
  const classifier = pack.classifier && fillClassifier(pack.classifier, parameters).classifier
  attempt('classifier', () => CLASSIFIERS.find(({ id }) => id === classifier?.id)?.options(classifier?.options))
  const { digest: _digest, ...rest } = pack
  return { pack: sealed({ ...rest, parameters, families, classifier }), problems }
}

/** The rule with parameters in their places; itself where it names none. */
export function fillRule(
  rule: Rule,
  parameters: Parameters,
): { readonly rule: Rule; readonly unfilled: readonly UnfilledPlace[] } {
  const template = rule.template ?? templateOf(rule)
  if (Object.keys(template).length === 0) return { rule, unfilled: [] }
  const { value, unfilled } = fill(template, parameters)
  // What `fill` gives back is shaped as what it was given: texts in the place of texts, longer lists of texts.
  const filled: Rule = { ...rule, ...(value as RuleTemplate) }
  const grades = filled.grades.map((grade): Grade => ({ ...grade, when: withSmallOwners(grade.when) }))
  return { rule: { ...filled, grades, when: withSmallOwners(filled.when), template }, unfilled }
}

/** What of a rule is written with places. */
function templateOf({ title, question, options, when, grades, prose }: Rule): RuleTemplate {
  const written = { title, question, options, when, grades, prose }
  return Object.fromEntries(Object.entries(written).filter(([, value]) => hasPlaces(value)))
}

/** Hosts do not tell owners apart by the case of their letters; people write them as they are shown. */
function withSmallOwners(when: When): When {
  const small = (owners: readonly string[]) => owners.map((owner) => owner.toLowerCase())
  return {
    ...when,
    ...(when.owner && { owner: small(when.owner) }),
    ...(when.notOwner && { notOwner: small(when.notOwner) }),
  }
}

export function fillClassifier(
  classifier: NamedClassifier,
  parameters: Parameters,
): { readonly classifier: NamedClassifier; readonly unfilled: readonly UnfilledPlace[] } {
  const template = 'template' in classifier ? classifier.template : classifier.options
  if (!hasPlaces(template)) return { classifier, unfilled: [] }
  const { value: options, unfilled } = fill({ options: template }, parameters)
  return { classifier: { id: classifier.id, ...(options as { options: unknown }), template }, unfilled }
}

export function unfilledPlace({ name }: UnfilledPlace, parameters: Parameters): string {
  return `unknown parameter "${name}".${suggestion(name, Object.keys(parameters))}`
}

/** With the digest of its content. */
export function sealed(pack: Omit<RulePack, 'digest'>): RulePack {
  return { ...pack, digest: createHash('sha256').update(JSON.stringify(pack)).digest('hex') }
}
