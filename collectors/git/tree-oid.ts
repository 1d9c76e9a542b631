import { createHash } from 'node:crypto'
import type { Oid } from '#data/model/oid.ts'
import type { Entry } from '#data/model/source.ts'

type Leaf = Pick<Entry, 'path' | 'mode' | 'oid'>

interface Line {
  readonly name: string
  /** As trees write it: folders are `40000`. */
  readonly mode: string
  readonly oid: Oid
}

/** The id that git gives to a tree of these files: for an unchanged checkout, that of its head's tree. */
export function treeOid(entries: readonly Leaf[]): Oid {
  const folders = new Map<string, Leaf[]>()
  const lines: Line[] = []
  for (const entry of entries) {
    const slash = entry.path.indexOf('/')
    if (slash === -1) {
      lines.push({ name: entry.path, mode: entry.mode, oid: entry.oid })
      continue
    }
    const name = entry.path.slice(0, slash)
    const inner = folders.get(name) ?? []
    inner.push({ ...entry, path: entry.path.slice(slash + 1) })
    folders.set(name, inner)
  }
  for (const [name, inner] of folders) lines.push({ name, mode: '40000', oid: treeOid(inner) })
  const bytes = Buffer.concat(lines.toSorted(byGitOrder).map(encode))
  return createHash('sha1').update(`tree ${bytes.byteLength}\0`).update(bytes).digest('hex')
}

/** Bytewise, a folder as if its name ended with a slash. */
function byGitOrder(one: Line, other: Line): number {
  return Buffer.compare(sortKey(one), sortKey(other))
}

function sortKey({ name, mode }: Line): Buffer {
  return Buffer.from(mode === '40000' ? `${name}/` : name)
}

function encode({ name, mode, oid }: Line): Buffer {
  return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')])
}
