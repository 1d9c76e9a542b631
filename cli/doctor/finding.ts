import { failureText } from '../failure-text.ts'

/** `fine`; `attention`: it works, and somebody should look; `broken`: it does not work; `unknown`: it could not be looked at. */
export type Health = 'fine' | 'attention' | 'broken' | 'unknown'

export const SUBJECTS = [
  'node',
  'config',
  'database',
  'key',
  'token',
  'quota',
  'freshness',
  'gaps',
  'packs',
  'registers',
] as const
export type Subject = (typeof SUBJECTS)[number]

/** One thing that was looked at, and the remedy where something is to be done. */
export interface Finding {
  readonly subject: Subject
  readonly health: Health
  readonly says: string
  readonly remedy?: string
}

/** What was thrown while looking, as a finding: its first line says what is wrong, the rest is the remedy. */
export function brokenBy(subject: Subject, error: unknown): Finding {
  const [says = '', ...rest] = failureText(error)
    .replace(/^parvis: /u, '')
    .trimEnd()
    .split('\n')
  const remedy = rest.map((line) => line.trim()).join('\n')
  return { subject, health: 'broken', says, ...(remedy !== '' && { remedy }) }
}
