import { botPatterns, releaseToolPrefixes } from '#data/reference/bots.ts'

export interface Signature {
  /** Name that a commit is signed with, or login of an account. */
  readonly name: string
  readonly address: string
}

/** The pattern of `data/reference/bots.ts` by which somebody is a program; undefined for a person. */
export function botPatternOf({ name, address }: Signature): string | undefined {
  if (EXCLUDED.some(({ matches }) => matches.test(name) || matches.test(address))) return undefined
  const found =
    NAMES.find(({ matches }) => matches.test(name)) ?? ADDRESSES.find(({ matches }) => matches.test(address))
  return found?.pattern
}

/** Whether the message of a commit says that a release tool made it. */
export function isReleaseToolMessage(message: string): boolean {
  const start = message.trimStart().toLowerCase()
  return releaseToolPrefixes.some((prefix) => start.startsWith(prefix))
}

interface Matcher {
  readonly pattern: string
  readonly matches: RegExp
}

const NAMES = botPatterns.names.map(matcher)
const ADDRESSES = botPatterns.addresses.map(matcher)
const EXCLUDED = botPatterns.exclude.map(matcher)

function matcher(pattern: string): Matcher {
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, String.raw`\$&`))
  return { pattern, matches: new RegExp(`^${parts.join('.*')}$`, 'i') }
}
