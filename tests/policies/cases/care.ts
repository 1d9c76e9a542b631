import { MIT, plugin } from '../component.ts'
import type { Cases } from './case.ts'

/** Drawn for these tests and good for nothing; put together here, so that no file holds one. */
const DRAWN = 'q7Rk2vZp9TxW4mLd8sYc3nHf6bJg5tKe1uQa0oPi'
const github = (random = DRAWN.slice(0, 36)) => `token=${['gh', 'p_'].join('')}${random}\n`
const aws = (random: string) => `key: ${['AK', 'IA'].join('')}${random}\n`
const key = (word: string, body = DRAWN.repeat(2).slice(0, 64)) =>
  `-----BEGIN ${word}PRIVATE ${'KEY'}-----\n${body}\n-----END ${word}PRIVATE ${'KEY'}-----\n`

const APACHE = `Apache License Version 2.0, January 2004 TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION
Grant of Patent License. Submission of Contributions. Accepting Warranty or Additional Liability.`
const GPL2 = `GNU GENERAL PUBLIC LICENSE Version 2, June 1991
By contrast, the GNU General Public License is intended to guarantee your freedom to share and change free software
This General Public License applies to any program or other work which contains a notice
END OF TERMS AND CONDITIONS`

export const careCases: Cases = {
  'OSS-09': [
    { name: 'a permissive one', files: { LICENSE: MIT }, expect: 'pass' },
    { name: 'another one', files: { LICENSE: APACHE }, expect: 'pass' },
    { name: 'one outside the list', files: { LICENSE: GPL2 }, expect: 'fail', findings: ['outside warning LICENSE'] },
    { name: 'a choice', files: { 'LICENSES/GPL-2.0-only.txt': GPL2, 'LICENSES/MIT.txt': MIT }, expect: 'pass' },
    { name: 'a text that nobody knows', files: { LICENSE: 'Take it.' }, expect: 'not-applicable' },
    { name: 'none', files: plugin({ LICENSE: null }), expect: 'not-applicable' },
  ],
  'OSS-10': [
    { name: 'read from the environment', files: { 'clock.properties': 'token=env:CLOCK_TOKEN\n' }, expect: 'pass' },
    {
      name: 'a token of the host',
      files: { 'conf/clock.properties': `a=b\n${github()}` },
      expect: 'fail',
      findings: ['found error conf/clock.properties:2'],
    },
    { name: 'a key to a cloud', files: { 'deploy.yml': aws('J7KQ2VZPN4XWM6LD') }, expect: 'fail' },
    {
      name: 'a key that browsers are given',
      files: { 'map.js': `${['AI', 'za'].join('')}${DRAWN.slice(0, 35)}` },
      expect: 'fail',
      findings: ['found warning map.js:1'],
    },
    { name: 'a private key', files: { 'conf/id': key('RSA ') }, expect: 'fail', findings: ['found conf/id:1'] },
    {
      name: 'a private key in a text of a program',
      files: { 'a.ts': `const k = "${key('').replaceAll('\n', '\\n')}"` },
      expect: 'fail',
    },
    { name: 'a key that a word guards', files: { 'conf/id': key('ENCRYPTED ') }, expect: 'pass' },
    { name: 'the sample of the manual', files: { 'README.md': aws('IOSFODNN7EXAMPLE') }, expect: 'pass' },
    { name: 'letters repeated', files: { 'README.md': github('a'.repeat(36)) }, expect: 'pass' },
    { name: 'a few letters in turn', files: { 'README.md': github('abcabc'.repeat(6)) }, expect: 'pass' },
    {
      name: 'only the beginning',
      files: { 'README.md': `A token begins with ${['gh', 'p_'].join('')}.` },
      expect: 'pass',
    },
    { name: 'made for a test', files: { 'src/test/resources/key': key('EC ') }, expect: 'not-applicable' },
    { name: 'what others wrote', files: { 'node_modules/clock/a.js': github(), 'a.js': '' }, expect: 'not-applicable' },
  ],
  'OSS-11': [
    { name: 'of this host', files: { '.github/workflows/build.yml': 'on: push\n' }, expect: 'pass' },
    { name: 'of another one', files: { Jenkinsfile: 'pipeline {}\n' }, expect: 'pass' },
    { name: 'none', files: plugin(), expect: 'fail', findings: ['missing info'] },
    { name: 'a template of a workflow', files: { 'workflow-templates/build.yml': '' }, expect: 'fail' },
  ],
  'OSS-12': [
    { name: 'one tool', files: plugin({ '.github/dependabot.yml': 'version: 2\n' }), expect: 'pass' },
    { name: 'another one', files: plugin({ 'renovate.json': '{}' }), expect: 'pass' },
    { name: 'by its short name', files: plugin({ '.renovaterc': '{}' }), expect: 'pass' },
    { name: 'none', files: plugin(), expect: 'fail', findings: ['missing info'] },
    { name: 'nothing to update', files: { 'README.md': '# Notes' }, expect: 'not-applicable' },
  ],
  'OSS-19': [
    { name: 'sources alone', files: plugin(), expect: 'pass' },
    {
      name: 'a library',
      files: { 'lib/wheels-1.0.jar': 'PK' },
      expect: 'fail',
      findings: ['present warning lib/wheels-1.0.jar'],
    },
    { name: 'the wrapper of the build', files: { 'gradle/wrapper/gradle-wrapper.jar': 'PK' }, expect: 'pass' },
    { name: 'made for a test', files: { 'src/test/resources/wheels.jar': 'PK' }, expect: 'pass' },
  ],
}
