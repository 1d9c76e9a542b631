import { describe, expect, it } from 'vitest'
import type { Finding, SubjectReport } from '#data/model/lint.ts'
import { whatChangeAdds } from '#policies/change.ts'

/** A report of one rule that fails at these places, each with what it says. */
function report(...places: readonly (readonly [path: string, said: string])[]): SubjectReport {
  const rule = { rule: 'a/b', code: 'A-1', outcome: places.length > 0 ? 'fail' : 'pass', severity: 'warning' } as const
  const findings = places.map(([path, said]): Finding => {
    const args = { said, path }
    const about = { confidence: 'high', messageId: 'check/found', args, location: { path, line: 3 } } as const
    return { ...rule, ...about, fingerprint: `${path} ${said}` }
  })
  const subject = { subject: 'ville/agenda', repository: 'ville/agenda', kind: 'other', line: null } as const
  return { ...subject, coverage: 'complete', component: null, outcomes: [{ ...rule, pack: 'ours', findings }] }
}

const files = (paths: Readonly<Record<string, string>>) => new Map(Object.entries(paths))

function added(
  base: SubjectReport,
  head: SubjectReport,
  [before, after]: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>],
) {
  const told = whatChangeAdds({ base, head, before: files(before), after: files(after) })
  return told.outcomes.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint))
}

describe('what a change adds', () => {
  it('is not what stood in a file before that was moved, and edited on the way', () => {
    const [base, head] = [report(['a/x.md', 'bad']), report(['b/x.md', 'bad'], ['b/x.md', 'worse'])]
    expect(added(base, head, [{ 'a/x.md': '1' }, { 'b/x.md': '2' }])).toEqual(['b/x.md worse'])
  })

  it('is what a copy repeats, for the file that it was copied from is still there', () => {
    const [base, head] = [report(['a/x.md', 'bad']), report(['a/x.md', 'bad'], ['b/x.md', 'bad'])]
    expect(added(base, head, [{ 'a/x.md': '1' }, { 'a/x.md': '1', 'b/x.md': '1' }])).toEqual(['b/x.md bad'])
  })

  it('is the second of two findings of which one was there', () => {
    const [base, head] = [report(['a/x.md', 'bad']), report(['b/y.md', 'bad'], ['b/y.md', 'bad'])]
    expect(added(base, head, [{ 'a/x.md': '1' }, { 'b/y.md': '1' }])).toEqual(['b/y.md bad'])
  })

  it('is everything in a file of which nobody can tell where it came from', () => {
    const [base, head] = [report(['a/x.md', 'bad'], ['c/x.md', 'bad']), report(['b/x.md', 'bad'])]
    const before = { 'a/x.md': '1', 'c/x.md': '2' }
    expect(added(base, head, [before, { 'b/x.md': '3' }])).toEqual(['b/x.md bad'])
  })
})
