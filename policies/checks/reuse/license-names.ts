import { readSpdx } from '#data/facts/spdx.ts'

/** The licence or exception that a file of `LICENSES/` is named after, its ending left out; null when it is named after none. */
export function idOfText(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return [...(dot > 0 ? [name.slice(0, dot)] : []), name].find(isId) ?? null
}

function isId(name: string): boolean {
  const { expression } = readSpdx(name)
  if (expression !== null) return 'license' in expression && expression.license === name
  const joined = readSpdx(`GPL-2.0-only WITH ${name}`).expression
  return joined !== null && 'exception' in joined && joined.exception === name
}
