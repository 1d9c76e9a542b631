import { basename } from 'node:path'
import type { Text } from './model/vocabulary.ts'
import { PROBLEM_SENTENCES } from './reference/problem-sentences.ts'

/** Registers that tell of people: of a mistake in one, its place is told and nothing that it quotes. */
const OF_PEOPLE: readonly string[] = ['registers/affiliations', 'registers/opt-ins', 'registers/credits']

interface Problem {
  readonly collector: string
  readonly scope: string
  /** Of a trouble that has sentences of its own. */
  readonly code?: string | null | undefined
  readonly message: string
}

/**
 * What went wrong in a run, without the folders of this machine and without what a line says of somebody. What has no
 * sentence in French keeps the words of who met it.
 */
export function problemTold({ collector, scope, code, message }: Problem): Text {
  const short = scope.startsWith('/') ? message.replaceAll(scope, basename(scope)) : message
  if (OF_PEOPLE.includes(collector)) {
    const place = /^[^\s:]+(?::\d+)+/u.exec(short)?.[0] ?? basename(scope)
    return { fr: place, en: place }
  }
  return { fr: problemInFrench(code, basename(scope)) ?? short, en: short }
}

/** The sentence of a code; undefined without one. */
export function problemInFrench(code: string | null | undefined, scope: string): string | undefined {
  return code == null ? undefined : PROBLEM_SENTENCES[code]?.replaceAll('{scope}', scope)
}
