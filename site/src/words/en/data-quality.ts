import { englishPlural as plural } from '#data/model/plural.ts'
import type * as French from '../fr/data-quality.ts'

export const dataQuality: typeof French.dataQuality = {
  description: 'What was read, what is missing and why, and what mends it.',
  finding: ({ incomplete, runs }) =>
    runs === 0
      ? 'Data quality'
      : incomplete === 0
        ? 'All last collections are complete'
        : `${incomplete} of ${runs} last collections ${incomplete === 1 ? 'is' : 'are'} incomplete`,
  lead: (day) => `Data of ${day}. What was not read is not zero: here is what is missing, why, and what mends it.`,
  coverage: 'What was read',
  coverageNote: 'Repositories read to the end, in part or not at all.',
  gaps: 'What is missing',
  gapsNote: 'By object and reason, with the remedy.',
  noGaps: 'Nothing that was asked for is missing.',
  gapHeads: [{ name: 'Object' }, { name: 'Reason' }, { name: 'Repositories', isNumber: true }, { name: 'Remedy' }],
  runs: 'Last collection of each source',
  runsNote: 'Freshness, source by source.',
  scopes: (count) => `${count} sources`,
  noRuns: 'Nothing was collected yet.',
  runHeads: [
    { name: 'Source of data' },
    { name: 'Ending' },
    { name: 'On' },
    { name: 'Read', isNumber: true },
    { name: 'Troubles', isNumber: true },
  ],
  age: (days) => (days === 0 ? 'the same day' : `${days} ${plural(days, 'day')} before the others`),
  knownUntil: ({ first, last }) =>
    `A clone tells nothing of what came after it was last brought up to date. By repository, the history is known until a day from ${first} to ${last}: bring them up to date (git fetch), then run parvis refresh again.`,
  problems: 'Errors of the last collection',
  problemsNote: 'In the words of the tool.',
  noProblems: 'None.',
  problemHeads: [{ name: 'Source of data' }, { name: 'Reason' }, { name: 'What happened' }],
  registers: 'Registers kept by hand',
  registersNote: 'Their age shows in the newest day that they tell of.',
  registerHeads: [
    { name: 'Register' },
    { name: 'Kept' },
    { name: 'Lines', isNumber: true },
    { name: 'Newest day' },
    { name: 'Read on' },
    { name: 'Names that lead nowhere', isNumber: true },
  ],
  kept: 'yes',
  notKept: 'no',
}
