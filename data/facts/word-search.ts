import { Buffer } from 'node:buffer'

/** Letters of a word by which it is looked for, and of which two are looked up at a time. */
const WINDOW = 4
const FURTHEST = WINDOW - 1

/**
 * Which of many words stand in some bytes, letter for letter, in one pass that skips most of them (Wu and Manber).
 * Words are ASCII.
 */
export function wordSearch(words: readonly string[]): (bytes: Uint8Array) => ReadonlySet<string> {
  const long = words.filter((word) => word.length >= WINDOW)
  const short = words.filter((word) => word.length < WINDOW)
  const { skips, ending } = tables(long)
  const addEndingAt = (at: number, buffer: Buffer, found: Set<string>) => {
    for (const { text, letters } of ending.get(pair(buffer[at - 1] ?? 0, buffer[at] ?? 0)) ?? [])
      if (standsAt(letters, buffer, at - FURTHEST)) found.add(text)
  }
  return (bytes) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const found = new Set(short.filter((word) => buffer.includes(word)))
    for (let at = FURTHEST; at < buffer.length; ) {
      const skip = skips[((buffer[at - 1] ?? 0) << 8) | (buffer[at] ?? 0)] ?? 1
      if (skip > 0) at += skip
      else addEndingAt(at++, buffer, found)
    }
    return found
  }
}

interface Word {
  readonly text: string
  readonly letters: Uint8Array
}

function pair(one: number, other: number): number {
  return (one << 8) | other
}

/** How far every word is from ending its window with two letters, and those that do end it so. */
function tables(words: readonly string[]) {
  const skips = new Uint8Array(65536).fill(FURTHEST)
  const ending = new Map<number, Word[]>()
  for (const text of words) {
    const letters = Buffer.from(text, 'latin1')
    for (let at = 1; at < WINDOW; at++) {
      const letterPair = pair(letters[at - 1] ?? 0, letters[at] ?? 0)
      skips[letterPair] = Math.min(skips[letterPair] ?? 0, FURTHEST - at)
      if (at === FURTHEST) ending.set(letterPair, [...(ending.get(letterPair) ?? []), { text, letters }])
    }
  }
  return { skips, ending }
}

function standsAt(letters: Uint8Array, bytes: Uint8Array, start: number): boolean {
  return letters.every((letter, index) => bytes[start + index] === letter)
}
