import { escapeMarkup } from './markup.ts'
import type { Language } from './vocabulary.ts'

/** Two boxes of words side by side; colours as SVG takes them, with a contrast of 4.5 or more in each box. */
export interface BadgeWords {
  readonly language: Language
  readonly label: string
  readonly message: string
  /** More than stands in the boxes, for whoever cannot see them. */
  readonly description?: string
  readonly labelColors: BoxColors
  readonly messageColors: BoxColors
}

interface BoxColors {
  readonly fill: string
  readonly ink: string
}

/** Pixels of a letter at the size below. `textLength` makes every font as wide, so that nothing is cut. */
const LETTER = 6.6
const MARGIN = 8
const HEIGHT = 22

const COLON = { fr: '\u00a0:', en: ':' } as const satisfies Record<Language, string>

/** It bears no arms and fetches no font; the same words give the same bytes. */
export function badgeDrawing({
  language,
  label,
  message,
  description,
  labelColors,
  messageColors,
}: BadgeWords): string {
  const [left, right] = [lengthOf(label), lengthOf(message)]
  const [start, width] = [left + 2 * MARGIN, right + 2 * MARGIN]
  const text = (
    words: string,
    { x, length, ink }: { readonly x: number; readonly length: number; readonly ink: string },
  ) =>
    `    <text x="${x}" y="15" fill="${ink}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escapeMarkup(words)}</text>`
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${start + width}" height="${HEIGHT}" role="img" aria-labelledby="t${description === undefined ? '' : ' d'}">`,
    `  <title id="t">${escapeMarkup(`${label}${COLON[language]} ${message}`)}</title>`,
    ...(description === undefined ? [] : [`  <desc id="d">${escapeMarkup(description)}</desc>`]),
    `  <rect width="${start}" height="${HEIGHT}" fill="${labelColors.fill}"/>`,
    `  <rect x="${start - 0.5}" y=".5" width="${width}" height="${HEIGHT - 1}" fill="${messageColors.fill}" stroke="${labelColors.fill}"/>`,
    '  <g font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" aria-hidden="true">',
    text(label, { x: MARGIN, length: left, ink: labelColors.ink }),
    text(message, { x: start + MARGIN, length: right, ink: messageColors.ink }),
    '  </g>',
    '</svg>',
  ].join('\n')}\n`
}

function lengthOf(text: string): number {
  return Math.round([...text].length * LETTER)
}
