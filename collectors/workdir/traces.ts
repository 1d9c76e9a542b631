import { hash } from 'node:crypto'
import { lstatSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'

/** Where the configuration of the user's git is. */
export function userFolder(): string {
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'git')
}

/** What the file system says of some places, without reading any. */
export interface Look {
  /** Equal when nothing was changed, added, removed or moved there since, and git is configured from the same places. */
  readonly digest: string
  /** The latest change, milliseconds since the epoch: what is changed once more in the very same instant shows no trace. */
  readonly changedMs: number
}

const NUMBERS = 5

/**
 * Looks at files, folders and what may not be there, each by its own path; links are not followed. Of a folder it shows
 * that something was added to it or taken away, not that something changed in it. Undefined where one may not be seen.
 */
export function lookAt(places: readonly string[]): Look | undefined {
  try {
    return look(places)
  } catch {
    return undefined
  }
}

function look(places: readonly string[]): Look {
  const numbers = new Float64Array(places.length * NUMBERS)
  let changedMs = 0
  for (const [index, place] of places.entries()) {
    const stat = lstatSync(place, { throwIfNoEntry: false })
    if (stat === undefined) continue
    const { mtimeMs, ctimeMs, size, ino, mode } = stat
    numbers.set([mtimeMs, ctimeMs, size, ino, mode], index * NUMBERS)
    if (ctimeMs > changedMs) changedMs = ctimeMs
  }
  const said = hash('sha1', new Uint8Array(numbers.buffer))
  return { digest: [said, homedir(), userFolder()].join('\n'), changedMs }
}

/** A folder with all that is in it, at any depth; the folder alone where it may not be read or is not there. */
export function placesUnder(folder: string): readonly string[] {
  const children = childrenOf(folder)
  return [
    folder,
    ...children.flatMap((child) => {
      const place = join(folder, child.name)
      return child.isDirectory() ? placesUnder(place) : [place]
    }),
  ]
}

function childrenOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
