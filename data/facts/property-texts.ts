import { decodeText } from './decode.ts'
import { decodeEscapes, logicalLines, readEntry } from './property-lines.ts'

/** Texts of a `.properties` file by key, decoded, in the order of the file; null for what is no text. */
export function propertyTexts(content: Uint8Array): ReadonlyMap<string, string> | null {
  const decoded = decodeText(content)
  if (decoded === null || decoded.encoding === 'utf-16') return null
  const texts = new Map<string, string>()
  for (const { text } of logicalLines(decoded.text)) {
    const { key, value } = readEntry(text)
    texts.set(key, decodeEscapes(value))
  }
  return texts
}
