import type { Finding } from '#data/model/lint.ts'

/**
 * Mends one finding in the file that it is about, where there is one certain way to; answers the text as it was where
 * there is not. Pure. The text has one character a byte (latin1), so that whatever is not ASCII passes through untouched,
 * line ends included.
 */
export type Repair = (
  text: string,
  finding: Pick<Finding, 'messageId' | 'args'> & { readonly location: Place },
) => string

interface Place {
  readonly path: string
  readonly line?: number
}

/** An argument of the finding as text; empty when it is none. */
export function textOf(finding: Pick<Finding, 'args'>, name: string): string {
  const value = finding.args[name]
  return typeof value === 'string' ? value : ''
}

/** Lines with their ends. */
export function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/u)
}

/** The text with the line of the finding changed; as it was when it has no such line. */
export function onLine(
  text: string,
  { location }: { readonly location: Place },
  change: (line: string) => string,
): string {
  const lines = linesOf(text)
  const index = (location.line ?? 0) - 1
  const line = lines[index]
  if (line === undefined) return text
  lines[index] = change(line)
  return lines.join('')
}

/** `<name>found</name>` of a line with another value, where it stands there once and neither value needs an escape. */
export function elementValue(line: string, { name, found, wanted }: ElementChange): string {
  if (!isPlain(found) || !isPlain(wanted)) return line
  const element = new RegExp(`(<${literally(name)}>\\s*)${literally(found)}(\\s*</${literally(name)}>)`, 'gu')
  if ([...line.matchAll(element)].length !== 1) return line
  return line.replace(element, (_whole, open: string, close: string) => `${open}${wanted}${close}`)
}

interface ElementChange {
  readonly name: string
  readonly found: string
  readonly wanted: string
}

function isPlain(value: string): boolean {
  return /^[\w.+:/@-]+$/u.test(value)
}

/** Text as a piece of a regular expression that matches it and nothing else. */
export function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
}
