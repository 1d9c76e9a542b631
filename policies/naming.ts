import type { ComponentKind, PlatformLine } from '#data/model/vocabulary.ts'
import { readNameForms } from './checks/name-matches.ts'
import { readCoordinateForms } from './checks/pom-coordinate.ts'
import { readParents } from './checks/pom-parent-age.ts'
import { listRules } from './registry.ts'
import type { RulePack } from './rule.ts'

/** One way in which something may be named, as the rules of a pack have it. */
export interface NamingForm {
  /** What is named. */
  readonly of: 'repository' | 'groupId' | 'artifactId' | 'packaging'
  /** Code of the rule. */
  readonly rule: string
  /** Owners that the form is for, in lower case; all when left out. */
  readonly owners?: readonly string[]
  /** Kinds of components that the form is for; all when left out. */
  readonly kinds?: readonly ComponentKind[]
  /** As people write it: `module-<plugin>-<module>`. */
  readonly form: string
  /** Source of a regular expression for the whole name. */
  readonly pattern: string
}

/** Forms of names in the rules of the packs, in their order: the very patterns that judge. */
export function namingForms(packs: readonly RulePack[]): readonly NamingForm[] {
  return listRules(packs).flatMap(({ rule }): readonly NamingForm[] => {
    if (rule.check === 'name-matches') {
      const { name, patterns } = readNameForms(rule.options)
      if (name !== 'repository' && name !== 'artifactId') return []
      return patterns.map(({ owner, kind, form, pattern }) => ({
        ...{ of: name, rule: rule.code, form, pattern: pattern.source },
        ...(owner && { owners: owner.map((one) => one.toLowerCase()) }),
        ...(kind && { kinds: kind }),
      }))
    }
    if (rule.check !== 'pom-coordinate') return []
    const { element, forms } = readCoordinateForms(rule.options)
    if (element !== 'groupId' && element !== 'artifactId' && element !== 'packaging') return []
    return forms.map(({ kind, form, pattern }) => {
      return { of: element, rule: rule.code, kinds: kind, form, pattern: pattern.source }
    })
  })
}

/** A Maven parent of one generation of the platform: the versions that the rules take for old and for current. */
export interface LineParent {
  readonly line: PlatformLine
  readonly artifactId: string
  readonly least: string
  readonly latest: string
}

export function lineParents(packs: readonly RulePack[]): readonly LineParent[] {
  return listRules(packs).flatMap(({ rule }) =>
    rule.check === 'pom-parent-age' ? readParents(rule.options).parents : [],
  )
}
