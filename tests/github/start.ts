import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { answer, type Incoming } from './api.ts'
import { answerControl, type Control, controlAt } from './control.ts'
import type { GitHubOptions } from './options.ts'
import { json, type Reply } from './reply.ts'
import { createState, type State } from './state.ts'
import type { World } from './world/model.ts'

/** A GitHub that runs in this process. */
export interface RunningGitHub extends Control {
  /** Root of REST and, with `/graphql`, of GraphQL; add `/api/v3` for the layout of an Enterprise Server. */
  readonly url: string
  readonly world: World
  /** Changes the world with a function; `edit` does it with data. */
  readonly change: (edit: (world: World) => void) => void
  readonly stop: () => Promise<void>
}

/** Starts a GitHub on the loopback interface. */
export async function startGitHub(options: GitHubOptions): Promise<RunningGitHub> {
  const state = createState(options)
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    handle(state, request, response).catch((error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      send(response, json(500, { message: `The GitHub that runs here failed: ${message}` }))
    })
  }
  const server = options.tls === undefined ? createServer(listen) : createTlsServer(options.tls, listen)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const url = `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    world: options.world,
    ...controlAt(url),
    change: (edit) => state.change(edit),
    stop: () => close(server),
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}

async function handle(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks).toString()
  const scheme = 'encrypted' in request.socket ? 'https' : 'http'
  const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? '127.0.0.1'}`)
  if (url.pathname.startsWith('/_control/')) return send(response, answerControl(state, url.pathname, body))
  const { authorization, 'if-none-match': ifNoneMatch } = request.headers
  const incoming: Incoming = {
    method: request.method ?? 'GET',
    url,
    headers: { authorization, 'if-none-match': ifNoneMatch },
    body,
  }
  const reply = answer(state, incoming)
  if (reply.delay !== undefined) await setTimeout(reply.delay)
  send(response, reply)
}

function send(response: ServerResponse, reply: Reply): void {
  if (reply.cut === 'before') {
    response.socket?.destroy()
    return
  }
  response.sendDate = false
  response.writeHead(reply.status, { ...reply.headers, 'content-length': reply.body.length })
  if (reply.cut === undefined) {
    response.end(reply.body)
    return
  }
  response.write(reply.body.subarray(0, reply.body.length >> 1), () => response.socket?.destroy())
}
