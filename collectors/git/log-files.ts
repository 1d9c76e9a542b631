import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Oid } from '#data/model/oid.ts'
import type { Signature } from './bots.ts'
import { type ObjectFiles, openObjectFiles } from './object-files.ts'

/** A commit as its object says it. */
export interface CommitObject {
  readonly oid: Oid
  readonly parents: readonly Oid[]
  readonly author: Signature
  /** The first paragraph of the message, in one line. */
  readonly subject: string
}

interface DatedCommit extends CommitObject {
  /** Seconds since the epoch at which it was committed. */
  readonly committedAt: number
}

/**
 * The latest commits that `head` reaches, newest first, in the order of `git log`, from the files of a git directory.
 * Undefined where that takes git itself: objects kept elsewhere, commits that stand for others, a text in a rare encoding.
 */
export function readLogFiles(gitFolder: string, head: Oid, most: number): readonly CommitObject[] | undefined {
  if (UNUSUAL.some((path) => existsSync(join(gitFolder, path)))) return undefined
  const objects = openObjectFiles(gitFolder)
  try {
    return walk(objects, head, most)
  } finally {
    objects.close()
  }
}

const UNUSUAL = ['shallow', 'info/grafts', 'objects/info/alternates', 'refs/replace', 'commondir']

function walk(objects: ObjectFiles, head: Oid, most: number): readonly CommitObject[] | undefined {
  const seen = new Set([head])
  const first = readCommit(objects, head)
  if (first === undefined) return undefined
  // The newest last; of those of the same second the one that was met first.
  const waiting = [first]
  const found: DatedCommit[] = []
  for (let next = waiting.pop(); next !== undefined && found.length < most; next = waiting.pop()) {
    found.push(next)
    for (const oid of next.parents) {
      if (seen.has(oid)) continue
      seen.add(oid)
      const parent = readCommit(objects, oid)
      if (parent === undefined) return undefined
      let place = waiting.length
      while (place > 0 && (waiting[place - 1]?.committedAt ?? 0) >= parent.committedAt) place--
      waiting.splice(place, 0, parent)
    }
  }
  return found
}

const HEAD =
  /^tree [0-9a-f]{40}\n((?:parent [0-9a-f]{40}\n)*)author ([^<>\n]*)<([^<>\n]*)> \d+ [+-]\d{4}\ncommitter [^\n]*> (\d+) [+-]\d{4}\n/

function readCommit(objects: ObjectFiles, oid: Oid): DatedCommit | undefined {
  const object = objects.read(oid)
  if (object?.type !== 'commit') return undefined
  const text = object.content.toString('utf8')
  const end = text.indexOf('\n\n')
  const [head, parents = '', name = '', address = '', committed] = HEAD.exec(text) ?? []
  // What stands further on in the head: a signature, or an encoding that is not the usual one.
  if (head === undefined || end === -1 || /\nencoding (?!utf-?8\n)/i.test(text.slice(head.length - 1, end + 1))) {
    return undefined
  }
  return {
    oid,
    parents: parents.split('\n').flatMap((line) => (line === '' ? [] : [line.slice('parent '.length)])),
    author: { name: name.trim(), address },
    subject: subjectOf(text.slice(end + 2)),
    committedAt: Number(committed),
  }
}

function subjectOf(message: string): string {
  const [told = ''] = message.split('\0', 1)
  const lines = told.split('\n').map((line) => line.trimEnd())
  const start = lines.findIndex((line) => line !== '')
  if (start === -1) return ''
  const end = lines.indexOf('', start)
  return lines.slice(start, end === -1 ? undefined : end).join(' ')
}
