/** Something that is passed over: a comment, a string. */
export interface Span {
  readonly open: string
  /** `\n` (which is not part of it), or what closes it. Unclosed, it goes to the end of the text. */
  readonly close: string
  /** Whether a backslash takes the next character with it, and the end of the line closes it. */
  readonly isQuoted?: boolean
  /** Passed over, but left as it stands. */
  readonly isKept?: boolean
}

/** Puts blanks in place of spans, line ends apart, so that every offset, line and column stays what it was. One pass. */
export function blank(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text
  // In their order, so that of two that begin here the first is meant.
  const opening = new RegExp(spans.map(({ open }) => open.replace(/\W/g, '\\$&')).join('|'), 'g')
  const pieces: string[] = []
  let from = 0
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const at = found.index
    const span = spans.find((each) => each.open === found?.[0])
    if (span === undefined) continue
    const end = span.isQuoted ? endOfQuoted(text, at + span.open.length, span.close) : endOf(text, at, span)
    if (!span.isKept) {
      pieces.push(text.slice(from, at), blanks(text.slice(at, end), span))
      from = end
    }
    opening.lastIndex = end
  }
  pieces.push(text.slice(from))
  return pieces.join('')
}

function endOf(text: string, at: number, { open, close }: Span): number {
  const end = text.indexOf(close, at + open.length)
  if (end === -1) return text.length
  return close === '\n' ? end : end + close.length
}

function endOfQuoted(text: string, from: number, close: string): number {
  const isBlock = close.length > 1
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '\n' && !isBlock) return at
    else if (character === close[0] && text.startsWith(close, at)) return at + close.length
  }
  return text.length
}

/** A string keeps its quotes: `f("x")` becomes `f(" ")`, not a call without arguments. */
function blanks(span: string, { open, close, isQuoted }: Span): string {
  if (!isQuoted) return blanked(span)
  const isClosed = span.length >= open.length + close.length && span.endsWith(close)
  const inner = span.slice(open.length, isClosed ? -close.length : undefined)
  return open + blanked(inner) + (isClosed ? close : '')
}

function blanked(text: string): string {
  if (!/[\r\n]/.test(text)) return ' '.repeat(text.length)
  return text.replace(/[^\r\n]+/g, (line) => ' '.repeat(line.length))
}
