import type * as French from '../fr/data-quality.ts'

export const dataQuality: typeof French.dataQuality = {
  title: 'Data quality',
  description: 'What was read, what is missing and why.',
  lead: 'What was not read is not zero. Here is what the register lacks, why, and what mends it.',
  coverage: 'What was read',
  gaps: 'What is missing',
  runs: 'Collections',
}
