import { serveSite } from '#site/preview.ts'
import type { Session } from './session.ts'

interface Serving extends Session {
  readonly directory: string
  readonly base: string
  readonly port: number
}

/** Serves a built site on this machine until Ctrl-C; on another port when the wanted one is taken. */
export async function serve({ io, signal, directory, base, port }: Serving): Promise<void> {
  const serveOn = (wanted: number) => serveSite({ directory, base, port: wanted, host: '127.0.0.1' })
  const server = await serveOn(port).catch((error: unknown) => {
    if (!isTaken(error)) throw error
    io.err(`port ${port} is taken, another one is used\n`)
    return serveOn(0)
  })
  io.out(`${server.url}\n`)
  io.err('Ctrl-C stops serving\n')
  if (!signal.aborted) await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }))
  await server.close()
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
