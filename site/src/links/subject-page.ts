import { catalogue, guide } from '../register.ts'
import type { Address } from '../routes.ts'

const components = new Map(
  // The first of a repository stands for it: those that are listed before win.
  catalogue.entries.toReversed().map(({ repository, slug }) => [repository.split('/').slice(1).join('/'), slug]),
)
const codes = new Set(guide.families.flatMap(({ rules }) => rules.map(({ rule }) => rule.code)))

/** The page of the component that a row is about, `owner/name` or `owner/name#12`; undefined where it has none. */
export function pageOfSubject(subject: string): Address | undefined {
  const slug = components.get(subject.split('#')[0] ?? '')
  return slug === undefined ? undefined : { sheet: 'component', slug }
}

/** The page of a rule; undefined for a rule of a pack that is not in use. */
export function pageOfRule(code: string): Address | undefined {
  return codes.has(code) ? { sheet: 'rule', code } : undefined
}
