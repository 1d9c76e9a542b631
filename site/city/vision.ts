import Color from 'colorjs.io'
import { distance } from './palette.ts'

type Row = readonly [number, number, number]

/** Machado, Oliveira and Fernandes 2009, severity 1.0, on linear red, green and blue. */
const MATRICES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, readonly [Row, Row, Row]>

export type Vision = 'common' | keyof typeof MATRICES
const VISIONS = ['common', 'protanopia', 'deuteranopia', 'tritanopia'] as const satisfies readonly Vision[]

/** The colour as eyes of a kind see it, `#rrggbb`. */
function seen(colour: string, vision: Vision): string {
  if (vision === 'common') return colour
  const [red = 0, green = 0, blue = 0] = new Color(colour).to('srgb-linear').coords.map((part) => part ?? 0)
  const [first, second, third] = MATRICES[vision]
  const mixed = (row: Row) => Math.min(1, Math.max(0, row[0] * red + row[1] * green + row[2] * blue))
  return new Color('srgb-linear', [mixed(first), mixed(second), mixed(third)])
    .to('srgb')
    .toString({ format: 'hex', collapse: false })
}

export interface NearestPair {
  readonly one: string
  readonly other: string
  readonly vision: Vision
  /** CIEDE2000. */
  readonly distance: number
}

/** The colour of a list that is hardest to tell from `colour`, to whichever eyes. */
export function nearestTo(colour: string, others: readonly string[]): NearestPair | undefined {
  return others
    .flatMap((other) =>
      VISIONS.map((vision) => ({
        ...{ one: colour, other, vision },
        distance: distance(seen(colour, vision), seen(other, vision)),
      })),
    )
    .sort((one, other) => one.distance - other.distance)[0]
}
