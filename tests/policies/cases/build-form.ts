import { type PomSketch, plugin, pom, REPOSITORY, SITE_PARENT } from '../component.ts'
import type { Cases } from './case.ts'

const built = (sketch: PomSketch) => ({ files: plugin({ 'pom.xml': pom(sketch) }) })
const library = { artifactId: 'library-clock', packaging: 'jar' } as const
const V8 = 'fr.paris.lutece.tools:lutece-global-pom:8.0.2'
const property = (name: string, value: string) => ({ more: `<properties><${name}>${value}</${name}></properties>` })

export const buildFormCases: Cases = {
  'POM-01': [
    { name: 'at the root', files: plugin(), expect: 'pass' },
    {
      name: 'one folder down',
      files: { 'clock/pom.xml': pom() },
      expect: 'fail',
      findings: ['missing error'],
    },
    {
      name: 'a pack may keep it there',
      files: { 'clock/pom.xml': pom({ groupId: 'org.citelibre', packaging: 'lutece-site', artifactId: 'clock' }) },
      expect: 'pass',
    },
    { name: 'no build of the platform', files: { 'README.md': 'Clock' }, expect: 'not-applicable' },
  ],
  'POM-04': [
    { name: 'a plugin', files: plugin(), expect: 'pass' },
    { name: 'a library, with jar or without a word', ...built(library), expect: 'pass' },
    { name: 'a library that brings SQL', ...built({ ...library, packaging: 'lutece-plugin' }), expect: 'pass' },
    {
      name: 'a plugin as an ordinary archive',
      ...built({ packaging: 'jar' }),
      expect: 'fail',
      findings: ['form error pom.xml:6'],
    },
  ],
  'POM-08': [
    { name: 'all three', files: plugin(), expect: 'pass' },
    { name: 'no section', ...built({ scm: null }), expect: 'fail', findings: ['missing warning pom.xml:1'] },
    {
      name: 'one of three, and one empty',
      ...built({ scm: null, more: '<scm><url>https://example.org/a/b.git</url><connection/></scm>' }),
      expect: 'fail',
      findings: ['missing pom.xml:7'],
    },
  ],
  'POM-10': [
    { name: 'the common form', files: plugin(), expect: 'pass' },
    {
      name: 'the ending is missing, three times',
      ...built({ scm: `https://github.com/${REPOSITORY}` }),
      expect: 'fail',
      findings: ['form info pom.xml:8', 'form', 'form'],
    },
    {
      name: 'a slash behind',
      ...built({ scm: `https://github.com/${REPOSITORY}.git/` }),
      expect: 'fail',
      findings: ['form', 'form', 'form'],
    },
    { name: 'nothing to judge', ...built({ scm: null }), expect: 'not-applicable' },
    {
      name: 'a property of the parent',
      ...built({ scm: `https://github.com/\${who}/x` }),
      expect: 'unknown',
      findings: ['unresolved'],
    },
  ],
  'POM-11': [
    { name: 'on its way', files: plugin(), expect: 'pass' },
    { name: 'a beta on its way', ...built({ version: '1.2.0-beta-02-SNAPSHOT' }), expect: 'pass' },
    { name: 'a candidate', ...built({ version: '1.2.0-RC-01' }), expect: 'pass' },
    { name: 'two numbers', ...built({ version: '1.0-SNAPSHOT' }), expect: 'fail', findings: ['form error pom.xml:5'] },
    { name: 'another word', ...built({ version: '1.0.0-rc1' }), expect: 'fail' },
    { name: 'a property of the parent', ...built({ version: `\${v}` }), expect: 'unknown', findings: ['unresolved'] },
  ],
  'POM-14': [
    { name: 'the short name', ...built(property('componentName', 'clock')), expect: 'pass' },
    {
      name: 'the kind left on',
      ...built(property('componentName', 'plugin-clock')),
      expect: 'fail',
      findings: ['differs info pom.xml:12'],
    },
    { name: 'no property', files: plugin(), expect: 'not-applicable' },
    {
      name: 'a library writes what it likes',
      ...built({ ...library, ...property('componentName', 'x') }),
      expect: 'not-applicable',
    },
  ],
  'POM-19': [
    { name: 'none', ...built({ parent: V8 }), expect: 'pass' },
    {
      name: 'one left',
      ...built({ parent: V8, ...property('jiraProjectName', 'CLOCK') }),
      expect: 'fail',
      findings: ['present info pom.xml:12'],
    },
    { name: 'line 7 has its own', ...built(property('jiraProjectName', 'CLOCK')), expect: 'not-applicable' },
    {
      name: 'a site is not judged',
      ...built({ packaging: 'lutece-site', artifactId: 'site-x', parent: SITE_PARENT }),
      expect: 'not-applicable',
    },
  ],
}
