import type { ChartConfiguration, ChartDataset } from 'chart.js'
import { eventLines } from './event-lines.ts'
import type { Ink } from './ink.ts'
import { barLabels, endLabels, FONT, keyLine, roomFor, SIZE, TEXTURES, totals, wrap } from './labels.ts'
import type { Pen } from './pen.ts'
import type { Read } from './table.ts'

export type Kind = 'bar' | 'line'
type Series = Read['series'][number]

/**
 * Slot of the palette and second cue of a series: what comes from outside is always the hatched one, what is not known
 * or was not chosen only an outline.
 */
const SLOTS: Readonly<Record<string, number>> = { outside: 1, contractor: 2, unknown: 3, 'not-selected': 3 }
const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [9, 3, 2, 3]]
const POINTS = ['circle', 'rect', 'triangle', 'rectRot'] as const
/** Below this width labels are thinned and names break. */
const NARROW = 560
/** More bars are left to the table. */
const MOST_BARS = 12

/** Series that share a frame and a scale. */
export function framesOf({ drawing, series }: Read): readonly (readonly Series[])[] {
  return drawing === 'frames' ? series.map((one) => [one]) : [series]
}

interface Plan {
  readonly read: Read
  readonly series: readonly Series[]
  readonly pen: Pen
  /** Position of the frame's first series in the figure. */
  readonly first: number
}

/** What Chart.js is told to draw one frame: the same in the browser and in the build. */
export function chartPlan(plan: Plan): ChartConfiguration<Kind> {
  return plan.read.drawing === 'bars' ? lyingBars(plan) : overTime(plan)
}

function overTime({ read, series, pen, first }: Plan): ChartConfiguration<Kind> {
  const { ink } = pen
  const print = printer(read)
  const isStack = read.drawing === 'stack'
  const isLast = read.drawing !== 'frames' || first === read.series.length - 1
  const isNarrow = pen.width < NARROW
  const labels = series.map(({ name, last, lastRow }) => ({ name, value: isNarrow ? last : `${last}, ${lastRow}` }))
  // Frames of one figure keep one width, so that their months stand under one another.
  const names = read.series.flatMap(({ name, last, lastRow }) => (isNarrow ? [name] : [name, `${last}, ${lastRow}`]))
  const room = roomFor(pen, names, isNarrow ? 96 : 170)
  const plugins = [endLabels(labels, pen, room)]
  const rise = isStack && read.marks.length > 0 ? 16 : 0
  if (read.marks.length > 0) plugins.push(eventLines(read.marks, pen, { hasWords: first === 0, rise }))
  if (isStack) plugins.push(totals(pen, print))
  return {
    type: isStack ? 'bar' : 'line',
    data: {
      labels: periodLabels(read, pen.width - room),
      datasets: series.map((one, index) => dataset(one, isStack, { pen, index: index + first })),
    },
    options: {
      ...still(),
      layout: { padding: { top: 20 + rise, right: room } },
      scales: {
        x: {
          ...{ stacked: isStack, display: isLast, grid: { display: false }, border: { color: ink.ground, width: 1 } },
          ticks: { ...ticksOf(ink), autoSkip: false, maxRotation: 0, padding: 4 },
        },
        y: {
          ...{ stacked: isStack, beginAtZero: true, grid: { color: ink.grid, drawTicks: false } },
          border: { display: false, dash: [1, 3] },
          afterFit: (scale) => {
            scale.width = Math.max(scale.width, 40)
          },
          ...(read.isShare ? { max: 100 } : {}),
          ticks: {
            ...{ ...ticksOf(ink), padding: 8, maxTicksLimit: read.drawing === 'frames' ? 4 : 6 },
            ...(read.isShare ? {} : { precision: 0 }),
            callback: (value) => print(Number(value)),
          },
        },
      },
    },
    plugins,
  }
}

/** Bars that lie, the names of their rows to the left and the number behind each. */
function lyingBars({ read, series, pen }: Plan): ChartConfiguration<Kind> {
  const { ink } = pen
  const print = printer(read)
  const isNarrow = pen.width < NARROW
  const rows = read.rows.slice(0, MOST_BARS)
  const room = isNarrow ? 120 : 220
  const isKeyed = series.length > 1
  const lone = isKeyed ? undefined : series[0]?.texts
  const plugins = [barLabels(pen, lone, print)]
  if (isKeyed) {
    const keys = series.map(({ name, id }, index) => ({ name, slot: SLOTS[id] ?? index }))
    plugins.push(keyLine(keys, pen, 8))
  }
  return {
    type: 'bar',
    data: {
      labels: rows.map((name) => [...wrap(pen, name, room, false)]),
      datasets: series.map((one, index) => ({
        ...dataset(one, true, { pen, index, isLying: true }),
        data: one.values.slice(0, MOST_BARS),
      })),
    },
    options: {
      ...still(),
      indexAxis: 'y',
      layout: { padding: { top: isKeyed ? 28 : 4, right: 64 } },
      scales: {
        x: {
          ...{ stacked: true, beginAtZero: true, grid: { color: ink.grid, drawTicks: false } },
          border: { display: false, dash: [1, 3] },
          ...(read.isShare ? { max: 100 } : {}),
          ticks: {
            ...ticksOf(ink),
            maxTicksLimit: isNarrow ? 4 : 6,
            maxRotation: 0,
            callback: (value) => print(Number(value)),
            ...(read.isShare ? {} : { precision: 0 }),
          },
        },
        y: {
          ...{ stacked: true, grid: { display: false }, border: { color: ink.ground, width: 1 } },
          ticks: { ...ticksOf(ink), color: ink.ink, autoSkip: false, padding: 8, crossAlign: 'far' },
        },
      },
    },
    plugins,
  }
}

/** Nothing moves, and nothing is said on hover alone. */
function still() {
  return { animation: false as const, events: [], responsive: true, maintainAspectRatio: false }
}

function ticksOf(ink: Ink) {
  return { color: ink.muted, font: { family: FONT, size: SIZE } }
}

/** Numbers of the scale, in the reader's language. */
function printer({ isShare, language }: Read): (value: number) => string {
  const numbers = new Intl.NumberFormat(language === 'fr' ? 'fr' : 'en-GB', { maximumFractionDigits: 1 })
  return (value) => {
    const text = numbers.format(value)
    if (!isShare) return text
    return language === 'fr' ? `${text}\u00a0%` : `${text}%`
  }
}

interface Mark {
  readonly pen: Pen
  readonly index: number
  readonly isLying?: boolean
}

function dataset(series: Series, isBar: boolean, { pen, index, isLying = false }: Mark): ChartDataset<Kind> {
  const slot = SLOTS[series.id] ?? (isBar && !isLying ? 0 : index)
  const { ink } = pen
  const colour = ink.series[slot] ?? ink.ink
  const data = [...series.values]
  if (!isBar) {
    return {
      type: 'line',
      data,
      borderColor: colour,
      backgroundColor: slot === 2 ? ink.plate : colour,
      borderWidth: 1.75,
      borderDash: [...(DASHES[slot] ?? [])],
      pointStyle: POINTS[slot] ?? 'circle',
      pointRadius: 3,
      pointBorderWidth: 1.5,
      pointBorderColor: colour,
      ...{ pointHoverRadius: 7, pointHoverBorderWidth: 3, pointHoverBorderColor: ink.ink },
      clip: false,
    }
  }
  const texture = TEXTURES[slot] ?? 'plain'
  const ground = pen.fill(texture, slot)
  const gap = isLying ? { top: 0, right: 0, bottom: 0, left: 2 } : { top: 2, right: 0, bottom: 0, left: 0 }
  return {
    type: 'bar',
    data,
    backgroundColor: ground,
    borderColor: texture === 'ruled' ? colour : ink.plate,
    borderWidth: texture === 'ruled' ? 1 : gap,
    borderSkipped: false,
    ...{ hoverBorderColor: ink.ink, hoverBorderWidth: 3, hoverBackgroundColor: ground },
    categoryPercentage: 0.78,
    barPercentage: 1,
    ...(isLying ? { maxBarThickness: 22 } : { maxBarThickness: 80 }),
  }
}

/** Initials, the year under the first period of each year; thinner where there is no room for all. */
function periodLabels(read: Read, width: number): (string | string[])[] {
  const { periods, grain, isPartial, language } = read
  if (grain === 'year')
    return periods.map((year, index) => `${year}${isPartial && index === periods.length - 1 ? '*' : ''}`)
  const isQuarterly = grain === 'quarter'
  const step = Math.max(1, Math.ceil((periods.length * (isQuarterly ? 28 : 20)) / width))
  return periods.map((period, index) => {
    const within = isQuarterly ? period % 10 : period % 100
    const year = String(Math.floor(period / (isQuarterly ? 10 : 100)))
    const mark = isPartial && index === periods.length - 1 ? '*' : ''
    // Thinned labels leave the running period room for its own.
    const isBeforeLast = isPartial && step > 1 && index === periods.length - 2
    const isShown = !isBeforeLast && (step === 1 || within % step === 1 % step)
    const name = isShown || mark !== '' ? `${initial(within, isQuarterly, language)}${mark}` : ''
    const isFirst = index === 0 && (isQuarterly ? within < 4 : within < 10)
    return within === 1 || isFirst ? [name, year] : [name, '']
  })
}

function initial(within: number, isQuarterly: boolean, language: string): string {
  if (isQuarterly) return `${language === 'fr' ? 'T' : 'Q'}${within}`
  const month = new Date(Date.UTC(2000, within - 1, 1))
  return month.toLocaleDateString(language, { month: 'long', timeZone: 'UTC' }).slice(0, 1).toUpperCase()
}
