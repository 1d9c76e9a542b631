import { compileGlobs } from '#data/facts/glob.ts'
import type { Pattern } from '#data/facts/linear-pattern.ts'
import type { LeadingComment } from '#data/facts/shapes/leading-comment.ts'
import type { Entry } from '#data/model/source.ts'
import { fragment, listOf, optional, readOptions, record, texts } from './options.ts'
import type { EvidenceNeed } from './rule.ts'

/** Options with which checks say what a licence header is and where to look for it. */
export const HEADER_OPTIONS = {
  sources: texts('globs of source files'),
  except: optional(texts('globs of files that others wrote or tools made'), []),
  /** All of them must be met somewhere in the comment; an SPDX tag does without. */
  marks: listOf(fragment()),
} as const

export type HeaderOptions = ReturnType<typeof readHeaderOptions>
const readHeaderOptions = (value: unknown) => readOptions(record(HEADER_OPTIONS), value)

export interface HeaderCount {
  readonly withHeader: number
  readonly without: readonly string[]
}

/** The files themselves, so that none that is excepted is read. */
export function headerNeeds(
  { sources, except }: HeaderOptions,
  { entries }: { readonly entries: readonly Entry[] },
): readonly EvidenceNeed[] {
  const isSource = compileGlobs(sources)
  const isExcepted = compileGlobs(except)
  const judged = entries.filter(({ path, size }) => size > 0 && isSource(path) && !isExcepted(path))
  return [{ extractor: 'leading-comment', paths: judged.map((entry) => entry.path), separately: true }]
}

export function countHeaders(comments: ReadonlyMap<string, LeadingComment>, { marks }: HeaderOptions): HeaderCount {
  const without = [...comments].flatMap(([path, comment]) => (hasHeader(comment, marks) ? [] : [path]))
  return { withHeader: comments.size - without.length, without }
}

function hasHeader({ text, spdx }: LeadingComment, marks: readonly Pattern[]): boolean {
  return spdx.length > 0 || (text !== null && marks.every((mark) => mark.test(text)))
}
