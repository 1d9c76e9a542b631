import type { MalformedLine } from './shapes/properties.ts'

/** One entry of a `.properties` file as it is written, continuations joined. Lines count from 1. */
export interface LogicalLine {
  readonly line: number
  /** Where it ends: further down than it begins when it is continued. */
  readonly lastLine: number
  readonly text: string
}

/** Lines without comments and blank ones, in order. */
export function logicalLines(text: string): readonly LogicalLine[] {
  const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n')
  const logicals: LogicalLine[] = []
  for (let index = 0; index < lines.length; index++) {
    const line = index + 1
    let logical = withoutIndent(lines[index] ?? '')
    if (logical === '' || logical[0] === '#' || logical[0] === '!') continue
    let joined = ''
    while (isContinued(logical) && index + 1 < lines.length) {
      joined += logical.slice(0, -1)
      logical = withoutIndent(lines[++index] ?? '')
    }
    logicals.push({ line, lastLine: index + 1, text: joined + (isContinued(logical) ? logical.slice(0, -1) : logical) })
  }
  return logicals
}

function withoutIndent(line: string): string {
  const start = skipBlanks(line, 0)
  return start === 0 ? line : line.slice(start)
}

/** By an odd number of backslashes at its end: an even one is a row of escaped backslashes. */
function isContinued(line: string): boolean {
  let at = line.length
  while (line[at - 1] === '\\') at--
  return (line.length - at) % 2 === 1
}

/** The value as it is written: nothing but a key met again asks what it reads as. */
export function readEntry(line: string): {
  readonly key: string
  readonly value: string
  readonly reason: Exclude<MalformedLine['reason'], 'bad-escape'> | undefined
} {
  const keyEnd = endOfKey(line)
  let valueStart = skipBlanks(line, keyEnd)
  const hasSeparator = line[valueStart] === '=' || line[valueStart] === ':'
  if (hasSeparator) valueStart = skipBlanks(line, valueStart + 1)
  return {
    key: decodeEscapes(line.slice(0, keyEnd)),
    value: line.slice(valueStart),
    reason:
      keyEnd === 0
        ? 'empty-key'
        : hasSeparator
          ? undefined
          : valueStart < line.length
            ? 'blank-separator'
            : 'no-separator',
  }
}

const KEY_END = /[=: \t\f\\]/g

function endOfKey(line: string): number {
  KEY_END.lastIndex = 0
  while (KEY_END.test(line)) {
    const at = KEY_END.lastIndex - 1
    if (line[at] !== '\\') return at
    KEY_END.lastIndex = at + 2
  }
  return line.length
}

function skipBlanks(line: string, from: number): number {
  let at = from
  while (line[at] === ' ' || line[at] === '\t' || line[at] === '\f') at++
  return at
}

const ESCAPED = new Map([
  ['t', '\t'],
  ['n', '\n'],
  ['r', '\r'],
  ['f', '\f'],
])

/** What a key or a value reads as: `\\uXXXX`, `\\n` and escaped characters decoded. */
export function decodeEscapes(text: string): string {
  if (!text.includes('\\')) return text.toWellFormed()
  const unescaped = text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]?))/g, (_whole, code?: string, character = '') => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    return ESCAPED.get(character) ?? character
  })
  return unescaped.toWellFormed()
}
