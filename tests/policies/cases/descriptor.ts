import { BUNDLE, DESCRIPTOR, descriptor, PACKAGE, plugin, pom } from '../component.ts'
import type { Cases } from './case.ts'

const described = (elements: Readonly<Record<string, string>>) => ({
  files: plugin({ [DESCRIPTOR]: descriptor(elements) }),
})
const written = (text: string) => ({ files: plugin({ [DESCRIPTOR]: `<plug-in>\n${text}\n</plug-in>` }) })
const GATE = `<name>clock</name><class>${PACKAGE}.service.ClockPlugin</class><version>1.2.0-SNAPSHOT</version>`
const feature = (url: string) =>
  `${GATE}\n<admin-features><admin-feature><feature-id>CLOCK</feature-id>\n<feature-url>${url}</feature-url></admin-feature></admin-features>`
const PAGE = 'jsp/admin/plugins/clock/ManageClocks.jsp'
const V8 = { 'pom.xml': pom({ parent: 'fr.paris.lutece.tools:lutece-global-pom:8.0.2' }) }

export const descriptorCases: Cases = {
  'DESC-02': [
    { name: 'the same name', files: plugin(), expect: 'pass' },
    {
      name: 'the kind in the name of the file',
      files: plugin({ [DESCRIPTOR]: null, 'webapp/WEB-INF/plugins/clock-plugin.xml': descriptor() }),
      expect: 'fail',
      findings: ['file warning webapp/WEB-INF/plugins/clock-plugin.xml:3'],
    },
    {
      name: 'a file named after the artifact, which is the business of another rule',
      ...described({ name: 'timepiece' }),
      expect: 'pass',
    },
    { name: 'no descriptor', files: plugin({ [DESCRIPTOR]: null }), expect: 'not-applicable' },
  ],
  'DESC-03': [
    { name: 'the name of the artifact', files: plugin(), expect: 'pass' },
    {
      name: 'a former name',
      ...described({ name: 'timepiece' }),
      expect: 'fail',
      findings: [`artifact warning ${DESCRIPTOR}:3`],
    },
  ],
  'DESC-05': [
    { name: 'all of them, some empty', files: plugin(), expect: 'pass' },
    {
      name: 'those that only inform are missing',
      ...written(`${GATE}<icon-url/>`),
      expect: 'fail',
      findings: [`missing info ${DESCRIPTOR}:1`],
    },
    { name: 'no icon, and more', ...written(GATE), expect: 'fail', findings: ['missing error', 'missing info'] },
  ],
  'DESC-07': [
    { name: 'a key of its own, and a sentence', files: plugin(), expect: 'pass' },
    {
      name: 'a key that its own file lacks',
      ...described({ description: 'clock.plugin.description' }),
      expect: 'fail',
      findings: [`missing warning ${DESCRIPTOR}:6`],
    },
    {
      name: 'a key that leads nowhere',
      ...described({ description: 'timepiece.plugin.description' }),
      expect: 'fail',
      findings: ['nowhere warning'],
    },
    {
      name: 'keys of the core, of a dependency and of one of its modules',
      files: plugin({
        'pom.xml': pom({ dependencies: ['plugin-sundial:lutece-plugin', 'module-sundial-shade:lutece-plugin'] }),
        [DESCRIPTOR]: descriptor({
          description: 'portal.admin.title',
          provider: 'sundial.plugin.provider',
          'daemon-name': 'module.sundial.shade.daemon',
        }),
      }),
      expect: 'pass',
    },
    {
      name: 'no default file, which is the business of another rule',
      files: plugin({ [`${BUNDLE}.properties`]: null }),
      expect: 'pass',
    },
    { name: 'sentences alone', ...described({ description: 'Shows the time.' }), expect: 'not-applicable' },
  ],
  'DESC-08': [
    {
      name: 'a page that is there, with a question behind it',
      files: plugin({ [DESCRIPTOR]: `<plug-in>\n${feature(`${PAGE}?view=all`)}\n</plug-in>`, [`webapp/${PAGE}`]: '' }),
      expect: 'pass',
    },
    {
      name: 'a page that went',
      ...written(feature(PAGE)),
      expect: 'fail',
      findings: [`missing error ${DESCRIPTOR}:4`],
    },
    { name: 'an address of elsewhere', ...written(feature('https://example.org')), expect: 'not-applicable' },
    { name: 'no feature', files: plugin(), expect: 'not-applicable' },
  ],
  'DESC-09': [
    { name: 'line 7', files: plugin(), expect: 'pass' },
    {
      name: 'nested, as the platform writes it',
      files: plugin({
        ...V8,
        [DESCRIPTOR]:
          '<plug-in><core-version-dependency><min-core-version> 8.0.0 </min-core-version></core-version-dependency></plug-in>',
      }),
      expect: 'pass',
    },
    { name: 'line 8 that says 7', files: plugin(V8), expect: 'fail', findings: ['form warning'] },
    { name: 'line 7 that says 8', ...described({ 'min-core-version': '8.0.0' }), expect: 'fail' },
    { name: 'nothing said', ...written(GATE), expect: 'fail', findings: [`missing warning ${DESCRIPTOR}:1`] },
  ],
  'DESC-10': [
    { name: 'none', files: plugin(), expect: 'pass' },
    {
      name: 'committed',
      files: plugin({ 'webapp/WEB-INF/plugins/plugins.dat': 'clock.installed=1' }),
      expect: 'fail',
      findings: ['present warning webapp/WEB-INF/plugins/plugins.dat'],
    },
    {
      name: 'a library is not judged',
      files: { 'pom.xml': pom({ artifactId: 'library-clock', packaging: 'jar' }) },
      expect: 'not-applicable',
    },
  ],
}
