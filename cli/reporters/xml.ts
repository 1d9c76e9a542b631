import { printable } from './lint.ts'

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Fit for the text and the double-quoted attributes of XML. */
export function xml(text: string): string {
  return printable(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}
