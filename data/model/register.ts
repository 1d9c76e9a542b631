import type { Prose } from './prose.ts'
import type { Audience, Language, Text } from './vocabulary.ts'

/**
 * A table that people keep by hand, said once: the reader of its files, the JSON Schema for editors, the columns of the
 * database and the page that documents it are all made from this.
 */
export interface Register {
  /** Name of the register and of its file: `services` is kept in `services.yaml` or `services.csv`. */
  readonly id: string
  readonly title: Text
  readonly summary: Text
  /** `internal`: no line of it is ever published, whatever its columns say. */
  readonly audience: Audience
  readonly fields: Readonly<Record<string, Field>>
  /** Fields that together tell one line from another. */
  readonly key: readonly string[]
  /** Lines that differ by the case of their key alone are two, which people who type names seldom mean. */
  readonly distinguishesCase?: true
  /** What is wrong with a line beyond each of its fields; a sentence and the field it is about. */
  readonly contradicts?: (entry: Entry) => { readonly field: string; readonly message: string } | undefined
}

/** What stands in a field. */
export type FieldType =
  /** A name, a number or a code, the same in every language. */
  | { readonly kind: 'text' }
  /** What people wrote: one text, or a mapping of it by language; in a CSV, one column, or `name.fr` and `name.en`. */
  | { readonly kind: 'prose' }
  /**
   * One text in French and one in English; in a CSV, the columns `name.fr` and `name.en`. `only`: language of a site in
   * one, whose text stands for both.
   */
  | { readonly kind: 'bilingual'; readonly only?: Language }
  | { readonly kind: 'day' }
  | { readonly kind: 'flag' }
  /** Zero or more, whole. */
  | { readonly kind: 'count' }
  | { readonly kind: 'number' }
  | { readonly kind: 'address' }
  /** Language as a BCP 47 tag. Country codes that are taken for languages (cz, dk, se) are read as what is meant. */
  | { readonly kind: 'language' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  /** `owner/name` of a repository, or the name of a component. */
  | { readonly kind: 'component' }
  /** The key of a line of another register. */
  | { readonly kind: 'reference'; readonly to: string }

export interface Field {
  readonly type: FieldType
  /** Several values: a list in YAML, separated by `|` in a CSV. */
  readonly isList: boolean
  readonly isRequired: boolean
  /** What to write there. */
  readonly help: Text
  readonly audience: Audience
  /** Says who answers for something: a role or a team. A login or the name of somebody there is warned of. */
  readonly isRole?: true
}

export type Value = string | number | boolean | Text | Prose | readonly string[] | null

/** One line as it was read: a field that was left empty is null. */
export type Entry = Readonly<Record<string, Value>>

type Extra = Partial<Pick<Field, 'isList' | 'isRequired' | 'audience' | 'isRole'>>

/** A field that may stay empty, holds one value and may be published, unless told otherwise. */
export function field(type: FieldType | FieldType['kind'], help: Text, extra: Extra = {}): Field {
  const whole = typeof type === 'string' ? ({ kind: type } as FieldType) : type
  return { type: whole, help, isList: false, isRequired: false, audience: 'public', ...extra }
}

/** A register as a site in these languages asks it: of one language alone, no other is needed. */
export function registerIn(register: Register, languages: readonly Language[]): Register {
  const [only, ...others] = languages
  if (only === undefined || others.length > 0) return register
  const fields = Object.entries(register.fields).map(([name, told]): [string, Field] => [
    name,
    told.type.kind === 'bilingual' ? { ...told, type: { ...told.type, only } } : told,
  ])
  return { ...register, fields: Object.fromEntries(fields) }
}

export const REQUIRED = { isRequired: true } as const
export const LIST = { isList: true } as const
export const ROLE = { isRole: true } as const
export const INTERNAL = { audience: 'internal' } as const
