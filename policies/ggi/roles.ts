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
