import { main } from '#cli/main.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

interface Surroundings {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** The day it is; fixed, so that nothing depends on when the tests run. */
  readonly now?: string
  /** Characters in a line; as wide as it takes when left out. */
  readonly columns?: number
}

/** Runs one command line as the guard does, with a terminal that remembers. */
export async function runParvis(
  args: readonly string[],
  { cwd, env = {}, now = '2026-11-15T06:00:00Z', columns }: Surroundings,
): Promise<Ran> {
  let out = ''
  let err = ''
  const code = await main(args, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    env,
    cwd,
    isTerminal: false,
    hasColor: false,
    ...(columns !== undefined && { outColumns: columns }),
    now: () => new Date(now),
  })
  return { code, out, err }
}
