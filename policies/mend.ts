import { Buffer } from 'node:buffer'
import { SourceFailure } from '#data/model/failures.ts'
import type { Finding, SubjectReport } from '#data/model/lint.ts'
import { blobOid } from '#data/model/oid.ts'
import type { Entry, Source } from '#data/model/source.ts'
import { hasRepair, repairFor } from './repairs/registry.ts'

/** One file before and after what could be mended in it. */
export interface FileEdit {
  readonly entry: Entry
  readonly before: Buffer
  readonly after: Buffer
  /** What it mends. */
  readonly findings: readonly Finding[]
}

/** What can be mended for certain, as edits of files; nothing is written. `judge` is asked again about the edited tree. */
export async function mend(
  report: SubjectReport,
  { source, judge }: { readonly source: Source; judge(source: Source): Promise<SubjectReport> },
): Promise<readonly FileEdit[]> {
  const findings = report.outcomes.flatMap((outcome) => outcome.findings).filter(hasRepair)
  const byPath = Map.groupBy(findings, ({ location }) => location?.path ?? '')
  const entries = await source.entries()
  const wanted = entries.filter(({ path, mode }) => byPath.has(path) && mode.startsWith('100'))
  const edits = await Promise.all(wanted.map((entry) => edit(entry, byPath.get(entry.path) ?? [], source)))
  return proven(
    edits.filter((one) => one !== undefined),
    { source, judge },
  )
}

/** From the end of a file to its beginning, so that lines keep their numbers; what is about the whole file comes last. */
async function edit(entry: Entry, findings: readonly Finding[], source: Source): Promise<FileEdit | undefined> {
  const before = await readOrLeave(source, entry)
  if (before === undefined) return undefined
  let text = before.toString('latin1')
  const mended: Finding[] = []
  const lineOf = ({ location }: Finding) => location?.line ?? 0
  for (const finding of findings.toSorted((a, b) => lineOf(b) - lineOf(a))) {
    const { location } = finding
    const repair = await repairFor(finding)
    if (repair === undefined || location === undefined) continue
    const repaired = repair(text, { ...finding, location })
    if (repaired !== text) mended.push(finding)
    text = repaired
  }
  const after = Buffer.from(text, 'latin1')
  return mended.length === 0 ? undefined : { entry, before, after, findings: mended }
}

async function readOrLeave(source: Source, entry: Entry): Promise<Buffer | undefined> {
  try {
    return Buffer.from(await source.read(entry))
  } catch (error) {
    if (error instanceof SourceFailure) return undefined
    throw error
  }
}

/**
 * The edits after which what they mend is gone and nothing else fails in their file: a repair that the rules themselves
 * do not approve of is none. Every edit that is left out may change what is said of the others, so they are judged anew.
 */
async function proven(
  edits: readonly FileEdit[],
  given: { readonly source: Source; judge(source: Source): Promise<SubjectReport> },
): Promise<readonly FileEdit[]> {
  if (edits.length === 0) return edits
  const before = fingerprints(await given.judge(given.source))
  const after = fingerprints(await given.judge(edited(given.source, edits)))
  const isProven = ({ entry: { path }, findings }: FileEdit) => {
    const isGone = findings.every(({ fingerprint }) => !after.has(fingerprint))
    return isGone && [...after].every(([print, where]) => where !== path || before.has(print))
  }
  const kept = edits.filter(isProven)
  return kept.length === edits.length ? kept : proven(kept, given)
}

function fingerprints(report: SubjectReport): ReadonlyMap<string, string | undefined> {
  const findings = report.outcomes.flatMap((outcome) => outcome.findings)
  return new Map(findings.map(({ fingerprint, location }) => [fingerprint, location?.path]))
}

/** The tree as it would be. */
function edited(source: Source, edits: readonly FileEdit[]): Source {
  const byPath = new Map(edits.map(({ entry, after }) => [entry.path, after]))
  return {
    ...source,
    entries: async () =>
      (await source.entries()).map((entry) => {
        const content = byPath.get(entry.path)
        return content === undefined ? entry : { ...entry, oid: blobOid(content), size: content.byteLength }
      }),
    read: async (entry) => byPath.get(entry.path) ?? source.read(entry),
  }
}
