import type { Language } from '#data/model/vocabulary.ts'

interface Part {
  readonly text: string
  /** Where it is not that of the page. */
  readonly lang: Language | undefined
}

/** A sentence in parts: what people wrote in another language than that of the page, and what stands around it. */
export function quotedParts(sentence: string, quotes: readonly Part[]): readonly Part[] {
  const [first, ...others] = quotes.filter(({ text, lang }) => lang !== undefined && text !== '')
  if (first === undefined) return sentence === '' ? [] : [{ text: sentence, lang: undefined }]
  const at = sentence.indexOf(first.text)
  if (at === -1) return quotedParts(sentence, others)
  return [
    ...quotedParts(sentence.slice(0, at), others),
    first,
    ...quotedParts(sentence.slice(at + first.text.length), others),
  ]
}
