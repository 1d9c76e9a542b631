import { DESCRIPTOR, descriptor, plugin, pom } from '../component.ts'
import { refs } from '../source.ts'
import type { Cases } from './case.ts'

const asks = (version: string, scope = '') =>
  plugin({
    'pom.xml': pom({
      more: `  <dependencies>\n    <dependency><groupId>org.example</groupId><artifactId>wheels</artifactId><version>${version}</version>${scope}</dependency>\n  </dependencies>`,
    }),
  })

const RELEASED = {
  'pom.xml': pom({ version: '1.2.0' }),
  [DESCRIPTOR]: descriptor({ version: '1.2.0' }),
  'CHANGELOG.md': '# Changes\n\n## Unreleased\n\n## 1.2.0, in spring\n\n## 1.1.0\n',
  'publiccode.yml': 'name: Clock\nsoftwareVersion: "1.2.0"\n',
}
const tagged = (tag: string) => ({ refs: refs(['master@a'], [`${tag}@a`, 'plugin-clock-1.1.0@b']), head: 'a' })

export const releaseCases: Cases = {
  'REL-01': [
    { name: 'final', files: plugin(RELEASED), expect: 'pass' },
    { name: 'a qualifier', files: plugin({ 'pom.xml': pom({ version: '1.2.0-beta-01' }) }), expect: 'pass' },
    { name: 'in development', files: plugin(), expect: 'fail', findings: ['form error pom.xml:5'] },
    { name: 'no component', files: { a: '' }, expect: 'not-applicable' },
  ],
  'REL-02': [
    { name: 'released', files: asks('[1.0.0,)'), expect: 'pass' },
    { name: 'a bound in development', files: asks('[1.0.0-SNAPSHOT,)'), expect: 'fail', findings: ['form warning'] },
    { name: 'for tests alone', files: asks('1.0.0-SNAPSHOT', '<scope>test</scope>'), expect: 'not-applicable' },
  ],
  'REL-03': [
    { name: 'everywhere', files: plugin(RELEASED), git: tagged('plugin-clock-1.2.0'), expect: 'pass' },
    { name: 'a tag of the version alone', files: plugin(RELEASED), git: tagged('v1.2.0'), expect: 'pass' },
    {
      name: 'the tag says another',
      files: plugin(RELEASED),
      git: tagged('plugin-clock-1.3.0'),
      expect: 'fail',
      findings: ['differs error'],
    },
    {
      name: 'changes and catalogue stayed behind',
      files: plugin({ ...RELEASED, 'CHANGELOG.md': '## [1.1.0]\n', 'publiccode.yml': 'softwareVersion: 1.1.0\n' }),
      git: tagged('plugin-clock-1.2.0'),
      expect: 'fail',
      findings: ['differs CHANGELOG.md:1', 'differs publiccode.yml:1'],
    },
    {
      name: 'the descriptor stayed behind, and nothing is tagged yet',
      files: plugin({ ...RELEASED, [DESCRIPTOR]: descriptor({ version: '1.1.0' }) }),
      git: { refs: refs(['master@a']), head: 'a' },
      expect: 'fail',
      findings: [`differs ${DESCRIPTOR}:5`],
    },
    {
      name: 'a tag elsewhere does not count',
      files: plugin(RELEASED),
      git: { refs: refs(['master@a'], ['plugin-clock-9.0.0@b']), head: 'a' },
      expect: 'pass',
    },
    { name: 'nobody knows the tags', files: plugin(RELEASED), expect: 'unknown', findings: ['no-refs'] },
  ],
}
