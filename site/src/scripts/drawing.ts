import { browse } from './browse.ts'
import { Chart } from './chart-parts.ts'
import { chartPlan, framesOf, type Kind } from './chart-plan.ts'
import { fill, type Ink, inkOf, type Texture } from './ink.ts'
import { FONT, SIZE } from './labels.ts'
import type { Pen } from './pen.ts'
import { readTable } from './table.ts'

/**
 * Draws the table into the box, to be gone through by keys; `recolour` gives the drawing that is there the colours of
 * the moment.
 */
export function drawTable(box: HTMLElement, table: HTMLTableElement): { recolour(): void } {
  const read = readTable(table)
  const pen = penOf(box)
  const plans = () => framesOf(read).map((series, first) => chartPlan({ read, series, pen, first }))
  const charts = plans().map((plan) => new Chart<Kind>(canvasIn(box), plan))
  browse(box, {
    read,
    point: (row) => {
      for (const chart of charts) mark(chart, row)
    },
  })
  return {
    recolour() {
      pen.ink = inkOf(box)
      for (const [index, { data, options = {} }] of plans().entries()) {
        const chart = charts[index]
        if (chart === undefined) continue
        chart.data = data
        chart.options = options
        chart.update('none')
      }
    },
  }
}

function canvasIn(box: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const frame = document.createElement('div')
  frame.className = 'chart-frame'
  frame.ariaHidden = 'true'
  frame.append(canvas)
  box.append(frame)
  return canvas
}

/** Marks one row of a drawing, or none. */
function mark(chart: Chart<Kind>, row: number | undefined): void {
  const isDrawn = row !== undefined && row < (chart.data.labels?.length ?? 0)
  chart.setActiveElements(isDrawn ? chart.data.datasets.map((_, datasetIndex) => ({ datasetIndex, index: row })) : [])
  chart.update('none')
}

/** Colours and measures of the page; its ink is changed with the colours of the page, and what draws reads it anew. */
function penOf(box: HTMLElement): Pen & { ink: Ink } {
  const context = document.createElement('canvas').getContext('2d')
  const pen = {
    ink: inkOf(box),
    width: box.clientWidth,
    measure(text: string, isBold: boolean) {
      if (context === null) return text.length * 7
      context.font = `${isBold ? 'bold ' : ''}${SIZE}px ${FONT}`
      return context.measureText(text).width
    },
    fill: (texture: Texture, slot: number) => fill(texture, pen.ink.series[slot] ?? pen.ink.ink, pen.ink.plate),
  }
  return pen
}
