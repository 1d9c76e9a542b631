import { cut, decodeText } from './decode.ts'
import { defineExtractor, NOT_TEXT } from './extractor.ts'
import { lineIndex } from './line-index.ts'
import type { CommentStyle, LeadingComment, LeadingCommentOptions } from './shapes/leading-comment.ts'

/** Nobody writes a licence header longer than that; what a file holds further on is never looked at. */
const LOOKED_AT = 100_000
const KEPT_LENGTH = 20_000
const KEPT_LINE = 500
/** What follows on a line as long as that is no comment written by hand. */
const MAX_LINE = 2000

export const leadingComment = defineExtractor<LeadingComment, LeadingCommentOptions | undefined>({
  id: 'leading-comment',
  version: 1,
  maxBytes: 10_000_000,
  extract(content, options) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: NOT_TEXT }
    return { ok: true, fact: readLeading(decoded.text.slice(0, LOOKED_AT), options?.style) }
  },
})

/** `close` absent: to the end of the line. */
interface CommentForm {
  readonly style: CommentStyle
  readonly open: RegExp
  readonly close?: string
}

const FORMS: readonly CommentForm[] = [
  { style: 'c', open: /\/\*/y, close: '*/' },
  { style: 'c', open: /\/\//y },
  { style: 'dash', open: /\/\*/y, close: '*/' },
  { style: 'dash', open: /--/y },
  { style: 'xml', open: /<!--/y, close: '-->' },
  { style: 'xml', open: /<%--/y, close: '--%>' },
  { style: 'xml', open: /<#--/y, close: '-->' },
  // A blank must follow: `#menu {` begins a style sheet.
  { style: 'hash', open: /#(?=[\s#!*=-]|$)/y },
]

/** What may stand before the first comment without being code. */
const PREAMBLES: readonly RegExp[] = [
  /\s+/y,
  /#![^\n]*/y,
  /<\?xml[^>]*\?>/y,
  /<\?php\b/y,
  /<!DOCTYPE[^>[]*>/iy,
  /<%@[^>]*%>/y,
  /@charset\s+"[^"\n]*";/y,
  /(?:'use strict'|"use strict");?/y,
]

function readLeading(text: string, style: CommentStyle | undefined): LeadingComment {
  const forms = FORMS.filter((form) => style === undefined || form.style === style)
  const pieces: Piece[] = []
  let at = 0
  for (;;) {
    const preamble = firstEnd(PREAMBLES, text, at)
    if (preamble !== undefined) {
      at = preamble
      continue
    }
    const end = commentEnd(forms, text, at)
    if (end === undefined) break
    pieces.push({ start: at, end })
    at = end
  }
  return describeOnce(text, pieces)
}

function firstEnd(expressions: readonly RegExp[], text: string, at: number): number | undefined {
  for (const expression of expressions) {
    expression.lastIndex = at
    if (expression.test(text)) return expression.lastIndex
  }
  return undefined
}

function commentEnd(forms: readonly CommentForm[], text: string, at: number): number | undefined {
  for (const { open, close } of forms) {
    open.lastIndex = at
    if (!open.test(text)) continue
    const end = text.indexOf(close ?? '\n', open.lastIndex)
    if (end === -1) return text.length
    return end + (close?.length ?? 0)
  }
  return undefined
}

interface Piece {
  readonly start: number
  readonly end: number
}

const MOST_REMEMBERED = 20
const remembered = new Map<string, LeadingComment>()

/** Files of one repository mostly begin alike, word for word: each beginning is described once. */
function describeOnce(text: string, pieces: readonly Piece[]): LeadingComment {
  const key = `${pieces.map(({ start, end }) => `${start}-${end}`).join()} ${text.slice(0, pieces.at(-1)?.end ?? 0)}`
  const known = remembered.get(key)
  if (known !== undefined) return known
  const comment = describe(text, pieces)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(key, comment)
  return comment
}

function describe(text: string, pieces: readonly Piece[]): LeadingComment {
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (first === undefined || last === undefined) {
    return { text: null, line: null, endLine: null, spdx: [], copyrights: [] }
  }
  const index = lineIndex(text)
  const lineAt = (offset: number) => index(offset).line
  const line = lineAt(first.start)
  const lines = pieces.flatMap((piece) => {
    const from = lineAt(piece.start)
    return text
      .slice(piece.start, piece.end)
      .split('\n')
      .map((raw, index) => ({ text: withoutMarks(raw), line: from + index }))
  })
  return {
    text: cut(
      lines
        .map((each) => each.text)
        .join('\n')
        .trim(),
      KEPT_LENGTH,
    ),
    line,
    endLine: lineAt(last.end),
    spdx: lines.flatMap((each) => spdxOf(each.text) ?? []),
    copyrights: lines
      .filter((each) => /copyright|©|\(c\)/i.test(each.text) && /\b(?:19|20)\d\d\b/.test(each.text))
      .map((each) => ({ text: cut(each.text, KEPT_LINE), line: each.line })),
  }
}

function withoutMarks(line: string): string {
  return line
    .slice(0, MAX_LINE)
    .trim()
    .replace(/-+%?>$/, '')
    .replace(/^(?:\/\*+!?|\/\/+!?|<!-+|<%-+|<#-+|#+!?|-{2,}|\*+(?!\/))/, '')
    .replace(/\*+\/$/, '')
    .trim()
}

function spdxOf(line: string): string | undefined {
  return /SPDX-License-Identifier:\s*([A-Za-z0-9.+() -]{1,200})/.exec(line)?.[1]?.trim()
}
