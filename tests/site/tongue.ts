import type { Language } from '#data/model/vocabulary.ts'

/** Short words that one of the two languages has and the other has not: two of them tell a sentence. */
const TELLING: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    'le la les des une du aux dans pour avec sur par est sont ses cette ces qui que leur leurs pas vous être été depuis sans sous entre ou où et dont aucun aucune chaque'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and to with from which this that these are is was were been has have their its not by for what where when who how than each at it be without'.split(
      ' ',
    ),
  ),
}

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const UNSPOKEN = new Set(['script', 'style', 'code', 'pre', 'title'])
const PART = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|([^<]+)/giu
const SPOKEN = /\s(?:aria-label|alt|title|placeholder|data-head)="([^"]+)"/gu

/** Whether a text is in a language: two of its short words and more of them than of the other's. */
export function isIn(language: Language, text: string): boolean {
  const other = language === 'fr' ? 'en' : 'fr'
  // What is glued to a sign is a name or a path.
  const words = text.toLowerCase().split(/[\s,;:.!?()«»“”’]+/u)
  const count = (tongue: Language) => words.filter((word) => TELLING[tongue].has(word)).length
  return count(language) >= 2 && count(language) > count(other)
}

/** Texts and names of a page that are in another language than the nearest element says; code and the title are left out. */
export function foreignTexts(html: string): readonly string[] {
  const open: { readonly tag: string; readonly lang: string | undefined }[] = []
  const found: string[] = []
  const spoken = () => open.findLast(({ lang }) => lang !== undefined)?.lang
  const look = (text: string, lang: string | undefined) => {
    const other = lang === 'fr' ? 'en' : lang === 'en' ? 'fr' : undefined
    if (other !== undefined && isIn(other, text)) found.push(text.replaceAll(/\s+/gu, ' ').trim())
  }
  for (const [, closes, name = '', attributes = '', text] of html.matchAll(PART)) {
    const tag = name.toLowerCase()
    if (text !== undefined) {
      if (!open.some((one) => UNSPOKEN.has(one.tag))) look(text, spoken())
    } else if (closes === '/') {
      const at = open.findLastIndex((one) => one.tag === tag)
      if (at !== -1) open.length = at
    } else if (tag !== '') {
      const lang = /\slang="([^"]*)"/u.exec(attributes)?.[1]
      if (tag !== 'meta') for (const [, told = ''] of attributes.matchAll(SPOKEN)) look(told, lang ?? spoken())
      if (!VOID.has(tag) && !attributes.endsWith('/')) open.push({ tag, lang })
    }
  }
  return [...new Set(found)]
}
