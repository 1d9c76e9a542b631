/** The form of a word for a count: French says one for 0 too. */
export const plural = (count: number, one: string, many = `${one}s`) => (count < 2 ? one : many)
