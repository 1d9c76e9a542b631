import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js'
import { fill, type Ink, inkOf, type Texture } from './ink.ts'
import { endLabels, FONT, roomFor, SIZE, totals } from './labels.ts'
import { type Read, readTable } from './table.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement)

type Kind = 'bar' | 'line'
type Series = Read['series'][number]

/** Slot of the palette and second cue of a series: what comes from outside is always the hatched one. */
const SLOTS: Readonly<Record<string, number>> = { outside: 1, contractor: 2, unknown: 3 }
const TEXTURES: readonly Texture[] = ['plain', 'hatched', 'dotted', 'ruled']
const DASHES: readonly (readonly number[])[] = [[], [7, 4], [2, 3], [9, 3, 2, 3]]
const POINTS = ['circle', 'rect', 'triangle', 'rectRot'] as const

/** Draws the table into the box; `redraw` does it again with the colours of the moment. */
export function drawTable(box: HTMLElement, table: HTMLTableElement): { redraw(): void } {
  const read = readTable(table)
  let charts: readonly Chart<Kind>[] = []
  const redraw = () => {
    for (const chart of charts) chart.destroy()
    box.replaceChildren()
    const ink = inkOf(box)
    charts = frames(read).map((series, index, all) => {
      const canvas = document.createElement('canvas')
      const frame = document.createElement('div')
      frame.className = 'chart-frame'
      frame.append(canvas)
      box.append(frame)
      return new Chart<Kind>(
        canvas,
        configuration({ read, series, ink, isLast: index === all.length - 1, box, first: index }),
      )
    })
  }
  redraw()
  return { redraw }
}

/** Series that share a frame and a scale. */
function frames({ drawing, series }: Read): readonly (readonly Series[])[] {
  return drawing === 'frames' ? series.map((one) => [one]) : [series]
}

interface Plan {
  readonly read: Read
  readonly series: readonly Series[]
  readonly ink: Ink
  readonly isLast: boolean
  readonly box: HTMLElement
  /** Position of the frame's first series in the figure. */
  readonly first: number
}

function configuration(plan: Plan): ChartConfiguration<Kind> {
  const { read, series, ink, isLast, box } = plan
  const isStack = read.drawing === 'stack'
  const kind: Kind = isStack ? 'bar' : 'line'
  const isNarrow = box.clientWidth < 560
  const labels = series.map(({ name, last, lastMonth }) => ({ name, value: isNarrow ? last : `${last}, ${lastMonth}` }))
  // Frames of one figure keep one width, so that their months stand under one another.
  const room = roomFor(
    read.series.map(({ name }) => name),
    isNarrow ? 96 : 150,
  )
  const plugins = [endLabels(labels, ink, room)]
  if (isStack) plugins.push(totals(ink))
  return {
    type: kind,
    data: {
      labels: periodLabels(read, box.clientWidth - room),
      datasets: series.map((one, index) => dataset(one, isStack, { ink, index: index + plan.first })),
    },
    options: {
      animation: false,
      events: [],
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 20, right: room } },
      scales: {
        x: {
          stacked: isStack,
          display: isLast || read.drawing !== 'frames',
          grid: { display: false },
          border: { color: ink.ground, width: 1 },
          ticks: { color: ink.muted, font: { family: FONT, size: SIZE }, autoSkip: false, maxRotation: 0, padding: 4 },
        },
        y: {
          stacked: isStack,
          beginAtZero: true,
          grid: { color: ink.grid, drawTicks: false },
          border: { display: false, dash: [1, 3] },
          afterFit: (scale) => {
            scale.width = Math.max(scale.width, 40)
          },
          ticks: {
            color: ink.muted,
            font: { family: FONT, size: SIZE },
            padding: 8,
            maxTicksLimit: read.drawing === 'frames' ? 4 : 6,
            precision: 0,
            callback: (value) => Number(value).toLocaleString(document.documentElement.lang),
          },
        },
      },
    },
    plugins,
  }
}

function dataset(series: Series, isStack: boolean, { ink, index }: { ink: Ink; index: number }): ChartDataset<Kind> {
  const slot = SLOTS[series.id] ?? (isStack ? 0 : index)
  const colour = ink.series[slot] ?? ink.ink
  const data = [...series.values]
  if (!isStack) {
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
      clip: false,
    }
  }
  const texture = TEXTURES[slot] ?? 'plain'
  return {
    type: 'bar',
    data,
    backgroundColor: fill(texture, colour, ink.plate),
    borderColor: texture === 'ruled' ? colour : ink.plate,
    borderWidth: texture === 'ruled' ? 1 : { top: 2, right: 0, bottom: 0, left: 0 },
    borderSkipped: false,
    categoryPercentage: 0.78,
    barPercentage: 1,
  }
}

/** Initials, the year under the first period of each year; thinner where there is no room for all. */
function periodLabels(read: Read, width: number): (string | string[])[] {
  const { periods, grain, isPartial } = read
  const isQuarterly = grain === 'quarter'
  const step = Math.max(1, Math.ceil((periods.length * (isQuarterly ? 28 : 20)) / width))
  return periods.map((period, index) => {
    const within = isQuarterly ? period % 10 : period % 100
    const year = String(Math.floor(period / (isQuarterly ? 10 : 100)))
    const mark = isPartial && index === periods.length - 1 ? '*' : ''
    // Thinned labels leave the running period room for its own.
    const isBeforeLast = isPartial && step > 1 && index === periods.length - 2
    const isShown = !isBeforeLast && (step === 1 || within % step === 1 % step)
    const name = isShown || mark !== '' ? `${initial(within, isQuarterly)}${mark}` : ''
    const isFirst = index === 0 && (isQuarterly ? within < 4 : within < 10)
    return within === 1 || isFirst ? [name, year] : [name, '']
  })
}

function initial(within: number, isQuarterly: boolean): string {
  const language = document.documentElement.lang
  if (isQuarterly) return `${language === 'fr' ? 'T' : 'Q'}${within}`
  const month = new Date(Date.UTC(2000, within - 1, 1))
  return month.toLocaleDateString(language, { month: 'long', timeZone: 'UTC' }).slice(0, 1).toUpperCase()
}
