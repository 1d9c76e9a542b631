import type { Language } from '#data/model/vocabulary.ts'
import { GUIDE_BLOCKS, type GuideBlock } from '../../guide/guide-blocks.ts'
import type { GuideSection } from '../../guide/guide-page.ts'
import { placesHere } from '../all-sheets.ts'
import { desk } from '../desk.ts'
import { parameter } from '../naming.ts'
import { type Address, GUIDE_PART_IDS, PLACE_NAMES } from '../routes.ts'
import { ruleByCode } from '../rules.ts'
import { renderMarkdown } from './markdown.ts'

/** A piece of a section, in order: text that is written, or something that is made from data. */
export type GuidePiece = { readonly html: string } | { readonly block: GuideBlock }

const BLOCK_LINE = /^\{\{([a-z-]+)\}\}[ \t]*$/mu

export function guidePieces({ text }: GuideSection, language: Language): readonly GuidePiece[] {
  const parts = withLinks(withValues(text, language), language).split(BLOCK_LINE)
  return parts.flatMap((part, index): GuidePiece[] => {
    if (index % 2 === 0) return part.trim() === '' ? [] : [{ html: framed(renderMarkdown(part, language), language) }]
    const block = GUIDE_BLOCKS.find((one) => one === part)
    return block === undefined ? [] : [{ block }]
  })
}

/** Values of the packs, and the command that checks a repository with what to expect of it, also inside a list. */
function withValues(text: string, language: Language): string {
  const { checkText, checkAfter } = desk(language).words.guide
  return text
    .replace(/\{\{param ([A-Za-z]+)\}\}/gu, (_, name: string) => parameter(name))
    .replace(/^( *)\{\{check\}\}[ \t]*$/gmu, (_, indent: string) =>
      [checkText, '', '```sh', 'npx parvis lint .', '```', '', checkAfter]
        .map((line) => (line === '' ? '' : `${indent}${line}`))
        .join('\n'),
    )
}

/** `rule:`, `page:` and `part:` links lead where this build has something to show; else the words stand alone. */
function withLinks(text: string, language: Language): string {
  return text.replace(/\[([^\]]+)\]\((rule|page|part):([\w-]+)\)/gu, (_, words: string, kind: string, name: string) => {
    const address = addressOf(kind, name)
    return address === undefined ? words : `[${words}](${desk(language).href(address)})`
  })
}

function addressOf(kind: string, name: string): Address | undefined {
  if (kind === 'rule') return ruleByCode(name) && { sheet: 'rule', code: name }
  if (kind === 'part') {
    const part = GUIDE_PART_IDS.find((id) => id === name)
    return part && { sheet: 'guide-part', part }
  }
  const sheet = PLACE_NAMES.find((place) => place === name)
  return sheet !== undefined && placesHere().includes(sheet) ? { sheet } : undefined
}

/** Tables as those of the register: they scroll in a frame of their own, and their heads say what they head. */
function framed(html: string, language: Language): string {
  const label = desk(language).words.contribute.table
  return html
    .replaceAll('<table>', `<section class="scroll" tabindex="0" aria-label="${label}"><table class="ledger">`)
    .replaceAll('</table>', '</table></section>')
    .replaceAll(/<th(?= |>)/gu, '<th scope="col"')
}
