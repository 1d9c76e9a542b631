import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { gzipSync } from 'node:zlib'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves a built site as hosts do: texts compressed, once each. */
export async function serveCompressed(
  site: string,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const known = new Map<string, Buffer | undefined>()
  const read = (path: string) => {
    if (!known.has(path)) known.set(path, bytesOf(site, path))
    return known.get(path)
  }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const file = path.endsWith('/') ? `${path}index.html` : path
    const bytes = read(file)
    if (bytes === undefined) {
      response.writeHead(404).end()
      return
    }
    const type = TYPES[extname(file)]
    const isPacked = type !== undefined && type !== 'font/woff2'
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'content-length': bytes.byteLength,
      'cache-control': 'max-age=600',
      ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    })
    response.end(bytes)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

function bytesOf(site: string, path: string): Buffer | undefined {
  const file = normalize(join(site, path))
  if (!file.startsWith(site + sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined
  const content = readFileSync(file)
  const type = TYPES[extname(file)]
  return type === undefined || type === 'font/woff2' ? content : gzipSync(content)
}
