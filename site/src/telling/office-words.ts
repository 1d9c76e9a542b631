import type { Language } from '#data/model/vocabulary.ts'
import type { GuideBlock } from '../../guide/guide-blocks.ts'
import { desk } from '../desk.ts'

/** Blocks that are a text of the city, or ours where it wrote none. */
export const OFFICE_TEXTS = ['mission', 'decides', 'committers', 'security', 'legal-base', 'purpose'] as const

/** What the city says, else what can be said without it; undefined where only the city knows. */
export function officeText(block: GuideBlock, language: Language): string | undefined {
  const { words, text, settings } = desk(language)
  const { office, purpose } = settings.identity
  const said = words.contribute.blocks
  const own = {
    mission: office?.mission,
    decides: office?.decides,
    committers: office?.committers,
    security: office?.security,
    'legal-base': office?.legalBase,
    purpose,
  }[OFFICE_TEXTS.find((one) => one === block) ?? 'mission']
  if (own !== undefined) return text(own)
  return block === 'legal-base' ? said.legalBase : block === 'purpose' ? said.purpose : undefined
}

const LISTS = ['roles', 'principles', 'memberships', 'channels', 'logos'] as const

/** The list of the office that a block shows; undefined for any other block. */
export function officeList(block: GuideBlock): (typeof LISTS)[number] | undefined {
  return LISTS.find((one) => one === block)
}
