import { cut, decodeText } from './decode.ts'
import { defineExtractor, NOT_TEXT } from './extractor.ts'
import type { CodeOwner, Codeowners } from './shapes/codeowners.ts'

export const codeowners = defineExtractor<Codeowners>({
  id: 'codeowners',
  version: 1,
  /** The host's own limit: it ignores a larger file. */
  maxBytes: 3_000_000,
  extract(content) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: NOT_TEXT }
    return { ok: true, fact: readCodeowners(decoded.text) }
  },
})

const MAX_LINE = 10_000

function readCodeowners(text: string): Codeowners {
  const entries: Codeowners['entries'][number][] = []
  const problems: Codeowners['problems'][number][] = []
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1
    const [pattern, ...names] = wordsOf(raw.slice(0, MAX_LINE))
    if (pattern === undefined) continue
    if (/^!|[[\]]|^\\#/.test(pattern)) {
      problems.push({ code: 'invalid-pattern', text: cut(pattern, 200), line })
      continue
    }
    const owners: CodeOwner[] = []
    for (const name of names) {
      const owner = readOwner(name)
      if (owner) owners.push(owner)
      else problems.push({ code: 'invalid-owner', text: cut(name, 200), line })
    }
    entries.push({ pattern: cut(pattern, 1000), owners, line })
  }
  return { entries, problems }
}

/** Words up to a comment; a blank behind a backslash belongs to the pattern. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^\s\\]|\\$)+/g) ?? []
  const comment = words.findIndex((word) => word.startsWith('#'))
  return comment === -1 ? words : words.slice(0, comment)
}

const NAME = '[A-Za-z0-9](?:[A-Za-z0-9_-]{0,99})'
const OWNER = new RegExp(`^@(${NAME})(?:/([A-Za-z0-9._-]{1,100}))?$`)

function readOwner(name: string): CodeOwner | null {
  const [, login, team] = OWNER.exec(name) ?? []
  if (login !== undefined) {
    return team === undefined ? { kind: 'user', handle: login } : { kind: 'team', handle: `${login}/${team}` }
  }
  return /^[^@\s]{1,200}@[^@\s]{1,200}\.[^@\s.]{1,60}$/.test(name) ? { kind: 'email', handle: null } : null
}
