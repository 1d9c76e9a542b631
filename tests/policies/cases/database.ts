import { DESCRIPTOR, descriptor, plugin, pom } from '../component.ts'
import type { Cases } from './case.ts'

const OWN = 'src/sql/plugins/clock'
const V8 = { 'pom.xml': pom({ parent: 'fr.paris.lutece.tools:lutece-global-pom:8.0.2' }) }
const NEEDS_SUNDIAL = { 'pom.xml': pom({ dependencies: ['plugin-sundial:lutece-plugin'] }) }
const TABLE = 'CREATE TABLE clock_tick (id INT);\n'
const UPGRADE = `${OWN}/upgrade/update_db_clock-1.1.0-1.2.0.sql`
const CREATE = `${OWN}/plugin/create_db_clock.sql`
const scripts = (files: Readonly<Record<string, string | null>>) => ({ files: plugin(files) })
const headed = (changeset: string) => `--liquibase formatted sql\n--changeset ${changeset}\n${TABLE}`
const DAO = 'src/java/fr/paris/lutece/plugins/clock/business/TickDAO.java'
const query = (sql: string) => ({
  files: plugin({ [DAO]: `package fr.paris.lutece.plugins.clock.business; class TickDAO {\nString Q = "${sql}"; }` }),
})
const none = { files: { 'pom.xml': pom() } }

export const databaseCases: Cases = {
  'SQL-01': [
    { name: 'its own folder', files: plugin(), expect: 'pass' },
    {
      name: 'a module in the folder of its host',
      files: plugin({
        'pom.xml': pom({ artifactId: 'module-clock-diary' }),
        [DESCRIPTOR]: descriptor({ name: 'clock-diary' }),
        [`${OWN}/modules/diary/plugin/create_db_clock_diary.sql`]: '',
      }),
      expect: 'pass',
    },
    {
      name: 'the folder of a declared dependency',
      ...scripts({ ...NEEDS_SUNDIAL, 'src/sql/plugins/sundial/plugin/init_db_sundial_clock.sql': '' }),
      expect: 'pass',
    },
    {
      name: 'the folder of nobody, one finding for all of it',
      ...scripts({ 'src/sql/plugins/clock-plugin/core/a.sql': '', 'src/sql/plugins/clock-plugin/core/b.sql': '' }),
      expect: 'fail',
      findings: ['strange warning src/sql/plugins/clock-plugin/core/a.sql'],
    },
    {
      name: 'the name in the descriptor decides',
      ...scripts({ [DESCRIPTOR]: descriptor({ name: 'timepiece' }) }),
      expect: 'fail',
      findings: ['strange'],
    },
    { name: 'no scripts', ...none, expect: 'not-applicable' },
  ],
  'SQL-02': [
    { name: 'each in its folder', files: plugin(), expect: 'pass' },
    {
      name: 'beside the folders, in line 7',
      ...scripts({ [`${OWN}/create_db_clock.sql`]: '' }),
      expect: 'fail',
      findings: [`form warning ${OWN}/create_db_clock.sql`],
    },
    {
      name: 'a folder of another kind, in line 8',
      ...scripts({ ...V8, [`${OWN}/procedures/wind.sql`]: '' }),
      expect: 'fail',
      findings: ['form error'],
    },
    { name: 'no scripts', ...none, expect: 'not-applicable' },
  ],
  'SQL-03': [
    {
      name: 'the forms of the generator',
      ...scripts({
        [`${OWN}/plugin/init_db_clock_sample.sql`]: '',
        [`${OWN}/core/init_core_clock.sql`]: '',
        [`${OWN}/core/create_clock_portlet.sql`]: '',
      }),
      expect: 'pass',
    },
    {
      name: 'another verb',
      ...scripts({ [`${OWN}/core/insert_rights.sql`]: '' }),
      expect: 'fail',
      findings: [`form info ${OWN}/core/insert_rights.sql`],
    },
    { name: 'no scripts', ...none, expect: 'not-applicable' },
  ],
  'SQL-05': [
    { name: 'headed in line 8', ...scripts({ ...V8, [CREATE]: headed('clock:create_db_clock.sql') }), expect: 'pass' },
    { name: 'without in line 8', ...scripts(V8), expect: 'fail', findings: [`missing error ${CREATE}`] },
    {
      name: 'behind something else, and without a changeset',
      ...scripts({
        ...V8,
        [CREATE]: `-- clock\n${headed('clock:create_db_clock.sql')}`,
        [UPGRADE]: `--liquibase formatted sql\n${TABLE}`,
      }),
      expect: 'fail',
      findings: [`late error ${CREATE}:2`, `changeset error ${UPGRADE}:1`],
    },
    { name: 'line 7 that never began', files: plugin(), expect: 'not-applicable' },
    {
      name: 'line 7 that began',
      ...scripts({ [UPGRADE]: headed('clock:x') }),
      expect: 'fail',
      findings: [`missing info ${CREATE}`],
    },
    { name: 'empty scripts', ...scripts({ ...V8, [CREATE]: '-- nothing yet\n' }), expect: 'not-applicable' },
  ],
  'SQL-06': [
    {
      name: 'component and file, and a second one beside',
      ...scripts({ [CREATE]: `${headed('clock:create_db_clock.sql')}--changeset clock:create_db_clock-2\n` }),
      expect: 'pass',
    },
    {
      name: 'several, one for each database',
      ...scripts({
        [CREATE]: `${headed('clock:create_db_clock-mariadb.sql')}--changeset clock:create_db_clock-postgresql.sql\n`,
      }),
      expect: 'pass',
    },
    {
      name: 'several, one of which is that of a neighbour',
      ...scripts({
        [CREATE]: `${headed('clock:create_db_clock-mariadb.sql')}--changeset clock:create_db_dial.sql\n`,
      }),
      expect: 'fail',
      findings: [`id warning ${CREATE}:4`],
    },
    {
      name: 'the id of a neighbour',
      ...scripts({ [CREATE]: headed('clock:create_db_clocks.sql') }),
      expect: 'fail',
      findings: [`id warning ${CREATE}:2`],
    },
    {
      name: 'the author of another, twice the same id',
      ...scripts({ [CREATE]: `${headed('sundial:create_db_clock.sql')}--changeset clock:create_db_clock.sql\n` }),
      expect: 'fail',
      findings: ['author warning', 'twice warning'],
    },
    {
      name: 'a script that moved',
      ...scripts({ [CREATE]: headed('sundial:former.sql logicalFilePath:src/sql/former.sql') }),
      expect: 'not-applicable',
    },
    {
      name: 'beside the scripts of another plugin, under its name',
      ...scripts({ 'src/sql/plugins/sundial/plugin/init_db_x.sql': headed('sundial:init_db_x.sql') }),
      expect: 'pass',
    },
    { name: 'no changeset anywhere', files: plugin(), expect: 'not-applicable' },
  ],
  'SQL-07': [
    { name: 'the name of the component', files: plugin(), expect: 'pass' },
    {
      name: 'another name',
      ...scripts({ [CREATE]: 'CREATE TABLE clock_a (id INT);\nCREATE TABLE tick (id INT);' }),
      expect: 'fail',
      findings: [`prefix info ${CREATE}:2`],
    },
    {
      name: 'a module under the name of its host',
      ...scripts({
        'pom.xml': pom({ artifactId: 'module-clock-diary' }),
        [DESCRIPTOR]: descriptor({ name: 'clock-diary' }),
        [`${OWN}/modules/diary/plugin/create_db_clock_diary.sql`]: 'CREATE TABLE diary_page (id INT);',
      }),
      expect: 'pass',
    },
    { name: 'no tables', ...scripts({ [CREATE]: '' }), expect: 'not-applicable' },
  ],
  'SQL-08': [
    { name: 'columns by name, rows counted', ...query('SELECT id, COUNT(*) FROM clock_tick'), expect: 'pass' },
    {
      name: 'every column there happens to be',
      ...query('select * FROM clock_tick'),
      expect: 'fail',
      findings: ['found warning src/java/fr/paris/lutece/plugins/clock/business/TickDAO.java:2'],
    },
    {
      name: 'in a comment',
      files: plugin({
        [DAO]: 'package fr.paris.lutece.plugins.clock.business; // SELECT * was here\nclass TickDAO {}',
      }),
      expect: 'pass',
    },
    { name: 'no DAO', ...none, expect: 'not-applicable' },
  ],
  'SQL-09': [
    { name: 'up to the version', files: plugin(), expect: 'pass' },
    {
      name: 'beyond it',
      ...scripts({ [`${OWN}/upgrade/update_db_clock-1.2.0-1.10.0.sql`]: '' }),
      expect: 'fail',
      findings: [`ahead error ${OWN}/upgrade/update_db_clock-1.2.0-1.10.0.sql`],
    },
    {
      name: 'a version without dots',
      ...scripts({ [`${OWN}/upgrade/update_db_clock-120-121.sql`]: '' }),
      expect: 'fail',
      findings: ['undotted info'],
    },
    {
      name: 'the versions of another plugin',
      ...scripts({ ...NEEDS_SUNDIAL, 'src/sql/plugins/sundial/upgrade/update_db_sundial-8.0.0-9.0.0.sql': '' }),
      expect: 'pass',
    },
    {
      name: 'a version that only the parent knows',
      ...scripts({ 'pom.xml': pom({ version: `\${the.version}` }) }),
      expect: 'unknown',
      findings: ['unresolved'],
    },
    { name: 'no upgrade yet', ...none, expect: 'not-applicable' },
  ],
  'SQL-11': [
    {
      name: 'a name that says both',
      ...scripts({ ...NEEDS_SUNDIAL, 'src/sql/plugins/sundial/plugin/create_db_sundial_clock.sql': TABLE }),
      expect: 'pass',
    },
    {
      name: 'the name of the other’s own script',
      ...scripts({ ...NEEDS_SUNDIAL, 'src/sql/plugins/sundial/plugin/create_db_sundial.sql': TABLE }),
      expect: 'fail',
      findings: ['taken warning src/sql/plugins/sundial/plugin/create_db_sundial.sql'],
    },
    {
      name: 'nothing in it',
      ...scripts({ ...NEEDS_SUNDIAL, 'src/sql/plugins/sundial/plugin/create_db_sundial.sql': '' }),
      expect: 'pass',
    },
    { name: 'no scripts', ...none, expect: 'not-applicable' },
  ],
}
