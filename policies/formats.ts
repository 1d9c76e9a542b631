/** Forms that a pack asks for by name, because a regular expression cannot tell. */
export const FORMATS = {
  url: isUrl,
  day: isDay,
  language: isLanguage,
  country: isCountry,
} as const satisfies Readonly<Record<string, (text: string) => boolean>>

export const FORMAT_NAMES = ['url', 'day', 'language', 'country'] as const satisfies readonly (keyof typeof FORMATS)[]

function isUrl(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:\/\/[^\s/]+/iu.test(text) && URL.canParse(text)
}

/** `YYYY-MM-DD`, in the calendar. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** A BCP 47 tag whose language ISO 639 knows. */
function isLanguage(text: string): boolean {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/u.test(text) && nameOf('language', text) !== undefined
}

/** Regions that are no country, though tables list them. */
const NO_COUNTRIES = ['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO', 'AC', 'CP', 'DG', 'EA', 'IC', 'TA']

/** ISO 3166-1 alpha-2 in capitals; `UK`, which is not its own code, is none. */
function isCountry(text: string): boolean {
  if (!/^[A-Z]{2}$/u.test(text) || NO_COUNTRIES.includes(text)) return false
  return nameOf('region', text) !== undefined && Intl.getCanonicalLocales(`und-${text}`)[0] === `und-${text}`
}

function nameOf(type: 'language' | 'region', code: string): string | undefined {
  try {
    return new Intl.DisplayNames(['en'], { type, fallback: 'none' }).of(code)
  } catch {
    return undefined
  }
}
