import type { Month } from '../../months.ts'
import type { Indicator, IndicatorState } from '../indicators.ts'
import { changeText, type Print, valueText, wordsOf } from './print.ts'

/** An indicator as a row prints it. */
export interface ToldIndicator {
  readonly title: string
  /** Out of what, and of when. */
  readonly detail: string
  readonly value: string
  readonly target: string
  /** Day of the target; null without one. */
  readonly by: string | null
  /** Both in one line. */
  readonly dated: string
  readonly state: IndicatorState
  readonly stateWord: string
  readonly change: string
  readonly months: readonly { readonly month: Month; readonly title: string; readonly value: string }[]
}

export function tellIndicator(
  indicator: Indicator,
  { print, asOf }: { readonly print: Print; readonly asOf: string },
): ToldIndicator {
  const { targets, unknown, unknownShort } = wordsOf(print)
  const { title, unit, value, target, state, series } = indicator
  const bound = target === null ? undefined : targets.bound[target.bound](valueText(target.value, unit, print))
  return {
    ...{ title: title[print.language], detail: detailOf(indicator, { print, asOf }) },
    value: value === null ? unknown : valueText(value, unit, print),
    target: bound ?? targets.noTarget,
    by: target?.by ?? null,
    dated: target === null || bound === undefined ? targets.noTarget : targets.by(bound, print.day(target.by)),
    ...{ state, stateWord: targets.states[state], change: changeText(indicator, print) },
    months: series.map(({ month, value: own, basis }) => ({
      ...{ month, title: print.shortMonth(month) },
      value: own === null ? unknownShort : `${valueText(own, unit, print)}${basis === 'declared' ? '*' : ''}`,
    })),
  }
}

function detailOf(
  { metric, telling, month, part, whole, value }: Indicator,
  { print, asOf }: { readonly print: Print; readonly asOf: string },
): string {
  const { targets } = wordsOf(print)
  const when = () => {
    if (telling !== 'flow') return targets.today(asOf)
    return metric === 'change-requests' && part !== null
      ? targets.rolling(print.month(month))
      : targets.month(print.month(month))
  }
  if (value === null) return when()
  if (part !== null && whole !== null) return `${targets.of(print.number(part), print.number(whole))}, ${when()}`
  return whole === null ? when() : `${targets.cases(whole)}, ${when()}`
}
