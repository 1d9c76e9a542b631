/** Where a value of a JSON text begins, and what it holds. */
export interface JsonPlace {
  readonly offset: number
  /** By name, the last of those that repeat one, as `JSON.parse` has it; or by index. */
  readonly members?: ReadonlyMap<string | number, JsonPlace>
}

const SCALAR = /[^\s,\]}]+/y
const BLANK = /\s*/y

/** Places of every value of a text that `JSON.parse` has read: what stands where is not checked again. */
export function jsonPlaces(text: string): JsonPlace {
  let at = 0
  const skip = (signs: RegExp) => {
    signs.lastIndex = at
    signs.test(text)
    at = signs.lastIndex
  }
  /** What stands between two quotes, as it is written. */
  const quoted = (): string => {
    const start = at
    do at = text.indexOf('"', at + 1)
    while (isEscaped(text, at))
    at++
    return text.slice(start, at)
  }
  const name = (): string => {
    const written = quoted()
    return written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1)
  }
  const value = (): JsonPlace => {
    skip(BLANK)
    const offset = at
    const sign = text[at]
    if (sign === '{' || sign === '[') return { offset, members: members(sign === '{') }
    if (sign === '"') quoted()
    else skip(SCALAR)
    return { offset }
  }
  const members = (isNamed: boolean): ReadonlyMap<string | number, JsonPlace> => {
    const found = new Map<string | number, JsonPlace>()
    at++
    for (;;) {
      skip(BLANK)
      if (text[at] === '}' || text[at] === ']') break
      if (text[at] === ',') {
        at++
        continue
      }
      const key = isNamed ? name() : found.size
      if (isNamed) at = text.indexOf(':', at) + 1
      found.set(key, value())
    }
    at++
    return found
  }
  return value()
}

function isEscaped(text: string, at: number): boolean {
  let before = at
  while (text[before - 1] === '\\') before--
  return (at - before) % 2 === 1
}
