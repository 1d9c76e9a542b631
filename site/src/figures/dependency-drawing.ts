/** A small drawing of what a component sits on and what sits on it: the nearest few by name, the rest as a number. */
export interface DrawnBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly label: string
  readonly isCentre: boolean
}

export interface DependencyDrawing {
  readonly width: number
  readonly height: number
  readonly boxes: readonly DrawnBox[]
  /** Lines between boxes, as paths. */
  readonly links: readonly string[]
}

const WIDTH = 480
const BOX = { width: 148, height: 32, gap: 18 }
const CENTRE = { width: 180, y: 72 }
const HEIGHT = 176
/** Letters that a box has room for. */
const MOST_LETTERS = 19

interface Asked {
  readonly name: string
  readonly above: readonly string[]
  readonly below: readonly string[]
  readonly others: (count: number) => string
}

/** Undefined where nothing sits on it and it sits on nothing that is known. */
export function dependencyDrawing({ name, above, below, others }: Asked): DependencyDrawing | undefined {
  if (above.length + below.length === 0) return undefined
  const hasAbove = above.length > 0
  const middle = { ...boxAt(WIDTH / 2, hasAbove ? CENTRE.y : 0, { name, width: CENTRE.width }), isCentre: true }
  const top = row(labels(above, others), 0)
  const bottom = row(labels(below, others), middle.y + CENTRE.y)
  const height = below.length > 0 ? middle.y + CENTRE.y + BOX.height : middle.y + BOX.height
  return {
    width: WIDTH,
    height: Math.min(height, HEIGHT),
    boxes: [...top, middle, ...bottom],
    links: [...joined(top, middle), ...joined(bottom, middle)],
  }
}

/** Three at most: all of them, or two and the number of the others. */
function labels(names: readonly string[], others: Asked['others']): readonly string[] {
  return names.length <= 3 ? names : [...names.slice(0, 2), others(names.length - 2)]
}

function row(names: readonly string[], y: number): readonly DrawnBox[] {
  const span = BOX.width + BOX.gap
  const first = WIDTH / 2 - ((names.length - 1) * span) / 2
  return names.map((name, index) => boxAt(first + index * span, y, { name, width: BOX.width }))
}

function boxAt(
  centre: number,
  y: number,
  { name, width }: { readonly name: string; readonly width: number },
): DrawnBox {
  const label = name.length > MOST_LETTERS ? `${name.slice(0, MOST_LETTERS - 1)}…` : name
  return { x: centre - width / 2, y, width, label, isCentre: false }
}

/** Down from a box to half way, along, and on to the centre. */
function joined(boxes: readonly DrawnBox[], centre: DrawnBox): readonly string[] {
  const target = centre.x + centre.width / 2
  return boxes.map(({ x, y, width }) => {
    const isAbove = y < centre.y
    const from = isAbove ? y + BOX.height : y
    const to = isAbove ? centre.y : centre.y + BOX.height
    return `M${x + width / 2} ${from}V${(from + to) / 2}H${target}V${to}`
  })
}
