/** Words that sentences of one language cannot do without, and those of the other have not. */
const FRENCH = new Set(
  'le la les l un une du des d au aux et ou est sont pour par avec dans sur qui que ce cette ces son sa ses leur leurs en de'.split(
    ' ',
  ),
)
const ENGLISH = new Set(
  'the a an of and or is are for by with in on which that this these its their to from as be'.split(' '),
)

/** French or English, by the small words of a sentence; null when they do not tell. */
export function languageOfSentence(text: string): 'fr' | 'en' | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const french = words.filter((word) => FRENCH.has(word)).length
  const english = words.filter((word) => ENGLISH.has(word)).length
  if (french === english) return null
  return french > english ? 'fr' : 'en'
}
