import { Buffer } from 'node:buffer'
import { formatPatch, structuredPatch } from 'diff'

/** New content of one file of a repository; `before` is undefined for a file that is to begin. */
export interface FileChange {
  readonly path: string
  readonly before: Uint8Array | undefined
  readonly after: Uint8Array
}

/** A patch that `git apply` takes, byte for byte: each byte is a character while lines are compared. */
export function gitPatch(changes: readonly FileChange[]): Buffer {
  const text = changes
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, before, after }) => {
      const texts = [before ?? new Uint8Array(), after].map((bytes) => Buffer.from(bytes).toString('latin1'))
      const name = Buffer.from(path).toString('latin1')
      const [from, to] = [before === undefined ? '/dev/null' : `a/${name}`, `b/${name}`]
      const patch = structuredPatch(from, to, texts[0] ?? '', texts[1] ?? '', undefined, undefined, { context: 3 })
      const hunks = formatPatch(patch)
        .split('\n')
        .slice(indexOfHunk(formatPatch(patch)))
      const begun = before === undefined ? 'new file mode 100644\n' : ''
      return `diff --git a/${name} b/${name}\n${begun}--- ${from}\n+++ ${to}\n${hunks.join('\n')}`
    })
    .join('')
  return Buffer.from(text, 'latin1')
}

function indexOfHunk(patch: string): number {
  return patch.split('\n').findIndex((line) => line.startsWith('@@'))
}
