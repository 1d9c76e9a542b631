import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Makes the package in a folder as it is published, beside what it depends on: the script that starts it. */
export function packInto(folder: string): string {
  const own = join(folder, 'parvis')
  mkdirSync(join(own, 'cli'), { recursive: true })
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '.ci/pack.ts', '--out', join(own, 'dist')], {
    cwd: root,
  })
  for (const file of ['package.json', 'cli/parvis.js']) cpSync(join(root, file), join(own, file))
  symlinkSync(join(root, 'node_modules'), join(own, 'node_modules'))
  return join(own, 'cli/parvis.js')
}
