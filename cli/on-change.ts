import { existsSync, statSync, watch } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Editors write a file in several steps: milliseconds of quiet before it is read. */
const QUIET = 200

interface Watching {
  /** Files and folders; those that do not exist are left out. */
  readonly paths: readonly string[]
  readonly signal: AbortSignal
  readonly run: () => Promise<void>
}

/**
 * Runs something after each change of some files or of anything in some folders, one run at a time; what changes during
 * a run is followed by one more. Ends with the signal.
 */
export function onChange({ paths, signal, run }: Watching): void {
  let waiting: NodeJS.Timeout | undefined
  let isRunning = false
  let isDue = false
  const start = async () => {
    if (isRunning) {
      isDue = true
      return
    }
    isRunning = true
    do {
      isDue = false
      await run()
    } while (isDue && !signal.aborted)
    isRunning = false
  }
  const changed = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void start(), QUIET)
  }
  for (const path of paths.filter((one) => existsSync(one))) {
    const isFolder = statSync(path).isDirectory()
    // A file is watched through its folder: editors replace it by another one of the same name.
    watch(isFolder ? path : dirname(path), { recursive: isFolder, signal }, (_, name) => {
      if (isFolder || name === basename(path)) changed()
    })
  }
  signal.addEventListener('abort', () => clearTimeout(waiting), { once: true })
}
