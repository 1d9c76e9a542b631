import type { Extracted } from '#data/facts/extractor.ts'
import { findExtractor } from '#data/facts/registry.ts'
import type { ExtractorId, FactOf, OptionsOf } from '#data/facts/shapes/by-extractor.ts'

type Content = string | Uint8Array

async function extract<Id extends ExtractorId>(
  id: Id,
  content: Content,
  options?: OptionsOf<Id>,
): Promise<Extracted<FactOf<Id>>> {
  const registered = findExtractor(id)
  if (!registered) throw new Error(`no extractor ${id}`)
  const extractor = await registered.load()
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return extractor.extract(bytes, options) as Extracted<FactOf<Id>>
}

/** The fact, for files that must give one. */
export async function factOf<Id extends ExtractorId>(
  id: Id,
  content: Content,
  options?: OptionsOf<Id>,
): Promise<FactOf<Id>> {
  const extracted = await extract(id, content, options)
  if (!extracted.ok) throw new Error(`${id}: ${extracted.problem.code} ${extracted.problem.message}`)
  return extracted.fact
}

/** The problem, for files that must give none. */
export async function problemOf<Id extends ExtractorId>(id: Id, content: Content, options?: OptionsOf<Id>) {
  const extracted = await extract(id, content, options)
  if (extracted.ok) throw new Error(`${id} gave a fact`)
  return extracted.problem
}
