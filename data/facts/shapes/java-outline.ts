export interface JavaOutlineOptions {
  /**
   * False: bodies of types are passed over, so that their fields, methods, constants and member types stay empty, which
   * is all that rules on packages and imports need. Default true.
   */
  readonly members?: boolean
}

/**
 * The skeleton of one Java file: what it declares and imports, bodies of methods left out. Comments and strings never
 * count. Local and anonymous types are not listed.
 */
export interface JavaOutline {
  readonly package: { readonly name: string; readonly line: number } | null
  readonly imports: readonly JavaImport[]
  /** Top-level types, in order. */
  readonly types: readonly JavaType[]
  /** False when braces did not close or a declaration was not understood: what is listed holds, more may be there. */
  readonly isComplete: boolean
}

export interface JavaImport {
  /** Qualified, without `.*`. */
  readonly name: string
  readonly isStatic: boolean
  readonly isWildcard: boolean
  readonly line: number
}

export type JavaTypeKind = 'class' | 'interface' | 'enum' | 'record' | 'annotation'

export interface JavaType {
  readonly kind: JavaTypeKind
  readonly name: string
  /** Line of the name. */
  readonly line: number
  readonly modifiers: readonly string[]
  readonly annotations: readonly JavaAnnotation[]
  /** Types as written, with their arguments, without blanks or annotations: `Map<String,List<Form>>`. An interface extends several. */
  readonly extends: readonly string[]
  readonly implements: readonly string[]
  readonly enumConstants: readonly { readonly name: string; readonly line: number }[]
  /** Fields; one entry for each name of `int a, b`. Components of a record are not fields. */
  readonly fields: readonly JavaField[]
  readonly recordComponents: readonly { readonly name: string; readonly type: string; readonly line: number }[]
  readonly methods: readonly JavaMethod[]
  /** Member types. */
  readonly types: readonly JavaType[]
}

export interface JavaAnnotation {
  /** As written, without `@`: `Named`, `jakarta.inject.Named`. */
  readonly name: string
  /** Between the parentheses, comments out, blanks folded, at most 200 characters; null without parentheses. */
  readonly arguments: string | null
  readonly line: number
}

export interface JavaField {
  readonly name: string
  readonly type: string
  /** Those written: in an interface `public static final` is implied and not listed. */
  readonly modifiers: readonly string[]
  readonly annotations: readonly JavaAnnotation[]
  /** Behind `=`, comments out, blanks folded outside strings, at most 200 characters; null without one. */
  readonly initializer: string | null
  readonly line: number
}

export interface JavaMethod {
  readonly name: string
  readonly isConstructor: boolean
  /** Null for a constructor. */
  readonly returnType: string | null
  /** Types of the parameters, in order. */
  readonly parameters: readonly string[]
  readonly modifiers: readonly string[]
  readonly annotations: readonly JavaAnnotation[]
  readonly line: number
}
