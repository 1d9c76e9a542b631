import type { Waiver } from '#policies/rule.ts'
import { plugin, REPOSITORY } from '../component.ts'
import type { Cases } from './case.ts'

const waiver = (changes: Partial<Waiver>): Waiver => ({
  rule: 'POM-05',
  subject: REPOSITORY,
  reason: 'moves with the next major version',
  until: '2026-12-31',
  approvedBy: 'platform team',
  ...changes,
})

export const waiverCases: Cases = {
  'PACK-01': [
    { name: 'still in force', files: plugin(), waivers: [waiver({})], expect: 'pass' },
    { name: 'on its last day', files: plugin(), waivers: [waiver({ until: '2026-11-21' })], expect: 'pass' },
    {
      name: 'ended yesterday',
      files: plugin(),
      waivers: [waiver({ until: '2026-11-20' }), waiver({})],
      expect: 'fail',
      findings: ['expired warning'],
    },
  ],
}
