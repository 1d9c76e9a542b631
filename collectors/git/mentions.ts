// Not of another repository (`owner/name#12`), not inside a word or an address, not an entity (`&#39;`).
const MENTION = /(?<![\w/&#.-])(?:#|GH-)(\d{1,7})\b/g
// A change list pasted into a message names hundreds, and is no evidence of any.
const MOST = 50

/** Numbers of change requests and issues of its own repository that the message of a commit names, each once. */
export function mentionsOf(message: string): readonly number[] {
  const numbers = new Set([...message.matchAll(MENTION)].map(([, number]) => Number(number)))
  numbers.delete(0)
  return numbers.size > MOST ? [] : [...numbers].sort((a, b) => a - b)
}
