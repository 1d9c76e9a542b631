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
  const isOpening = new Uint8Array(128)
  for (const { open } of spans) isOpening[open.charCodeAt(0)] = 1
  const pieces: string[] = []
  let from = 0
  let at = 0
  while (at < text.length) {
    const span = isOpening[text.charCodeAt(at)] === 1 ? spans.find((each) => text.startsWith(each.open, at)) : undefined
    if (span === undefined) {
      at++
      continue
    }
    const end = span.isQuoted ? endOfQuoted(text, at + span.open.length, span.close) : endOf(text, at, span)
    if (!span.isKept) {
      pieces.push(text.slice(from, at), blanks(text.slice(at, end), span))
      from = end
    }
    at = end
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
  if (!isQuoted) return span.replace(/[^\r\n]/g, ' ')
  const isClosed = span.length >= open.length + close.length && span.endsWith(close)
  const inner = span.slice(open.length, isClosed ? -close.length : undefined)
  return open + inner.replace(/[^\r\n]/g, ' ') + (isClosed ? close : '')
}
