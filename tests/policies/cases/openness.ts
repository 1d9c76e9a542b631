import { HEADER, MIT, plugin, pom } from '../component.ts'
import { entriesOf } from '../source.ts'
import type { Cases } from './case.ts'

const GUIDE = 'How to propose a change, who reviews it, and when an answer comes. '.repeat(3)

const lent = (name: string) => [
  { name: 'at the root', files: { [`${name}.md`]: GUIDE }, expect: 'pass' } as const,
  {
    name: 'in .github, in another syntax and case',
    files: { [`.github/${name.toLowerCase()}.adoc`]: GUIDE },
    expect: 'pass',
  } as const,
  { name: 'in docs, without an ending', files: { [`docs/${name}`]: GUIDE }, expect: 'pass' } as const,
  {
    name: 'not here, and nobody looked at the organisation',
    files: { a: 'b' },
    expect: 'unknown',
    findings: ['lent'],
  } as const,
  {
    name: 'lent by the organisation',
    files: { a: 'b' },
    inherited: entriesOf({ [`${name}.md`]: GUIDE }),
    expect: 'pass',
  } as const,
  { name: 'neither here nor lent', files: { a: 'b' }, inherited: [], expect: 'fail', findings: ['missing'] } as const,
  { name: 'empty', files: { [`${name}.md`]: '' }, expect: 'fail', findings: [`short ${name}.md`] } as const,
  {
    name: 'in a folder where nobody looks',
    files: { [`src/${name}.md`]: GUIDE },
    inherited: [],
    expect: 'fail',
  } as const,
]

const sources = (count: number, text: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`src/a/C${index}${text.length}.java`, text]))

export const opennessCases: Cases = {
  'OSS-01': [
    { name: 'at the root', files: { 'README.md': GUIDE }, expect: 'pass' },
    { name: 'in another language and syntax', files: { 'readme.fr.adoc': GUIDE }, expect: 'pass' },
    { name: 'none', files: { a: 'b' }, expect: 'fail', findings: ['missing warning'] },
    { name: 'a title alone', files: { 'README.md': '# Clock' }, expect: 'fail', findings: ['short README.md'] },
    {
      name: 'the organisation cannot lend it',
      files: { a: 'b' },
      inherited: entriesOf({ 'README.md': GUIDE }),
      expect: 'fail',
    },
  ],
  'OSS-02': [
    { name: 'a known text', files: { LICENSE: MIT }, expect: 'pass' },
    { name: 'under a French name', files: { 'LICENCE.txt': MIT }, expect: 'pass' },
    { name: 'in the folder of REUSE', files: { 'LICENSES/MIT.txt': MIT }, expect: 'pass' },
    { name: 'nothing says a licence', files: { a: 'b' }, expect: 'fail', findings: ['missing error'] },
    {
      name: 'a text of one’s own',
      files: { LICENSE: 'Take it.' },
      expect: 'fail',
      findings: ['unrecognised warning LICENSE'],
    },
    { name: 'a text that only names one', files: { LICENSE: 'MIT' }, expect: 'fail', findings: ['unrecognised'] },
    {
      name: 'in headers alone',
      files: plugin({ LICENSE: null }),
      expect: 'fail',
      findings: ['stated-in-headers info'],
    },
    {
      name: 'in the build file alone',
      files: { 'pom.xml': pom({ more: '<licenses><license><name>MIT</name></license></licenses>' }) },
      expect: 'fail',
      findings: ['stated-in-build info'],
    },
    { name: 'at best in the parent', files: { 'pom.xml': pom() }, expect: 'fail', findings: ['inherited warning'] },
    {
      name: 'the organisation cannot lend it',
      files: { a: 'b' },
      inherited: entriesOf({ LICENSE: MIT }),
      expect: 'fail',
    },
    {
      name: 'a file that is no text',
      files: { LICENSE: '\u0000\u0001\u0002' },
      expect: 'unknown',
      findings: ['unread LICENSE'],
    },
  ],
  'OSS-03': [
    { name: 'every source', files: sources(5, `${HEADER}class C {}`), expect: 'pass' },
    { name: 'tags instead of texts', files: sources(5, '// SPDX-License-Identifier: MIT\nclass C {}'), expect: 'pass' },
    {
      name: 'eight of ten',
      files: { ...sources(8, `${HEADER}class C {}`), ...sources(2, '/* To change this license header */ class C {}') },
      expect: 'fail',
      findings: ['below info src/a/C046.java'],
    },
    { name: 'what others wrote', files: { ...sources(5, `${HEADER}class C {}`), ...vendored() }, expect: 'pass' },
    { name: 'too few to speak of a share', files: sources(4, 'class C {}'), expect: 'not-applicable' },
  ],
  'OSS-04': lent('CONTRIBUTING'),
  'OSS-05': lent('SECURITY'),
  'OSS-06': lent('CODE_OF_CONDUCT'),
  'OSS-07': [
    { name: 'at the root', files: { CODEOWNERS: '* @example-city/platform' }, expect: 'pass' },
    { name: 'in .github', files: { '.github/CODEOWNERS': '* @example-city/platform' }, expect: 'pass' },
    { name: 'none', files: { a: 'b' }, expect: 'fail', findings: ['missing info'] },
    { name: 'the host reads no other ending', files: { 'CODEOWNERS.md': '* @a/b' }, expect: 'fail' },
  ],
  'OSS-08': [
    { name: 'sources alone', files: plugin(), expect: 'pass' },
    {
      name: 'products and settings, one finding for each kind',
      files: { 'target/classes/A.txt': '', 'target/classes/B.txt': '', 'x/.idea/workspace.xml': '', 'a.orig': '' },
      expect: 'fail',
      findings: ['present target/classes/A.txt', 'present x/.idea/workspace.xml', 'present a.orig'],
    },
    { name: 'a sample of a test', files: { 'tests/fixtures/clock/target/classes/A.class': '' }, expect: 'pass' },
    {
      name: 'what others wrote',
      files: { 'webapp/js/vendor/tree/style.css.bak': '', 'webapp/js/tree/style.css.bak': '' },
      expect: 'pass',
    },
    { name: 'a source folder named target', files: { 'src/target/Aim.java': 'class Aim {}' }, expect: 'pass' },
    { name: 'what keeps a folder', files: { 'data/.gitkeep': '' }, expect: 'pass' },
  ],
}

function vendored() {
  return Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`webapp/js/vendor/v${index}.ts`, 'let a = 1']))
}
