import type { FieldType, Register } from './register.ts'
import { LANGUAGES } from './vocabulary.ts'

/** Columns that a CSV of a register may have, by field: what people wrote stands in one, or in one for each language. */
export function acceptedColumns({ fields }: Pick<Register, 'fields'>): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(fields).map(([name, { type }]) => {
      const byLanguage = LANGUAGES.map((language) => `${name}.${language}`)
      if (isTwice(type)) return [name, byLanguage]
      return [name, type.kind === 'prose' || type.kind === 'bilingual' ? [name, ...byLanguage] : [name]]
    }),
  )
}

/** Both languages have to be there. */
function isTwice(type: FieldType): boolean {
  return type.kind === 'bilingual' && type.only === undefined
}

/** Columns of a register that is kept as a CSV; a text in two languages has two. */
export function registerColumns({ fields }: Pick<Register, 'fields'>): readonly string[] {
  return Object.entries(fields).flatMap(([name, { type }]) =>
    isTwice(type) ? LANGUAGES.map((language) => `${name}.${language}`) : [name],
  )
}
