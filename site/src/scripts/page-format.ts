/** Numbers and days in the language of the page. Made once: a format is dear to make, and rows ask for hundreds. */
const LOCALE = document.documentElement.lang === 'fr' ? 'fr-FR' : 'en-GB'
const NUMBER = new Intl.NumberFormat(LOCALE)
const DAY = new Intl.DateTimeFormat(LOCALE, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })

export function numberOf(value: number): string {
  return NUMBER.format(value)
}

/** A day in few words. */
export function dayOf(text: string): string {
  return DAY.format(new Date(text))
}
