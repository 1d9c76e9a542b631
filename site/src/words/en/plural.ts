/** The form of a word for a count: English says one only for 1. */
export const plural = (count: number, one: string, many = `${one}s`) => (count === 1 ? one : many)
