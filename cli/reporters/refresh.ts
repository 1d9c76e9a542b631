import type { Language } from '#data/model/vocabulary.ts'
import { EXIT } from '../exit.ts'
import type { StepDone } from '../refresh/go-through.ts'
import { REFRESH_WORDS, type StepState } from './refresh-words.ts'
import { troubleLines } from './runs.ts'
import { table } from './table.ts'

interface Told {
  readonly language: Language
  /** Every gap of the collection by itself. */
  readonly verbose: boolean
}

/** The closing screen of a refresh: a line a step, then what is missing and what failed, with remedies. */
export function refreshText(done: readonly StepDone[], told: Told): string {
  const words = REFRESH_WORDS[told.language]
  const rows = done.map(({ step, seconds, end }) => [
    words.steps[step],
    words.states[stateOf(end)],
    end === undefined ? '' : words.took(seconds),
    resultOf(end, told),
  ])
  const trouble = done.flatMap((one) => troubleOf(one, told))
  return `${[...table(rows, rows[0]?.length ?? 0), '', ...trouble, words.next].join('\n')}\n`
}

function stateOf(end: StepDone['end']): StepState {
  if (end === undefined) return 'not-begun'
  if (end.of === 'failure') return 'failed'
  if (end.code === EXIT.findings) return 'findings'
  return end.code === EXIT.clean ? 'done' : 'partial'
}

function resultOf(end: StepDone['end'], { language }: Told): string {
  const words = REFRESH_WORDS[language]
  switch (end?.of) {
    case 'collection': {
      const { runs } = end.collected
      return words.collected({ complete: runs.filter(({ status }) => status === 'complete').length, all: runs.length })
    }
    case 'judgement':
      return words.judged(end.repositories, end.toMend)
    case 'assessment':
      return words.assessed(end.isNew)
    case 'writing':
      return end.path
    default:
      return ''
  }
}

function troubleOf({ step, end }: StepDone, { language, verbose }: Told): readonly string[] {
  if (end?.of === 'collection' && end.code !== EXIT.clean)
    return [...troubleLines(end.collected, { language, verbose }), '']
  if (end?.of !== 'failure') return []
  const [first = '', ...others] = end.text
    .replace(/^parvis: /u, '')
    .trimEnd()
    .split('\n')
  return [`${REFRESH_WORDS[language].steps[step]}: ${first}`, ...others, '']
}
