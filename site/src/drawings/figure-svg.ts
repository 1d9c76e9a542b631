import type { ChartItem } from 'chart.js'
import { escapeMarkup } from '#data/model/markup.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { desk } from '../desk.ts'
import type { Figure } from '../loaders/figures.ts'
import { Chart } from '../scripts/chart-parts.ts'
import { chartPlan, framesOf, type Kind } from '../scripts/chart-plan.ts'
import { SIZE } from '../scripts/labels.ts'
import type { Pen } from '../scripts/pen.ts'
import type { Read } from '../scripts/table.ts'
import { readFigure } from '../tables/printed-table.ts'
import { SvgCanvas, textWidth } from './svg-canvas.ts'

/** What is drawn of a figure, and how large. */
interface Drawn {
  readonly body: string
  readonly width: number
  readonly height: number
}

const WIDTH = 880
const AXIS = 40
const SERIES = ['s1', 's2', 's3', 's4'] as const

/** Names of classes in place of colours. */
const PEN: Pen = {
  ink: { ink: 'ink', muted: 'muted', plate: 'plate', ground: 'ground', grid: 'grid', series: SERIES },
  width: WIDTH,
  measure: textWidth,
  fill: (texture, slot) => (texture === 'plain' ? (SERIES[slot] ?? 'ink') : `${texture}-${slot + 1}`),
}

/** Heights of lying bars, by how many there are: the boxes of the style sheet have the same. */
export function barRoom(rows: number): number {
  return BAR_ROOMS.find((room) => rows <= room) ?? 12
}

const BAR_ROOMS = [2, 4, 6, 8, 10, 12] as const

function heightOf({ drawing, rows }: Read): number {
  if (drawing === 'bars') return 64 + barRoom(rows.length) * 32
  return drawing === 'frames' ? 352 : 320
}

/** Drawn by Chart.js itself, from the table that the page prints; undefined for a figure that is numbers and no drawing. */
function draw(read: Read): Drawn | undefined {
  if (read.drawing === 'facts') return undefined
  const frames = framesOf(read)
  const height = heightOf(read)
  const each = (height - (frames.length > 1 ? AXIS : 0)) / frames.length
  const parts = frames.map((series, first) => {
    const own = first === frames.length - 1 && frames.length > 1 ? each + AXIS : each
    const canvas = new SvgCanvas(WIDTH, own)
    const plan = chartPlan({ read, series, pen: PEN, first })
    const options = { ...plan.options, responsive: false, devicePixelRatio: 1 }
    // Our context has all that Chart.js calls and no more: the one place where it is taken for a canvas.
    const chart = new Chart<Kind>(canvas as unknown as ChartItem, { ...plan, options })
    chart.destroy()
    const body = canvas.parts.join('')
    return frames.length === 1 ? body : `<g transform="translate(0 ${each * first})">${body}</g>`
  })
  return { body: parts.join(''), width: WIDTH, height }
}

const drawnOnce = new Map<string, Drawn | undefined>()

function drawnOf(figure: Figure, language: Language): Drawn | undefined {
  const key = `${figure.id} ${language}`
  if (!drawnOnce.has(key)) drawnOnce.set(key, draw(readFigure(figure, language)))
  return drawnOnce.get(key)
}

/** Height of the drawing at its full width, in pixels. */
export function figureHeight(figure: Figure, language: Language): number {
  return drawnOf(figure, language)?.height ?? 0
}

interface Said {
  readonly finding: string
}

/** For the page: coloured by its style sheet, in either theme and in print. */
export function inlineSvg(figure: Figure, language: Language, { finding }: Said): string | undefined {
  const drawn = drawnOf(figure, language)
  return drawn && svg(drawn, { id: figure.id, title: finding, language, defs: patterns(drawn, figure.id), style: '' })
}

/** A file of its own, in the ink of print. */
export function svgFile(figure: Figure, language: Language, { finding }: Said): string | undefined {
  const drawn = drawnOf(figure, language)
  const style = `<style>${INK}</style><rect class="f-plate" width="${WIDTH}" height="${drawn?.height ?? 0}"/>`
  return (
    drawn && `${svg(drawn, { id: figure.id, title: finding, language, defs: patterns(drawn, figure.id), style })}\n`
  )
}

interface Frame {
  readonly id: string
  readonly title: string
  readonly language: Language
  readonly defs: string
  readonly style: string
}

function svg({ body, width, height }: Drawn, { id, title, language, defs, style }: Frame): string {
  const told = desk(language).words.figures.drawingOf(title)
  const named = body.replaceAll(/class="f-((?:hatched|dotted|ruled)-\d)"/gu, `fill="url(#${id}-$1)"`)
  return `<svg xmlns="http://www.w3.org/2000/svg" class="drawn" role="img" lang="${language}" aria-labelledby="${id}-t" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-size="${SIZE}"><title id="${id}-t">${escapeMarkup(told)}</title>${style}${defs}${named}</svg>`
}

/** The textures that a drawing uses. */
function patterns({ body }: Drawn, id: string): string {
  const used = [
    ...new Set([...body.matchAll(/f-((?:hatched|dotted|ruled)-(\d))/gu)].map(([, name = '']) => name)),
  ].sort()
  if (used.length === 0) return ''
  return `<defs>${used.map((name) => pattern(name, id)).join('')}</defs>`
}

function pattern(name: string, id: string): string {
  const [texture = '', slot = ''] = name.split('-')
  const size = texture === 'ruled' ? 5 : 7
  const ground = texture === 'ruled' ? 'plate' : `s${slot}`
  const over = {
    hatched: '<path class="l-plate" stroke-width="1.6" d="M-1.75 1.75L1.75 -1.75M0 7L7 0M5.25 8.75L8.75 5.25"/>',
    dotted: '<circle class="f-plate" cx="3.5" cy="3.5" r="1.3"/>',
    ruled: `<path class="l-s${slot}" d="M0 4.5H5"/>`,
  }[texture]
  return `<pattern id="${id}-${name}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"><rect class="f-${ground}" width="${size}" height="${size}"/>${over ?? ''}</pattern>`
}

/** The light theme, for a file that has no page around it. */
const INK = [
  'svg{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}',
  ...Object.entries({ ink: '#161a22', muted: '#4a5160', plate: '#fff', ground: '#161a22', grid: '#9a9da6' }).map(
    ([name, colour]) => `.f-${name}{fill:${colour}}.l-${name}{fill:none;stroke:${colour}}`,
  ),
  ...['#1a458f', '#9d4700', '#108169', '#767c89'].map(
    (colour, index) => `.f-s${index + 1}{fill:${colour}}.l-s${index + 1}{fill:none;stroke:${colour}}`,
  ),
  '.halo{fill:none;stroke:#fff;stroke-width:4}',
].join('')
