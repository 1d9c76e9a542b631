import { escapeMarkup } from '#data/model/markup.ts'
import { SIZE } from '../scripts/labels.ts'

/**
 * A drawing context that writes SVG: the part of a canvas that Chart.js uses for our figures. Colours are names of
 * classes, so that the page, its dark theme and its print give them; nothing is turned, nothing is clipped.
 */
export class SvgCanvas {
  readonly parts: string[] = []
  readonly width: number
  readonly height: number
  readonly style = {}
  fillStyle = 'ink'
  strokeStyle = 'ink'
  lineWidth = 1
  lineCap = 'butt'
  lineJoin = 'miter'
  lineDashOffset = 0
  font = ''
  textAlign = 'start'
  textBaseline = 'alphabetic'
  globalAlpha = 1
  readonly canvas = this
  #path: string[] = []
  #dash: readonly number[] = []
  #left = 0
  #top = 0
  readonly #kept: Kept[] = []

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
  }

  getContext(): this {
    return this
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline } = this
    const own = { fillStyle, strokeStyle, lineWidth, font, textAlign, textBaseline }
    this.#kept.push({ own, dash: this.#dash, left: this.#left, top: this.#top })
  }

  restore(): void {
    const kept = this.#kept.pop()
    if (kept === undefined) return
    Object.assign(this, kept.own)
    this.#dash = kept.dash
    this.#left = kept.left
    this.#top = kept.top
  }

  translate(x: number, y: number): void {
    this.#left += x
    this.#top += y
  }

  setTransform(): void {
    this.#left = 0
    this.#top = 0
  }

  resetTransform(): void {
    this.setTransform()
  }

  rotate(): void {}
  clip(): void {}
  clearRect(): void {}

  setLineDash(dash: readonly number[]): void {
    this.#dash = dash
  }

  beginPath(): void {
    this.#path = []
  }

  closePath(): void {
    this.#path.push('Z')
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${this.#at(x, y)}`)
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`L${this.#at(x, y)}`)
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#path.push(`C${this.#at(ax, ay)} ${this.#at(bx, by)} ${this.#at(x, y)}`)
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${this.#at(x, y)}h${round(width)}v${round(height)}h${round(-width)}Z`)
  }

  /** Whole circles only: what points are. */
  arc(x: number, y: number, radius: number): void {
    const across = round(2 * radius)
    this.#path.push(
      `M${this.#at(x - radius, y)}a${round(radius)} ${round(radius)} 0 1 0 ${across} 0a${round(radius)} ${round(radius)} 0 1 0 ${-across} 0Z`,
    )
  }

  fill(rule?: string): void {
    this.#write(`f-${this.fillStyle}`, rule === 'evenodd' ? ' fill-rule="evenodd"' : '')
  }

  stroke(): void {
    const dash = this.#dash.length === 0 ? '' : ` stroke-dasharray="${this.#dash.join(' ')}"`
    const width = this.lineWidth === 1 ? '' : ` stroke-width="${this.lineWidth}"`
    if (this.lineWidth > 0) this.#write(`l-${this.strokeStyle}`, `${width}${dash}`)
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.beginPath()
    this.rect(x, y, width, height)
    this.fill()
  }

  fillText(text: string, x: number, y: number): void {
    this.#text(text, { x, y, name: `f-${this.fillStyle}` })
  }

  strokeText(text: string, x: number, y: number): void {
    this.#text(text, { x, y, name: 'halo' })
  }

  measureText(text: string): { readonly width: number } {
    return { width: textWidth(text, isBold(this.font)) }
  }

  #at(x: number, y: number): string {
    return `${round(x + this.#left)} ${round(y + this.#top)}`
  }

  #write(name: string, attributes: string): void {
    if (this.#path.length > 0) this.parts.push(`<path class="${name}"${attributes} d="${this.#path.join('')}"/>`)
  }

  #text(text: string, { x, y, name }: { readonly x: number; readonly y: number; readonly name: string }): void {
    if (text === '') return
    const anchor =
      { center: ' text-anchor="middle"', right: ' text-anchor="end"', end: ' text-anchor="end"' }[this.textAlign] ?? ''
    const bold = isBold(this.font) ? ' font-weight="700"' : ''
    const down = { middle: 0.35, top: 0.9, hanging: 0.9, bottom: -0.2 }[this.textBaseline] ?? 0
    const [left, top] = [round(x + this.#left), round(y + this.#top + down * SIZE)]
    this.parts.push(`<text class="${name}" x="${left}" y="${top}"${anchor}${bold}>${escapeMarkup(text)}</text>`)
  }
}

interface Kept {
  readonly own: object
  readonly dash: readonly number[]
  readonly left: number
  readonly top: number
}

function isBold(font: string): boolean {
  return font.startsWith('bold')
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Widths of the Arial metrics, in thousandths of the size, by letters of that width; 556 for the others. */
const WIDTHS: readonly (readonly [number, string])[] = [
  [222, 'ijl’‘\u202f'],
  [278, ' !,./:;IJft\u00a0'],
  [333, '()-r`'],
  [500, 'ckszvxyJ'],
  [584, '+=<>'],
  [611, 'FTZ'],
  [667, 'ABEKPSVXYÀÉÈÊ&'],
  [722, 'CDHNRUwÇ'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1000, '—…'],
]
const WIDTH_OF = new Map(WIDTHS.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)))
const USUAL = 556
const BOLDER = 1.06

/** The reader's own face sets the text; the widest of the usual ones (Verdana, DejaVu Sans) needs a sixth more, and a bold a fifth. */
const WIDER = { plain: 1.16, bold: 1.2 }

/** Room that a text needs in whatever face draws it. */
export function textWidth(text: string, bold: boolean): number {
  const width = [...text].reduce((sum, letter) => sum + (WIDTH_OF.get(letter) ?? USUAL), 0)
  return ((width * SIZE) / 1000) * (bold ? BOLDER * WIDER.bold : WIDER.plain)
}
