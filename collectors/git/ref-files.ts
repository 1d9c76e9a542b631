import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { Oid } from '#data/model/oid.ts'

/** A name that stands for a commit, or for another name. */
export interface RefFile {
  /** `refs/tags/plugin-1.0.0` */
  readonly name: string
  readonly oid: Oid
  /** Of an annotated tag the commit; else as `oid`. */
  readonly peeled: Oid
  /** The name that it stands for; empty for one that names an object itself. */
  readonly symbolic: string
}

const OID = /^[0-9a-f]{40}$/
const SYMBOLIC = /^ref:\s*(refs\/\S+)\s*$/
const PACKED_LINE = /^([0-9a-f]{40}) (refs\/\S+)$/

/**
 * The references under some folders of a git directory that keeps them as files, sorted by name. Undefined when that
 * takes git itself: for a tag whose object lies in a pack, or a file that does not read as expected.
 */
export function readRefFiles(gitFolder: string, folders: readonly string[]): readonly RefFile[] | undefined {
  const found = readPacked(gitFolder)
  if (found === undefined) return undefined
  for (const name of folders.flatMap((folder) => namesUnder(gitFolder, folder))) {
    const text = readText(join(gitFolder, name))?.trim() ?? ''
    const symbolic = SYMBOLIC.exec(text)?.[1] ?? ''
    const peeled = symbolic === '' ? peel(gitFolder, text, name) : ''
    if (peeled === undefined) return undefined
    found.set(name, { name, oid: symbolic === '' ? text : '', peeled, symbolic })
  }
  const isAsked = (name: string) => folders.some((folder) => name.startsWith(`${folder}/`))
  const kept = [...found.values()].filter(({ name, symbolic }) => {
    return isAsked(name) && (symbolic === '' || found.has(symbolic))
  })
  return kept.sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** The commit that is checked out; null before the first. Undefined when HEAD does not read as expected. */
export function readHead(gitFolder: string): Oid | null | undefined {
  const head = readText(join(gitFolder, 'HEAD'))?.trim() ?? ''
  if (OID.test(head)) return head
  const branch = SYMBOLIC.exec(head)?.[1]
  // A name from a file becomes a path here.
  if (branch === undefined || branch.split('/').includes('..')) return undefined
  const own = readText(join(gitFolder, branch))?.trim()
  if (own !== undefined) return OID.test(own) ? own : undefined
  const packed = readPacked(gitFolder)
  return packed === undefined ? undefined : (packed.get(branch)?.oid ?? null)
}

function readPacked(gitFolder: string): Map<string, RefFile> | undefined {
  const text = readText(join(gitFolder, 'packed-refs')) ?? ''
  const found = new Map<string, RefFile>()
  if (text === '') return found
  // Without this word tags are not followed to their commits.
  if (!/^# pack-refs with:.* peeled /.test(text)) return undefined
  let last: RefFile | undefined
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('^') && last !== undefined && OID.test(line.slice(1))) {
      found.set(last.name, { ...last, peeled: line.slice(1) })
      continue
    }
    const [, oid, name] = PACKED_LINE.exec(line) ?? []
    if (oid === undefined || name === undefined) return undefined
    last = { name, oid, peeled: oid, symbolic: '' }
    found.set(name, last)
  }
  return found
}

function namesUnder(gitFolder: string, folder: string): readonly string[] {
  const children = readFolder(join(gitFolder, folder))
  return children.flatMap((child) => {
    const name = `${folder}/${child.name}`
    if (child.isDirectory()) return namesUnder(gitFolder, name)
    // Git takes the name of a lock while it writes.
    return child.isFile() && !child.name.endsWith('.lock') ? [name] : []
  })
}

/** Branches name commits; a tag may name a tag. */
function peel(gitFolder: string, oid: string, name: string): Oid | undefined {
  if (!OID.test(oid)) return undefined
  if (!name.startsWith('refs/tags/')) return oid
  try {
    const packed = readFileSync(join(gitFolder, 'objects', oid.slice(0, 2), oid.slice(2)))
    const text = inflateSync(packed, { maxOutputLength: 1024 * 1024 }).toString('latin1')
    if (/^commit \d+\0/.test(text)) return oid
    const [, target, type] = /^tag \d+\0object ([0-9a-f]{40})\ntype (\w+)\n/.exec(text) ?? []
    return type === 'tag' || target === undefined ? undefined : target
  } catch {
    // In a pack, which is git's to open.
    return undefined
  }
}

function readFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return []
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
