import type { Language } from '#data/model/vocabulary.ts'
import type { Article, BlockName, CityContent, InLanguages, OwnPage } from '../../city/content.ts'

export interface NewsItem {
  readonly slug: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly title: string
  readonly summary: string
  readonly html: string
  /** What it is written in: another than the page's where nobody has translated it yet. */
  readonly language: Language
}

/** The city's news as a reader of a language gets them, the newest first. */
export function newsIn({ articles }: CityContent, language: Language): readonly NewsItem[] {
  return articles.map((article) => newsItem(article, language))
}

function newsItem({ slug, date, texts }: Article, language: Language): NewsItem {
  return { slug, date, ...inReach(texts, language) }
}

export interface OwnPageTold {
  readonly slug: string
  readonly chapter: OwnPage['chapter']
  readonly date: string | undefined
  readonly verified: string | undefined
  readonly title: string
  readonly description: string
  readonly html: string
  readonly language: Language
}

/** The city's own pages as a reader of a language gets them, in the order that it chose. */
export function ownPagesIn({ pages }: CityContent, language: Language): readonly OwnPageTold[] {
  return pages.map(({ slug, chapter, date, verified, texts }) => ({
    ...{ slug, chapter, date, verified },
    ...inReach(texts, language),
  }))
}

/** A text in the language asked for, else in the one there is. */
function inReach<Value extends object>(texts: InLanguages<Value>, language: Language): Value & { language: Language } {
  const own = texts[language]
  if (own !== undefined) return { ...own, language }
  const other = language === 'fr' ? 'en' : 'fr'
  const found = texts[other]
  if (found === undefined) throw new Error('a text of the city is in no language')
  return { ...found, language: other }
}

/** What the city wrote for a place of a page; undefined where it wrote nothing. */
export function blockIn({ blocks }: CityContent, name: BlockName, language: Language) {
  const texts = blocks[name]
  if (texts === undefined) return undefined
  const other = language === 'fr' ? 'en' : 'fr'
  const own = texts[language]
  const html = own ?? texts[other]
  return html === undefined ? undefined : { html, language: own === undefined ? other : language }
}
