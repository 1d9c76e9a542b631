import { plugin, pom } from '../component.ts'
import type { Case, Cases } from './case.ts'

const V8 = { 'pom.xml': pom({ parent: 'fr.paris.lutece.tools:lutece-global-pom:8.0.2' }) }
const MODULE = { 'pom.xml': pom({ artifactId: 'module-clock-sun-dial' }) }
const CONF = 'webapp/WEB-INF/conf/plugins'
const TEMPLATES = 'webapp/WEB-INF/templates'
const at = (...paths: readonly string[]) => ({ files: plugin(Object.fromEntries(paths.map((path) => [path, 'a=b']))) })

/** The same tree for every sort of file: under the names of the component, and elsewhere. */
const placed = (folder: string, file: string, severity: string): readonly Case[] => [
  { name: 'the folder of the plugin', ...at(`${folder}/plugins/clock/a/${file}`), expect: 'pass' },
  {
    name: 'the folder of a module, hyphens or not',
    files: {
      ...MODULE,
      [`${folder}/plugins/clock/modules/sun-dial/${file}`]: '',
      [`${folder}/plugins/clock/modules/sundial/a/${file}`]: '',
    },
    expect: 'pass',
  },
  {
    name: 'elsewhere, one finding for each folder',
    ...at(`${folder}/odd/${file}`, `${folder}/odd/B${file}`, `${folder}/plugins/sundial/${file}`),
    expect: 'fail',
    findings: [`elsewhere ${severity}`, `elsewhere ${severity}`],
  },
  { name: 'none', files: plugin(), expect: 'not-applicable' },
]

const skin = (text: string) => ({ files: plugin({ ...V8, [`${TEMPLATES}/skin/plugins/clock/a.html`]: text }) })

export const webCases: Cases = {
  'WEB-01': [
    {
      name: 'the name of the plugin, others beside it',
      ...at(`${CONF}/clock_context.xml`, `${CONF}/other_context.xml`),
      expect: 'pass',
    },
    {
      name: 'another name',
      ...at(`${CONF}/clock-plugin_context.xml`),
      expect: 'fail',
      findings: [`elsewhere info ${CONF}/clock-plugin_context.xml`],
    },
    { name: 'version 8 has none', files: plugin({ ...V8, [`${CONF}/a_context.xml`]: '' }), expect: 'not-applicable' },
  ],
  'WEB-02': [
    { name: 'the name of the plugin', ...at(`${CONF}/clock.properties`), expect: 'pass' },
    { name: 'that of a module', files: { ...MODULE, [`${CONF}/clock-sun-dial.properties`]: '' }, expect: 'pass' },
    { name: 'another name', ...at(`${CONF}/search-clock.properties`), expect: 'fail', findings: ['elsewhere info'] },
  ],
  'WEB-03': [
    {
      name: 'prefixed',
      files: plugin({ [`${CONF}/clock.properties`]: 'clock.a=1\ndaemon.clock.interval=2\n' }),
      expect: 'pass',
    },
    {
      name: 'bare',
      files: plugin({ [`${CONF}/clock.properties`]: 'clock.a=1\nimage.width=2\n' }),
      expect: 'fail',
      findings: [`bare info ${CONF}/clock.properties:2`],
    },
  ],
  'WEB-04': [
    ...placed(`${TEMPLATES}/admin`, 'a.html', 'warning'),
    {
      name: 'a template of the core, replaced',
      ...at(`${TEMPLATES}/admin/util/editor/a.html`),
      expect: 'fail',
      findings: ['elsewhere info'],
    },
  ],
  'WEB-05': placed(`${TEMPLATES}/skin`, 'a.html', 'warning'),
  'WEB-06': placed('webapp/jsp/admin', 'A.jsp', 'warning'),
  'WEB-07': placed('webapp/jsp/site', 'A.jsp', 'warning'),
  'WEB-08': [
    ...placed('webapp/js', 'a.js', 'info'),
    {
      name: 'what others wrote',
      ...at('webapp/js/jquery/plugins/a.js', 'webapp/js/a.min.js', 'webapp/js/plugins/clock/a.js'),
      expect: 'pass',
    },
    { name: 'the shared folder of themes', ...at('webapp/themes/skin/shared/plugins/clock/a.js'), expect: 'pass' },
  ],
  'WEB-09': placed('webapp/css', 'a.css', 'info'),
  'WEB-10': [
    {
      name: 'PascalCase, and a fragment',
      ...at('webapp/jsp/admin/plugins/clock/ManageTicks.jsp', 'webapp/jsp/admin/plugins/clock/clock_header.inc.jsp'),
      expect: 'pass',
    },
    {
      name: 'lower case',
      ...at('webapp/jsp/admin/plugins/clock/manage_ticks.jsp'),
      expect: 'fail',
      findings: ['form warning'],
    },
  ],
  'WEB-11': [
    { name: 'lower snake case', ...at(`${TEMPLATES}/admin/plugins/clock/manage_ticks_2.html`), expect: 'pass' },
    {
      name: 'a capital',
      ...at(`${TEMPLATES}/admin/plugins/clock/clock_adminDashboard.html`),
      expect: 'fail',
      findings: ['form info'],
    },
  ],
  'WEB-13': [
    {
      name: 'its own, and a link to read',
      ...skin('<script src="themes/a.js"></script><a href="https://example.org">x</a>'),
      expect: 'pass',
    },
    {
      name: 'from another server',
      ...skin('<script\n defer src="https://cdn.example.org/a.js"></script>'),
      expect: 'fail',
      findings: ['found info'],
    },
    {
      name: 'a style without a scheme',
      ...skin(`<link rel='stylesheet' href='//cdn.example.org/a.css'>`),
      expect: 'fail',
    },
    { name: 'jQuery on the site', ...skin("<script>$( '#a' ).hide( )</script>"), expect: 'fail' },
    { name: 'in a comment', ...skin('<!-- <script src="https://cdn.example.org/a.js"></script> -->'), expect: 'pass' },
  ],
}
