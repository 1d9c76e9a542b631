import type { BranchRules } from '#data/model/host-facts.ts'
import { host, refs } from '../source.ts'
import type { Case, Cases } from './case.ts'

const files = { a: 'b' }
const RULES: BranchRules = {
  branch: 'develop',
  requiresChangeRequest: true,
  requiredReviews: 1,
  requiresCodeOwnerReview: false,
  requiredChecks: ['build'],
  allowsForcePush: false,
  allowsDeletion: false,
  requiresSignatures: false,
  requiresLinearHistory: false,
  bindsAdministrators: null,
}
const ruled = (changes: Partial<BranchRules> = {}) => ({
  files,
  git: { host: host({ branchRules: { ...RULES, ...changes }, isArchived: false }) },
})
const says = (told: Parameters<typeof host>[0]) => ({ files, git: { host: host(told) } })
const UNSEEN: Case = { name: 'a token without the right', ...says({}), expect: 'unknown', findings: ['unseen'] }
const NOBODY: Case = { name: 'no host was asked', files, expect: 'unknown', findings: ['no-host'] }
const ARCHIVED: Case = {
  name: 'nobody may write there any more',
  ...says({
    branchRules: { ...RULES, requiresChangeRequest: false, allowsDeletion: true, requiredChecks: [] },
    isArchived: true,
  }),
  expect: 'not-applicable',
}

const tagged = { refs: refs(['develop'], ['clock-1.0.0']) }
const RELEASE = { tag: 'clock-1.0.0', name: null, publishedAt: '2026-03-15T09:00:00Z', isPrerelease: false } as const
const released = (notesLength: number) => ({
  files,
  git: { ...tagged, host: host({ releases: { count: 1, newest: [{ ...RELEASE, notesLength }] } }) },
})

export const hostCases: Cases = {
  'OSS-13': [
    { name: 'in a file', files: { 'CHANGELOG.md': '## 1.0.0\n' }, git: tagged, expect: 'pass' },
    { name: 'in a file of another name', files: { 'docs/history.rst': 'Clock 1.0\n' }, git: tagged, expect: 'pass' },
    { name: 'in the notes of the release', ...released(80), expect: 'pass' },
    { name: 'nowhere', ...released(0), expect: 'fail', findings: ['missing info'] },
    {
      name: 'a tag, and no release on the host',
      files,
      git: { ...tagged, host: host({ releases: { count: 0, newest: [] } }) },
      expect: 'fail',
    },
    { name: 'an empty file', files: { 'CHANGELOG.md': '' }, git: released(0).git, expect: 'fail' },
    { name: 'perhaps on the host', files, git: tagged, expect: 'unknown', findings: ['unseen'] },
    { name: 'nothing was released yet', files, git: { refs: refs(['develop']) }, expect: 'not-applicable' },
  ],
  'OSS-14': [
    { name: 'a reviewed change request', ...ruled(), expect: 'pass' },
    {
      name: 'anybody may push',
      ...ruled({ requiresChangeRequest: false }),
      expect: 'fail',
      findings: ['change-request warning'],
    },
    { name: 'nobody need look', ...ruled({ requiredReviews: 0 }), expect: 'fail', findings: ['reviews'] },
    UNSEEN,
    NOBODY,
    ARCHIVED,
  ],
  'OSS-15': [
    { name: 'kept', ...ruled(), expect: 'pass' },
    {
      name: 'rewritten and deleted at will',
      ...ruled({ allowsForcePush: true, allowsDeletion: true }),
      expect: 'fail',
      findings: ['no-force-push warning', 'no-deletion'],
    },
    UNSEEN,
    NOBODY,
    ARCHIVED,
  ],
  'OSS-16': [
    { name: 'one check', ...ruled(), expect: 'pass' },
    { name: 'none', ...ruled({ requiredChecks: [] }), expect: 'fail', findings: ['checks info'] },
    UNSEEN,
    NOBODY,
    ARCHIVED,
  ],
  'OSS-17': [
    { name: 'issues', ...says({ hasIssues: true, hasDiscussions: false }), expect: 'pass' },
    { name: 'discussions, and issues are not known', ...says({ hasDiscussions: true }), expect: 'pass' },
    {
      name: 'neither',
      ...says({ hasIssues: false, hasDiscussions: false }),
      expect: 'fail',
      findings: ['missing warning'],
    },
    { name: 'one of them is not known', ...says({ hasIssues: false }), expect: 'unknown', findings: ['unseen'] },
    {
      name: 'archived',
      ...says({ hasIssues: false, hasDiscussions: false, isArchived: true }),
      expect: 'not-applicable',
    },
    NOBODY,
  ],
  'OSS-18': [
    { name: 'a sentence', ...says({ description: 'Shows the time' }), expect: 'pass' },
    { name: 'a blank', ...says({ description: ' ' }), expect: 'fail', findings: ['missing info'] },
    UNSEEN,
    NOBODY,
  ],
  'OSS-20': [
    { name: 'on', ...says({ hasVulnerabilityAlerts: true }), expect: 'pass' },
    { name: 'off', ...says({ hasVulnerabilityAlerts: false }), expect: 'fail', findings: ['missing warning'] },
    UNSEEN,
    NOBODY,
  ],
}
