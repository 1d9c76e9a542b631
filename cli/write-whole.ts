import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { UsageFailure } from '#data/model/failures.ts'

/** Writes a file that the user named, wholly or not at all; a `UsageFailure` when the disk refuses. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}.draft`
  try {
    writeFileSync(draft, text)
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    const reason = error instanceof Error ? error.message : String(error)
    throw new UsageFailure('file-unwritable', `${path} cannot be written: ${reason}`)
  }
}
