import { placeholderDifference, placeholdersOf } from '../../facts/placeholders.ts'
import type { BundleStanding } from './standing.ts'

/** Why a key is on a work list; `done` only when all keys are asked for. */
export type Work = 'missing' | 'empty' | 'copy' | 'placeholders' | 'done'

/** One text to translate. */
export interface WorkItem {
  readonly component: string
  /** Path of the bundle, without language and extension. */
  readonly bundle: string
  readonly key: string
  readonly language: string
  readonly why: Work
  readonly en: string
  /** Null where French has none. */
  readonly fr: string | null
  /** Null where the language has none yet. */
  readonly present: string | null
  readonly placeholders: readonly string[]
}

/** Texts of one bundle by key; undefined for a file that is not there. */
export interface BundleTexts {
  readonly reference: ReadonlyMap<string, string>
  readonly french: ReadonlyMap<string, string> | undefined
  readonly present: ReadonlyMap<string, string> | undefined
}

interface Asked {
  readonly component: string
  readonly language: string
  readonly standing: BundleStanding
  /** Keys that are done, too. */
  readonly isWhole: boolean
}

/** What is left to translate of one bundle, in the order of the reference. A reference without words asks for nothing. */
export function workItems(texts: BundleTexts, { component, language, standing, isWhole }: Asked): readonly WorkItem[] {
  const own = standing.languages.find((one) => one.language === language)
  const copies = new Set(own?.copies)
  const items = [...texts.reference].map(([key, en]): WorkItem => {
    const present = texts.present?.get(key) ?? null
    const placeholders = placeholdersOf(en)
    const why = workOf({ en, present, placeholders, isCopy: copies.has(key) })
    const fr = texts.french?.get(key) ?? null
    return { component, bundle: standing.bundle, key, language, why, en, fr, present, placeholders }
  })
  return items.filter(({ why }) => isWhole || why !== 'done')
}

interface Judged extends Pick<WorkItem, 'en' | 'present' | 'placeholders'> {
  readonly isCopy: boolean
}

function workOf({ en, present, placeholders, isCopy }: Judged): Work {
  if (present === null) return 'missing'
  if (present.trim() === '') return en.trim() === '' ? 'done' : 'empty'
  if (placeholderDifference(placeholders, placeholdersOf(present)) !== undefined) return 'placeholders'
  return isCopy ? 'copy' : 'done'
}
