import { Buffer } from 'node:buffer'
import { ASCII, isBlank, isDigit, isWordPart } from './bytes.ts'

/** A token that is one byte of punctuation has that byte as its kind; the others are below any printable byte. */
export const END = 0
export const WORD = 1
export const LITERAL = 2

/** Bytes, over a whole file. */
const LOOK_AHEAD_LIMIT = 1_000_000

// Long stretches are left to the regular expression engine, which needs no warming up.
const LINE_END = /[\r\n]/g
const LINE_BREAK = /\r\n?|\n/g
const LONE_RETURN = /\r(?!\n)/
const BRACE_STOPS = /["'/{}]/g
const PARENTHESIS_STOPS = /["'/()]/g
const BRACKET_STOPS = /["'/[\]]/g

/**
 * Reads the tokens of a Java source straight from its bytes: comments and blanks are passed over, a string, character
 * or number is one LITERAL. It never looks inside a word; bytes above 127 are parts of words. One pass, no copies.
 */
export class JavaLexer {
  readonly bytes: Buffer
  readonly #latin1: string
  /** Whether lines all end in `\n`, as nearly everywhere. */
  readonly #isPlainlyBroken: boolean
  kind = END
  start = 0
  end = 0
  /** Offset of the bracket on which the last `skipBalanced` ended. */
  closedAt = 0
  /** True once looking ahead was refused. */
  gaveUp = false
  #lookedAhead = 0
  /** Where the line begins on which `lineAt` last ended, and the one behind it. */
  #lineOffset = 0
  #nextLineOffset = 0
  #line = 1

  constructor(content: Uint8Array) {
    this.bytes = Buffer.isBuffer(content)
      ? content
      : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    this.#latin1 = this.bytes.toString('latin1')
    this.#isPlainlyBroken = !LONE_RETURN.test(this.#latin1)
    this.#nextLineOffset = this.#endOfLineBreak(0)
    if (this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) this.end = 3
    this.advance()
  }

  /** Text of the current token. */
  text(): string {
    // One decoding of the file and cheap slices of it: decoding word by word was half the time of an outline.
    for (let at = this.start; at < this.end; at++) {
      if ((this.bytes[at] ?? 0) > 127) return this.bytes.toString('utf8', this.start, this.end)
    }
    return this.#latin1.slice(this.start, this.end)
  }

  at(kind: number): boolean {
    return this.kind === kind
  }

  is(text: string): boolean {
    return this.kind === WORD && this.end - this.start === text.length && this.text() === text
  }

  /** Line of the current token, from 1. */
  line(): number {
    return this.lineAt(this.start)
  }

  lineAt(offset: number): number {
    if (offset < this.#lineOffset) {
      this.#lineOffset = 0
      this.#nextLineOffset = this.#endOfLineBreak(0)
      this.#line = 1
    }
    while (this.#nextLineOffset <= offset) {
      this.#line++
      this.#lineOffset = this.#nextLineOffset
      this.#nextLineOffset = this.#endOfLineBreak(this.#lineOffset)
    }
    return this.#line
  }

  /**
   * Whether looking ahead is still allowed: real code needs it a few times a file, and a file made of nothing else would
   * take forever.
   */
  mayLookAhead(): boolean {
    if (this.#lookedAhead > LOOK_AHEAD_LIMIT) this.gaveUp = true
    return !this.gaveUp
  }

  /** Counts the bytes seen since `from`. */
  lookedAhead(from: number): void {
    this.#lookedAhead += this.end - from
  }

  /** Goes back to a token that was current before. */
  returnTo(start: number): void {
    this.end = start
    this.advance()
  }

  advance(): void {
    const { bytes } = this
    const start = this.#skipBlanks(this.end)
    this.start = start
    if (start >= bytes.length) {
      this.kind = END
      this.end = bytes.length
      return
    }
    const byte = bytes[start] ?? 0
    if (isDigit(byte)) this.#take(LITERAL, this.#endOfWord(start, ASCII.dot))
    else if (isWordPart(byte)) this.#take(WORD, this.#endOfWord(start, 0))
    else if (byte === ASCII.quote || byte === ASCII.apostrophe) this.#take(LITERAL, this.#endOfQuoted(start))
    else this.#take(byte, start + 1)
  }

  /** From an opening bracket to just behind the one that closes it. False when it never closes. */
  skipBalanced(close: number): boolean {
    const open = this.kind
    const { bytes } = this
    const stops =
      close === ASCII.closeBrace ? BRACE_STOPS : close === ASCII.closeParenthesis ? PARENTHESIS_STOPS : BRACKET_STOPS
    let depth = 1
    stops.lastIndex = this.end
    while (stops.test(this.#latin1)) {
      const at = stops.lastIndex - 1
      const byte = bytes[at]
      if (byte === ASCII.quote || byte === ASCII.apostrophe) stops.lastIndex = this.#endOfQuoted(at)
      else if (byte === ASCII.slash) stops.lastIndex = this.#endOfComment(at) ?? at + 1
      else if (byte === open) depth++
      else if (--depth === 0) {
        this.#leave(at, at + 1)
        return true
      }
    }
    this.#leave(bytes.length, bytes.length)
    return false
  }

  #leave(closedAt: number, end: number): void {
    this.closedAt = closedAt
    this.end = end
    this.advance()
  }

  #take(kind: number, end: number): void {
    this.kind = kind
    this.end = end
  }

  #skipBlanks(from: number): number {
    const { bytes } = this
    let at = from
    while (at < bytes.length) {
      const byte = bytes[at] ?? 0
      if (isBlank(byte)) at++
      else if (byte === ASCII.slash) {
        const end = this.#endOfComment(at)
        if (end === undefined) return at
        at = end
      } else return at
    }
    return at
  }

  /** Where the comment that begins here ends, or undefined when the slash is a plain one. */
  #endOfComment(at: number): number | undefined {
    const { bytes } = this
    const next = bytes[at + 1]
    if (next === ASCII.slash) return this.#endOfLine(at)
    if (next !== ASCII.star) return undefined
    const end = this.#latin1.indexOf('*/', at + 2)
    return end === -1 ? bytes.length : end + 2
  }

  #endOfLine(from: number): number {
    LINE_END.lastIndex = from
    return LINE_END.test(this.#latin1) ? LINE_END.lastIndex - 1 : this.bytes.length
  }

  /** Where the next line begins; beyond every offset on the last one. */
  #endOfLineBreak(from: number): number {
    if (this.#isPlainlyBroken) {
      const at = this.#latin1.indexOf('\n', from)
      return at === -1 ? Number.POSITIVE_INFINITY : at + 1
    }
    LINE_BREAK.lastIndex = from
    return LINE_BREAK.test(this.#latin1) ? LINE_BREAK.lastIndex : Number.POSITIVE_INFINITY
  }

  #endOfWord(from: number, extra: number): number {
    const { bytes } = this
    let at = from + 1
    while (at < bytes.length && (isWordPart(bytes[at] ?? 0) || bytes[at] === extra)) at++
    return at
  }

  /** A quote that is not closed on its line ends there, so that a broken file is lost for one line only. */
  #endOfQuoted(from: number): number {
    const { bytes } = this
    const quote = bytes[from]
    if (quote === ASCII.quote && bytes[from + 1] === quote && bytes[from + 2] === quote) return this.#endOfBlock(from)
    let at = from + 1
    for (; at < bytes.length; at++) {
      const byte = bytes[at]
      if (byte === ASCII.backslash) at++
      else if (byte === quote) return at + 1
      else if (byte === ASCII.newline || byte === ASCII.return) return at
    }
    return bytes.length
  }

  #endOfBlock(from: number): number {
    const { bytes } = this
    for (let at = from + 3; at < bytes.length; at++) {
      if (bytes[at] === ASCII.backslash) at++
      else if (bytes[at] === ASCII.quote && bytes[at + 1] === ASCII.quote && bytes[at + 2] === ASCII.quote)
        return at + 3
    }
    return bytes.length
  }
}
