import { decodeText } from '#data/facts/decode.ts'

/**
 * Text of a table as editors and spreadsheets save one: UTF-8, UTF-16 ("Unicode text"), else the code page of western
 * Windows. Undefined for what is no text, such as a workbook.
 */
export function decodeTable(bytes: Uint8Array): string | undefined {
  const decoded = decodeText(bytes)
  if (decoded === null) return undefined
  return decoded.encoding === 'iso-8859-1' ? new TextDecoder('windows-1252').decode(bytes) : decoded.text
}
