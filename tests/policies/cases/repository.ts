import { plugin, pom } from '../component.ts'
import type { Cases } from './case.ts'

const named = (repository: string) => ({ files: plugin(), repository })

export const repositoryCases: Cases = {
  'REPO-01': [
    { name: 'the scheme of the platform', ...named('lutece-platform/lutece-tech-plugin-clock'), expect: 'pass' },
    { name: 'a module with host and module', ...named('lutece-platform/lutece-wf-module-clock-diary'), expect: 'pass' },
    { name: 'a tool', ...named('lutece-platform/tools-maven-clock'), expect: 'pass' },
    { name: 'the scheme of the public sector', ...named('lutece-secteur-public/gru-plugin-clock'), expect: 'pass' },
    { name: 'a domain never seen before', ...named('lutece-platform/lutece-gardens-plugin-clock'), expect: 'pass' },
    {
      name: 'an application for telephones',
      ...named('lutece-secteur-public/gru-mobileapp-clock-ios'),
      expect: 'pass',
    },
    {
      name: 'the prefix is missing',
      ...named('lutece-platform/tech-plugin-clock'),
      expect: 'fail',
      findings: ['form'],
    },
    {
      name: 'the prefix of the other organisation',
      ...named('lutece-secteur-public/lutece-tech-plugin-clock'),
      expect: 'fail',
      findings: ['form'],
    },
    {
      name: 'a module without its host',
      ...named('lutece-platform/lutece-wf-module-clockdiary'),
      expect: 'fail',
      findings: ['form'],
    },
    { name: 'a hyphen first', ...named('lutece-secteur-public/-gru-plugin-clock'), expect: 'fail', findings: ['form'] },
    {
      name: 'capital letters',
      ...named('lutece-platform/lutece-tech-plugin-Clock'),
      expect: 'fail',
      findings: ['form'],
    },
    { name: 'another owner names freely', ...named('example-city/Clock'), expect: 'not-applicable' },
    { name: 'nobody knows the name', files: plugin(), repository: null, expect: 'unknown', findings: ['no-identity'] },
  ],
  'REPO-02': [
    { name: 'ends with the artifactId', files: plugin(), expect: 'pass' },
    { name: 'whatever the case', ...named('example-city/Lutece-Plugin-Clock'), expect: 'pass' },
    { name: 'is the artifactId', ...named('example-city/plugin-clock'), expect: 'pass' },
    { name: 'says something else', ...named('example-city/time-of-day'), expect: 'fail', findings: ['differs'] },
    {
      name: 'ends with a part of a word',
      ...named('example-city/myplugin-clock'),
      expect: 'fail',
      findings: ['differs'],
    },
    {
      name: 'a pack is named freely',
      files: { 'pom.xml': pom({ groupId: 'org.citelibre', artifactId: 'clock-pack', packaging: 'lutece-site' }) },
      expect: 'not-applicable',
    },
    { name: 'nobody knows the name', files: plugin(), repository: null, expect: 'unknown', findings: ['no-identity'] },
  ],
  'REPO-06': [
    { name: 'sources alone', files: plugin(), expect: 'pass' },
    {
      name: 'what a build left, one finding for each kind',
      files: plugin({ 'target/a.jar': '', 'target/b/C.class': '', '.settings/x.prefs': '' }),
      expect: 'fail',
      findings: ['present warning target/a.jar', 'present target/b/C.class', 'present .settings/x.prefs'],
    },
    { name: 'a copy that an editor kept', files: plugin({ 'src/sql/a.sql.orig': '' }), expect: 'fail' },
    {
      name: 'fixtures, libraries of others and kept folders',
      files: plugin({ 'tests/x/target/a.jar': '', 'webapp/js/tree/a.bak': '', 'target/.gitkeep': '' }),
      expect: 'pass',
    },
    {
      name: 'a package called target',
      files: plugin({ 'src/java/fr/paris/lutece/plugins/clock/service/target/Hand.java': '' }),
      expect: 'pass',
    },
  ],
  'REPO-07': [
    { name: 'there', files: plugin(), expect: 'pass' },
    { name: 'not there', files: plugin({ '.gitignore': null }), expect: 'fail', findings: ['missing info'] },
    {
      name: 'deeper only',
      files: plugin({ '.gitignore': null, 'src/.gitignore': 'x' }),
      expect: 'fail',
      findings: ['missing'],
    },
  ],
  'REPO-09': [
    { name: 'there', files: plugin(), expect: 'pass' },
    {
      name: 'the other spelling',
      files: plugin({ LICENSE: null, 'Licence.txt': 'Terms' }),
      expect: 'pass',
    },
    { name: 'not there', files: plugin({ LICENSE: null }), expect: 'fail', findings: ['missing info'] },
    {
      name: 'not there, where everybody has one',
      files: plugin({ LICENSE: null }),
      repository: 'citelibre/clock',
      expect: 'fail',
      findings: ['missing warning'],
    },
  ],
}
