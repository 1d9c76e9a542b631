import { isScalar, visit } from 'yaml'
import { cut } from '../decode.ts'
import { defineExtractor, type Extracted } from '../extractor.ts'
import type { BrickList, UsedBrick } from '../shapes/brick-list.ts'
import { openYamlTree } from '../yaml-tree.ts'
import { imageBrick } from './image-reference.ts'

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
  const opened = openYamlTree(content)
  if (!opened.ok) return { ok: false, problem: opened.problems[0] }
  const { document, place } = opened.tree
  const bricks: UsedBrick[] = []
  visit(document, {
    Pair(_index, pair) {
      if (!isScalar(pair.key) || pair.key.value !== key || !isScalar(pair.value)) return
      if (typeof pair.value.value !== 'string') return
      const { line } = place(pair.value.range?.[0] ?? 0)
      const brick = toBrick({ text: cut(pair.value.value.trim(), 500), line })
      if (brick !== undefined) bricks.push(brick)
    },
  })
  return { ok: true, fact: { about: { name: null, version: null, license: null }, bricks } }
}
