const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const MENTION = /(?<![\p{L}\p{N}_./])@[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\/[\p{L}\p{N}_-]+)?/gu
// Eight digits and more in the way telephone numbers are written; a version or an issue number is shorter or has no `+` or spaces.
const TELEPHONE = /(?:\+\d{1,3}[ .-]?(?:\(0\))?|(?<![\d.])0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/g

/** A title or a description with mentions, mail addresses and telephone numbers taken out. */
export function maskPersonal(text: string): string {
  return text.replaceAll(ADDRESS, '…@…').replaceAll(MENTION, '@…').replaceAll(TELEPHONE, '☎…')
}
