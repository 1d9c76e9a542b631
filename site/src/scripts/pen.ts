import type { Ink, Texture } from './ink.ts'

/** What drawings are made with: a canvas of the browser, or the file that the build writes. */
export interface Pen {
  readonly ink: Ink
  /** Width of the drawing, in pixels. */
  readonly width: number
  /** Width of a text in the face of the drawings. */
  measure(text: string, isBold: boolean): number
  fill(texture: Texture, slot: number): CanvasPattern | string
}
