import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { Answer, ArchiveFile, CallKey, Transport } from '../transport.ts'
import {
  type BlobLine,
  type CallLine,
  keyOf,
  type Line,
  MANIFEST_FILE,
  RECORDING_FORMAT,
  recordingFile,
} from './recording.ts'

/** Keeps what the collectors are answered, and writes it down as one folder at the end. */
export interface Recorder {
  /** The same way to the host, with everything that comes back noted under this collector. */
  through(collector: string, transport: Transport): Transport
  /** Writes the folder; the same answers always give the same bytes. */
  close(): Promise<void>
}

// Weather of the moment, not an answer of the world: a replay could only repeat it.
const PASSING = new Set(['interrupted', 'rate-limit', 'network', 'unauthorized'])

export function recorder(directory: string, recordedAt: Instant): Recorder {
  const collectors = new Map<string, Map<string, Line>>()
  return {
    through(collector, transport) {
      const lines = collectors.get(collector) ?? new Map<string, Line>()
      collectors.set(collector, lines)
      return recording(transport, lines)
    },
    async close() {
      await mkdir(directory, { recursive: true })
      await writeFile(join(directory, MANIFEST_FILE), `${JSON.stringify({ format: RECORDING_FORMAT, recordedAt })}\n`)
      for (const [collector, lines] of collectors) {
        const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1))
        const text = sorted.map(([, line]) => `${JSON.stringify(line)}\n`).join('')
        await writeFile(join(directory, recordingFile(collector)), text)
      }
    },
  }
}

function recording(transport: Transport, lines: Map<string, Line>): Transport {
  const noted = async <Data>(
    call: CallKey,
    ask: () => Promise<Answer<Data>>,
    body: (data: Data) => Partial<CallLine>,
  ) => {
    try {
      const answer = await ask()
      const errors = answer.errors.length > 0 ? { errors: answer.errors } : {}
      lines.set(keyOf(call), { ...keyParts(call), ...body(answer.data), ...errors })
      return answer
    } catch (error) {
      if (error instanceof SourceFailure && !PASSING.has(error.kind))
        lines.set(keyOf(call), { ...keyParts(call), failure: { kind: error.kind, message: error.message } })
      throw error
    }
  }
  const archived = (files: readonly ArchiveFile[]): Partial<CallLine> => {
    for (const { oid, content } of files) if (content !== null) lines.set(`blob\t${oid}`, blobLine(oid, content))
    return { files: files.map(({ path, mode, oid, size }) => [path, mode, oid, size] as const) }
  }
  return {
    graphql: (call) =>
      noted(
        call,
        () => transport.graphql(call),
        (data) => ({ data }),
      ),
    rest: (call) =>
      noted(
        call,
        () => transport.rest(call),
        (data) => ({ data }),
      ),
    archive: (call) => noted(call, () => transport.archive(call), archived),
    spent: () => transport.spent(),
    left: () => transport.left?.(),
    ...(transport.strain === undefined ? {} : { strain: transport.strain }),
  }
}

function keyParts({ operation, version, subject, stream, position }: CallKey): CallKey {
  return { operation, version, subject, stream, position }
}

function blobLine(blob: string, content: Uint8Array): BlobLine {
  const bytes = Buffer.from(content)
  const text = bytes.toString('utf8')
  return Buffer.from(text, 'utf8').equals(bytes) ? { blob, text } : { blob, base64: bytes.toString('base64') }
}
