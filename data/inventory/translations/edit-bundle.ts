import { Buffer } from 'node:buffer'
import { decodeText } from '../../facts/decode.ts'
import { logicalLines, readEntry } from '../../facts/property-lines.ts'

/** One file of a bundle, as bytes; empty for one that is to begin. */
export interface BundleEdit {
  readonly content: Uint8Array
  /** Texts by key, only those that change or come. */
  readonly texts: ReadonlyMap<string, string>
  /** Keys of the reference, in its order: where a new key goes. */
  readonly order: readonly string[]
  /** A file of the bundle whose manner of writing a new one takes over. */
  readonly like: Uint8Array
}

/**
 * The file with these texts in it: comments, order, line ends, byte order mark, encoding and the writing of every other
 * line stay. A key that is there gets its new text on the spot; a new one goes behind the key that precedes it in the
 * reference. Null when the file is no text.
 */
export function editBundle({ content, texts, order, like }: BundleEdit): Uint8Array | null {
  const decoded = decodeText(content)
  const model = decodeText(content.byteLength > 0 ? content : like)
  if (decoded === null || model === null || decoded.encoding === 'utf-16') return null
  const lineEnd = model.text.includes('\r\n') ? '\r\n' : '\n'
  const manner: Manner = {
    isRaw: model.encoding === 'utf-8' && /[^\0-\x7f]/u.test(model.text),
    separator: separatorOf(model.text),
  }
  const lines = decoded.text === '' ? [] : decoded.text.split(/(?<=\r\n|\n|\r(?!\n))/u)
  const places = new Map(logicalLines(decoded.text).map((one) => [readEntry(one.text).key, one]))
  const replaced = new Map<number, string>()
  const dropped = new Set<number>()
  for (const [key, text] of texts) {
    const place = places.get(key)
    if (place === undefined) continue
    const { line, lastLine } = place
    const end = /[\r\n]+$/u.exec(lines[lastLine - 1] ?? '')?.[0] ?? ''
    replaced.set(line, `${headOf(lines[line - 1] ?? '')}${writeValue(text, manner)}${end}`)
    for (let at = line + 1; at <= lastLine; at++) dropped.add(at)
  }
  const inserted = newLines({ texts, order, manner, places })
  const out = [inserted.get(0) ?? []].flat().map((line) => line + lineEnd)
  lines.forEach((line, index) => {
    if (!dropped.has(index + 1)) out.push(replaced.get(index + 1) ?? line)
    for (const added of inserted.get(index + 1) ?? []) {
      const before = out.pop() ?? ''
      out.push(/[\r\n]$/u.test(before) ? before : before + lineEnd, added + lineEnd)
    }
  })
  return encode(out.join(''), { encoding: model.encoding, hasBom: decoded.hasBom })
}

interface Manner {
  /** Letters beyond ASCII are written as they are; else as `\uXXXX`, which every encoding can hold. */
  readonly isRaw: boolean
  readonly separator: string
}

interface Insertion {
  readonly texts: ReadonlyMap<string, string>
  readonly order: readonly string[]
  readonly manner: Manner
  readonly places: ReadonlyMap<string, { readonly lastLine: number }>
}

/** New lines by the line that they follow; 0 for the top. */
function newLines({ texts, order, manner, places }: Insertion): ReadonlyMap<number, readonly string[]> {
  const lines = new Map<number, string[]>()
  // Nothing of the reference stands before the first key of the file: what precedes it goes to the end.
  let behind = places.size === 0 ? 0 : Math.max(...[...places.values()].map(({ lastLine }) => lastLine))
  for (const key of order) {
    const place = places.get(key)
    const text = texts.get(key)
    if (place !== undefined) behind = place.lastLine
    else if (text !== undefined) {
      const added = lines.get(behind) ?? []
      added.push(`${writeKey(key, manner)}${manner.separator}${writeValue(text, manner)}`)
      lines.set(behind, added)
    }
  }
  return lines
}

/** What stands before the value on the line where an entry begins. */
function headOf(line: string): string {
  const [head = ''] = /^[ \t\f]*(?:\\[^\r\n]|[^\\=: \t\f\r\n])*[ \t\f]*[=:]?[ \t\f]*/u.exec(line) ?? []
  return /[=: \t\f]$/u.test(head) ? head : `${head}=`
}

function separatorOf(text: string): string {
  const [first] = logicalLines(text)
  const [, separator = ''] = /^(?:\\.|[^\\=: \t\f])*([ \t\f]*[=:][ \t\f]*)/u.exec(first?.text ?? '') ?? []
  return separator === '' ? '=' : separator
}

function writeValue(text: string, manner: Manner): string {
  const escaped = text
    .replace(/\\/gu, '\\\\')
    .replace(/\t/gu, '\\t')
    .replace(/\r\n?|\n/gu, '\\n')
    .replace(/\f/gu, '\\f')
  return letters(escaped.replace(/^ /u, '\\ '), manner)
}

function writeKey(key: string, manner: Manner): string {
  return letters(
    key
      .replace(/[\\=: ]/gu, '\\$&')
      .replace(/^[#!]/u, '\\$&')
      .replace(/\t/gu, '\\t')
      .replace(/\n/gu, '\\n'),
    manner,
  )
}

function letters(text: string, { isRaw }: Manner): string {
  if (isRaw) return text
  // By UTF-16 unit, as Java reads them: a letter beyond the first plane is two escapes.
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)
}

function encode(
  text: string,
  { encoding, hasBom }: { readonly encoding: string; readonly hasBom: boolean },
): Uint8Array {
  return Buffer.from(`${hasBom ? '\uFEFF' : ''}${text}`, encoding === 'iso-8859-1' ? 'latin1' : 'utf8')
}
