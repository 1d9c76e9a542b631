import MarkdownIt from 'markdown-it'
import type { Language } from '#data/model/vocabulary.ts'
import { typeset } from '../words/typography.ts'

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })

// A code block that scrolls must be reachable from the keyboard.
markdown.renderer.rules.fence = (tokens, index) => {
  const text = markdown.utils.escapeHtml(tokens[index]?.content ?? '')
  return `<pre tabindex="0"><code>${text}</code></pre>\n`
}

/** Markdown of a rule's page to HTML, with the spaces of the language set outside of code. Raw HTML is not let through. */
export function renderMarkdown(source: string, language: Language): string {
  return markdown
    .render(source)
    .split(/(<(pre|code)[\s\S]*?<\/\2>|<[^>]+>)/u)
    .filter((_, index) => index % 3 !== 2)
    .map((part, index) => (index % 2 === 0 ? typeset(language, part) : part))
    .join('')
}
