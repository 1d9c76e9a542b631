import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract, type Header } from 'tar-stream'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import { blobOid } from '#data/model/oid.ts'
import type { Entry, EntryMode, Source } from '#data/model/source.ts'
import { checkRepositoryName } from './remote.ts'

export interface TarballOptions {
  /** `owner/name`, when the user says so: a tarball does not. */
  readonly as?: string | undefined
}

/** Bounds of what is unpacked, in memory and never on disk: a small archive can hold a large nothing. */
const MOST_BYTES = 512 * 1024 * 1024
const MOST_ENTRIES = 200_000

interface Unpacked {
  readonly mode: EntryMode
  readonly content: Buffer
}

/**
 * A `.tar`, `.tar.gz` or `.tgz` file as a source; a single top folder is taken off the paths. It knows no branches, and
 * lacks what the repository leaves out of its archives. Throws a `UsageFailure`: `archive-unreadable`,
 * `archive-unsafe`, `archive-too-large`, `invalid-repository-name`.
 */
export async function openTarball(file: string, options: TarballOptions = {}): Promise<Source> {
  const repository = options.as === undefined ? undefined : checkRepositoryName(options.as)
  const files = await unpack(file)
  const contents = withoutTopFolder(files)
  const entries = [...contents]
    .map(([path, { mode, content }]): Entry => ({ path, mode, oid: blobOid(content), size: content.byteLength }))
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
  return {
    identity: { origin: file, repository, defaultBranch: undefined, head: undefined },
    entries: async () => entries,
    read: async (entry) => {
      const content = contents.get(entry.path)?.content
      if (content === undefined) throw new SourceFailure('not-found', `${entry.path} is not in ${file}`)
      return content
    },
  }
}

async function unpack(file: string): Promise<ReadonlyMap<string, Unpacked>> {
  const files = new Map<string, Unpacked>()
  const archive = extract()
  const reading = async () => {
    let size = 0
    let count = 0
    for await (const entry of archive) {
      count += 1
      size += entry.header.size
      if (count > MOST_ENTRIES) throw tooLarge(file, `more than ${MOST_ENTRIES} entries`)
      if (size > MOST_BYTES) throw tooLarge(file, `more than ${MOST_BYTES / 1024 / 1024} MiB`)
      const chunks: Uint8Array[] = []
      for await (const chunk of entry) if (chunk instanceof Uint8Array) chunks.push(chunk)
      const unpacked = unpackedEntry(file, entry.header, { content: Buffer.concat(chunks), files })
      if (unpacked) files.set(safePath(file, entry.header.name), unpacked)
    }
  }
  const source = createReadStream(file)
  const feeding = /gz$/i.test(file) ? pipeline(source, createGunzip(), archive) : pipeline(source, archive)
  try {
    await Promise.all([feeding, reading()])
  } catch (cause) {
    if (cause instanceof UsageFailure) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new UsageFailure('archive-unreadable', `${file} cannot be unpacked: ${reason}`)
  }
  return files
}

interface EntryBody {
  readonly content: Buffer
  /** What was unpacked before it. */
  readonly files: ReadonlyMap<string, Unpacked>
}

/** Undefined for what is no file: a folder, a device, a pipe. */
function unpackedEntry(file: string, header: Header, { content, files }: EntryBody): Unpacked | undefined {
  switch (header.type) {
    case 'file':
    case 'contiguous-file':
      return { mode: ((header.mode ?? 0) & 0o100) === 0 ? '100644' : '100755', content }
    case 'symlink':
      return { mode: '120000', content: Buffer.from(header.linkname ?? '') }
    case 'link': {
      // A second name of a file in this very archive; of anything else it would be a way out.
      const target = files.get(safePath(file, header.linkname ?? ''))
      if (target === undefined) throw unsafe(file, header.name)
      return target
    }
    default:
      return undefined
  }
}

function safePath(file: string, name: string): string {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  const isAbsolute = name.startsWith('/') || /^[a-z]:/i.test(name)
  if (isAbsolute || parts.includes('..') || /[\0\\]/.test(name)) throw unsafe(file, name)
  return parts.join('/')
}

function withoutTopFolder(files: ReadonlyMap<string, Unpacked>): ReadonlyMap<string, Unpacked> {
  const tops = new Set([...files.keys()].map((path) => path.slice(0, path.indexOf('/') + 1)))
  const [top = ''] = tops.size === 1 ? tops : []
  const kept = [...files].map(([path, unpacked]) => [path.slice(top.length), unpacked] as const)
  return new Map(kept.filter(([path]) => path !== '.git' && !path.startsWith('.git/')))
}

function unsafe(file: string, name: string): UsageFailure {
  return new UsageFailure('archive-unsafe', `${file} holds an entry that leads out of it: ${name.slice(0, 200)}`)
}

function tooLarge(file: string, what: string): UsageFailure {
  return new UsageFailure('archive-too-large', `${file} unpacks to ${what}`)
}
