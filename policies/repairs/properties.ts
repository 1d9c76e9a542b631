import { Buffer } from 'node:buffer'
import { properties } from '#data/facts/properties.ts'
import type { Properties } from '#data/facts/shapes/properties.ts'
import { linesOf, type Repair } from './repair.ts'

/** Keys that are met again with the value they have already: the later lines go, continued ones with all they hold. */
export const sameAgain: Repair = (text) => {
  const read = properties.extract(Buffer.from(text, 'latin1'), undefined)
  if (!read.ok) return text
  const { duplicates } = read.fact as Properties
  const again = new Set(duplicates.filter(({ isSame }) => isSame).map(({ line }) => line))
  let isGoing = false
  const kept = linesOf(text).filter((_line, index, lines) => {
    const isContinuation = index > 0 && isContinued(lines[index - 1] ?? '')
    isGoing = again.has(index + 1) || (isGoing && isContinuation)
    return !isGoing
  })
  return kept.join('')
}

/** By an odd number of backslashes at its end. */
function isContinued(line: string): boolean {
  return ((/\\+$/u.exec(line.replace(/\r?\n$/u, ''))?.[0].length ?? 0) & 1) === 1
}

/** Accented letters of ISO-8859-1 as escapes, which are read alike in every encoding that property files have. */
export const escapedLetters: Repair = (text) => {
  // No letters of that encoding: the file is in one of its look-alikes, and which one is not certain.
  if (/[\u0080-\u009f]/u.test(text)) return text
  return text.replace(/[\u00a0-\u00ff]/gu, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)
}
