import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Readiness } from '../loaders/standing.ts'
import { readinessSteps } from '../tables/readiness-steps.ts'

/** Why a component has its level, in sentences with their numbers: what holds, what the next level lacks, what nobody knows. */
export function readinessReason(readiness: Readiness, language: Language): string {
  const said = desk(language).words.sheet
  const steps = readinessSteps(readiness, language)
  const told = (outcome: string) =>
    steps
      .filter(({ shape }) => shape === outcome)
      .map(({ asks, value }) => (value === '' ? asks : `${asks} (${value})`))
  const [held, missing, unknown] = [told('check'), told('cross'), told('question')]
  const sentence = (words: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`${words} ${new Intl.ListFormat(language).format(list)}.`]
  return [...sentence(said.held, held), ...sentence(said.missing, missing), ...sentence(said.notKnown, unknown)].join(
    ' ',
  )
}
