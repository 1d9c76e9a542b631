/**
 * What a program puts into a text: arguments of a message (`{0}`, `{1,date}`), expressions (`${name}`), other texts
 * (`#i18n{key}`) and arguments of a format (`%s`, `%1$d`).
 */
const PLACEHOLDER =
  /#i18n\{[^{}\n]{1,200}\}|\$\{[^{}\n]{1,200}\}|\{(\d{1,3})(?:,[^{}\n]{0,200})?\}|%(?:\d{1,2}\$)?[sd](?!\p{L})/gu

/** Each once, sorted. How an argument is written out (`{1,date}`) is the translator's business: it counts as `{1}`. */
export function placeholdersOf(text: string): readonly string[] {
  const found = [...text.matchAll(PLACEHOLDER)].map(([whole, argument]) =>
    argument === undefined ? whole : `{${Number(argument)}}`,
  )
  return [...new Set(found)].sort()
}

export function withoutPlaceholders(text: string): string {
  return text.replace(PLACEHOLDER, ' ')
}

/** What one of two lists has and the other has not. */
export interface PlaceholderDifference {
  readonly lost: readonly string[]
  readonly invented: readonly string[]
}

/** Undefined when a translation has those of its reference, no more and no fewer. */
export function placeholderDifference(
  reference: readonly string[],
  translation: readonly string[],
): PlaceholderDifference | undefined {
  const lost = reference.filter((one) => !translation.includes(one))
  const invented = translation.filter((one) => !reference.includes(one))
  return lost.length + invented.length === 0 ? undefined : { lost, invented }
}
