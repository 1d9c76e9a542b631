import type { TextOutline } from '../shapes/text.ts'

/** What a reader of one syntax finds; texts may still hold runs of blanks. */
export interface Reading {
  readonly headings: TextOutline['headings']
  readonly links: TextOutline['links']
  readonly prose: string
}
