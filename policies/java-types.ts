import type { Pattern } from '#data/facts/linear-pattern.ts'
import type { JavaType } from '#data/facts/shapes/java-outline.ts'
import { choice, flag, listOf, optional, pattern, type Reader, record } from './options.ts'

/** A type and the package that it is declared in. */
export interface PlacedType {
  readonly package: string
  readonly type: JavaType
}

const KINDS = ['class', 'interface', 'enum', 'record', 'annotation'] as const

/** Keys with which packs describe types; an absent key is no condition. */
export const TYPE_KEYS = {
  kind: optional(listOf(choice(KINDS))),
  name: optional(pattern()),
  package: optional(pattern()),
  /** The name of a type that it extends, without package and arguments. */
  extends: optional(pattern()),
  implements: optional(pattern()),
  /** Each is met by an annotation of the type, without package. */
  annotations: optional(listOf(pattern())),
  isAbstract: optional(flag()),
  /** Of the type of one of its fields. */
  holds: optional(pattern()),
  /** Whether all its constructors, one at least, are private. */
  isClosed: optional(flag()),
} as const

export const typeForm = record(TYPE_KEYS)

export type TypeForm = typeof typeForm extends Reader<infer Form> ? Form : never

export function hasForm({ package: packageName, type }: PlacedType, form: TypeForm): boolean {
  const meets = (expected: Pattern | undefined, found: readonly string[]) =>
    expected === undefined || found.some((name) => expected.test(simpleName(name)))
  return (
    form.kind?.includes(type.kind) !== false &&
    form.name?.test(type.name) !== false &&
    form.package?.test(packageName) !== false &&
    meets(form.extends, type.extends) &&
    meets(form.implements, type.implements) &&
    (form.annotations === undefined || form.annotations.every((one) => isAnnotated(type, one))) &&
    (form.isAbstract === undefined || form.isAbstract === type.modifiers.includes('abstract')) &&
    (form.holds === undefined || holds(type, form.holds)) &&
    (form.isClosed === undefined || form.isClosed === isClosed(type))
  )
}

function isAnnotated({ annotations }: JavaType, expected: Pattern): boolean {
  return annotations.some(({ name }) => expected.test(simpleName(name)))
}

function holds({ fields }: JavaType, expected: Pattern): boolean {
  return fields.some((field) => expected.test(simpleName(field.type)))
}

function isClosed({ methods }: JavaType): boolean {
  const constructors = methods.filter((method) => method.isConstructor)
  return constructors.length > 0 && constructors.every(({ modifiers }) => modifiers.includes('private'))
}

/** `a.b.List<String>` is `List`. */
export function simpleName(written: string): string {
  const bare = written.includes('<') ? written.replace(/<.*$/u, '') : written
  return bare.slice(bare.lastIndexOf('.') + 1)
}
