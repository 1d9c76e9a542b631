import { basename } from 'node:path'

/** Registers that tell of people: of a mistake in one, its place is told and nothing that it quotes. */
const OF_PEOPLE: readonly string[] = ['registers/affiliations', 'registers/opt-ins', 'registers/credits']

/** What went wrong in a run, without the folders of this machine and without what a line says of somebody. */
export function problemTold({
  collector,
  scope,
  message,
}: {
  readonly collector: string
  readonly scope: string
  readonly message: string
}): string {
  const short = scope.startsWith('/') ? message.replaceAll(scope, basename(scope)) : message
  if (!OF_PEOPLE.includes(collector)) return short
  return /^[^\s:]+(?::\d+)+/u.exec(short)?.[0] ?? basename(scope)
}
