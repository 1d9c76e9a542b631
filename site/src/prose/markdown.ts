import MarkdownIt from 'markdown-it'
import type { Language } from '#data/model/vocabulary.ts'
import { typeset } from '../words/typography.ts'

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })

markdown.renderer.rules.fence = codeBlock
markdown.renderer.rules.code_inline = inlineCode

/** A long path breaks after its slashes before it breaks within a name; the style sheet keeps short code on one line. */
function inlineCode(tokens: readonly { readonly content: string }[], index: number): string {
  const text = tokens[index]?.content ?? ''
  const html = markdown.utils.escapeHtml(text)
  if (text.length < 24) return `<code>${html}</code>`
  return `<code class="path">${html.replace(/\/(?=[^/])/gu, '/<wbr>')}</code>`
}

/** A code block that scrolls must be reachable from the keyboard. */
export function codeBlock(tokens: readonly { readonly content: string }[], index: number): string {
  const text = markdown.utils.escapeHtml(tokens[index]?.content ?? '')
  return `<pre tabindex="0"><code>${text}</code></pre>\n`
}

/** Markdown of a rule's page to HTML, with the spaces of the language set outside of code. Raw HTML is not let through. */
export function renderMarkdown(source: string, language: Language): string {
  return typesetHtml(markdown.render(source), language)
}

/** The same, of a sentence among others: no paragraph is opened. */
export function renderInline(source: string, language: Language): string {
  return typesetHtml(markdown.renderInline(source), language)
}

/** Sets the spaces of the language in HTML, outside of tags and of code. */
export function typesetHtml(html: string, language: Language): string {
  return html
    .split(/(<(pre|code)[\s\S]*?<\/\2>|<[^>]+>)/u)
    .filter((_, index) => index % 3 !== 2)
    .map((part, index) => (index % 2 === 0 ? typeset(language, language === 'en' ? curled(part) : part) : part))
    .join('')
}

/** English quotes in text that is escaped already: a quote that has no other stays escaped. */
function curled(text: string): string {
  return text.replace(/&quot;(.*?)&quot;/gsu, '“$1”')
}
