import { Buffer } from 'node:buffer'
import { decodeText } from './decode.ts'
import { defineExtractor } from './extractor.ts'
import { lineIndex } from './line-index.ts'
import type { ReuseTags } from './shapes/reuse.ts'
import { readSpdx } from './spdx.ts'

const MAX_EXPRESSIONS = 50
const NOTHING: ReuseTags = { hasCopyright: false, licenses: [] }
/** One of them stands in every file that says anything: the others are not decoded. */
const WORDS = ['SPDX-', 'opyright', '©', '\xa9'].map((word, index) =>
  Buffer.from(word, index === 3 ? 'latin1' : 'utf8'),
)
const COPYRIGHT = /SPDX-(?:File|Snippet)CopyrightText:[ \t]*\S|\bCopyright\b(?: ?\([cC]\))?[ \t]+\S|©[ \t]*\S/u
/** First on its line but for marks of comments, or first in a comment: what stands in a written text is a sample. */
const LICENSE =
  /^(?:[^\p{L}\p{N}"'`\n]*|[^"'`\n]*(?:#|\/\/|\/\*|--|[;%*])[ \t]*)SPDX-License-Identifier:[ \t]*([^\r\n]{1,400})/gmu
/** Ends of comments and of written texts, which belong to the file and not to the expression. */
const REST = /(?:[ \t]*(?:\*\/|-->|--\}\}|#\}|%>|\*\)|\)?["'`,;<>\]}\\].*|\*+$))+.*$/u

/**
 * Tags anywhere in the file, not in its first lines alone: snippets carry their own. What stands between the marks that
 * REUSE has for it is left out. A binary file says nothing.
 */
export const reuseTags = defineExtractor<ReuseTags>({
  id: 'reuse-tags',
  version: 2,
  maxBytes: 20_000_000,
  extract(content) {
    const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    if (!WORDS.some((word) => buffer.includes(word))) return { ok: true, fact: NOTHING }
    const decoded = decodeText(content)?.text
    if (decoded === undefined) return { ok: true, fact: NOTHING }
    const text = withoutIgnored(decoded)
    const place = lineIndex(text)
    const licenses = new Map<string, ReuseTags['licenses'][number]>()
    for (const { 0: line, 1: rest = '', index } of text.matchAll(LICENSE)) {
      const written = withoutFrame(rest, line.slice(0, line.indexOf('SPDX-')))
        .replace(REST, '')
        .trim()
      if (written === '' || licenses.has(written) || licenses.size === MAX_EXPRESSIONS) continue
      licenses.set(written, { ...readSpdx(written), line: place(index).line })
    }
    return { ok: true, fact: { hasCopyright: COPYRIGHT.test(text), licenses: [...licenses.values()] } }
  },
})

/** `|* SPDX-... *|`: what stands before it, the other way round, closes a line of a frame. */
function withoutFrame(rest: string, before: string): string {
  const closing = [...before.trim()].toReversed().join('')
  return closing !== '' && rest.endsWith(closing) ? rest.slice(0, -closing.length) : rest
}

/** Lines stay lines, so that places are those of the file. */
function withoutIgnored(text: string): string {
  if (!text.includes(START)) return text
  const kept: string[] = []
  let from = 0
  for (;;) {
    const start = text.indexOf(START, from)
    if (start === -1) return kept.join('') + text.slice(from)
    const end = text.indexOf(END, start)
    kept.push(text.slice(from, start), text.slice(start, end === -1 ? undefined : end).replace(/[^\n]/gu, ' '))
    if (end === -1) return kept.join('')
    from = end + END.length
  }
}

// In two halves: whoever reads this very file for its tags must not stop here.
const START = ['REUSE', 'IgnoreStart'].join('-')
const END = ['REUSE', 'IgnoreEnd'].join('-')
