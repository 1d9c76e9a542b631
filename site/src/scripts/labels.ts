import type { Chart, Plugin } from 'chart.js'
import type { Ink } from './ink.ts'

export const FONT = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif'
export const SIZE = 13

export interface EndLabel {
  readonly name: string
  readonly value: string
}

/** Breaks a name so that no line is wider than `width`, where words allow it. */
export function wrap(context: CanvasRenderingContext2D, name: string, width: number): readonly string[] {
  context.font = `bold ${SIZE}px ${FONT}`
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && context.measureText(joined).width <= width) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

/** Width that the names need, each broken where its words allow, at most `most` for a line. */
export function roomFor(names: readonly string[], most: number): number {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return most
  const widths = names.flatMap((name) => wrap(context, name, most - 18).map((line) => context.measureText(line).width))
  return Math.ceil(Math.max(60, ...widths)) + 18
}

/** Names beside the last marks, pushed apart where they would meet: no legend to go back and forth to. */
export function endLabels(labels: readonly EndLabel[], ink: Ink, room: number): Plugin {
  return {
    id: 'end-labels',
    afterDraw(chart) {
      const { ctx, chartArea } = chart
      const placed = labels
        .map((label, index) => ({ ...label, y: lastY(chart, index), lines: wrap(ctx, label.name, room - 15) }))
        .filter((label): label is typeof label & { y: number } => label.y !== undefined)
        .sort((a, b) => a.y - b.y)
      const tops = spread(
        placed.map(({ y, lines }) => ({ y, height: (lines.length + 1) * 17 + 6 })),
        chartArea.bottom + 8,
      )
      ctx.save()
      ctx.textBaseline = 'middle'
      ctx.textAlign = 'left'
      for (const [index, { y, lines, value }] of placed.entries()) {
        const top = tops[index] ?? y
        ctx.strokeStyle = ink.muted
        ctx.lineWidth = 1
        ctx.beginPath()
        ctx.moveTo(chartArea.right + 4, y)
        ctx.lineTo(chartArea.right + 10, top + 9)
        ctx.stroke()
        ctx.font = `bold ${SIZE}px ${FONT}`
        ctx.fillStyle = ink.ink
        for (const [line, text] of lines.entries()) ctx.fillText(text, chartArea.right + 14, top + 9 + line * 17)
        ctx.font = `${SIZE}px ${FONT}`
        ctx.fillStyle = ink.muted
        ctx.fillText(value, chartArea.right + 14, top + 9 + lines.length * 17)
      }
      ctx.restore()
    },
  }
}

/** Middle of the last mark that a series has. */
function lastY(chart: Chart, index: number): number | undefined {
  const meta = chart.getDatasetMeta(index)
  const values = chart.data.datasets[index]?.data ?? []
  const last = values.findLastIndex((value) => value !== null)
  const mark = meta.data[last]
  if (mark === undefined) return undefined
  const { y, base } = mark.getProps(['y', 'base'], true)
  return typeof base === 'number' ? (y + base) / 2 : y
}

/** Tops of blocks near the marks they name, never over one another, never below `floor`. */
function spread(blocks: readonly { readonly y: number; readonly height: number }[], floor: number): readonly number[] {
  const tops = blocks.map(({ y }) => y - 9)
  for (let index = 1; index < tops.length; index += 1) {
    const above = (tops[index - 1] ?? 0) + (blocks[index - 1]?.height ?? 0)
    tops[index] = Math.max(tops[index] ?? 0, above)
  }
  let limit = floor
  for (let index = tops.length - 1; index >= 0; index -= 1) {
    tops[index] = Math.min(tops[index] ?? 0, limit - (blocks[index]?.height ?? 0))
    limit = tops[index] ?? 0
  }
  return tops
}

/** The sum over each bar, with a halo of the plate's colour, where there is room for it. */
export function totals(ink: Ink): Plugin {
  return {
    id: 'totals',
    afterDatasetsDraw(chart) {
      const { ctx, data } = chart
      const x = chart.scales.x
      const y = chart.scales.y
      if (x === undefined || y === undefined || x.width / (data.labels?.length ?? 1) < 24) return
      ctx.save()
      ctx.font = `${SIZE}px ${FONT}`
      ctx.textAlign = 'center'
      ctx.textBaseline = 'bottom'
      ctx.lineWidth = 4
      ctx.strokeStyle = ink.plate
      ctx.fillStyle = ink.muted
      for (const index of data.labels?.keys() ?? []) {
        const parts = data.datasets.map(({ data: values }) => values[index])
        const known = parts.filter((part) => typeof part === 'number')
        if (known.length === 0) continue
        const sum = known.reduce((total, part) => total + part, 0)
        const text = known.length === parts.length ? String(sum) : '+?'
        ctx.strokeText(text, x.getPixelForValue(index), y.getPixelForValue(sum) - 3)
        ctx.fillText(text, x.getPixelForValue(index), y.getPixelForValue(sum) - 3)
      }
      ctx.restore()
    },
  }
}
