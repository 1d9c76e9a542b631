import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Adopter } from '../loaders/adoption.ts'

/** Who an adopter is, of what kind and country, and how far it has come, in words. */
export function adopterWords(adopter: Adopter, language: Language) {
  const said = desk(language).words.reuse.adopters
  const { organisation, count, type, country, state } = adopter
  const countries = new Intl.DisplayNames([language], { type: 'region' })
  return {
    who: organisation ?? (count === 1 ? said.unnamed : said.several(count)),
    kind: `${isOf(said.types, type) ? said.types[type] : type}, ${regionOf(countries, country)}`,
    state: isOf(said.states, state) ? said.states[state] : state,
  }
}

function isOf<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key)
}

/** People write what they like in a register: what is no code of a country stays as it is. */
function regionOf(names: Intl.DisplayNames, code: string): string {
  return /^[A-Z]{2}$/u.test(code) ? (names.of(code) ?? code) : code
}
