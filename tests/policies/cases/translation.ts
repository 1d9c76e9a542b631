import { BUNDLE, plugin, pom } from '../component.ts'
import type { Cases } from './case.ts'

const texts = (files: Readonly<Record<string, string | null>>) => ({ files: plugin(files) })
const template = (text: string) => texts({ 'webapp/WEB-INF/templates/admin/plugins/clock/a.html': text })
const FRENCH = `${BUNDLE}_fr.properties`
const PLUGINS = 'src/java/fr/paris/lutece/plugins'

export const translationCases: Cases = {
  'I18N-01': [
    { name: 'beside the sources', files: plugin(), expect: 'pass' },
    {
      name: 'a package that no source is in',
      ...texts({ [`${PLUGINS}/sundial/resources/sundial_messages.properties`]: 'a=b' }),
      expect: 'fail',
      findings: [`stranger warning ${PLUGINS}/sundial/resources/sundial_messages.properties`],
    },
    {
      name: 'no bundle that a key leads to',
      ...texts({
        [`${BUNDLE}.properties`]: null,
        [FRENCH]: null,
        [`${PLUGINS}/my-clock/resources/my-clock_messages.properties`]: 'a=b',
      }),
      expect: 'fail',
      findings: [`unreachable warning ${PLUGINS}/my-clock/resources/my-clock_messages.properties`],
    },
    {
      name: 'one that no key leads to, beside one that keys reach',
      ...texts({ [`${PLUGINS}/my-clock/resources/my-clock_messages.properties`]: 'a=b' }),
      expect: 'pass',
    },
    { name: 'no texts', files: { 'pom.xml': pom() }, expect: 'not-applicable' },
  ],
  'I18N-04': [
    { name: 'without suffix alone', files: plugin(), expect: 'pass' },
    {
      name: 'an English file',
      ...texts({ [`${BUNDLE}_en.properties`]: 'title=Clock' }),
      expect: 'fail',
      findings: [`present info ${BUNDLE}_en.properties`],
    },
  ],
  'I18N-06': [
    { name: 'none', files: plugin(), expect: 'pass' },
    {
      name: 'keys that went',
      ...texts({ [FRENCH]: 'title=Horloge\nold=Vieux\nolder=Plus vieux\n' }),
      expect: 'fail',
      findings: [`orphans info ${FRENCH}:2`],
    },
    { name: 'a line that is no entry', ...texts({ [FRENCH]: 'title=Horloge\nquelconque\n' }), expect: 'pass' },
  ],
  'I18N-07': [
    { name: 'bare keys', files: plugin(), expect: 'pass' },
    {
      name: 'every key',
      ...texts({ [`${BUNDLE}.properties`]: 'clock.title=Clock\nclock.wind=Wind\n' }),
      expect: 'fail',
      findings: [`all error ${BUNDLE}.properties`],
    },
    {
      name: 'a few keys, perhaps by chance',
      ...texts({ [`${BUNDLE}.properties`]: 'clock.title=Clock\nwind=Wind\n' }),
      expect: 'fail',
      findings: ['some info'],
    },
    {
      name: 'the prefix of a module',
      ...texts({ [`${PLUGINS}/clock/modules/diary/resources/diary_messages.properties`]: 'diary.title=Diary' }),
      expect: 'pass',
    },
  ],
  'I18N-08': [
    { name: 'each once', files: plugin(), expect: 'pass' },
    {
      name: 'another value',
      ...texts({ [FRENCH]: 'title=a\ntitle=b\n' }),
      expect: 'fail',
      findings: [`again warning ${FRENCH}:2`],
    },
    {
      name: 'the same value',
      ...texts({ [FRENCH]: 'title=a\ntitle=a\nquelconque\n' }),
      expect: 'fail',
      findings: ['same info'],
    },
  ],
  'I18N-09': [
    { name: 'defined', ...template('<h1>#i18n{clock.title}</h1>'), expect: 'pass' },
    {
      name: 'not defined',
      ...template('<h1>\n#i18n{clock.titel} #i18n{clock.wind}</h1>'),
      expect: 'fail',
      findings: ['missing warning webapp/WEB-INF/templates/admin/plugins/clock/a.html:2'],
    },
    {
      name: 'put together, of others, in a comment',
      ...template(
        `#i18n{clock.\${a}} #i18n{portal.users.a} #i18n{clock.title} <#-- #i18n{clock.b} --> <!-- #i18n{clock.c} -->`,
      ),
      expect: 'pass',
    },
    {
      name: 'of a module, by its three words',
      ...texts({
        [`${PLUGINS}/clock/modules/diary/resources/diary_messages.properties`]: 'title=Diary',
        'webapp/a.ftl': '#i18n{module.clock.diary.title}',
      }),
      expect: 'pass',
    },
    {
      name: 'without a default file, which is the business of another rule',
      ...texts({ [`${BUNDLE}.properties`]: null, 'webapp/a.ftl': '#i18n{clock.x}' }),
      expect: 'not-applicable',
    },
    { name: 'no key', files: plugin(), expect: 'not-applicable' },
  ],
  'I18N-10': [
    { name: 'UTF-8 and escapes', ...texts({ [FRENCH]: 'title=Arrêt\nwind=\\u00e9t\\u00e9\n' }), expect: 'pass' },
    {
      name: 'ISO-8859-1',
      ...texts({ [FRENCH]: 'title=Arrêt\n' }),
      encoding: 'latin1',
      expect: 'fail',
      findings: [`latin info ${FRENCH}`],
    },
  ],
  'I18N-13': [
    {
      name: 'entries, comments and a text that goes on',
      ...texts({ [FRENCH]: '# a\n! b\ntitle=a\\\n b\n' }),
      expect: 'pass',
    },
    { name: 'a blank between key and value', ...texts({ [FRENCH]: 'title Horloges\n' }), expect: 'pass' },
    {
      name: 'a blank behind what is no key of the default file',
      ...texts({ [FRENCH]: 'title=Horloges\ntitle>Les horloges\n' }),
      expect: 'fail',
      findings: [`malformed info ${FRENCH}:2`],
    },
    {
      name: 'lines that are no entries',
      ...texts({ [FRENCH]: 'title=a\nquelconque\nb>c\n' }),
      expect: 'fail',
      findings: [`malformed info ${FRENCH}:2`],
    },
    { name: 'no texts', files: plugin({ [`${BUNDLE}.properties`]: null, [FRENCH]: null }), expect: 'not-applicable' },
  ],
  'I18N-11': [
    {
      name: 'a plugin and its module',
      ...texts({ [`${PLUGINS}/clock/modules/diary/resources/diary_messages.properties`]: 'a=b' }),
      expect: 'pass',
    },
    {
      name: 'a hyphen in the package',
      ...texts({ [`${PLUGINS}/my-clock/resources/my-clock_messages.properties`]: 'a=b' }),
      expect: 'fail',
      findings: ['unreachable error'],
    },
    {
      name: 'a file of another name',
      ...texts({ [`${PLUGINS}/clock/resources/dial_messages.properties`]: 'a=b' }),
      expect: 'fail',
    },
  ],
}
