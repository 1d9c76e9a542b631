export type TextSyntax = 'markdown' | 'asciidoc' | 'html' | 'xml' | 'plain'

export interface TextOptions {
  /** Default `plain`. */
  readonly syntax?: TextSyntax
}

/** The measure of a text meant for reading. A binary file gives `isText: false`, zeroes and empty lists. */
export interface TextOutline {
  readonly isText: boolean
  readonly encoding: 'utf-8' | 'utf-16' | 'iso-8859-1' | null
  readonly bytes: number
  readonly lines: number
  readonly headings: readonly { readonly level: number; readonly text: string; readonly line: number }[]
  /** Characters of running text: without headings, code, comments, marks, images; blanks folded. */
  readonly proseLength: number
  readonly links: readonly {
    readonly url: string
    /** Text of the link, alternative text of the image. */
    readonly text: string
    readonly isImage: boolean
    readonly line: number
  }[]
}
