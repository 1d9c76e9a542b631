import { type PomSketch, plugin, pom, REPOSITORY, SITE_PARENT } from '../component.ts'
import type { Cases } from './case.ts'

const built = (sketch: PomSketch) => ({ files: plugin({ 'pom.xml': pom(sketch) }) })
const site = { packaging: 'lutece-site', parent: SITE_PARENT } as const

export const buildCases: Cases = {
  'POM-02': [
    { name: 'a plugin in the group of plugins', files: plugin(), expect: 'pass' },
    {
      name: 'a library in the group of plugins',
      ...built({ artifactId: 'library-clock', packaging: 'jar' }),
      expect: 'pass',
    },
    {
      name: 'a plugin in a group of its own',
      ...built({ groupId: 'org.example.clock' }),
      expect: 'fail',
      findings: ['form error pom.xml:3'],
    },
    {
      name: 'a library in a group of libraries',
      ...built({ artifactId: 'library-clock', packaging: 'jar', groupId: 'fr.paris.lutece.libraries' }),
      expect: 'fail',
      findings: ['form error pom.xml:3'],
    },
    {
      name: 'left to the parent, so the group of tools',
      ...built({ groupId: null }),
      expect: 'fail',
      findings: ['form error pom.xml:2'],
    },
    {
      name: 'a site elsewhere is only a warning',
      ...built({ ...site, artifactId: 'site-clock', groupId: 'org.example' }),
      expect: 'fail',
      findings: ['form warning pom.xml:3'],
    },
    {
      name: 'a pack in its own group',
      ...built({ ...site, artifactId: 'x', groupId: 'org.citelibre' }),
      expect: 'pass',
    },
    {
      name: 'a build that never names the platform',
      files: { 'pom.xml': pom({ groupId: 'org.example', artifactId: 'clock', packaging: 'jar', parent: null }) },
      expect: 'not-applicable',
    },
    {
      name: 'a build file that breaks off',
      files: { 'pom.xml': '<project>\n  <groupId>' },
      expect: 'unknown',
      findings: ['kind-undetermined pom.xml:2'],
    },
  ],
  'POM-03': [
    { name: 'plugin', files: plugin(), expect: 'pass' },
    { name: 'module of a host', ...built({ artifactId: 'module-clock-diary-notes' }), expect: 'pass' },
    { name: 'site', ...built({ ...site, artifactId: 'site-clock' }), expect: 'pass' },
    { name: 'theme', ...built({ ...site, artifactId: 'site-theme-clock' }), expect: 'pass' },
    {
      name: 'a module without its host',
      ...built({ artifactId: 'module-diary' }),
      expect: 'fail',
      findings: ['form error pom.xml:4'],
    },
    {
      name: 'the kind at the end',
      ...built({ artifactId: 'diary-module' }),
      expect: 'fail',
      findings: ['form pom.xml:4'],
    },
    { name: 'capital letters', ...built({ artifactId: 'plugin-Clock' }), expect: 'fail', findings: ['form pom.xml:4'] },
    {
      name: 'a pack is named freely',
      ...built({ ...site, groupId: 'org.citelibre', artifactId: 'c' }),
      expect: 'not-applicable',
    },
  ],
  'POM-05': [
    { name: 'the parent of components', files: plugin(), expect: 'pass' },
    {
      name: 'a parent left behind',
      ...built({ parent: 'fr.paris.lutece.plugins:lutece-plugins-pom:3.7' }),
      expect: 'fail',
      findings: ['other error pom.xml:2'],
    },
    { name: 'the parent of sites', ...built({ parent: SITE_PARENT }), expect: 'fail', findings: ['other pom.xml:2'] },
    { name: 'no parent', ...built({ parent: null }), expect: 'fail', findings: ['missing pom.xml:1'] },
    { name: 'a site', ...built({ ...site, artifactId: 'site-clock', groupId: 'fr.paris.lutece' }), expect: 'pass' },
    {
      name: 'a pack that brings what the parent would',
      ...built({
        ...site,
        groupId: 'org.citelibre',
        artifactId: 'clock-pack',
        parent: null,
        more: `<repositories><repository><url>https://dev.lutece.paris.fr/maven_repository</url></repository></repositories>
<build><plugins><plugin><artifactId>lutece-maven-plugin</artifactId></plugin></plugins></build>`,
      }),
      expect: 'pass',
    },
    {
      name: 'a pack that brings nothing',
      ...built({ ...site, groupId: 'org.citelibre', artifactId: 'clock-pack', parent: null }),
      expect: 'fail',
      findings: ['lacks warning pom.xml:1'],
    },
  ],
  'POM-09': [
    { name: 'names this repository', files: plugin(), expect: 'pass' },
    {
      name: 'case, the ending and a slash do not count',
      ...built({ scm: `https://github.com/${REPOSITORY.toUpperCase()}/` }),
      expect: 'pass',
    },
    { name: 'the short form of git', ...built({ scm: `git@github.com:${REPOSITORY}.git` }), expect: 'pass' },
    {
      name: 'a former name, three times',
      ...built({ scm: 'https://github.com/lutece-platform/former.git' }),
      expect: 'fail',
      findings: ['differs pom.xml:8', 'differs pom.xml:9', 'differs pom.xml:10'],
    },
    {
      name: 'a server of another age',
      ...built({ scm: 'http://svn.example.org/viewvc/portal/trunk/plugin-clock' }),
      expect: 'fail',
      findings: ['elsewhere', 'elsewhere', 'elsewhere'],
    },
    {
      name: 'a fork that names its upstream',
      files: plugin(),
      repository: 'example-city/lutece-tech-plugin-clock',
      expect: 'pass',
    },
    {
      name: 'a fork that names another component of its upstream',
      files: plugin(),
      repository: 'example-city/lutece-tech-plugin-sundial',
      expect: 'fail',
      findings: ['differs', 'differs', 'differs'],
    },
    { name: 'no addresses, which is the business of another rule', ...built({ scm: null }), expect: 'not-applicable' },
    {
      name: 'a property that the pom defines',
      ...built({
        scm: `https://github.com/\${who}/lutece-tech-plugin-clock.git`,
        more: '<properties><who>lutece-platform</who></properties>',
      }),
      expect: 'pass',
    },
    {
      name: 'a property of the parent',
      ...built({ scm: `https://github.com/\${who}/x.git` }),
      expect: 'unknown',
      findings: ['unresolved pom.xml'],
    },
    { name: 'nobody knows the name', files: plugin(), repository: null, expect: 'unknown', findings: ['no-identity'] },
  ],
  'POM-16': [
    {
      name: 'plugins and modules typed, libraries of either packaging',
      ...built({
        dependencies: [
          'plugin-sundial:lutece-plugin',
          'module-sundial-x:lutece-plugin',
          'library-a',
          'library-b:lutece-plugin',
        ],
      }),
      expect: 'pass',
    },
    {
      name: 'a plugin without its type',
      ...built({ dependencies: ['library-a', 'plugin-sundial'] }),
      expect: 'fail',
      findings: ['missing error pom.xml:14'],
    },
    {
      name: 'a module of type jar',
      ...built({ dependencies: ['module-a-b:jar'] }),
      expect: 'fail',
      findings: ['other pom.xml:13'],
    },
    {
      name: 'a library of a type that no library has',
      ...built({ dependencies: ['library-a:lutece-site'] }),
      expect: 'fail',
      findings: ['other'],
    },
    {
      name: 'nothing of a test is assembled',
      ...built({ dependencies: ['plugin-sundial::test'] }),
      expect: 'not-applicable',
    },
    {
      name: 'profiles and managed versions count',
      ...built({
        more: `<profiles><profile><id>x</id><dependencyManagement><dependencies><dependency>
<groupId>fr.paris.lutece.plugins</groupId><artifactId>plugin-sundial</artifactId></dependency></dependencies></dependencyManagement></profile></profiles>`,
      }),
      expect: 'fail',
      findings: ['missing'],
    },
    { name: 'dependencies of others', files: plugin(), expect: 'not-applicable' },
  ],
}
