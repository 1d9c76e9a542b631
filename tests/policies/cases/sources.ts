import { BUNDLE, DESCRIPTOR, descriptor, java, PACKAGE, plugin, pom } from '../component.ts'
import type { Cases } from './case.ts'

const library = (files: Readonly<Record<string, string | null>> = {}) =>
  plugin({ 'pom.xml': pom({ artifactId: 'library-clock', packaging: 'jar' }), [DESCRIPTOR]: null, ...files })
const upgrade = (path: string) => ({ files: plugin({ [`src/sql/${path}`]: '' }) })
const FRENCH = `${BUNDLE}_fr.properties`

export const sourceCases: Cases = {
  'DESC-01': [
    { name: 'one', files: plugin(), expect: 'pass' },
    { name: 'none', files: plugin({ [DESCRIPTOR]: null }), expect: 'fail', findings: ['fewer error'] },
    {
      name: 'two',
      files: plugin({ 'webapp/WEB-INF/plugins/former.xml': descriptor() }),
      expect: 'fail',
      findings: ['more webapp/WEB-INF/plugins/clock.xml'],
    },
    {
      name: 'what lies deeper does not count',
      files: plugin({ 'webapp/WEB-INF/plugins/x/y.xml': '' }),
      expect: 'pass',
    },
    { name: 'a library has none', files: library(), expect: 'not-applicable' },
  ],
  'DESC-04': [
    { name: 'the same version', files: plugin(), expect: 'pass' },
    {
      name: 'another version',
      files: plugin({ [DESCRIPTOR]: descriptor({ version: '1.1.9' }) }),
      expect: 'fail',
      findings: ['differs error webapp/WEB-INF/plugins/clock.xml:5'],
    },
    {
      name: 'no version',
      files: plugin({ [DESCRIPTOR]: descriptor({ version: '' }) }),
      expect: 'fail',
      findings: ['missing'],
    },
    {
      name: 'a version by property',
      files: plugin({
        'pom.xml': pom({ version: `\${v}`, more: '<properties><v>1.2.0-SNAPSHOT</v></properties>' }),
      }),
      expect: 'pass',
    },
    {
      name: 'a version that only the parent knows',
      files: plugin({ 'pom.xml': pom({ version: `\${v}` }) }),
      expect: 'unknown',
      findings: ['unresolved pom.xml:5'],
    },
    {
      name: 'a descriptor that breaks off',
      files: plugin({ [DESCRIPTOR]: '<plug-in>\n  <version>1.2' }),
      expect: 'unknown',
      findings: ['unread webapp/WEB-INF/plugins/clock.xml:2'],
    },
    {
      name: 'no descriptor, which is the business of another rule',
      files: plugin({ [DESCRIPTOR]: null }),
      expect: 'not-applicable',
    },
  ],
  'DESC-06': [
    { name: 'every class is there', files: plugin(), expect: 'pass' },
    {
      name: 'a class that was renamed',
      files: plugin({ [DESCRIPTOR]: descriptor({ 'daemon-class': `${PACKAGE}.service.WindingDaemon` }) }),
      expect: 'fail',
      findings: ['missing error webapp/WEB-INF/plugins/clock.xml:6'],
    },
    {
      name: 'a class of a package that went as a whole',
      files: plugin({ [DESCRIPTOR]: descriptor({ 'daemon-class': `${PACKAGE}.gone.WindingDaemon` }) }),
      expect: 'fail',
      findings: ['missing'],
    },
    {
      name: 'classes of core and of another plugin',
      files: plugin({
        [DESCRIPTOR]: descriptor({
          'a-class': 'fr.paris.lutece.portal.web.Sundial',
          'b-class': 'fr.paris.lutece.plugins.sundial.service.Sundial',
        }),
      }),
      expect: 'pass',
    },
    {
      name: 'the host of a module is not the module',
      files: plugin({
        'src/java/fr/paris/lutece/plugins/clock/modules/diary/A.java': `package ${PACKAGE}.modules.diary; class A {}`,
        [DESCRIPTOR]: descriptor({ 'a-class': `${PACKAGE}.modules.garden.B` }),
      }),
      expect: 'pass',
    },
    {
      name: 'a member class',
      files: plugin({ [DESCRIPTOR]: descriptor({ 'a-class': `${PACKAGE}.service.ClockPlugin$Inner` }) }),
      expect: 'pass',
    },
  ],
  'JAVA-04': [
    { name: 'package and folder agree', files: plugin(), expect: 'pass' },
    {
      name: 'a package of elsewhere',
      files: plugin(java('service/Tick', { package: `${PACKAGE}.business` })),
      expect: 'fail',
      findings: ['differs error src/java/fr/paris/lutece/plugins/clock/service/Tick.java:5'],
    },
    {
      name: 'no package',
      files: plugin({ 'src/java/a/B.java': 'class B {}' }),
      expect: 'fail',
      findings: ['missing src/java/a/B.java:1'],
    },
    { name: 'a file of comments', files: plugin({ 'src/java/a/B.java': '// package c;\n' }), expect: 'pass' },
    {
      name: 'tests in their folder',
      files: plugin({ 'src/test/java/a/BTest.java': 'package a; class BTest {}' }),
      expect: 'pass',
    },
    { name: 'no Java', files: { 'pom.xml': pom() }, expect: 'not-applicable' },
  ],
  'ARCH-01': [
    { name: 'through the Home', files: plugin(), expect: 'pass' },
    {
      name: 'a page imports a DAO',
      files: plugin(java('web/TickXPage', { imports: [`${PACKAGE}.business.TickDAO`] })),
      expect: 'fail',
      findings: ['forbidden error src/java/fr/paris/lutece/plugins/clock/web/TickXPage.java:7'],
    },
    {
      name: 'an interface, below another package, and a static import',
      files: plugin(
        java('v3/web/rs/TickRest', {
          imports: [`${PACKAGE}.business.ITickDAO`, `static ${PACKAGE}.business.TickDao.QUERY`],
        }),
      ),
      expect: 'fail',
      findings: ['forbidden', 'forbidden'],
    },
    {
      name: 'the tool of DAOs is no DAO, a comment is no import',
      files: plugin(
        java('web/A', { imports: ['fr.paris.lutece.util.sql.DAOUtil', `${PACKAGE}.b.C; // import x.TickDAO`] }),
      ),
      expect: 'pass',
    },
    {
      name: 'a service may',
      files: plugin(java('service/A', { imports: [`${PACKAGE}.business.TickDAO`] })),
      expect: 'pass',
    },
    {
      name: 'a page of no layer',
      files: plugin({ ...java('web/TickJspBean'), ...java('util/TickDAO') }),
      expect: 'pass',
    },
    {
      name: 'no web layer',
      files: { 'pom.xml': pom(), ...java('business/TickDAO', { imports: [`${PACKAGE}.business.TickDAO`] }) },
      expect: 'not-applicable',
    },
  ],
  'I18N-02': [
    { name: 'the default file is there', files: plugin(), expect: 'pass' },
    {
      name: 'English under a suffix that is never read',
      files: plugin({ [`${BUNDLE}.properties`]: null, [`${BUNDLE}_en.properties`]: 'a=b' }),
      expect: 'fail',
      findings: [`no-default error ${BUNDLE}_en.properties`],
    },
    { name: 'no texts', files: { 'pom.xml': pom() }, expect: 'not-applicable' },
    { name: 'a library is not judged', files: library({ [`${BUNDLE}.properties`]: null }), expect: 'not-applicable' },
  ],
  'I18N-03': [
    { name: 'the French file is there', files: plugin(), expect: 'pass' },
    {
      name: 'one file for both languages',
      files: plugin({ [FRENCH]: null }),
      expect: 'fail',
      findings: [`no-language warning ${BUNDLE}.properties`],
    },
    {
      name: 'Canadian French is another language',
      files: plugin({ [FRENCH]: null, [`${BUNDLE}_fr_CA.properties`]: '' }),
      expect: 'fail',
    },
  ],
  'I18N-05': [
    { name: 'every key', files: plugin(), expect: 'pass' },
    {
      name: 'a key of two',
      files: plugin({ [FRENCH]: 'title=Horloge\norphan=Orpheline\n' }),
      expect: 'fail',
      findings: [`below warning ${FRENCH}`],
    },
    { name: 'an empty file', files: plugin({ [FRENCH]: '' }), expect: 'fail', findings: ['below'] },
    {
      name: 'summed over bundles, so that a large one carries a small one',
      files: plugin({
        [FRENCH]: 'title=Horloge\n',
        'src/java/x/resources/other_messages.properties': lines(40),
        'src/java/x/resources/other_messages_fr.properties': lines(40),
      }),
      expect: 'pass',
    },
    {
      name: 'no French file, which is the business of another rule',
      files: plugin({ [FRENCH]: null }),
      expect: 'not-applicable',
    },
    {
      name: 'a value may be empty, a key said twice counts once',
      files: plugin({ [FRENCH]: 'title=\ntitle=\nwind=a' }),
      expect: 'pass',
    },
  ],
  'SQL-04': [
    { name: 'the recommended name', files: plugin(), expect: 'pass' },
    {
      name: 'the other verb, underscores between versions',
      ...upgrade('plugins/clock/upgrades/upgrade_clock_1.0_1.1.sql'),
      expect: 'pass',
    },
    {
      name: 'a script for core tables, and one of a module',
      files: plugin({
        'src/sql/plugins/clock/upgrade/update_db_core_clock-1.0.0-1.0.1.sql': '',
        'src/sql/plugins/clock/modules/diary/upgrade/update_db_clock-diary-1.0.0-1.0.1.sql': '',
      }),
      expect: 'pass',
    },
    {
      name: 'a letter in a version, though the file is empty',
      ...upgrade('plugins/clock/upgrade/update_db_clock-1.0.x-1.1.0.sql'),
      expect: 'fail',
      findings: ['form error src/sql/plugins/clock/upgrade/update_db_clock-1.0.x-1.1.0.sql'],
    },
    { name: 'a dot in the name', ...upgrade('plugins/clock/upgrade/update_db.clock-1.0.0-1.1.0.sql'), expect: 'fail' },
    { name: 'one version alone', ...upgrade('plugins/clock/upgrade/update_db_clock-1.1.0.sql'), expect: 'fail' },
    {
      name: 'a folder in the folder',
      ...upgrade('plugins/clock/upgrade/old/update_db_clock-1.0.0-1.1.0.sql'),
      expect: 'fail',
    },
    { name: 'no upgrade yet', files: { 'pom.xml': pom() }, expect: 'not-applicable' },
  ],
}

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `key${index}=text`).join('\n')
}
