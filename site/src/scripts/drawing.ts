import { browse } from './browse.ts'
import { Chart } from './chart-parts.ts'
import { chartPlan, framesOf, type Kind } from './chart-plan.ts'
import { fill, inkOf } from './ink.ts'
import { FONT, SIZE } from './labels.ts'
import type { Pen } from './pen.ts'
import { readTable } from './table.ts'

/** Draws the table into the box, to be gone through by keys; `redraw` does it again with the colours of the moment. */
export function drawTable(box: HTMLElement, table: HTMLTableElement): { redraw(): void } {
  const read = readTable(table)
  let charts: readonly Chart<Kind>[] = []
  const redraw = () => {
    for (const chart of charts) chart.destroy()
    box.replaceChildren()
    const pen = penOf(box)
    charts = framesOf(read).map((series, first) => {
      const canvas = document.createElement('canvas')
      const frame = document.createElement('div')
      frame.className = 'chart-frame'
      frame.ariaHidden = 'true'
      frame.append(canvas)
      box.append(frame)
      return new Chart<Kind>(canvas, chartPlan({ read, series, pen, first }))
    })
  }
  redraw()
  browse(box, {
    read,
    point: (row) => {
      for (const chart of charts) mark(chart, row)
    },
  })
  return { redraw }
}

/** Marks one row of a drawing, or none. */
function mark(chart: Chart<Kind>, row: number | undefined): void {
  const isDrawn = row !== undefined && row < (chart.data.labels?.length ?? 0)
  chart.setActiveElements(isDrawn ? chart.data.datasets.map((_, datasetIndex) => ({ datasetIndex, index: row })) : [])
  chart.update('none')
}

/** Colours and measures of the page. */
function penOf(box: HTMLElement): Pen {
  const ink = inkOf(box)
  const context = document.createElement('canvas').getContext('2d')
  return {
    ink,
    width: box.clientWidth,
    measure(text, isBold) {
      if (context === null) return text.length * 7
      context.font = `${isBold ? 'bold ' : ''}${SIZE}px ${FONT}`
      return context.measureText(text).width
    },
    fill: (texture, slot) => fill(texture, ink.series[slot] ?? ink.ink, ink.plate),
  }
}
