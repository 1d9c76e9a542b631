import { firstParagraph } from '#policies/prose.ts'
import { printable } from './lint.ts'

/** Text of strangers on a page of Markdown. */

/** A first paragraph of our own Markdown, of which code alone is kept. */
export function prose(paragraph: string): string {
  const parts = firstParagraph(paragraph).split(/(`[^`]+`)/u)
  return parts.map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : escaped(part))).join('')
}

/** Text that stays text: no markup, no address, and nobody called by name. */
export function escaped(text: string): string {
  return printable(text)
    .replace(/[!#$&*+\-.:<=>@[\\\]^_`{|}~]/g, (sign) => `\\${sign}`)
    .replace(/\\([@#])(?=\w)/g, '\\$1\u2060')
}

/** Text in a fence longer than any in it; a table wants its bars escaped even there. */
export function code(text: string, bar: '' | '|' = ''): string {
  const inner = printable(text)
  const longest = Math.max(0, ...[...inner.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const padded = /^[`\s]|[`\s]$/.test(inner) ? ` ${inner} ` : inner
  return `${fence}${bar === '|' ? padded.replaceAll('|', '\\|') : padded}${fence}`
}
