import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, resolve, sep } from 'node:path'
import { normalizeBase } from './settings.ts'
import { frameHeaders, SERVER_HEADERS } from './src/policy.ts'

export interface SiteServing {
  /** A built site. */
  readonly directory: string
  readonly base?: string
  /** 0 for any free port. */
  readonly port?: number
  readonly host?: string
}

export interface ServedSite {
  readonly url: string
  close(): Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.sqlite': 'application/vnd.sqlite3',
}

/** Shows a built site on this machine: a file server for reading, nothing more. */
export async function serveSite({
  directory,
  base = '/',
  port = 4321,
  host = '127.0.0.1',
}: SiteServing): Promise<ServedSite> {
  const root = resolve(directory)
  const prefix = normalizeBase(base)
  const server = createServer((request, response) => {
    answer({ request, response, root, prefix }).catch(() => response.destroy())
  })
  await listen(server, port, host)
  const { port: actual } = server.address() as AddressInfo
  const name = host.includes(':') ? `[${host}]` : host
  return {
    url: `http://${name}:${actual}${prefix}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, host, () => done())
  })
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly root: string
  readonly prefix: string
}

async function answer({ request, response, root, prefix }: Exchange): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const path = pathOf(request.url ?? '/')
  if (path === undefined) {
    response.writeHead(400).end()
    return
  }
  if (prefix !== '/' && (path === '/' || `${path}/` === prefix)) {
    response.writeHead(302, { location: prefix }).end()
    return
  }
  const wanted = path.startsWith(prefix) ? await fileOf(root, path.slice(prefix.length)) : undefined
  if (wanted === 'folder') {
    response.writeHead(301, { location: `${path}/` }).end()
    return
  }
  const file = wanted ?? join(root, '404.html')
  const { size } = await stat(file).catch(() => ({ size: undefined }))
  if (size === undefined) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(wanted === undefined ? 404 : 200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': size,
    ...SERVER_HEADERS,
    ...frameHeaders(path.slice(prefix.length)),
  })
  if (request.method === 'HEAD') response.end()
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response)
}

/** Path of the address, decoded; undefined when it cannot be decoded or holds what no file name can. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/u)[0] ?? '/')
    return path.includes('\0') || !path.startsWith('/') ? undefined : path
  } catch {
    return undefined
  }
}

/** The file behind a path below the root; undefined for none, or for one outside of it. */
async function fileOf(root: string, path: string): Promise<string | 'folder' | undefined> {
  const file = normalize(join(root, path))
  if (file !== root && !file.startsWith(root + sep)) return undefined
  const found = await stat(file).catch(() => undefined)
  if (found === undefined) return undefined
  if (!found.isDirectory()) return file
  if (path !== '' && !path.endsWith('/')) return 'folder'
  const index = join(file, 'index.html')
  return (await stat(index).catch(() => undefined)) === undefined ? undefined : index
}
