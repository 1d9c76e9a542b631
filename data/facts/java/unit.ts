import type { JavaOutline, JavaOutlineOptions, JavaType, JavaTypeKind } from '../shapes/java-outline.ts'
import { ASCII } from './bytes.ts'
import { END, JavaLexer, WORD } from './lexer.ts'
import { type OpenType, type Prefix, readMember, readParameters, readPrefix } from './members.ts'
import { readTypeArguments, readTypeList, skipAnnotations } from './type-use.ts'

const MOST_PARTS = 250

const MAX_NESTING = 50

/** Outlines one compilation unit. What is not understood is passed over, and said so by `isComplete`. */
export function outline(content: Uint8Array, { members = true }: JavaOutlineOptions = {}): JavaOutline {
  return new UnitReader(content, members ? MAX_NESTING : 0).read()
}

const TYPE_WORDS: ReadonlyMap<string, JavaTypeKind> = new Map([
  ['class', 'class'],
  ['interface', 'interface'],
  ['enum', 'enum'],
])

class UnitReader {
  readonly #lexer: JavaLexer
  /** Types nested as deep as that are named, their bodies passed over. */
  readonly #depth: number
  readonly #imports: JavaOutline['imports'][number][] = []
  #package: JavaOutline['package'] = null
  #isComplete = true

  constructor(content: Uint8Array, depth: number) {
    this.#lexer = new JavaLexer(content)
    this.#depth = depth
  }

  read(): JavaOutline {
    const lexer = this.#lexer
    const types: JavaType[] = []
    while (!lexer.at(END)) {
      const prefix = readPrefix(lexer)
      const kind = this.#typeKind()
      if (kind !== undefined) this.#readType(types, { prefix, kind, depth: 0 })
      else if (lexer.is('package')) this.#readPackage()
      else if (lexer.is('import')) this.#readImport()
      else if (lexer.is('module') || lexer.is('open')) this.#skipModule()
      else if (lexer.at(ASCII.semicolon)) lexer.advance()
      else this.#recover()
    }
    return { package: this.#package, imports: this.#imports, types, isComplete: this.#isComplete && !lexer.gaveUp }
  }

  #readPackage(): void {
    const lexer = this.#lexer
    lexer.advance()
    const line = lexer.line()
    this.#package = { name: this.#qualifiedName(), line }
    this.#expect(ASCII.semicolon)
  }

  #readImport(): void {
    const lexer = this.#lexer
    lexer.advance()
    const line = lexer.line()
    const isStatic = lexer.is('static')
    if (isStatic) lexer.advance()
    const name = this.#qualifiedName()
    const isWildcard = lexer.at(ASCII.star)
    if (isWildcard) lexer.advance()
    // `import module x;` names no type.
    if (name === 'module' && lexer.at(WORD)) this.#qualifiedName()
    else this.#imports.push({ name, isStatic, isWildcard, line })
    this.#expect(ASCII.semicolon)
  }

  #qualifiedName(): string {
    const lexer = this.#lexer
    const words: string[] = []
    while (lexer.at(WORD)) {
      // Longer names are no Java, and whoever looks for the layer of a package looks at every part.
      if (words.length < MOST_PARTS) words.push(lexer.text())
      else this.#isComplete = false
      lexer.advance()
      if (!lexer.at(ASCII.dot)) break
      lexer.advance()
    }
    return words.join('.')
  }

  #skipModule(): void {
    const lexer = this.#lexer
    while (lexer.at(WORD) || lexer.at(ASCII.dot)) lexer.advance()
    if (!lexer.at(ASCII.openBrace) || !lexer.skipBalanced(ASCII.closeBrace)) this.#isComplete = false
  }

  /** The kind of the type declared here, the lexer then being on its name; undefined (nothing read) when none is. */
  #typeKind(): JavaTypeKind | undefined {
    const lexer = this.#lexer
    if (lexer.at(ASCII.at)) {
      lexer.advance()
      lexer.advance()
      return 'annotation'
    }
    if (!lexer.at(WORD)) return undefined
    const kind = TYPE_WORDS.get(lexer.text())
    if (kind !== undefined) lexer.advance()
    return kind ?? (lexer.is('record') ? this.#recordKind() : undefined)
  }

  /** `record` is a word like others, unless a name and a bracket follow. */
  #recordKind(): 'record' | undefined {
    const lexer = this.#lexer
    const at = lexer.start
    lexer.advance()
    const nameAt = lexer.start
    if (lexer.at(WORD)) {
      lexer.advance()
      if (lexer.at(ASCII.openParenthesis) || lexer.at(ASCII.less)) {
        lexer.returnTo(nameAt)
        return 'record'
      }
    }
    lexer.returnTo(at)
    return undefined
  }

  #readType(into: JavaType[], { prefix, kind, depth }: { prefix: Prefix; kind: JavaTypeKind; depth: number }): void {
    const lexer = this.#lexer
    if (!lexer.at(WORD)) {
      this.#recover()
      return
    }
    const type = openType(kind, lexer, prefix)
    into.push(type)
    lexer.advance()
    if (!this.#readHeader(type) || !lexer.at(ASCII.openBrace)) this.#recover()
    else if (depth < this.#depth) this.#readBody(type, depth)
    else if (!lexer.skipBalanced(ASCII.closeBrace) || depth > 0) this.#isComplete = false
  }

  #readHeader(type: OpenType): boolean {
    const lexer = this.#lexer
    if (lexer.at(ASCII.less) && readTypeArguments(lexer) === undefined) return false
    if (lexer.at(ASCII.openParenthesis)) {
      const components = readParameters(lexer)
      if (components === undefined) return false
      type.recordComponents.push(...components)
    }
    while (lexer.at(WORD)) {
      const clause = lexer.text()
      lexer.advance()
      const types = readTypeList(lexer)
      if (types === undefined) return false
      if (clause === 'extends') type.extends.push(...types)
      else if (clause === 'implements') type.implements.push(...types)
      else if (clause !== 'permits') return false
    }
    return true
  }

  #readBody(type: OpenType, depth: number): void {
    const lexer = this.#lexer
    lexer.advance()
    if (type.kind === 'enum') this.#readEnumConstants(type)
    while (!lexer.at(ASCII.closeBrace) && !lexer.at(END)) {
      if (lexer.at(ASCII.semicolon)) lexer.advance()
      else this.#readMember(type, depth)
    }
    this.#expect(ASCII.closeBrace)
  }

  #readMember(type: OpenType, depth: number): void {
    const lexer = this.#lexer
    const prefix = readPrefix(lexer)
    if (lexer.at(ASCII.openBrace)) {
      if (!lexer.skipBalanced(ASCII.closeBrace)) this.#isComplete = false
      return
    }
    const kind = this.#typeKind()
    if (kind !== undefined) this.#readType(type.types, { prefix, kind, depth: depth + 1 })
    else if (!readMember(lexer, type, prefix)) this.#recover()
  }

  #readEnumConstants(type: OpenType): void {
    const lexer = this.#lexer
    for (;;) {
      skipAnnotations(lexer)
      if (lexer.at(WORD)) {
        type.enumConstants.push({ name: lexer.text(), line: lexer.line() })
        lexer.advance()
        if (lexer.at(ASCII.openParenthesis)) lexer.skipBalanced(ASCII.closeParenthesis)
        if (lexer.at(ASCII.openBrace)) lexer.skipBalanced(ASCII.closeBrace)
      }
      if (!lexer.at(ASCII.comma)) break
      lexer.advance()
    }
    if (!lexer.at(ASCII.closeBrace)) this.#expect(ASCII.semicolon)
  }

  #expect(kind: number): void {
    if (this.#lexer.at(kind)) this.#lexer.advance()
    else this.#recover()
  }

  /** Goes behind the end of what was not understood: a semicolon or a block; stays before the end of the body around it. */
  #recover(): void {
    const lexer = this.#lexer
    this.#isComplete = false
    const from = lexer.start
    while (!lexer.at(END)) {
      if (lexer.at(ASCII.openBrace)) {
        lexer.skipBalanced(ASCII.closeBrace)
        return
      }
      if (lexer.at(ASCII.closeBrace) && lexer.start > from) return
      const isLast = lexer.at(ASCII.semicolon) || lexer.at(ASCII.closeBrace)
      lexer.advance()
      if (isLast) return
    }
  }
}

function openType(kind: JavaTypeKind, lexer: JavaLexer, prefix: Prefix): OpenType {
  return {
    kind,
    name: lexer.text(),
    line: lexer.line(),
    modifiers: [...prefix.modifiers],
    annotations: [...prefix.annotations],
    extends: [],
    implements: [],
    enumConstants: [],
    fields: [],
    recordComponents: [],
    methods: [],
    types: [],
  }
}
