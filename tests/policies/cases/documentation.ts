import { plugin, pom } from '../component.ts'
import type { Cases } from './case.ts'

const without = (path: string) => ({ files: plugin({ [path]: null }) })
const TEST = 'src/test/java/fr/paris/lutece/plugins/clock/business/TickHomeTest.java'
const V8 = { parent: 'fr.paris.lutece.tools:lutece-global-pom:8.0.2' }

export const documentationCases: Cases = {
  'DOC-01': [
    { name: 'there', files: plugin(), expect: 'pass' },
    { name: 'in another syntax', files: plugin({ 'README.md': null, 'README.adoc': '= Clock' }), expect: 'pass' },
    { name: 'not there', ...without('README.md'), expect: 'fail', findings: ['missing warning'] },
    { name: 'no component of the platform', files: { 'a.txt': '' }, expect: 'not-applicable' },
  ],
  'DOC-02': [
    { name: 'there', files: plugin(), expect: 'pass' },
    { name: 'not there', ...without('README.fr.md'), expect: 'fail', findings: ['missing info'] },
  ],
  'DOC-03': [
    { name: 'there', files: plugin(), expect: 'pass' },
    { name: 'not there', ...without('src/site/xdoc/index.xml'), expect: 'fail', findings: ['fewer warning'] },
  ],
  'DOC-04': [
    { name: 'there', files: plugin(), expect: 'pass' },
    {
      name: 'the other way round',
      files: plugin({ 'src/site/fr/xdoc/index.xml': null, 'src/site/xdoc/fr/index.xml': '<document/>' }),
      expect: 'fail',
      findings: ['fewer info'],
    },
  ],
  'DOC-05': [
    { name: 'there', files: plugin(), expect: 'pass' },
    { name: 'not there', ...without('src/site/site.xml'), expect: 'fail', findings: ['fewer info'] },
  ],
  'TEST-01': [
    { name: 'some', files: plugin(), expect: 'pass' },
    { name: 'none', ...without(TEST), expect: 'fail', findings: ['fewer info'] },
  ],
  'TEST-02': [
    { name: 'where the build looks', files: plugin(), expect: 'pass' },
    {
      name: 'one folder off',
      files: plugin({ 'src/test/fr/ATest.java': 'package fr; class ATest {}' }),
      expect: 'fail',
      findings: ['form warning src/test/fr/ATest.java'],
    },
    { name: 'none', ...without(TEST), expect: 'not-applicable' },
  ],
  'TEST-05': [
    {
      name: 'in scope test',
      files: plugin({ 'pom.xml': pom({ dependencies: ['library-lutece-unit-testing:jar:test'] }) }),
      expect: 'pass',
    },
    {
      name: 'in the site as well',
      files: plugin({ 'pom.xml': pom({ dependencies: ['library-lutece-unit-testing'] }) }),
      expect: 'fail',
      findings: ['scope info'],
    },
    {
      name: 'not declared, in line 8',
      files: plugin({ 'pom.xml': pom(V8) }),
      expect: 'fail',
      findings: ['missing warning'],
    },
    { name: 'no tests', files: plugin({ [TEST]: null, 'pom.xml': pom() }), expect: 'not-applicable' },
  ],
}
