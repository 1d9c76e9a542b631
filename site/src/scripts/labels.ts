import type { Chart, Plugin } from 'chart.js'
import type { Pen } from './pen.ts'

export const FONT = '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif'
export const SIZE = 13

export interface EndLabel {
  readonly name: string
  readonly value: string
}

/** Breaks a name so that no line is wider than `width`, where words allow it. */
export function wrap(pen: Pen, name: string, width: number, isBold = true): readonly string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    const joined = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && pen.measure(joined, isBold) <= width) lines[lines.length - 1] = joined
    else lines.push(word)
  }
  return lines
}

/** Width that the names need, each broken where its words allow, at most `most` for a line. */
export function roomFor(pen: Pen, names: readonly string[], most: number): number {
  const widths = names.flatMap((name) => wrap(pen, name, most - 18).map((line) => pen.measure(line, true)))
  return Math.ceil(Math.max(60, ...widths)) + 18
}

/** Names beside the last marks, pushed apart where they would meet: no legend to go back and forth to. */
export function endLabels(labels: readonly EndLabel[], pen: Pen, room: number): Plugin {
  return {
    id: 'end-labels',
    afterDraw(chart) {
      const { ctx, chartArea } = chart
      const { ink } = pen
      const placed = labels
        .map((label, index) => ({ ...label, y: lastY(chart, index), lines: wrap(pen, label.name, room - 15) }))
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
export function totals(pen: Pen, print: (sum: number) => string): Plugin {
  return {
    id: 'totals',
    afterDatasetsDraw(chart) {
      const { ctx, data } = chart
      const x = chart.scales.x
      const y = chart.scales.y
      if (x === undefined || y === undefined || x.width / (data.labels?.length ?? 1) < 24) return
      ctx.save()
      setFor(ctx, pen, 'center')
      ctx.textBaseline = 'bottom'
      for (const index of data.labels?.keys() ?? []) {
        const { sum, isWhole, isNothing } = sumAt(chart, index)
        if (isNothing) continue
        const text = isWhole ? print(sum) : '+?'
        ctx.strokeText(text, x.getPixelForValue(index), y.getPixelForValue(sum) - 3)
        ctx.fillText(text, x.getPixelForValue(index), y.getPixelForValue(sum) - 3)
      }
      ctx.restore()
    },
  }
}

/** The number behind each lying bar, as the table prints it. */
export function barLabels(pen: Pen, texts: readonly string[] | undefined, print: (sum: number) => string): Plugin {
  return {
    id: 'bar-labels',
    afterDatasetsDraw(chart) {
      const { ctx, data } = chart
      const x = chart.scales.x
      const y = chart.scales.y
      if (x === undefined || y === undefined) return
      ctx.save()
      setFor(ctx, pen, 'left')
      ctx.textBaseline = 'middle'
      for (const index of data.labels?.keys() ?? []) {
        const { sum, isWhole } = sumAt(chart, index)
        const text = texts?.[index] ?? (isWhole ? print(sum) : `${print(sum)} +?`)
        ctx.fillText(text, x.getPixelForValue(sum) + 6, y.getPixelForValue(index))
      }
      ctx.restore()
    },
  }
}

/** Names of the parts of lying bars, each with a piece of its fill, in a line above them. */
export function keyLine(
  keys: readonly { readonly name: string; readonly slot: number }[],
  pen: Pen,
  left: number,
): Plugin {
  return {
    id: 'key-line',
    afterDraw(chart) {
      const { ctx } = chart
      let at = left
      ctx.save()
      ctx.textBaseline = 'middle'
      ctx.textAlign = 'left'
      ctx.font = `${SIZE}px ${FONT}`
      for (const { name, slot } of keys) {
        ctx.fillStyle = pen.fill(TEXTURES[slot] ?? 'plain', slot)
        ctx.strokeStyle = pen.ink.muted
        ctx.lineWidth = 1
        ctx.beginPath()
        ctx.rect(at, 4, 12, 12)
        ctx.fill()
        ctx.stroke()
        ctx.fillStyle = pen.ink.ink
        ctx.fillText(name, at + 18, 10)
        at += pen.measure(name, false) + 42
      }
      ctx.restore()
    },
  }
}

export const TEXTURES = ['plain', 'hatched', 'dotted', 'ruled'] as const

function setFor(ctx: CanvasRenderingContext2D, { ink }: Pen, align: 'center' | 'left'): void {
  ctx.font = `${SIZE}px ${FONT}`
  ctx.textAlign = align
  ctx.lineWidth = 4
  ctx.strokeStyle = ink.plate
  ctx.fillStyle = ink.muted
}

/** What the parts of a bar come to; a part that is hidden or not known leaves it short. */
function sumAt({ data }: Chart, index: number) {
  const parts = data.datasets.map(({ data: values }) => values[index])
  const known = parts.filter((part) => typeof part === 'number')
  return {
    sum: known.reduce((total, part) => total + part, 0),
    isWhole: known.length === parts.length,
    isNothing: known.length === 0,
  }
}
