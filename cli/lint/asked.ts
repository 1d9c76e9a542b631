import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const NAME = /^[\w-][\w.-]*(?:\/[\w.-]+(?:#[1-9]\d{0,9})?)?$/

/** A name is `owner`, `owner/name` or `owner/name#123`; whatever exists on disk, or looks like a path, is one. */
export function isPath(asked: string, cwd: string): boolean {
  return existsSync(resolve(cwd, asked)) || !NAME.test(asked)
}

/** Whether a change request is asked for, by its number. */
export function isChange(asked: string): boolean {
  return NAME.test(asked) && asked.includes('#')
}
