import { cut } from '../decode.ts'
import type { JavaAnnotation } from '../shapes/java-outline.ts'
import { ASCII } from './bytes.ts'
import { JavaLexer, LITERAL, WORD } from './lexer.ts'

const KEPT_LENGTH = 200
const MAX_TYPE_LENGTH = 2000

/**
 * The type at the current token as written, without blanks, comments or annotations; undefined (with the lexer wherever it stopped)
 * when there is none.
 */
export function readType(lexer: JavaLexer): string | undefined {
  let type = ''
  for (;;) {
    skipAnnotations(lexer)
    if (!lexer.at(WORD)) return undefined
    type += lexer.text()
    lexer.advance()
    if (lexer.at(ASCII.less)) {
      const written = readTypeArguments(lexer)
      if (written === undefined) return undefined
      type += written
    }
    if (!lexer.at(ASCII.dot) || isEllipsis(lexer)) break
    type += '.'
    lexer.advance()
  }
  return type + readDimensions(lexer)
}

/** `[]` as often as it follows, and the dots of a variable parameter. */
export function readDimensions(lexer: JavaLexer): string {
  let dimensions = ''
  for (;;) {
    const before = lexer.start
    skipAnnotations(lexer)
    if (lexer.at(ASCII.openBracket)) {
      lexer.advance()
      if (lexer.at(ASCII.closeBracket)) lexer.advance()
      dimensions += '[]'
    } else if (isEllipsis(lexer)) {
      for (let dot = 0; dot < 3; dot++) lexer.advance()
      dimensions += '...'
    } else {
      if (lexer.start !== before) lexer.returnTo(before)
      return dimensions
    }
  }
}

/** From `<` to the `>` that closes it. Undefined at a token that type arguments cannot hold, and when there is no end to them. */
export function readTypeArguments(lexer: JavaLexer): string | undefined {
  let written = ''
  let depth = 0
  let isSpaced = false
  do {
    const { kind } = lexer
    if (kind === ASCII.at) {
      skipAnnotations(lexer)
      continue
    }
    if (kind === ASCII.less) depth++
    else if (kind === ASCII.greater) depth--
    if (kind === WORD) written += isSpaced ? ` ${lexer.text()}` : lexer.text()
    else if (PARTS_OF_ARGUMENTS.has(kind)) written += String.fromCharCode(kind)
    else return undefined
    if (written.length > MAX_TYPE_LENGTH) return undefined
    isSpaced = kind === WORD || SPACED_BEHIND.has(kind)
    lexer.advance()
  } while (depth > 0)
  return written
}

/** Signs behind which a word (`extends`, `super`) stands apart. */
const SPACED_BEHIND: ReadonlySet<number> = new Set([ASCII.question, ASCII.greater, ASCII.closeBracket])

const PARTS_OF_ARGUMENTS: ReadonlySet<number> = new Set([
  ASCII.less,
  ASCII.greater,
  ASCII.comma,
  ASCII.dot,
  ASCII.question,
  ASCII.ampersand,
  ASCII.openBracket,
  ASCII.closeBracket,
])

function isEllipsis(lexer: JavaLexer): boolean {
  return lexer.at(ASCII.dot) && lexer.bytes[lexer.end] === ASCII.dot
}

/** `A, B<C>` behind `extends`, `implements` or `permits`. */
export function readTypeList(lexer: JavaLexer): readonly string[] | undefined {
  const types: string[] = []
  for (;;) {
    const type = readType(lexer)
    if (type === undefined) return undefined
    types.push(type)
    if (!lexer.at(ASCII.comma)) return types
    lexer.advance()
  }
}

export function readAnnotation(lexer: JavaLexer): JavaAnnotation {
  const line = lexer.line()
  lexer.advance()
  let name = ''
  while (lexer.at(WORD)) {
    name += lexer.text()
    lexer.advance()
    if (!lexer.at(ASCII.dot)) break
    name += '.'
    lexer.advance()
  }
  if (!lexer.at(ASCII.openParenthesis)) return { name, arguments: null, line }
  const from = lexer.end
  lexer.skipBalanced(ASCII.closeParenthesis)
  return { name, arguments: sourceText(lexer, from, lexer.closedAt), line }
}

export function skipAnnotations(lexer: JavaLexer): void {
  while (lexer.at(ASCII.at)) {
    lexer.advance()
    while (lexer.at(WORD) || lexer.at(ASCII.dot)) {
      const wasWord = lexer.at(WORD)
      lexer.advance()
      if (wasWord && !lexer.at(ASCII.dot)) break
    }
    if (lexer.at(ASCII.openParenthesis)) lexer.skipBalanced(ASCII.closeParenthesis)
  }
}

/** The source between two offsets, comments out and blanks folded outside strings, cut at 200 characters. */
export function sourceText(lexer: JavaLexer, from: number, to: number): string {
  const reader = new JavaLexer(lexer.bytes.subarray(from, to))
  let text = ''
  let previousEnd = 0
  while (reader.end > reader.start && text.length < KEPT_LENGTH) {
    if (previousEnd > 0 && reader.start > previousEnd) text += ' '
    const piece = reader.bytes.subarray(reader.start, Math.min(reader.end, reader.start + 4 * KEPT_LENGTH))
    text += reader.kind === LITERAL || reader.kind === WORD ? piece.toString('utf8') : String.fromCharCode(reader.kind)
    previousEnd = reader.end
    reader.advance()
  }
  return cut(text, KEPT_LENGTH)
}
