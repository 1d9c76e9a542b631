const ROLE_WORDS =
  /direction|service|équipe|equipe|team|office|bureau|comit|mission|pôle|cellule|responsable|chef|manager|lead|délégu|depart|départ|board|group|agenc|architect|sécurité|security|juridique|legal|achat|buyer|communa|secr[eé]t|conseil|council|mairie|ville|city|develop|développ|support|\b(?:head|ospo|dsi|cto|cio|ciso|rssi|dpo|ops)\b/iu

/** Whether a text that should name a role or a team reads like a login, a mail address or somebody's name. */
export function looksLikePerson(role: string): boolean {
  const written = role.trim()
  if (/^@|\S@\S+\.\S/u.test(written)) return true
  if (ROLE_WORDS.test(written)) return false
  const isName = /^\p{Lu}[\p{Ll}'’-]+(?: (?:d[ue’']|de|van|von|le|la))?(?: \p{Lu}[\p{L}'’-]+){1,2}$/u.test(written)
  return isName || /^[a-z]+(?:[-_.\d][a-z\d]*)+$/u.test(written)
}

const ADDRESS = /([\p{L}\p{N}._%+-]+)@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
/** What mail addresses of roles are often called beside the words above. */
const BOX_WORDS =
  /code|ouvert|open|libre|logiciel|source|contact|info|data|donn[eé]e|projet|project|access|web|site|aide|help/iu

/**
 * Whether a text that may hold mail addresses, as "the core team (core@city.example)", names somebody: an address made
 * of a first and a last name, or such a name beside it.
 */
export function namesSomebody(text: string): boolean {
  const boxes = [...text.matchAll(ADDRESS)].map(([, box = '']) => box)
  const isPersonal = (box: string) => /^\p{L}+\.\p{L}{2,}$/u.test(box) && !ROLE_WORDS.test(box) && !BOX_WORDS.test(box)
  return boxes.some(isPersonal) || looksLikePerson(text.replaceAll(ADDRESS, '').replaceAll(/\(\s*\)/gu, ''))
}
