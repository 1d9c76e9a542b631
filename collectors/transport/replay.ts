import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SourceFailure, UsageFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import type { Answer, ArchiveFile, CallKey, Transport } from '../transport.ts'
import {
  type CallLine,
  keyOf,
  type Line,
  MANIFEST_FILE,
  type Manifest,
  RECORDING_FORMAT,
  recordingFile,
} from './recording.ts'

/** A folder that `record` wrote, answering in place of the host. No network. */
export interface Recording {
  readonly recordedAt: Instant
  transport(collector: string): Promise<Transport>
}

/** Throws `UsageFailure` `recording-missing` or `recording-unreadable`; a call of another version gives `recording-stale`. */
export async function openRecording(directory: string): Promise<Recording> {
  const manifest = await readManifest(directory)
  return {
    recordedAt: manifest.recordedAt,
    transport: async (collector) => replaying(await readLines(directory, collector), manifest.recordedAt),
  }
}

interface Lines {
  readonly calls: ReadonlyMap<string, CallLine>
  readonly blobs: ReadonlyMap<string, Uint8Array>
}

function replaying(lines: Lines, servedAt: Instant): Transport {
  const find = (call: CallKey): CallLine => {
    const line = lines.calls.get(keyOf(call))
    if (line === undefined)
      throw new SourceFailure('not-found', `the recording has no answer to ${call.operation} about ${call.subject}`)
    if (line.version !== call.version) throw stale(call, line.version)
    if (line.failure !== undefined) throw new SourceFailure(line.failure.kind, line.failure.message)
    return line
  }
  const answer = <Data>(line: CallLine, data: Data): Answer<Data> => ({ data, errors: line.errors ?? [], servedAt })
  // What was recorded was scrubbed and had the shape of its question.
  const replay = async <Data>(call: CallKey) => {
    const line = find(call)
    return answer(line, line.data as Data)
  }
  return {
    graphql: replay,
    rest: replay,
    async archive(call) {
      const line = find(call)
      const files = (line.files ?? []).map(
        ([path, mode, oid, size]): ArchiveFile => ({ path, mode, oid, size, content: lines.blobs.get(oid) ?? null }),
      )
      return answer(line, files)
    },
    spent: () => ({ requests: 0, points: 0 }),
  }
}

function stale(call: CallKey, recorded: number): UsageFailure {
  const message = `The recording holds version ${recorded} of "${call.operation}", this program asks version ${call.version}.`
  return new UsageFailure('recording-stale', message, { hint: 'Record it again with `parvis collect --record DIR`.' })
}

async function readManifest(directory: string): Promise<Manifest> {
  const text = await readFile(join(directory, MANIFEST_FILE), 'utf8').catch(() => undefined)
  if (text === undefined) throw new UsageFailure('recording-missing', `There is no recording in ${directory}.`)
  const manifest = parse<Manifest>(text, join(directory, MANIFEST_FILE), 1)
  if (manifest.format === RECORDING_FORMAT) return manifest
  throw new UsageFailure('recording-stale', `The recording in ${directory} has another format.`)
}

async function readLines(directory: string, collector: string): Promise<Lines> {
  const file = join(directory, recordingFile(collector))
  // No file: nothing of this collector was recorded, and each of its calls will say so.
  const text = await readFile(file, 'utf8').catch(() => '')
  const calls = new Map<string, CallLine>()
  const blobs = new Map<string, Uint8Array>()
  for (const [index, row] of text.split('\n').entries()) {
    if (row === '') continue
    const line = parse<Line>(row, file, index + 1)
    if ('blob' in line)
      blobs.set(line.blob, Buffer.from(line.text ?? line.base64 ?? '', line.text === undefined ? 'base64' : 'utf8'))
    else calls.set(keyOf(line), line)
  }
  return { calls, blobs }
}

function parse<Shape>(text: string, file: string, line: number): Shape {
  try {
    return JSON.parse(text) as Shape
  } catch {
    const details = [{ message: 'This line is no JSON.', file, line }]
    throw new UsageFailure('recording-unreadable', `The recording ${file} cannot be read.`, { details })
  }
}
