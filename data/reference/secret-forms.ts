/**
 * Secrets that tell by their beginning what they are. Nothing here is guessed from the name of a variable: a form without
 * a beginning of its own matches what is no secret too often.
 */
export interface SecretForm {
  readonly kind: string
  /** Letter for letter in every secret of the form: a file without it is not searched. */
  readonly word: string
  /** The first group is what is random; what stands before it is alike for all of the form. */
  readonly pattern: RegExp
  /** Often meant for browsers, and bound to an address there: no secret then. */
  readonly isOftenPublic?: boolean
}

export const secretForms: readonly SecretForm[] = [
  { kind: 'github-token', word: 'ghp_', pattern: /\bghp_([A-Za-z0-9]{36})\b/g },
  { kind: 'github-token', word: 'gho_', pattern: /\bgho_([A-Za-z0-9]{36})\b/g },
  { kind: 'github-token', word: 'ghu_', pattern: /\bghu_([A-Za-z0-9]{36})\b/g },
  { kind: 'github-token', word: 'ghs_', pattern: /\bghs_([A-Za-z0-9]{36})\b/g },
  { kind: 'github-token', word: 'ghr_', pattern: /\bghr_([A-Za-z0-9]{36,76})\b/g },
  { kind: 'github-token', word: 'github_pat_', pattern: /\bgithub_pat_([A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/g },
  { kind: 'gitlab-token', word: 'glpat-', pattern: /\bglpat-([\w-]{20,50})(?![\w-])/g },
  { kind: 'aws-key', word: 'AKIA', pattern: /\bAKIA([A-Z2-7]{16})\b/g },
  { kind: 'aws-key', word: 'ASIA', pattern: /\bASIA([A-Z2-7]{16})\b/g },
  { kind: 'slack-token', word: 'xox', pattern: /\bxox[abeoprs]-(\d{8,15}-[\w-]{12,200})/g },
  {
    kind: 'slack-webhook',
    word: 'hooks.slack.com/services/',
    pattern: /hooks\.slack\.com\/services\/(T[A-Z0-9]{8,12}\/B[A-Z0-9]{8,12}\/[A-Za-z0-9]{24})\b/g,
  },
  { kind: 'google-key', word: 'AIza', pattern: /\bAIza([\w-]{35})(?![\w-])/g, isOftenPublic: true },
  { kind: 'stripe-key', word: '_live_', pattern: /\b[sr]k_live_([A-Za-z0-9]{24,120})\b/g },
  { kind: 'npm-token', word: 'npm_', pattern: /\bnpm_([A-Za-z0-9]{36})\b/g },
  { kind: 'pypi-token', word: 'pypi-AgEI', pattern: /\bpypi-AgEI([\w-]{50,250})/g },
  { kind: 'sendgrid-key', word: 'SG.', pattern: /\bSG\.([\w-]{22}\.[\w-]{43})(?![\w-])/g },
  { kind: 'docker-token', word: 'dckr_pat_', pattern: /\bdckr_pat_([\w-]{27})(?![\w-])/g },
  { kind: 'azure-storage-key', word: 'AccountKey=', pattern: /\bAccountKey=([A-Za-z0-9+/]{86}==)/g },
  {
    kind: 'private-key',
    word: 'PRIVATE KEY',
    // In source code the lines of a key are often joined by a written line end.
    pattern: /-----BEGIN (?:RSA |EC |DSA |OPENSSH )?PRIVATE KEY-----(?:\s|\\[nr]|["'+,])*([A-Za-z0-9+/=]{40,80})/g,
  },
]

/** Words that samples are made of, in small letters. */
export const placeholderWords: readonly string[] = [
  'example',
  'sample',
  'dummy',
  'fake',
  'placeholder',
  'redacted',
  'changeme',
  'xxxx',
  '0000',
  '1234567',
  'abcdef',
]
