import { cut, decodeText } from './decode.ts'
import { defineExtractor } from './extractor.ts'
import type { TextOptions, TextOutline } from './shapes/text.ts'
import { outlineAsciidoc } from './text/asciidoc.ts'
import { outlineMarkdown } from './text/markdown.ts'
import { outlineMarkup } from './text/markup.ts'
import type { Reading } from './text/reading.ts'

const KEPT_LENGTH = 500

export const text = defineExtractor<TextOutline, TextOptions | undefined>({
  id: 'text',
  version: 1,
  maxBytes: 5_000_000,
  extract(content, options) {
    const bytes = content.byteLength
    const decoded = decodeText(content)
    if (decoded === null) return { ok: true, fact: { ...NOTHING, bytes } }
    const { headings, links, prose } = READERS[options?.syntax ?? 'plain'](decoded.text)
    const fact: TextOutline = {
      isText: true,
      encoding: decoded.encoding,
      bytes,
      lines: countLines(decoded.text),
      headings: headings.map((each) => ({ ...each, text: cut(foldBlanks(each.text), KEPT_LENGTH) })),
      proseLength: foldBlanks(prose).length,
      links: links.map((each) => ({
        ...each,
        url: cut(each.url, 2000),
        text: cut(foldBlanks(each.text), KEPT_LENGTH),
      })),
    }
    return { ok: true, fact }
  },
})

const NOTHING: TextOutline = {
  isText: false,
  encoding: null,
  bytes: 0,
  lines: 0,
  headings: [],
  proseLength: 0,
  links: [],
}

const READERS: Readonly<Record<NonNullable<TextOptions['syntax']>, (text: string) => Reading>> = {
  markdown: outlineMarkdown,
  asciidoc: outlineAsciidoc,
  html: outlineMarkup,
  xml: outlineMarkup,
  plain: (prose) => ({ headings: [], links: [], prose }),
}

function foldBlanks(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The last line counts whether or not it ends in a line break. */
function countLines(text: string): number {
  if (text === '') return 0
  const breaks = text.match(/\r\n|\n|\r/g)?.length ?? 0
  return /[\r\n]$/.test(text) ? breaks : breaks + 1
}
