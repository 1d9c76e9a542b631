import { DockerfileParser } from 'dockerfile-ast'
import { decodeText } from '../decode.ts'
import { defineExtractor, NOT_TEXT } from '../extractor.ts'
import type { BrickList } from '../shapes/brick-list.ts'
import { imageBrick } from './image-reference.ts'

/** Images that a Dockerfile starts from or copies out of, with the values that its own arguments default to. */
export const dockerfile = defineExtractor<BrickList>({
  id: 'dockerfile',
  version: 1,
  maxBytes: 1_000_000,
  extract(content) {
    const decoded = decodeText(content)
    if (decoded === null) return { ok: false, problem: NOT_TEXT }
    const file = DockerfileParser.parse(decoded.text)
    const defaults = new Map(
      file.getInitialARGs().flatMap((arg) => {
        const property = arg.getProperty()
        const value = property?.getValue()
        return property && value ? [[property.getName(), value] as const] : []
      }),
    )
    const stages = new Set(file.getFROMs().flatMap((from) => from.getBuildStage()?.toLowerCase() ?? []))
    const named = [
      ...file.getFROMs().map((from) => ({ text: from.getImage(), line: from.getRange().start.line + 1 })),
      ...file.getCOPYs().map((copy) => ({
        text: copy
          .getFlags()
          .find((flag) => flag.getName() === 'from')
          ?.getValue(),
        line: copy.getRange().start.line + 1,
      })),
    ]
    const bricks = named.flatMap(({ text, line }) => {
      const reference = putDefaults(text ?? '', defaults)
      // A stage of the same file, by name or by number, is no image.
      if (stages.has(reference.toLowerCase()) || /^\d+$/u.test(reference)) return []
      return imageBrick(reference, line) ?? []
    })
    return { ok: true, fact: { about: { name: null, version: null, license: null }, bricks } }
  },
})

function putDefaults(text: string, defaults: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$\{(\w+)(?::-([^}]*))?\}|\$(\w+)/gu,
    (whole, braced?: string, fallback?: string, bare?: string) => {
      return defaults.get(braced ?? bare ?? '') ?? fallback ?? whole
    },
  )
}
