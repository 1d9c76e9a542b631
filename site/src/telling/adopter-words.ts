import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Adopter, AdopterFacetId } from '../loaders/adopter-facets.ts'
import { packValue } from '../loaders/adopter-facets.ts'
import { adoption, catalogue, packs } from '../register.ts'
import type { AdopterRow } from '../scripts/adopters-query.ts'

/** Who an adopter is, of what kind and country, how far it has come and how that is known, in words. */
export function adopterWords(adopter: Adopter, language: Language) {
  const { words, day } = desk(language)
  const said = words.reuse.adopters
  const { organisation, count, type, country, state, since, basis, confirmedOn } = adopter
  return {
    who: organisation ?? (count === 1 ? said.unnamed : said.several(count)),
    kind: `${wordIn(said.types, type)}, ${countryName(country, language)}`,
    state: wordIn(said.states, state),
    since: since === null ? '' : state === 'stopped' ? said.begun(day(since)) : said.since(day(since)),
    basis: basis === null ? '' : wordIn(said.bases, basis),
    confirmed: confirmedOn === null ? '' : said.confirmed(day(confirmedOn)),
  }
}

/** A row of the list, ready to be written: the page and its script say the same. */
export function adopterRow(adopter: Adopter, language: Language): AdopterRow {
  const { href } = desk(language)
  const { assembly, entry, since, url, organisation, count, confirmedOn } = adopter
  const what =
    assembly !== undefined
      ? { name: assembly.title, href: href({ sheet: 'pack', slug: assembly.slug }) }
      : { name: entry?.name ?? '', href: entry === undefined ? '' : href({ sheet: 'component', slug: entry.slug }) }
  return {
    ...adopterWords(adopter, language),
    ...{ what: what.name, href: what.href, url: url ?? '', isNamed: organisation !== null, count },
    ...{ sinceOn: since ?? '', confirmedOn: confirmedOn ?? '', values: adopter.values },
  }
}

/** What the filters run on. */
export function adoptersIndex(language: Language): string {
  return JSON.stringify(adoption.adopters.map((adopter) => adopterRow(adopter, language)))
}

/** The word for a value of a group. */
export function adopterFacetWord(facet: AdopterFacetId, value: string, language: Language): string {
  const said = desk(language).words.reuse.adopters
  switch (facet) {
    case 'state':
      return wordIn(said.states, value)
    case 'type':
      return wordIn(said.types, value)
    case 'country':
      return countryName(value, language)
    case 'through':
      return wordIn(said.through, value)
    case 'runs':
      return (
        packs.find(({ slug }) => packValue(slug) === value)?.title ??
        catalogue.entries.find(({ slug }) => slug === value)?.name ??
        value
      )
  }
}

function wordIn(list: Readonly<Record<string, string>>, value: string): string {
  return Object.hasOwn(list, value) ? (list[value] ?? value) : value
}

const COUNTRIES = {
  fr: new Intl.DisplayNames(['fr'], { type: 'region' }),
  en: new Intl.DisplayNames(['en'], { type: 'region' }),
}

/** People write what they like in a register: what is no code of a country stays as it is. */
export function countryName(code: string, language: Language): string {
  return /^[A-Z]{2}$/u.test(code) ? (COUNTRIES[language].of(code) ?? code) : code
}
