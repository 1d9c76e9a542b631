import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import { type ActivityState, type FacetId, NO_ONE_LICENSE } from '../loaders/catalogue.ts'
import { catalogue } from '../register.ts'
import type { Words } from '../words/words.ts'

/** The word for a value of a facet; names that are nobody's word (a licence, an owner) stay as they are. */
export function facetWord(facet: FacetId, value: string, language: Language): string {
  const { words, text } = desk(language)
  switch (facet) {
    case 'need': {
      const need = catalogue.needs.get(value)
      return need === undefined ? value : text(need)
    }
    case 'usedBy':
      return wordIn(words.user, value)
    case 'language':
      return value === '' ? words.state.unknown : value
    case 'kind':
      return wordIn(words.kind, value)
    case 'state':
      return wordIn(words.state, value)
    case 'line':
      return wordIn(words.line, value)
    case 'releaseAge':
      return wordIn(words.releaseAge, value)
    case 'license':
      if (value === NO_ONE_LICENSE) return words.licensesDiffer
      return value === '' ? words.noLicense : value
    case 'owner':
      return value
  }
}

function wordIn(list: Readonly<Record<string, string>>, value: string): string {
  return list[value] ?? value
}

/** What a state of activity means, with the limit that this register uses. */
export function stateMeaning(
  state: ActivityState,
  limits: ReadonlyMap<string, number | null>,
  { stateMeaning: said }: Words,
): string {
  if (state === 'archived' || state === 'stable' || state === 'obsolete' || state === 'unknown') return said[state]
  const limit = limits.get(state)
  return limit === undefined || limit === null ? said.beyond : said.below(limit)
}
