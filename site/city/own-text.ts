import MarkdownIt, { type Token } from 'markdown-it'
import type { UsageDetail } from '#data/model/failures.ts'
import type { Language } from '#data/model/vocabulary.ts'
import { slugify } from '../src/loaders/slugs.ts'
import { codeBlock, typesetHtml } from '../src/prose/markdown.ts'
import { WORDS } from '../src/words/words.ts'
import { PLACEHOLDER } from './placeholders.ts'

/** Links and pictures as they stand in a page, or what is wrong with them. */
export type Resolved<Value> = Value | { readonly problem: string }

export interface Picture {
  readonly address: string
  readonly width: number
  readonly height: number
}

export interface OwnText {
  readonly file: string
  readonly body: string
  /** Lines of the file above the body. */
  readonly linesAbove: number
  readonly language: Language
  /** Address of a link; told where it stands, so that its target can be looked for later. */
  link(target: string, place: Omit<UsageDetail, 'message'>): Resolved<string>
  picture(source: string): Promise<Resolved<Picture>>
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
// Schemes are judged below, where the line can be said; here they would turn into text without a word.
markdown.validateLink = () => true
markdown.renderer.rules.fence = codeBlock
markdown.renderer.rules.code_block = codeBlock

/** Markdown of a city as HTML: no raw HTML, no foreign scheme, every picture with its alternative and its size. */
export async function renderOwnText(text: OwnText, problems: UsageDetail[]): Promise<string> {
  const tokens = markdown.parse(text.body, {})
  const locate = locator(text)
  nameHeadings(tokens)
  const names = new Set(tokens.flatMap((token) => token.attrGet('id') ?? []))
  for (const token of tokens) {
    if (token.type === 'table_open') token.attrSet('class', 'ledger')
    if (token.type === 'th_open' || token.type === 'td_open') alignByClass(token)
    for (const child of token.children ?? []) {
      const tell = (needle: string, message: string) => problems.push({ ...locate(token, needle), message })
      if (child.type === 'text') refusePlaceholders(child.content, tell)
      if (child.type === 'link_open') {
        const target = String(child.attrGet('href') ?? '')
        const isHere = target.startsWith('#') && names.has(decodeURIComponent(target.slice(1)))
        const address = isHere ? target : text.link(target, locate(token, target))
        if (typeof address === 'string') child.attrSet('href', address)
        else tell(target, address.problem)
      }
      if (child.type === 'image') await setPicture({ child, text, tell })
    }
  }
  const html = markdown.renderer.render(tokens, markdown.options, {})
  return typesetHtml(inScrolls(html, WORDS[text.language].city.table), text.language)
}

/** A table that may be wider than the screen scrolls in a frame that the keyboard reaches. */
function inScrolls(html: string, label: string): string {
  return html
    .replaceAll('<table ', `<section class="scroll" tabindex="0" aria-label="${label}">\n<table `)
    .replaceAll('</table>', '</table>\n</section>')
}

type Tell = (needle: string, message: string) => void

function refusePlaceholders(content: string, tell: Tell): void {
  const [found] = PLACEHOLDER.exec(content) ?? []
  if (found !== undefined) tell(found, `"${found}" stands where a text is to be written.`)
}

async function setPicture({ child, text, tell }: { child: Token; text: OwnText; tell: Tell }): Promise<void> {
  const source = String(child.attrGet('src') ?? '')
  if (child.content.trim() === '') tell(source, `the picture ${source} has no alternative text: ![what it shows](…).`)
  const picture = await text.picture(source)
  if ('problem' in picture) {
    tell(source, picture.problem)
    return
  }
  child.attrSet('src', picture.address)
  child.attrSet('width', String(picture.width))
  child.attrSet('height', String(picture.height))
  child.attrSet('loading', 'lazy')
}

/** The title of the page is its only first heading: what the text calls so goes one level down. */
function nameHeadings(tokens: readonly Token[]): void {
  const step = tokens.some(({ type, tag }) => type === 'heading_open' && tag === 'h1') ? 1 : 0
  const seen = new Map<string, number>()
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue
    token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + step)}`
    if (token.type === 'heading_close') continue
    const name = slugify(tokens[index + 1]?.content ?? '') || 'section'
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    token.attrSet('id', before === 0 ? name : `${name}-${before + 1}`)
  }
}

/** Markdown aligns cells by a style, which the policy of the pages does not let through. */
function alignByClass(token: Token): void {
  const style = String(token.attrGet('style') ?? '')
  token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style')
  if (style.includes('right')) token.attrSet('class', 'number')
  if (token.type === 'th_open') token.attrSet('scope', 'col')
}

/** Where a word of a block stands in its file; the start of the block when it is not found as written. */
function locator({ file, body, linesAbove }: OwnText) {
  const lines = body.split('\n')
  return (token: Token, needle: string) => {
    const [from = 0, to = from + 1] = token.map ?? []
    const offset = lines.slice(from, to).findIndex((line) => needle !== '' && line.includes(needle))
    const line = from + Math.max(0, offset)
    const column = offset < 0 ? 1 : (lines[line] ?? '').indexOf(needle) + 1
    return { file, line: linesAbove + line + 1, column }
  }
}
