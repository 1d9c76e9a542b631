import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Practice } from '../loaders/practices.ts'
import { ruleByCode } from '../rules.ts'
import { type Cell, plain } from './cells.ts'
import { shareOf } from './fleet-rows.ts'

const SHAPES = {
  established: 'check',
  advancing: 'half',
  behind: 'cross',
  'not-applicable': 'dash',
  unknown: 'question',
} as const

export function practiceRows(practices: readonly Practice[], language: Language): readonly (readonly Cell[])[] {
  const { words, href, number } = desk(language)
  const said = words.practices
  return practices.map(({ id, codes, standing, ...tally }) => {
    const name = said.names[id]
    const code = codes.find((one) => ruleByCode(one) !== undefined)
    const isUncounted = tally.held + tally.toCorrect + tally.datedException + tally.notChecked === 0
    const counts = [tally.held, tally.toCorrect, tally.datedException, tally.notChecked]
    return [
      code === undefined ? plain(name) : { text: name, href: href({ sheet: 'rule', code }), second: codes.join(', ') },
      { text: said.standing[standing], shape: SHAPES[standing] },
      plain(shareOf(tally, language)),
      ...counts.map((count) => plain(isUncounted ? '–' : number(count))),
    ]
  })
}
