import type { Plugin } from 'chart.js'
import { FONT, SIZE } from './labels.ts'
import type { Pen } from './pen.ts'

/** Something dated, by its place on the axis in periods. */
export interface Marked {
  readonly at: number
  readonly words: string
}

interface Shown {
  readonly hasWords: boolean
  /** Pixels that the words stand above their usual line, where numbers stand over the marks. */
  readonly rise: number
}

/** Lines of words that there is room for above one another. */
const MOST_LINES = 2
const LINE = 16

/** A dashed line for each thing that happened, with its words at the top; words that would meet others go below them. */
export function eventLines(marks: readonly Marked[], pen: Pen, { hasWords, rise }: Shown): Plugin {
  return {
    id: 'event-lines',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart
      const axis = scales.x
      if (axis === undefined) return
      const step = axis.getPixelForValue(1) - axis.getPixelForValue(0)
      ctx.save()
      ctx.lineWidth = 1
      ctx.font = `${SIZE}px ${FONT}`
      ctx.textBaseline = 'middle'
      const ends: number[] = []
      for (const { at, words } of marks) {
        const wanted = axis.getPixelForValue(0) + at * step
        const x = Math.min(Math.max(wanted, chartArea.left), chartArea.right)
        ctx.strokeStyle = pen.ink.ink
        ctx.setLineDash([4, 3])
        ctx.beginPath()
        ctx.moveTo(x, chartArea.top - rise)
        ctx.lineTo(x, chartArea.bottom)
        ctx.stroke()
        ctx.setLineDash([])
        if (!hasWords) continue
        const width = pen.measure(words, false)
        const isLeft = x + 6 + width <= chartArea.right
        const from = isLeft ? x + 6 : x - 6 - width
        const line = Array.from({ length: MOST_LINES }, (_, index) => index).find((index) => (ends[index] ?? 0) <= from)
        // What has no room is told under the table all the same.
        if (line === undefined || from < chartArea.left) continue
        ends[line] = from + width + 12
        const y = chartArea.top - rise - 10 + line * LINE
        ctx.textAlign = 'left'
        ctx.lineWidth = 4
        ctx.strokeStyle = pen.ink.plate
        ctx.strokeText(words, from, y)
        ctx.lineWidth = 1
        ctx.fillStyle = pen.ink.ink
        ctx.fillText(words, from, y)
      }
      ctx.restore()
    },
  }
}
