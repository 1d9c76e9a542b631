/** Colours of the page as the canvas wants them, and the textures that tell series apart without colour. */

export interface Ink {
  readonly ink: string
  readonly muted: string
  readonly plate: string
  readonly ground: string
  readonly grid: string
  readonly series: readonly [string, string, string, string]
}

/** Reads tokens through a probe: `light-dark()` is only resolved on a property of an element. */
export function inkOf(box: HTMLElement): Ink {
  const probe = document.createElement('span')
  // Where the system forces colours all tokens would be one: series keep their own.
  probe.style.setProperty('forced-color-adjust', 'none')
  box.append(probe)
  const token = (name: string) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const ink: Ink = {
    ink: token('ink'),
    muted: token('muted'),
    plate: token('plate'),
    ground: token('rule-ink'),
    grid: token('rule-mid'),
    series: [token('series-1'), token('series-2'), token('series-3'), token('series-4')],
  }
  probe.remove()
  return ink
}

export type Texture = 'plain' | 'hatched' | 'dotted' | 'ruled'

/** A fill that stays readable in greyscale and in print. */
export function fill(texture: Texture, colour: string, paper: string): CanvasPattern | string {
  if (texture === 'plain') return colour
  const size = texture === 'ruled' ? 5 : 7
  const scale = window.devicePixelRatio || 1
  const tile = document.createElement('canvas')
  tile.width = size * scale
  tile.height = size * scale
  const context = tile.getContext('2d')
  if (context === null) return colour
  context.scale(scale, scale)
  paint(context, { texture, colour, paper, size })
  const pattern = context.createPattern(tile, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / scale))
  return pattern ?? colour
}

interface Tile {
  readonly texture: Texture
  readonly colour: string
  readonly paper: string
  readonly size: number
}

function paint(context: CanvasRenderingContext2D, { texture, colour, paper, size }: Tile): void {
  context.fillStyle = texture === 'ruled' ? paper : colour
  context.fillRect(0, 0, size, size)
  context.strokeStyle = texture === 'ruled' ? colour : paper
  context.fillStyle = paper
  context.lineWidth = texture === 'ruled' ? 1 : 1.6
  context.beginPath()
  if (texture === 'hatched') {
    for (const shift of [-size, 0, size]) {
      context.moveTo(shift, size)
      context.lineTo(shift + size, 0)
    }
    context.stroke()
  } else if (texture === 'ruled') {
    context.moveTo(0, size - 0.5)
    context.lineTo(size, size - 0.5)
    context.stroke()
  } else {
    context.arc(size / 2, size / 2, 1.3, 0, 2 * Math.PI)
    context.fill()
  }
}
