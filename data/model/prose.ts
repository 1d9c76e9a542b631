import { isOneOf, LANGUAGES, type Language, type Text } from './vocabulary.ts'

/** A text that people wrote: as it stands, in the language that they write in, or in those of ours that they name. */
export type Prose = string | Partial<Text>

/** A text, and which language it is in. */
export interface ToldProse {
  readonly text: string
  readonly language: Language
}

/** As one column holds it: the text itself, or a JSON object by language. */
export function heldProse(prose: Prose): string {
  return typeof prose === 'string' ? prose : JSON.stringify(prose)
}

/** Every text of what a column holds. */
export function proseTexts(held: string): readonly string[] {
  const prose = proseOf(held)
  return typeof prose === 'string' ? [prose] : Object.values(prose)
}

/** The same column with each of its texts changed. */
export function proseChanged(held: string, change: (text: string) => string): string {
  const prose = proseOf(held)
  if (typeof prose === 'string') return change(prose)
  return heldProse(Object.fromEntries(Object.entries(prose).map(([language, text]) => [language, change(text)])))
}

/** What a column holds in the language that is asked for, else in another, which is then named. */
export function proseIn(
  held: string,
  { language, writtenIn }: { readonly language: Language; readonly writtenIn: Language },
): ToldProse {
  const prose = proseOf(held)
  if (typeof prose === 'string') return { text: prose, language: writtenIn }
  const order = [language, writtenIn, ...LANGUAGES]
  const found = order.find((one) => prose[one] !== undefined) ?? language
  return { text: prose[found] ?? '', language: found }
}

/** What a column holds, as it was written. */
export function proseOf(held: string): Prose {
  if (!held.startsWith('{"')) return held
  try {
    const read: unknown = JSON.parse(held)
    if (typeof read !== 'object' || read === null) return held
    const texts = Object.entries(read).filter(
      ([name, text]) => isOneOf(LANGUAGES, name) && typeof text === 'string' && text !== '',
    )
    return texts.length === 0 ? held : Object.fromEntries(texts)
  } catch {
    // It only looks like one: the text is what it is.
    return held
  }
}
