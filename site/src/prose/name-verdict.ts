/** Whether a name follows the rules, by their own patterns. Runs in browsers. */

export interface NamePattern {
  readonly of: string
  readonly owners?: readonly string[]
  readonly kinds?: readonly string[]
  readonly form: string
  readonly pattern: string
}

export interface AskedName {
  readonly of: string
  readonly name: string
  /** In lower case; empty for an organisation that no form is about. */
  readonly owner: string
  readonly kind: string
}

/** Forms that are for this owner and kind, and whether the name has one; undefined where no form is. */
export function verdictOf(
  asked: AskedName,
  patterns: readonly NamePattern[],
): { readonly isGood: boolean | undefined; readonly forms: readonly string[] } {
  const own = patterns.filter(
    ({ of, owners, kinds }) =>
      of === asked.of && owners?.includes(asked.owner) !== false && kinds?.includes(asked.kind) !== false,
  )
  const forms = [...new Set(own.map(({ form }) => form))]
  if (own.length === 0) return { isGood: undefined, forms }
  // Patterns are anchored already: they come from what the linter runs.
  return { isGood: own.some(({ pattern }) => new RegExp(pattern, 'u').test(asked.name)), forms }
}

const COMMON = new Set(['plugin', 'module', 'library', 'lutece'])
const MOST_NEAR = 8

/** Names that share a word of substance, those that share most first. */
export function nearNames(name: string, all: readonly string[]): readonly string[] {
  const wordsOf = (one: string) =>
    new Set(
      one
        .toLowerCase()
        .split('-')
        .filter((word) => word.length > 2 && !COMMON.has(word)),
    )
  const own = wordsOf(name)
  return all
    .map((one) => ({ one, shared: [...wordsOf(one)].filter((word) => own.has(word)).length }))
    .filter(({ one, shared }) => shared > 0 && one !== name)
    .toSorted((a, b) => b.shared - a.shared || (a.one < b.one ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(({ one }) => one)
}
