import { settings } from 'virtual:parvis-site'
import type { Language } from '#data/model/vocabulary.ts'
import type { GuidePage } from '../guide/guide-page.ts'
import type { Address, GuidePartId, TextId } from './routes.ts'

const byKey = new Map(settings.guide.map((page) => [`${page.id} ${page.language}`, page]))

export function guideText(id: TextId, language: Language): GuidePage {
  const page = byKey.get(`${id} ${language}`)
  if (page === undefined) throw new Error(`There is no text "${id}" in ${language}`)
  return page
}

/** The eleven parts in their order; the one on rules is written by the rules. */
export const GUIDE_ORDER = [
  'map',
  'first-hour',
  'first-plugin',
  'rules',
  'tests',
  'versions',
  'change',
  'document',
  'publish',
  'maintain',
  'reference',
] as const satisfies readonly (GuidePartId | 'rules')[]
export type GuideChapter = (typeof GUIDE_ORDER)[number]

export function chapterAddress(chapter: GuideChapter): Address {
  return chapter === 'rules' ? { sheet: 'rules' } : { sheet: 'guide-part', part: chapter }
}
