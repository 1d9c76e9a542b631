import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { OpenDataFile } from './settings.ts'

export interface DataFile {
  readonly write: (text: string) => Promise<void>
  /** What was written, once it is on the disk. */
  readonly close: () => Promise<OpenDataFile>
}

/** A file written part by part, compressed where its name ends with `.gz`: no larger part of it is in memory. */
export function dataFile(folder: string, name: string): DataFile {
  const inlet = name.endsWith('.gz') ? createGzip() : new PassThrough()
  const { seal, written } = sealed(name)
  const done = pipeline(inlet, seal, createWriteStream(join(folder, name)))
  // Whoever writes or closes hears of it.
  done.catch(() => undefined)
  return {
    write: async (text) => {
      if (!inlet.write(text)) await Promise.race([once(inlet, 'drain'), done])
    },
    close: async () => {
      inlet.end()
      await done
      return written()
    },
  }
}

/** A compressed copy of a file. */
export async function compressedCopy(from: string, folder: string, name: string): Promise<OpenDataFile> {
  const { seal, written } = sealed(name)
  await pipeline(createReadStream(from), createGzip(), seal, createWriteStream(join(folder, name)))
  return written()
}

/** Passes bytes on and keeps their count and digest. */
function sealed(name: string) {
  const hash = createHash('sha256')
  let bytes = 0
  const seal = async function* (parts: AsyncIterable<Buffer>) {
    for await (const part of parts) {
      hash.update(part)
      bytes += part.byteLength
      yield part
    }
  }
  return { seal, written: (): OpenDataFile => ({ name, bytes, sha256: hash.digest('hex') }) }
}
