import type { LintReport } from '#data/model/lint.ts'
import { SEVERITIES, type Severity } from '#data/model/vocabulary.ts'
import { EXIT } from '../exit.ts'
import { isToMend } from '../reporters/lint.ts'
import type { Compared } from './baseline.ts'

/** Trouble when a rule crashed or a subject could not be judged at all; findings at the threshold or above. */
export function exitCodeOf(
  { subjects }: LintReport,
  { failOn, baseline }: { readonly failOn: Severity; readonly baseline?: Compared | undefined },
): number {
  const outcomes = subjects.flatMap((subject) => subject.outcomes)
  const isUnjudged = subjects.some(
    ({ outcomes: own }) => !own.some(({ outcome }) => outcome === 'pass' || outcome === 'fail'),
  )
  if (isUnjudged || outcomes.some(({ outcome }) => outcome === 'error')) return EXIT.trouble
  const reached = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)
  const toMend = outcomes.flatMap(({ findings }) => findings.filter((finding) => isToMend(finding, { baseline })))
  const hasReached = toMend.some(({ severity }) => reached.includes(severity))
  return hasReached ? EXIT.findings : EXIT.clean
}
