import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { LicenseLedger, LicenseLine } from '../loaders/license-ledger.ts'
import { facetWord } from '../telling/facet-words.ts'
import { type Cell, plain } from './cells.ts'

export function licenseCountRows({ counts }: LicenseLedger, language: Language): readonly (readonly Cell[])[] {
  const { number } = desk(language)
  return counts.map(({ license, components }) => [
    plain(facetWord('license', license ?? '', language)),
    plain(number(components)),
  ])
}

/** Word, header and file side by side, each with where it stands; none is called the right one. */
export function licenseRows(lines: readonly LicenseLine[], language: Language): readonly (readonly Cell[])[] {
  const { words, href } = desk(language)
  const cell = (said: LicenseLine['words']): Cell => {
    const named = [...new Set(said.map(({ spdx, said: written }) => spdx ?? written ?? words.compliance.unrecognised))]
    const places = [...new Set(said.map(({ place, source }) => place ?? words.compliance.source(source)))]
    return named.length === 0 ? plain('–') : { text: named.join(', '), second: places.slice(0, 2).join(', ') }
  }
  return lines.map(({ entry, words: word, headers, files }) => [
    { text: entry.name, href: href({ sheet: 'component', slug: entry.slug }), second: entry.owner },
    ...[word, headers, files].map(cell),
  ])
}
