import type { ReusePath } from './shapes/reuse.ts'

type Piece = ReusePath[number]

/** `*` stays in a name, `**` does not; a backslash takes the meaning from the letter behind it. */
export function tomlPath(written: string): ReusePath {
  return pieces(written, /\\([\s\S])|(\*\*+)|(\*)|([^*\\]+)/gu, (many) => (many ? 'any' : 'name'))
}

/** `*` is anything, `?` one letter. */
export function dep5Path(written: string): ReusePath {
  return pieces(written.replace(/^\.\//u, ''), /\\([\s\S])|(\*+)|(\?)|([^*?\\]+)/gu, (many) => (many ? 'any' : 'one'))
}

function pieces(written: string, form: RegExp, wildOf: (isMany: boolean) => 'name' | 'any' | 'one'): ReusePath {
  return [...written.matchAll(form)].map(([whole, escaped, many, single]): Piece => {
    if (escaped !== undefined) return escaped
    if (many !== undefined || single !== undefined) return { wild: wildOf(many !== undefined) }
    return whole
  })
}

/** Takes time proportional to path times form, whatever the form: all that one piece may reach is known before the next. */
export function matchesReusePath(form: ReusePath, path: string): boolean {
  const [first] = form
  if (typeof first === 'string' && !path.startsWith(first)) return false
  let reached: readonly number[] = [0]
  for (const piece of form) {
    reached = typeof piece === 'string' ? after(piece, path, reached) : afterWild(piece.wild, path, reached)
    if (reached.length === 0) return false
  }
  return reached.at(-1) === path.length
}

function after(letters: string, path: string, starts: readonly number[]): readonly number[] {
  return starts.filter((start) => path.startsWith(letters, start)).map((start) => start + letters.length)
}

function afterWild(wild: 'name' | 'any' | 'one', path: string, starts: readonly number[]): readonly number[] {
  if (wild === 'one') return starts.filter((start) => start < path.length).map((start) => start + 1)
  const ends: number[] = []
  for (const start of starts) {
    const slash = wild === 'name' ? path.indexOf('/', start) : -1
    const last = slash === -1 ? path.length : slash
    for (let end = Math.max(start, (ends.at(-1) ?? -1) + 1); end <= last; end++) ends.push(end)
  }
  return ends
}
