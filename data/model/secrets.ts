/** Shapes of secrets that hosts and clouds give out, known by their beginnings. */
const SECRETS = [
  'gh[pousr]_[A-Za-z0-9]{16,}',
  'github_pat_[A-Za-z0-9_]{20,}',
  'glpat-[A-Za-z0-9_-]{16,}',
  'xox[abeoprs]-[A-Za-z0-9-]{10,}',
  '(?:AKIA|ASIA)[A-Z0-9]{16}',
  'AIza[A-Za-z0-9_-]{30,}',
  'sk_live_[A-Za-z0-9]{16,}',
  'npm_[A-Za-z0-9]{30,}',
  'eyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]+',
  '-----BEGIN [A-Z ]*PRIVATE KEY-----[A-Za-z0-9+/=\\s]*',
]
const SECRET = new RegExp(SECRETS.join('|'), 'gu')
// Begins at the sign and not at the scheme: before every dot of a long name another could begin, each read to the end.
const PASSWORD_IN_ADDRESS = /(:\/\/[^\s/:@]{1,64}:)[^\s/@]{1,200}(?=@)/gu

/** A text in which secrets keep the few letters that tell their kind: it may be printed, stored and hashed. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRET, (secret) => `${secret.slice(0, 4)}…`).replace(PASSWORD_IN_ADDRESS, '$1…')
}
