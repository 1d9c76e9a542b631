import { matchesReusePath } from '#data/facts/reuse-paths.ts'
import type { ReuseAnnotation, ReuseAnnotations, ReuseTags } from '#data/facts/shapes/reuse.ts'
import type { SpdxReading } from '#data/facts/shapes/spdx.ts'
import type { Entry } from '#data/model/source.ts'
import type { Evidence, EvidenceNeed, Scene } from './rule.ts'

/**
 * How REUSE 3.3 finds the licence and the copyright of each file. Asked only where a repository says that it keeps to
 * REUSE: every file is read for it.
 */

const DEP5 = '.reuse/dep5'
const TOML = '**/REUSE.toml'
const TEXTS = 'LICENSES/'

const isToml = (path: string) => path === 'REUSE.toml' || path.endsWith('/REUSE.toml')
const isFile = ({ mode, size }: Entry) => (mode === '100644' || mode === '100755') && size > 0

/**
 * Licence texts themselves (two of them under names of their own), what REUSE keeps for itself, what Mercurial does, and
 * bills of materials say nothing of their own licence.
 */
const SAYS_NOTHING =
  /(?:^|\/)(?:(?:LICENSES|\.reuse)\/|(?:(?:COPYING|LICEN[CS]E)(?:[-.][^/]*)?|(?:CAL-1\.0(?:-Combined-Work-Exception)?|SHL-2\.1)(?:\.[^/]+)?|\.hgtags|REUSE\.toml|[^/]+\.license|[^/]+\.spdx(?:\.(?:json|ya?ml|rdf|xml))?)$)/u

/** Whether the repository shows by a file of its own that it keeps to REUSE. */
export function keepsToReuse(entries: readonly Entry[]): boolean {
  return entries.some(({ path }) => path.startsWith(TEXTS) || path.startsWith('.reuse/') || isToml(path))
}

/** Files that must have a licence and a copyright. */
function coveredFiles(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => isFile(entry) && !SAYS_NOTHING.test(entry.path))
}

export function licenseTexts(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap(({ path }) => (path.startsWith(TEXTS) ? [path] : []))
}

export function annotationNeeds(): readonly EvidenceNeed[] {
  return [
    { extractor: 'reuse-annotations', paths: [TOML], options: { format: 'toml' } },
    { extractor: 'reuse-annotations', paths: [DEP5], options: { format: 'dep5' } },
  ]
}

/** Every file that is covered, and what stands beside those that cannot carry a comment. */
export function reuseNeeds({ entries }: Pick<Scene, 'entries'>): readonly EvidenceNeed[] {
  if (!keepsToReuse(entries)) return annotationNeeds()
  const beside = entries.filter(({ path }) => path.endsWith('.license'))
  const paths = [...coveredFiles(entries), ...beside].map(({ path }) => path)
  return [...annotationNeeds(), { extractor: 'reuse-tags', paths, separately: true }]
}

interface BulkFile extends ReuseAnnotations {
  readonly path: string
}

export function bulkFiles({ facts }: Pick<Evidence, 'facts'>): readonly BulkFile[] {
  const read = (format: 'toml' | 'dep5') =>
    [...facts('reuse-annotations', { format })].map(([path, fact]) => ({ path, ...fact }))
  return [...read('toml'), ...read('dep5')]
}

export interface FileTerms {
  readonly path: string
  readonly hasCopyright: boolean
  readonly licenses: readonly (SpdxReading & { readonly path: string; readonly line?: number })[]
}

/** Of each covered file that could be read. */
export function termsOfFiles(evidence: Pick<Evidence, 'entries' | 'facts'>): readonly FileTerms[] {
  const tags = evidence.facts('reuse-tags')
  // Those nearer to the root first.
  const bulk = bulkFiles(evidence).toSorted((a, b) => a.path.length - b.path.length)
  return coveredFiles(evidence.entries).flatMap(({ path }): FileTerms[] => {
    const beside = tags.has(`${path}.license`) ? `${path}.license` : path
    const own = tags.get(beside)
    if (own === undefined) return []
    const said = bulk.flatMap((file) => {
      const annotation = annotationOf(file, path)
      return annotation === undefined ? [] : [fromBulk(file.path, annotation)]
    })
    return [{ path, ...join(fromTags(beside, own), said) }]
  })
}

type Terms = Omit<FileTerms, 'path'>
type BulkTerms = Terms & Pick<ReuseAnnotation, 'precedence'>

const fromTags = (path: string, { hasCopyright, licenses }: ReuseTags): Terms => ({
  hasCopyright,
  licenses: licenses.map((license) => ({ ...license, path })),
})

const fromBulk = (path: string, { hasCopyright, licenses, precedence }: ReuseAnnotation): BulkTerms => ({
  precedence,
  hasCopyright,
  licenses: licenses.map((license) => ({ ...license, path })),
})

function annotationOf({ path: bulk, annotations }: BulkFile, path: string): ReuseAnnotation | undefined {
  const folder = bulk === DEP5 ? '' : bulk.slice(0, -'REUSE.toml'.length)
  if (!path.startsWith(folder)) return undefined
  const inside = path.slice(folder.length)
  return annotations.findLast(({ paths }) => paths.some((form) => matchesReusePath(form, inside)))
}

/** An `override` nearest to the root silences all others; `closest` fills what nobody nearer to the file said. */
function join(own: Terms, said: readonly BulkTerms[]): Terms {
  const override = said.find(({ precedence }) => precedence === 'override')
  if (override !== undefined) return override
  const added = said.filter(({ precedence }) => precedence === 'aggregate')
  const closest = said.filter(({ precedence }) => precedence === 'closest').toReversed()
  const licensed = own.licenses.length > 0 ? own : closest.find(({ licenses }) => licenses.length > 0)
  return {
    hasCopyright: [own, ...said].some(({ hasCopyright }) => hasCopyright),
    licenses: [licensed, ...added].flatMap((terms) => terms?.licenses ?? []),
  }
}
