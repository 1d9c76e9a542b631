import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A scratch folder of the system's, to be removed by who asked for it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'parvis-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
