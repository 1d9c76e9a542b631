import { MEASURES, type MeasureName, type Target } from '#data/model/measures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { OptionSchema } from '#policies/option-schema.ts'
import { choice, type KeyPath, type OptionProblem, optional, type Reader, record, text } from '#policies/options.ts'
import { dayReader } from './calendar.ts'

const METRIC_IDS = [...new Set(MEASURES.map(({ metric }) => metric))]

const line = record({
  metric: choice(METRIC_IDS),
  /** Which number of the metric; its first when left out. */
  measure: optional(text('the name of a number of the metric')),
  atLeast: optional(bound()),
  atMost: optional(bound()),
  by: dayReader,
})

type Line = NonNullable<ReturnType<typeof line.read>>

/** What the office means to reach: a bound on a figure, by a day. Shares are written in per cent. */
export function targetsReader(): Reader<readonly Target[]> {
  const expects = 'a list of targets, each with metric, atLeast or atMost, and by'
  return {
    expects,
    schema: () => ({ type: 'array', description: expects, items: lineSchema() }),
    read(value, path, problems) {
      if (!Array.isArray(value)) {
        problems.push({ path, at: 'value', message: `expected ${expects}.` })
        return undefined
      }
      const seen = new Set<string>()
      return value.flatMap((given: unknown, index) => {
        const place = [...path, index]
        const read = targetOf(line.read(given, place, problems), { place, problems })
        if (read === undefined) return []
        const key = `${read.metric} ${read.measure}`
        if (seen.has(key)) problems.push({ path: place, at: 'value', message: `there is a target on ${key} already.` })
        seen.add(key)
        return [read]
      })
    },
  }
}

interface Reading {
  readonly place: KeyPath
  readonly problems: OptionProblem[]
}

function targetOf(read: Line | undefined, { place, problems }: Reading): Target | undefined {
  if (read?.metric === undefined || read.by === undefined) return undefined
  const known = measuresOf(read.metric)
  const found = read.measure === undefined ? known[0] : known.find(({ measure }) => measure === read.measure)
  if (found === undefined) {
    const names = known.map(({ measure }) => measure)
    const message = `expected one of ${names.join(', ')}.${suggestion(read.measure ?? '', names)}`
    problems.push({ path: [...place, 'measure'], at: 'value', message })
    return undefined
  }
  const given = read.atLeast ?? read.atMost
  if (given === undefined || (read.atLeast !== undefined && read.atMost !== undefined)) {
    problems.push({ path: place, at: 'value', message: 'expected either atLeast or atMost.' })
    return undefined
  }
  if (found.unit === 'share' && given > 100) {
    const key = read.atLeast === undefined ? 'atMost' : 'atLeast'
    problems.push({ path: [...place, key], at: 'value', message: 'expected a share in per cent, from 0 to 100.' })
    return undefined
  }
  return {
    ...{ metric: found.metric, measure: found.measure, by: read.by },
    bound: read.atLeast === undefined ? 'at-most' : 'at-least',
    value: found.unit === 'share' ? given / 100 : given,
  }
}

function measuresOf(metric: string): readonly MeasureName[] {
  return MEASURES.filter((one) => one.metric === metric)
}

/** A number from 0. */
function bound(): Reader<number> {
  const expects = 'a number from 0 (shares in per cent)'
  return {
    expects,
    schema: () => ({ type: 'number', minimum: 0, description: expects }),
    read(value, path, problems) {
      if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
      problems.push({ path, at: 'value', message: `expected ${expects}.` })
      return undefined
    },
  }
}

/** Which numbers a metric has depends on the metric, and one bound is asked for. */
function lineSchema(): OptionSchema {
  const measured = METRIC_IDS.map((metric) => ({
    if: { properties: { metric: { const: metric } }, required: ['metric'] },
    // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema.
    then: { properties: { measure: { enum: measuresOf(metric).map(({ measure }) => measure) } } },
  }))
  const either = ['atLeast', 'atMost'].map((key) => ({ required: [key] }))
  return { ...line.schema(), oneOf: either, allOf: measured }
}
