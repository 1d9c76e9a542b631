import { serveSite } from '#site/preview.ts'
import type { Session } from './session.ts'

interface Serving extends Session {
  readonly directory: string
  readonly base: string
  readonly port: number
}

/** Serves a built site on this machine until Ctrl-C. */
export async function serve({ io, signal, directory, base, port }: Serving): Promise<void> {
  const server = await serveSite({ directory, base, port, host: '127.0.0.1' })
  io.out(`${server.url}\n`)
  if (!signal.aborted) await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }))
  await server.close()
}
