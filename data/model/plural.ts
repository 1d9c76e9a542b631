/** The form of a French word for a count: none is said as one. */
export function frenchPlural(count: number, one: string, many = `${one}s`): string {
  return count < 2 ? one : many
}

/** The form of an English word for a count: none is said as many. */
export function englishPlural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many
}

/** `1 dépôt`, `2 dépôts`. */
export function frenchCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${frenchPlural(count, one, many)}`
}

/** `1 rule`, `2 rules`. */
export function englishCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${englishPlural(count, one, many)}`
}
