import Color from 'colorjs.io'

export type Theme = 'light' | 'dark'
export const THEMES = ['light', 'dark'] as const satisfies readonly Theme[]

/** What everything is printed on: the page and the plate, as `palette.css` has them (a test holds the two together). */
export const PAPERS = {
  light: { page: '#ffffff', plate: '#f6f4ef' },
  dark: { page: '#12171f', plate: '#1a212b' },
} as const satisfies Record<Theme, Readonly<Record<string, string>>>

export const INK = { light: '#161a22', dark: '#eceff4' } as const satisfies Record<Theme, string>

/** The colours that figures start with; the first one may follow the city where all stay apart. */
export const SERIES = {
  light: ['#1a458f', '#9d4700', '#108169', '#767c89'],
  dark: ['#5084e6', '#f3a866', '#7ef3cf', '#7d8796'],
} as const satisfies Record<Theme, readonly string[]>

/** Least contrast of WCAG 2.2: of text, and of what is drawn. */
export const LEAST = { text: 4.5, drawn: 3 } as const

/** Contrast of WCAG 2.2 between two colours, 1 to 21. */
export function contrast(one: string, other: string): number {
  return Color.contrastWCAG21(one, other)
}

/** The least contrast that a colour has on any of the papers. */
export function leastContrast(colour: string, papers: readonly string[]): number {
  return Math.min(...papers.map((paper) => contrast(colour, paper)))
}

/** CIEDE2000. */
export function distance(one: string, other: string): number {
  return new Color(one).deltaE(other, '2000')
}

/**
 * The colour itself where it stands out enough from the papers, else the nearest of its hue and saturation that does: a
 * hundredth of lightness at a time, away from the papers.
 */
export function movedTone(seed: string, papers: readonly string[], least: number): string {
  const away = new Color(papers[0] ?? '#ffffff').luminance > 0.18 ? -1 : 1
  let tone = seed
  for (let step = 1; leastContrast(tone, papers) < least && step <= 100; step += 1) tone = shifted(seed, away * step)
  return tone
}

/** The colour some hundredths of lightness lighter, or darker below zero. */
export function shifted(seed: string, hundredths: number): string {
  const colour = new Color(seed).to('hsl')
  colour.l = Math.min(100, Math.max(0, (colour.l ?? 0) + hundredths))
  return hex(colour)
}

/** `#rrggbb` of any way to write a colour; undefined for what is none, or is seen through. */
export function readColour(text: string): string | undefined {
  try {
    const colour = new Color(text)
    return colour.alpha === 1 ? hex(colour) : undefined
  } catch {
    return undefined
  }
}

function hex(colour: Color): string {
  return colour.to('srgb').toGamut().toString({ format: 'hex', collapse: false })
}
