import { createHash } from 'node:crypto'
import type { Oid } from '#data/model/oid.ts'
import type { EntryMode } from '#data/model/source.ts'

interface File {
  readonly path: string
  readonly mode: EntryMode
  readonly oid: Oid
}

interface Folder {
  readonly files: Map<string, File>
  readonly folders: Map<string, Folder>
}

/** The oid that git gives the tree of these files. Paths are relative to its root. */
export function treeOidOf(files: readonly File[]): Oid {
  const root: Folder = { files: new Map(), folders: new Map() }
  for (const file of files) {
    const steps = file.path.split('/')
    const name = steps.pop() ?? ''
    folderAt(root, steps).files.set(name, file)
  }
  return hashOf(root).toString('hex')
}

function folderAt(root: Folder, steps: readonly string[]): Folder {
  let folder = root
  for (const step of steps) {
    const below = folder.folders.get(step) ?? { files: new Map(), folders: new Map() }
    folder.folders.set(step, below)
    folder = below
  }
  return folder
}

function hashOf({ files, folders }: Folder): Buffer {
  const lines = [
    ...[...files].map(([name, { mode, oid }]) => lineOf(name, mode, Buffer.from(oid, 'hex'))),
    ...[...folders].map(([name, folder]) => lineOf(name, '40000', hashOf(folder))),
  ]
  const body = Buffer.concat(lines.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ bytes }) => bytes))
  return createHash('sha1').update(`tree ${body.byteLength}\0`).update(body).digest()
}

/** Git sorts by the bytes of the names, those of folders with a slash behind them. */
function lineOf(name: string, mode: string, oid: Buffer): { readonly key: Buffer; readonly bytes: Buffer } {
  const key = Buffer.from(mode === '40000' ? `${name}/` : name)
  return { key, bytes: Buffer.concat([Buffer.from(`${mode} ${name}\0`), oid]) }
}
