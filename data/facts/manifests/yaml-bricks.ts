import { isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { cut, decodeText } from '../decode.ts'
import { defineExtractor, type Extracted } from '../extractor.ts'
import { nestsTooDeep, TOO_DEEP } from '../nesting.ts'
import type { BrickList, UsedBrick } from '../shapes/brick-list.ts'
import { imageBrick } from './image-reference.ts'
import { NOT_TEXT } from './json.ts'

/** Images of the services of a compose file. A service that is built here and only tagged so still names what it is called. */
export const composeFile = defineExtractor<BrickList>({
  id: 'compose-file',
  version: 1,
  maxBytes: 1_000_000,
  extract: (content) =>
    bricksUnder(content, 'image', ({ text, line }) => {
      const reference = text.replace(/\$\{\w+:?-([^}]*)\}/gu, '$1')
      return imageBrick(reference, line)
    }),
})

/** Actions that the steps and jobs of a workflow use. */
export const workflow = defineExtractor<BrickList>({
  id: 'workflow',
  version: 1,
  maxBytes: 1_000_000,
  extract: (content) =>
    bricksUnder(content, 'uses', ({ text, line }) => {
      if (text.startsWith('docker://')) return imageBrick(text.slice('docker://'.length), line)
      const [, owner, name, version] = /^([\w.-]+)\/([\w.-]+)(?:\/[^@]*)?@(.+)$/u.exec(text) ?? []
      // `./path` is of the repository itself.
      if (owner === undefined || name === undefined) return undefined
      const brick = { type: 'githubactions', namespace: owner, name, version: version ?? null }
      return { ...brick, scope: 'ci', license: null, line }
    }),
})

type ToBrick = (written: { readonly text: string; readonly line: number }) => UsedBrick | undefined

/** Every text that stands under a key of that name, wherever it is. */
function bricksUnder(content: Uint8Array, key: string, toBrick: ToBrick): Extracted<BrickList> {
  const decoded = decodeText(content)
  if (decoded === null) return NOT_TEXT
  if (nestsTooDeep(decoded.text)) return { ok: false, problem: TOO_DEEP }
  const counter = new LineCounter()
  const document = parseDocument(decoded.text, { lineCounter: counter, prettyErrors: false, merge: true })
  const [error] = document.errors
  if (error !== undefined) {
    const { line, col } = counter.linePos(error.pos[0])
    return { ok: false, problem: { code: 'yaml-malformed', message: error.message, line, column: col } }
  }
  const bricks: UsedBrick[] = []
  visit(document, {
    Pair(_index, pair) {
      if (!isScalar(pair.key) || pair.key.value !== key || !isScalar(pair.value)) return
      if (typeof pair.value.value !== 'string') return
      const { line } = counter.linePos(pair.value.range?.[0] ?? 0)
      const brick = toBrick({ text: cut(pair.value.value.trim(), 500), line })
      if (brick !== undefined) bricks.push(brick)
    },
  })
  return { ok: true, fact: { about: { name: null, version: null, license: null }, bricks } }
}
