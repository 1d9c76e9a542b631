import { type PomSketch, plugin, pom, SITE_PARENT } from '../component.ts'
import type { Cases } from './case.ts'

const built = (sketch: PomSketch) => ({ files: plugin({ 'pom.xml': pom(sketch) }) })
const parent = (version: string, artifactId = 'lutece-global-pom') => ({
  parent: `fr.paris.lutece.tools:${artifactId}:${version}`,
})
const site = {
  packaging: 'lutece-site',
  artifactId: 'site-clock',
  groupId: 'fr.paris.lutece',
  parent: SITE_PARENT,
} as const

function dependency(coordinates: string, more = ''): string {
  const [groupId, artifactId, version] = coordinates.split(':')
  const given = version ? `<version>${version}</version>` : ''
  return `<dependency><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId>${given}${more}</dependency>`
}

const needs = (...dependencies: readonly string[]) => ({
  more: `<dependencies>\n${dependencies.join('\n')}\n</dependencies>`,
})
const core = (version: string) =>
  needs(dependency(`fr.paris.lutece:lutece-core:${version}`, '<type>lutece-core</type>'))
const pinned = (version: string) => ({
  ...site,
  ...needs(dependency(`fr.paris.lutece.plugins:plugin-sundial:${version}`)),
})
const repository = (url: string) => ({
  more: `<repositories><repository><url>${url}</url></repository></repositories>`,
})

export const dependencyCases: Cases = {
  'POM-06': [
    { name: 'a released parent', files: plugin(), expect: 'pass' },
    {
      name: 'a parent in development',
      ...built(parent('8.0.0-SNAPSHOT')),
      expect: 'fail',
      findings: ['form warning pom.xml:2'],
    },
    { name: 'no parent', ...built({ parent: null }), expect: 'not-applicable' },
  ],
  'POM-07': [
    { name: 'the newest of its line', files: plugin(), expect: 'pass' },
    { name: 'an older one of the same line', ...built(parent('7.0.0')), expect: 'pass' },
    { name: 'two lines back', ...built(parent('4.0.4')), expect: 'fail', findings: ['old warning pom.xml:2'] },
    { name: 'a parent in development', ...built(parent('6.0.0-SNAPSHOT')), expect: 'pass' },
    { name: 'an old site', ...built({ ...site, ...parent('2.0.9', 'lutece-site-pom') }), expect: 'fail' },
    {
      name: 'a parent of before the lines, which is the business of another rule',
      ...built({ parent: 'fr.paris.lutece.plugins:lutece-plugins-pom:3.7' }),
      expect: 'not-applicable',
    },
    {
      name: 'a version from elsewhere',
      ...built(parent(`\${v}`)),
      expect: 'unknown',
      findings: ['unresolved pom.xml:2'],
    },
  ],
  'POM-13': [
    { name: 'over https', ...built(repository('https://dev.example.org/maven')), expect: 'pass' },
    {
      name: 'over http',
      ...built(repository('http://dev.example.org/maven')),
      expect: 'fail',
      findings: ['refused warning'],
    },
    {
      name: 'over http, to a server that a property names',
      ...built(repository(`http://\${the.server}/maven`)),
      expect: 'fail',
    },
    { name: 'one property for all', ...built(repository(`\${address}`)), expect: 'not-applicable' },
    { name: 'one’s own machine', ...built(repository('http://localhost:8081/maven')), expect: 'pass' },
    { name: 'none is named', files: plugin(), expect: 'not-applicable' },
  ],
  'POM-15': [
    { name: 'declared and typed', files: plugin(), expect: 'pass' },
    { name: 'not declared', ...built({}), expect: 'fail', findings: ['missing error pom.xml:1'] },
    {
      name: 'declared without its type',
      ...built(needs(dependency('fr.paris.lutece:lutece-core:[7.0.0,7.9.9)'))),
      expect: 'fail',
      findings: ['type error pom.xml:13'],
    },
    {
      name: 'a module that has it through its host',
      ...built({ artifactId: 'module-clock-diary', dependencies: ['plugin-clock:lutece-plugin'] }),
      expect: 'fail',
      findings: ['through warning'],
    },
    { name: 'a plugin has no host', ...built({ dependencies: ['plugin-x'] }), expect: 'fail', findings: ['missing'] },
  ],
  'POM-17': [
    { name: 'closed below the next line', ...built(core('[7.0.13,7.9.9)')), expect: 'pass' },
    { name: 'the next line left out', ...built(core('[7.0.13, 8.0.0)')), expect: 'pass' },
    { name: 'one version', ...built(core('7.0.13')), expect: 'pass' },
    { name: 'one version in brackets', ...built(core('[7.0.13]')), expect: 'pass' },
    { name: 'open', ...built(core('[7.0.0,)')), expect: 'fail', findings: ['form warning pom.xml:13'] },
    { name: 'the next line taken in', ...built(core('[7.0.0,8.0.0]')), expect: 'fail' },
    { name: 'a far bound', ...built(core('[7.0.0,10.0.0)')), expect: 'fail' },
    {
      name: 'by property',
      ...built({ more: `<properties><c>[7.0.0,)</c></properties>${core(`\${c}`).more}` }),
      expect: 'fail',
    },
    { name: 'by a property of the parent', ...built(core(`\${c}`)), expect: 'unknown', findings: ['unresolved'] },
    { name: 'line 8 leaves it open', ...built({ ...parent('8.0.2'), ...core('[8.0.0,)') }), expect: 'not-applicable' },
    {
      name: 'a parent of before the lines',
      ...built({ parent: 'fr.paris.lutece.plugins:lutece-plugins-pom:3.7', ...core('[4.0.0,)') }),
      expect: 'not-applicable',
    },
    { name: 'no core', ...built({}), expect: 'not-applicable' },
  ],
  'POM-18': [
    { name: 'in brackets', ...built(pinned('[1.2.3]')), expect: 'pass' },
    { name: 'plain', ...built(pinned('1.2.3')), expect: 'pass' },
    { name: 'in development', ...built(pinned('[1.2.3-SNAPSHOT]')), expect: 'fail', findings: ['form warning'] },
    { name: 'an open range', ...built(pinned('[1.2.3,)')), expect: 'fail' },
    {
      name: 'by property',
      ...built({
        ...pinned(`[\${v}]`),
        more: `<properties><v>1.0.0-SNAPSHOT</v></properties>${pinned(`[\${v}]`).more}`,
      }),
      expect: 'fail',
    },
    { name: 'by a property from elsewhere', ...built(pinned(`[\${v}]`)), expect: 'unknown', findings: ['unresolved'] },
    {
      name: 'what others make is free',
      ...built({ ...site, ...needs(dependency('org.example:a:[1,)')) }),
      expect: 'not-applicable',
    },
    { name: 'a component asks for ranges', ...built(core('[7.0.0,7.9.9)')), expect: 'not-applicable' },
  ],
  'POM-20': [
    {
      name: 'left to the parent',
      ...built({ ...parent('8.0.2'), ...needs(dependency('jakarta.servlet:jakarta.servlet-api')) }),
      expect: 'pass',
    },
    {
      name: 'given',
      ...built({ ...parent('8.0.2'), ...needs(dependency('jakarta.servlet:jakarta.servlet-api:6.0.0')) }),
      expect: 'fail',
      findings: ['given warning pom.xml:13'],
    },
    {
      name: 'replaced since',
      ...built({ ...parent('8.0.2'), ...needs(dependency('org.glassfish:jakarta.el')) }),
      expect: 'fail',
      findings: ['obsolete warning'],
    },
    {
      name: 'not yet replaced',
      ...built({ ...parent('8.0.1'), ...needs(dependency('org.glassfish:jakarta.el:5.0.0')) }),
      expect: 'not-applicable',
    },
    {
      name: 'line 7 says its versions',
      ...built(needs(dependency('a:library-lutece-unit-testing:3'))),
      expect: 'not-applicable',
    },
  ],
}
