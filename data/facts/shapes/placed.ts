/** Trimmed text of an element and the line (from 1) on which that element begins. */
export interface Placed {
  readonly text: string
  readonly line: number
}
