import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Fact, FactId, Home } from '../loaders/home.ts'
import { formatShortMonth } from '../words/typography.ts'

export interface FactLine {
  readonly id: FactId
  /** Undefined: hidden, or not known. */
  readonly value: string | undefined
  readonly unit: string
  readonly what: string
  readonly detail: string
  readonly trend: readonly (number | null)[]
}

/** The facts of the home page as they are printed. */
export function factLines(home: Home, language: Language): readonly FactLine[] {
  return home.facts.map((fact) => {
    const { words } = desk(language)
    const line = { id: fact.id, trend: fact.trend, ...printed(fact, home, language) }
    if (fact.value !== null) return line
    return { ...line, value: undefined, unit: '', detail: fact.isHidden ? words.home.hidden : words.home.unknown }
  })
}

function printed(fact: Fact, home: Home, language: Language): Pick<FactLine, 'value' | 'unit' | 'what' | 'detail'> {
  const { words, number } = desk(language)
  const { facts, period, organisations } = words.home
  const months = { from: fact.fromMonth, to: fact.toMonth }
  const told =
    months.from === null || months.to === null
      ? ''
      : period(formatShortMonth(language, months.from), formatShortMonth(language, months.to))
  const value = fact.value ?? 0
  const sample = fact.sample === null ? undefined : number(fact.sample)
  switch (fact.id) {
    case 'components': {
      const detail = {
        repositories: number(home.repositories),
        organisations: organisations(home.organisations.length),
      }
      return {
        value: number(value),
        unit: '',
        what: facts.components.what(value),
        detail: facts.components.detail(detail),
      }
    }
    case 'change-requests-outside': {
      const { what, detail } = facts['change-requests-outside']
      return { value: number(value), unit: '', what: what(value), detail: detail({ period: told }) }
    }
    case 'first-response-median': {
      const { what, detail } = facts['first-response-median']
      return {
        value: number(value, value < 10 ? 1 : 0),
        unit: words.home.days,
        what: what(),
        detail: detail({ period: told }),
      }
    }
    case 'released':
    case 'moved': {
      const { what, detail } = facts[fact.id]
      return {
        value: number(value),
        unit: '',
        what: what(value),
        detail: detail({ sample: sample ?? '', unknown: fact.unknown ?? 0 }),
      }
    }
    case 'conformity': {
      const { what, detail } = facts.conformity
      return {
        value: number(Math.floor(value * 100)),
        unit: '%',
        what: what(),
        detail: detail({ sample: sample ?? '' }),
      }
    }
  }
}
