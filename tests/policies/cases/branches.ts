import { plugin, pom } from '../component.ts'
import { log, refs, TIDY_GIT } from '../source.ts'
import type { Cases } from './case.ts'

const branched = (...branches: readonly string[]) => ({ files: plugin(), git: { ...TIDY_GIT, refs: refs(branches) } })
const tagged = (...tags: readonly string[]) => ({ files: plugin(), git: { refs: refs(['develop'], tags) } })
const released = { 'pom.xml': pom({ version: '1.2.0' }) }
const logged = (...subjects: readonly string[]) => ({ files: plugin(), git: { log: log(...subjects) } })
const named = (count: number) => Array.from({ length: count }, (_, index) => `CLOCK-${index + 1} : wind up`)
const unnamed = (count: number) => Array.from({ length: count }, () => 'fix it')
const ELSEWHERE = 'example-city/lutece-tech-plugin-clock'

export const branchCases: Cases = {
  'REPO-03': [
    { name: 'develop', ...branched('master', 'develop'), expect: 'pass' },
    { name: 'master alone', ...branched('master'), expect: 'fail', findings: ['missing warning'] },
    { name: 'a branch of maintenance is no develop', ...branched('master', 'develop_core7'), expect: 'fail' },
    { name: 'nobody knows the branches', files: plugin(), expect: 'unknown', findings: ['no-refs'] },
    { name: 'another owner branches freely', ...branched('main'), repository: ELSEWHERE, expect: 'not-applicable' },
  ],
  'REPO-04': [
    {
      name: 'a pair for each line',
      ...branched('develop', 'master', 'develop_core7', 'master_core7'),
      expect: 'pass',
    },
    { name: 'a branch of one fix has no twin', ...branched('develop', 'master', 'develop-1.0.x'), expect: 'pass' },
    { name: 'no release branch at all', ...branched('develop'), expect: 'fail', findings: ['missing info'] },
    {
      name: 'a line without its release branch',
      ...branched('develop', 'master', 'develop_core7', 'develop7.x'),
      expect: 'fail',
      findings: ['twin info', 'twin info'],
    },
  ],
  'REPO-05': [
    { name: 'develop', ...branched('develop', 'master'), expect: 'pass' },
    {
      name: 'master',
      files: plugin(),
      git: { refs: refs(['develop', 'master']), defaultBranch: 'master' },
      expect: 'fail',
      findings: ['other info'],
    },
    { name: 'no develop, which is the business of another rule', ...branched('master'), expect: 'not-applicable' },
    {
      name: 'nobody knows the default',
      files: plugin(),
      git: { refs: refs(['develop']) },
      expect: 'unknown',
      findings: ['unknown'],
    },
  ],
  'REPO-08': [
    {
      name: 'the artifact, the repository and a former name of it',
      ...tagged('plugin-clock-1.0.0', 'lutece-tech-plugin-clock-1.1.0-RC-01', 'lutece-old-plugin-clock-0.9'),
      expect: 'pass',
    },
    {
      name: 'two of three',
      ...tagged('plugin-clock-1.0.0', 'plugin-clock-1.1.0-beta-01', '1.2.0'),
      expect: 'fail',
      findings: ['below info'],
    },
    {
      name: 'tags of another component',
      ...tagged('plugin-sundial-1.0.0', 'plugin-sunclock-1.0.0'),
      expect: 'fail',
      findings: ['below'],
    },
    { name: 'a version in words', ...tagged('plugin-clock-march'), expect: 'fail' },
    { name: 'nothing released yet', ...tagged(), expect: 'not-applicable' },
  ],
  'POM-12': [
    { name: 'on its way', files: plugin(), git: { refs: refs(['develop@a']), head: 'a' }, expect: 'pass' },
    {
      name: 'a fixed version on develop',
      files: plugin(released),
      git: { refs: refs(['develop@a', 'master@b']), head: 'a' },
      expect: 'fail',
      findings: ['form warning pom.xml:5'],
    },
    {
      name: 'the commit of the release itself',
      files: plugin(released),
      git: { refs: refs(['develop@a'], ['plugin-clock-1.2.0@a']), head: 'a' },
      expect: 'not-applicable',
    },
    {
      name: 'the commit of the release tool, not tagged yet',
      files: plugin(released),
      git: {
        refs: refs(['develop@a']),
        head: 'a',
        log: log('[site-release] Release plugin-clock-1.2.0').map((each) => ({ ...each, oid: 'a'.padStart(40, '0') })),
      },
      expect: 'not-applicable',
    },
    {
      name: 'the release branch is before us, develop is on its way',
      files: plugin(released),
      git: { refs: refs(['develop@a', 'master@b']), head: 'b', elsewhere: { a: plugin() } },
      expect: 'pass',
    },
    {
      name: 'a branch of somebody is before us, develop has a fixed version',
      files: plugin(),
      git: { refs: refs(['develop@a', 'mine@b']), head: 'b', elsewhere: { a: plugin(released) } },
      expect: 'fail',
      findings: ['form warning'],
    },
    {
      name: 'develop has no build file yet',
      files: plugin(released),
      git: { refs: refs(['develop@a', 'master@b']), head: 'b', elsewhere: { a: {} } },
      expect: 'not-applicable',
    },
    {
      name: 'develop cannot be read from here',
      files: plugin(released),
      git: { refs: refs(['develop@a', 'master@b']), head: 'b' },
      expect: 'unknown',
      findings: ['no-branch'],
    },
    {
      name: 'no develop, so the one branch there is',
      files: plugin(released),
      git: { refs: refs(['main@a']), head: 'a' },
      expect: 'fail',
    },
    {
      name: 'a version that only the parent knows',
      files: plugin({ 'pom.xml': pom({ version: `\${v}` }) }),
      git: { refs: refs(['develop@a']), head: 'a' },
      expect: 'unknown',
      findings: ['unresolved pom.xml:5'],
    },
  ],
  'REPO-10': [
    { name: 'most of them', ...logged(...named(14), ...unnamed(6)), expect: 'pass' },
    { name: 'a hyphen forgotten', ...logged(...named(13), ...unnamed(6), 'LUT32475 wind up'), expect: 'pass' },
    { name: 'too few', ...logged(...named(13), ...unnamed(7)), expect: 'fail', findings: ['below info'] },
    { name: 'an encoding is no ticket', ...logged(...named(13), ...unnamed(6), 'Write UTF-8'), expect: 'fail' },
    {
      name: 'programs and merges do not count',
      files: plugin(),
      git: {
        log: [
          ...log(...named(20), 'Bump clockwork from 1.0 to 1.1'),
          ...log(...unnamed(20)).map((commit) => ({ ...commit, isAutomatic: true })),
          ...log(...unnamed(20)).map((commit) => ({ ...commit, isMerge: true })),
        ],
      },
      expect: 'pass',
    },
    { name: 'older than the last 300', ...logged(...named(300), ...unnamed(400)), expect: 'pass' },
    { name: 'too few to speak of a share', ...logged(...unnamed(5)), expect: 'not-applicable' },
    { name: 'nobody knows the history', files: plugin(), expect: 'unknown', findings: ['no-log'] },
  ],
}
