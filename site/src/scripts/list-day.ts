/** A day in few words, in the language of the page. */
export function dayOf(text: string): string {
  const locale = document.documentElement.lang === 'fr' ? 'fr-FR' : 'en-GB'
  return new Date(text).toLocaleDateString(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
}
