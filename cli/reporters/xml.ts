import { escapeMarkup } from '#data/model/markup.ts'
import { printable } from './lint.ts'

/** Fit for the text and the double-quoted attributes of XML, without signs that steer a terminal. */
export function xml(text: string): string {
  return escapeMarkup(printable(text))
}
