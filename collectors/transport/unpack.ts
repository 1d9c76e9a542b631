import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { createGunzip } from 'node:zlib'
import { type Extract, extract } from 'tar-stream'
import { SourceFailure } from '#data/model/failures.ts'
import { blobOid } from '#data/model/oid.ts'
import type { ArchiveFile } from '../transport.ts'

type Entry = Extract extends AsyncIterable<infer One> ? One : never

/** Longer files are not kept: rules read text, and no text that people write is that long. */
export const LARGEST_FILE_BYTES = 1024 * 1024
const LARGEST_ARCHIVE_BYTES = 300 * 1024 * 1024

/**
 * Files and symbolic links of a gzipped tarball, sorted by path, top folder off, without names that lead out of the
 * folder. Nothing is written to disk. Throws `too-large` when more than 300 MiB come out, and the stream's own
 * error when the archive is cut short.
 */
export async function unpackTarball(body: unknown): Promise<readonly ArchiveFile[]> {
  const files: ArchiveFile[] = []
  const unpacker = extract()
  const flow = pipeline(readable(body), createGunzip(), unpacker)
  // The loop below ends with the same error; without this line it would count as unhandled as well.
  flow.catch(() => undefined)
  let total = 0
  for await (const entry of unpacker) {
    total += entry.header.size
    if (total > LARGEST_ARCHIVE_BYTES) throw new SourceFailure('too-large', 'the archive unpacks to more than 300 MiB')
    const { name, type, linkname } = entry.header
    const path = type === 'file' || type === 'symlink' ? insidePath(name) : undefined
    if (path === undefined) entry.resume()
    else if (type === 'symlink') {
      entry.resume()
      files.push({ path, mode: '120000', ...linkTo(linkname ?? '') })
    } else
      files.push({
        path,
        mode: (entry.header.mode & 0o111) === 0 ? '100644' : '100755',
        ...(await readFile(entry)),
      })
  }
  await flow
  return files.sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function readFile(entry: Entry): Promise<Pick<ArchiveFile, 'oid' | 'size' | 'content'>> {
  const size = entry.header.size
  const hash = createHash('sha1').update(`blob ${size}\0`)
  const chunks: Uint8Array[] = []
  for await (const chunk of entry as AsyncIterable<Uint8Array>) {
    hash.update(chunk)
    if (size <= LARGEST_FILE_BYTES) chunks.push(chunk)
  }
  const content = Buffer.concat(chunks)
  const isKept = size <= LARGEST_FILE_BYTES && isText(content)
  return { oid: hash.digest('hex'), size, content: isKept ? content : null }
}

/** Git keeps a link as a content of its own: the bytes of the path that it names. */
function linkTo(target: string): Pick<ArchiveFile, 'oid' | 'size' | 'content'> {
  const bytes = Buffer.from(target)
  return { oid: blobOid(bytes), size: bytes.byteLength, content: null }
}

/** Whether git would call these bytes text: no zero byte near the start. */
export function isText(content: Uint8Array): boolean {
  return !content.subarray(0, 8000).includes(0)
}

function readable(body: unknown): Readable {
  return body instanceof Uint8Array ? Readable.from([body]) : Readable.fromWeb(body as ReadableStream)
}

function insidePath(name: string): string | undefined {
  const steps = name.split('/')
  const isOdd = steps.length < 2 || steps.some((step) => step === '' || step === '.' || step === '..')
  return isOdd ? undefined : steps.slice(1).join('/')
}
