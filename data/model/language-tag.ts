/** Country codes that people write for their languages. */
const MEANT: Readonly<Record<string, string>> = { cz: 'cs', dk: 'da', se: 'sv', gr: 'el', ua: 'uk', jp: 'ja', cn: 'zh' }

/** The BCP 47 tag that is meant: `cz` is `cs`, `pt_BR` is `pt-BR`. Undefined for what is no language. */
export function languageTag(text: string): string | undefined {
  const tag = MEANT[text.toLowerCase()] ?? text.replaceAll('_', '-')
  try {
    const [value] = Intl.getCanonicalLocales(tag)
    return value
  } catch {
    // It throws for a tag that is none.
    return undefined
  }
}

/** How a language may be written: its tag, then the country code that stands for it in some file names. */
export function spellingsOf(tag: string): readonly string[] {
  const country = Object.entries(MEANT).find(([, meant]) => meant === tag)?.[0]
  return country === undefined ? [tag.replaceAll('-', '_')] : [tag, country]
}
