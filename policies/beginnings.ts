import type { Pattern } from '#data/facts/linear-pattern.ts'

/** The longest beginning of a dotted name, in whole segments, that has a form. */
export function longestBeginning(name: string, form: Pattern): string | undefined {
  for (let end = name.length; end !== -1; end = name.lastIndexOf('.', end - 1)) {
    const beginning = name.slice(0, end)
    if (form.test(beginning)) return beginning
  }
  return undefined
}
