import type { JavaAnnotation, JavaField, JavaType } from '../shapes/java-outline.ts'
import { ASCII } from './bytes.ts'
import { END, type JavaLexer, WORD } from './lexer.ts'
import { readAnnotation, readDimensions, readType, readTypeArguments, skipAnnotations, sourceText } from './type-use.ts'

/** A type while it is being read. */
export type OpenType = {
  -readonly [Key in keyof JavaType]: JavaType[Key] extends readonly (infer Item)[] ? Item[] : JavaType[Key]
}

/** What stands before a declaration and belongs to it. */
export interface Prefix {
  readonly modifiers: readonly string[]
  readonly annotations: readonly JavaAnnotation[]
}

export interface Parameter {
  readonly name: string
  readonly type: string
  readonly line: number
}

const MODIFIERS: ReadonlySet<string> = new Set([
  'public',
  'protected',
  'private',
  'static',
  'final',
  'abstract',
  'default',
  'native',
  'sealed',
  'strictfp',
  'synchronized',
  'transient',
  'volatile',
])

/** Reads modifiers and annotations; stops before `@interface`. */
export function readPrefix(lexer: JavaLexer): Prefix {
  const modifiers: string[] = []
  const annotations: JavaAnnotation[] = []
  for (;;) {
    if (lexer.at(ASCII.at)) {
      const at = lexer.start
      lexer.advance()
      const isDeclaration = lexer.is('interface')
      lexer.returnTo(at)
      if (isDeclaration) break
      annotations.push(readAnnotation(lexer))
      continue
    }
    const word = lexer.at(WORD) ? lexer.text() : ''
    if (MODIFIERS.has(word)) {
      modifiers.push(word)
      lexer.advance()
    } else if (word === 'non' && lexer.bytes[lexer.end] === ASCII.hyphen) {
      for (let token = 0; token < 3; token++) lexer.advance()
      modifiers.push('non-sealed')
    } else break
  }
  return { modifiers, annotations }
}

/** A field, method or constructor, from its type (or type parameters) on. False when it was not understood. */
export function readMember(lexer: JavaLexer, type: OpenType, prefix: Prefix): boolean {
  if (lexer.at(ASCII.less) && readTypeArguments(lexer) === undefined) return false
  skipAnnotations(lexer)
  const line = lexer.line()
  const written = readType(lexer)
  if (written === undefined) return false
  if (lexer.at(ASCII.openParenthesis)) return readMethod(lexer, type, { ...prefix, name: written, line })
  if (lexer.at(ASCII.openBrace) && type.kind === 'record' && written === type.name) {
    const parameters = type.recordComponents.map((each) => each.type)
    type.methods.push({ name: written, isConstructor: true, returnType: null, parameters, ...prefix, line })
    return lexer.skipBalanced(ASCII.closeBrace)
  }
  if (!lexer.at(WORD)) return false
  const name = lexer.text()
  const nameLine = lexer.line()
  lexer.advance()
  if (lexer.at(ASCII.openParenthesis))
    return readMethod(lexer, type, { ...prefix, name, returnType: written, line: nameLine })
  return readFields(lexer, type, { ...prefix, name, type: written, line: nameLine })
}

interface MethodStart extends Prefix {
  readonly name: string
  /** Absent for a constructor. */
  readonly returnType?: string
  readonly line: number
}

function readMethod(lexer: JavaLexer, type: OpenType, start: MethodStart): boolean {
  const parameters = readParameters(lexer)
  if (parameters === undefined) return false
  const dimensions = readDimensions(lexer)
  const { name, line, modifiers, annotations, returnType } = start
  type.methods.push({
    name,
    isConstructor: returnType === undefined,
    returnType: returnType === undefined ? null : returnType + dimensions,
    parameters: parameters.map((each) => each.type),
    modifiers,
    annotations,
    line,
  })
  return skipMethodBody(lexer)
}

/** Over `throws` and the body, or the value behind `default` in an annotation. */
function skipMethodBody(lexer: JavaLexer): boolean {
  for (;;) {
    if (lexer.at(ASCII.openBrace)) return lexer.skipBalanced(ASCII.closeBrace)
    if (lexer.at(END) || lexer.at(ASCII.closeBrace)) return false
    if (lexer.is('default')) skipExpression(lexer)
    const isLast = lexer.at(ASCII.semicolon)
    lexer.advance()
    if (isLast) return true
  }
}

/** From `(` to behind `)`. A receiver (`Outer this`) is no parameter. */
export function readParameters(lexer: JavaLexer): readonly Parameter[] | undefined {
  const parameters: Parameter[] = []
  lexer.advance()
  while (!lexer.at(ASCII.closeParenthesis)) {
    readPrefix(lexer)
    const type = readType(lexer)
    if (type === undefined || !lexer.at(WORD)) return undefined
    const line = lexer.line()
    let name = ''
    while (lexer.at(WORD) || lexer.at(ASCII.dot)) {
      name = lexer.text()
      lexer.advance()
    }
    if (name !== 'this') parameters.push({ name, type: type + readDimensions(lexer), line })
    if (lexer.at(ASCII.comma)) lexer.advance()
    else if (!lexer.at(ASCII.closeParenthesis)) return undefined
  }
  lexer.advance()
  return parameters
}

interface FieldStart extends Prefix {
  readonly name: string
  readonly type: string
  readonly line: number
}

function readFields(lexer: JavaLexer, type: OpenType, start: FieldStart): boolean {
  const { modifiers, annotations } = start
  let { name, line } = start
  for (;;) {
    const fieldType = start.type + readDimensions(lexer)
    const initializer = lexer.at(ASCII.equals) ? readInitializer(lexer) : null
    const field: JavaField = { name, type: fieldType, modifiers, annotations, initializer, line }
    type.fields.push(field)
    if (lexer.at(ASCII.semicolon)) {
      lexer.advance()
      return true
    }
    if (!lexer.at(ASCII.comma)) return false
    lexer.advance()
    if (!lexer.at(WORD)) return false
    name = lexer.text()
    line = lexer.line()
    lexer.advance()
  }
}

function readInitializer(lexer: JavaLexer): string {
  const from = lexer.end
  lexer.advance()
  skipExpression(lexer)
  return sourceText(lexer, from, lexer.start)
}

/** To the comma or semicolon that ends an expression: not one inside brackets, nor between type arguments. */
function skipExpression(lexer: JavaLexer): void {
  while (!lexer.at(END) && !lexer.at(ASCII.semicolon) && !lexer.at(ASCII.comma)) {
    const { kind } = lexer
    if (kind === ASCII.openBrace) lexer.skipBalanced(ASCII.closeBrace)
    else if (kind === ASCII.openParenthesis) lexer.skipBalanced(ASCII.closeParenthesis)
    else if (kind === ASCII.openBracket) lexer.skipBalanced(ASCII.closeBracket)
    else if (kind === ASCII.closeBrace) return
    else if (kind === ASCII.less) skipTypeArguments(lexer)
    else lexer.advance()
  }
}

/** Type arguments are tried first: `a < b, c > d` cannot be two declarations. Else it is a plain "less than". */
function skipTypeArguments(lexer: JavaLexer): void {
  const at = lexer.start
  if (lexer.mayLookAhead() && readTypeArguments(lexer) !== undefined) {
    lexer.lookedAhead(at)
    return
  }
  lexer.lookedAhead(at)
  lexer.returnTo(at)
  lexer.advance()
}
