import type { Register } from './register.ts'
import { LANGUAGES } from './vocabulary.ts'

/** Columns of a register that is kept as a CSV; a text in two languages has two. */
export function registerColumns({ fields }: Pick<Register, 'fields'>): readonly string[] {
  return Object.entries(fields).flatMap(([name, { type }]) =>
    type.kind === 'bilingual' ? LANGUAGES.map((language) => `${name}.${language}`) : [name],
  )
}
