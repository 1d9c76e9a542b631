import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The folder, when it is a checkout; else those two levels down at most. */
export function checkoutsIn(folder: string, levels = 2): readonly string[] {
  if (existsSync(join(folder, '.git'))) return [folder]
  if (levels === 0) return []
  const within = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return within.flatMap(({ name }) => checkoutsIn(join(folder, name), levels - 1))
}
