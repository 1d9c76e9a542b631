import type { UsageDetail } from '#data/model/failures.ts'
import type { Language } from '#data/model/vocabulary.ts'
import type { Chapter } from '../src/routes.ts'

/** What a city writes itself, read from its folder of Markdown and held ready for pages. */
export interface CityContent {
  readonly pages: readonly OwnPage[]
  readonly articles: readonly Article[]
  readonly blocks: Readonly<Partial<Record<BlockName, InLanguages<string>>>>
}

/** What was written in a language; a missing one is shown in another, and said to be. */
export type InLanguages<Value> = Readonly<Partial<Record<Language, Value | undefined>>>

/** Places of pages that a city may fill with words of its own. */
export const BLOCK_NAMES = ['home', 'policy', 'ospo'] as const
export type BlockName = (typeof BLOCK_NAMES)[number]

export interface OwnPage {
  readonly slug: string
  /** The chapter whose first page lists it, or the foot of every page. */
  readonly chapter: Chapter | 'colophon'
  readonly order: number
  /** `YYYY-MM-DD`: written on, and last found to be right on. */
  readonly date?: string | undefined
  readonly verified?: string | undefined
  readonly texts: InLanguages<PageText>
}

export interface PageText {
  readonly title: string
  readonly description: string
  readonly html: string
}

export interface Article {
  readonly slug: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly texts: InLanguages<ArticleText>
}

export interface ArticleText {
  readonly title: string
  readonly summary: string
  readonly html: string
}

/** A link to a page of this site, to be looked for once the pages are there. */
export interface Reference {
  /** Path below the base, with a final slash. */
  readonly path: string
  readonly anchor?: string
  readonly place: UsageDetail
}

/** A file that the site carries for the city: a picture, a logo. */
export interface CityFile {
  /** Name below `media/`. */
  readonly name: string
  readonly content: Uint8Array
}

export const NO_CONTENT: CityContent = { pages: [], articles: [], blocks: {} }
