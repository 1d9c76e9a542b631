import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseConfig, type Setting } from './config-file.ts'
import { readRemote } from './remote.ts'
import { askGit, type GitPlace } from './run-git.ts'

/** Clones of clones of clones are followed no further: a circle of them would never end. */
export const FURTHEST = 5

/** Where a clone keeps what it knows: of a linked work tree two folders, else one. */
export interface CloneFolders {
  readonly own: string
  readonly common: string
}

export async function cloneFolders(place: GitPlace): Promise<CloneFolders> {
  const answer = await askGit(['rev-parse', '--git-dir', '--git-common-dir'], place)
  const [own = '', common = own] = answer.split('\n').map((path) => resolve(place.directory, path))
  return { own, common }
}

/** The clone that an address means where it is a folder of this disk that holds one; undefined for a host, or nothing. */
export function cloneAt(address: string, from: string): CloneFolders | undefined {
  if (readRemote(address) !== undefined) return undefined
  const folder = resolve(from, address.startsWith('file://') ? pathOf(address) : address)
  const found = [join(folder, '.git'), folder].find((path) => isFile(join(path, 'HEAD')))
  return found === undefined ? undefined : { own: found, common: found }
}

/** Settings of the clone alone; undefined where it has none: a copy of objects and references. */
export function ownSettings({ common }: CloneFolders): readonly Setting[] | undefined {
  const text = readPlain(join(common, 'config'))
  return text === undefined ? undefined : (parseConfig(text) ?? [])
}

export function originAddress(settings: readonly Setting[]): string | undefined {
  return settings.find(([key]) => key === 'remote.origin.url')?.[1]
}

/** The text of a file; undefined without one. Reading from a pipe would wait for whoever writes into it. */
export function readPlain(path: string): string | undefined {
  return isFile(path) ? readFileSync(path, 'utf8') : undefined
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile()
}

function pathOf(address: string): string {
  try {
    return fileURLToPath(address)
  } catch {
    // An address that names a host beside the path, or no path at all: no folder of this disk.
    return ''
  }
}
