import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Instant } from '#data/model/instant.ts'
import type { Oid } from '#data/model/oid.ts'
import {
  type CloneFolders,
  cloneAt,
  cloneFolders,
  FURTHEST,
  originAddress,
  ownSettings,
  readPlain,
} from './clone-folders.ts'
import type { Setting } from './config-file.ts'
import { instantOf } from './history.ts'
import { askGit, type GitPlace } from './run-git.ts'

/** When a clone heard of where it comes from, and from which address; without one nothing names it. */
interface Contact {
  readonly atMs: number
  readonly address: string | undefined
}

/**
 * Until when a clone knows the history of what it is a clone of: what happened later is not known, and not nothing. The
 * last contact with its origin says so, which git keeps no record of as such: what it wrote at the last fetch, else at
 * the cloning. A clone of a clone on this disk knows no more than that one. Without any trace it is the newest commit.
 */
export async function historyKnownUntil(
  place: GitPlace,
  { head, now }: { readonly head: Oid | undefined; readonly now: Instant },
): Promise<Instant> {
  const heardMs = lastHeard(await cloneFolders(place), FURTHEST) ?? (await newestMs(place, head))
  // Clocks that ran ahead tell of no future.
  const known = Math.min(heardMs ?? Number.POSITIVE_INFINITY, Date.parse(now))
  return instantOf(String(Math.floor(known / 1000)))
}

async function newestMs(place: GitPlace, head: Oid | undefined): Promise<number | undefined> {
  return head === undefined ? undefined : Number(await askGit(['log', '-1', '--format=%ct', head, '--'], place)) * 1000
}

/** Milliseconds since the epoch; infinity for a repository that is nobody's copy. Undefined when nothing tells. */
function lastHeard(folders: CloneFolders, further: number): number | undefined {
  const settings = ownSettings(folders)
  const contact = lastContact(folders, settings ?? []) ?? begun(folders, settings)
  if (contact.address === undefined) return contact.atMs
  const source = further === 0 ? undefined : cloneAt(contact.address, dirname(folders.common))
  const isGone = source === undefined && isFolder(contact.address)
  if (isGone) return undefined
  const heard = source === undefined ? contact.atMs : lastHeard(source, further - 1)
  return heard === undefined ? undefined : Math.min(heard, contact.atMs)
}

/** A path of a disk, and no address of a host. */
function isFolder(address: string): boolean {
  return /^(?:\.{0,2}\/|file:)/.test(address)
}

function lastContact(folders: CloneFolders, settings: readonly Setting[]): Contact | undefined {
  const found = [...fetched(folders), ...logged(folders, originAddress(settings))]
  return found.toSorted((one, other) => other.atMs - one.atMs)[0]
}

/** What the last fetch left; emptied by one that failed. */
function fetched({ own }: CloneFolders): readonly Contact[] {
  const path = join(own, 'FETCH_HEAD')
  const text = readPlain(path)
  if (text === undefined || text === '') return []
  // `branch 'develop' of ADDRESS`, or the address alone when the head was fetched.
  const [, address] = /^[0-9a-f]+\t[^\t\n]*\t(?:.* of )?(\S[^\n]*)/m.exec(text) ?? []
  return [{ atMs: statSync(path).mtimeMs, address }]
}

const LINE = /> (\d+) [+-]\d{4}\t(.*)$/

/** What the logs of references say: who was asked for them, and who took them. */
function logged({ own, common }: CloneFolders, origin: string | undefined): readonly Contact[] {
  const logs = [join(own, 'logs', 'HEAD'), ...filesUnder(join(common, 'logs', 'refs', 'remotes', 'origin'))]
  return logs.flatMap((path) => {
    const isOfOrigin = path !== logs[0]
    return (readPlain(path) ?? '').split('\n').flatMap((line): readonly Contact[] => {
      const [, seconds, message = ''] = LINE.exec(line) ?? []
      const atMs = Number(seconds) * 1000
      if (message.startsWith('clone: from ')) return [{ atMs, address: message.slice('clone: from '.length) }]
      return isOfOrigin && /^(?:fetch|pull|update by push)\b/.test(message) ? [{ atMs, address: origin }] : []
    })
  })
}

/** Written when a clone is made, and not by looking: the oldest is the least touched since. */
const BEGUN = ['description', 'HEAD', 'config', 'packed-refs']

/** Without a trace of any contact: a clone is as of when it was made, a copy or a mirror as of its newest reference. */
function begun({ own, common }: CloneFolders, settings: readonly Setting[] | undefined): Contact {
  const address = originAddress(settings ?? [])
  if (address !== undefined) {
    const written = BEGUN.flatMap((name) => writtenMs(join(common, name)))
    return { atMs: Math.min(...written), address }
  }
  const isBare = settings === undefined || settings.some(([key, value]) => key === 'core.bare' && value === 'true')
  if (!isBare) return { atMs: Number.POSITIVE_INFINITY, address }
  const written = [join(own, 'HEAD'), join(common, 'packed-refs'), ...filesUnder(join(common, 'refs'))]
  return { atMs: Math.max(...written.flatMap(writtenMs)), address }
}

function writtenMs(path: string): readonly number[] {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? [] : [stat.mtimeMs]
}

function filesUnder(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  const found = readdirSync(folder, { withFileTypes: true, recursive: true })
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
