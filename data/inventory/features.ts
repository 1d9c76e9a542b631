import type { Publiccode } from '../facts/shapes/publiccode.ts'

/** What a component does, as its publiccode.yml lists it in one language. */
export interface Feature {
  /** As the file writes it, in small letters: `fr`, `pt-br`. */
  readonly language: string
  readonly text: string
}

/** A mention, a mail address or a telephone number: a list of what software does has no use for one. */
const OF_SOMEBODY = /@|\d(?:[ .-]?\d){8}/u

/** In the order of the file; an entry that may name somebody is left out. */
export function featuresOf(publiccode: Publiccode | null): readonly Feature[] {
  return (publiccode?.nodes ?? []).flatMap(({ path, text }) => {
    const [first, language, list] = path
    const isEntry = first === 'description' && list === 'features' && path.length === 4 && typeof language === 'string'
    const told = text?.trim() ?? ''
    return !isEntry || told === '' || OF_SOMEBODY.test(told) ? [] : [{ language: language.toLowerCase(), text: told }]
  })
}
