import { FOLDER, HEADER, java, PACKAGE, plugin, pom } from '../component.ts'
import type { Case, Cases } from './case.ts'

const V8 = { 'pom.xml': pom({ parent: 'fr.paris.lutece.tools:lutece-global-pom:8.0.2' }) }
const LIBRARY = { 'pom.xml': pom({ artifactId: 'library-clock', packaging: 'jar' }) }
const MODULE = { 'pom.xml': pom({ artifactId: 'module-clock-sun-dial' }) }

/** A type where it should be, and the same elsewhere. */
const placed = (good: string, bad: string): readonly Case[] => [
  { name: good, files: plugin(java(good)), expect: 'pass' },
  { name: bad, files: plugin(java(bad)), expect: 'fail', findings: [`form ${FOLDER}/${bad}.java:8`] },
]

const declared = (place: string, body: string) => ({ files: plugin(java(place, { body })) })
const v8 = (place: string, body: string) => ({ files: plugin({ ...V8, ...java(place, { body }) }) })

const fields = (good: number, bad: number, type = 'String') => {
  const sound = Array.from({ length: good }, (_, index) => `private ${type} _strName${index};`)
  const others = Array.from({ length: bad }, (_, index) => `private ${type} name${index};`)
  return `public class Tick { ${[...sound, ...others].join(' ')} }`
}

const constants = (good: number, bad: number) => {
  const sound = Array.from({ length: good }, (_, index) => `private static final String MARK_${index} = "a";`)
  const others = Array.from({ length: bad }, (_, index) => `private static final String PANE${index} = "a";`)
  return `public class TickPage { ${[...sound, ...others].join(' ')} }`
}

const dao = (body: string) => `public class TickDAO implements ITickDAO {\n void f( ) {\n${body}\n }\n}`

export const javaCases: Cases = {
  'JAVA-01': [
    { name: 'in src/java, resources in src/main', files: plugin({ 'src/main/resources/a.txt': '' }), expect: 'pass' },
    {
      name: 'in the folder of Maven, and among the pages',
      files: plugin({ 'src/main/java/a/B.java': 'package a;', 'webapp/x/C.java': '' }),
      expect: 'fail',
      findings: ['present error src/main/java/a/B.java', 'present error webapp/x/C.java'],
    },
  ],
  'JAVA-02': [
    { name: 'of the plugin', files: plugin(), expect: 'pass' },
    {
      name: 'modules that a plugin holds',
      files: plugin(java('modules/diary/service/A')),
      expect: 'pass',
    },
    {
      name: 'a module, its hyphens left out',
      files: { ...MODULE, ...java('modules/sundial/service/A') },
      expect: 'pass',
    },
    {
      name: 'a module in the package of its host',
      files: { ...MODULE, ...java('service/A') },
      expect: 'fail',
      findings: [`form warning ${FOLDER}/service/A.java:5`],
    },
    {
      name: 'the name of the descriptor',
      files: plugin({
        'webapp/WEB-INF/plugins/clock.xml': '<plug-in><name>hour-glass</name></plug-in>',
        'src/java/a/A.java': 'package fr.paris.lutece.plugins.hourglass.a;',
      }),
      expect: 'pass',
    },
    {
      name: 'others, one finding for each root',
      files: plugin({
        'src/java/a/A.java': 'package org.example.grid.a;',
        'src/java/a/B.java': 'package org.example.grid.b;',
        'src/java/a/C.java': 'package fr.paris.lutece.plugins.sundial.a;',
      }),
      expect: 'fail',
      findings: ['form src/java/a/A.java:1', 'form src/java/a/C.java:1'],
    },
    {
      name: 'a library anywhere in the platform',
      files: { ...LIBRARY, ...java('a/A', { package: 'fr.paris.lutece.util.a' }) },
      expect: 'pass',
    },
  ],
  'JAVA-03': [
    { name: 'lower case', files: plugin(), expect: 'pass' },
    {
      name: 'a capital, and an underscore',
      files: plugin({ ...java('timeZone/A'), ...java('timeZone/B'), ...java('time_zone/A') }),
      expect: 'fail',
      findings: ['form warning', 'form warning'],
    },
    { name: 'what others wrote', files: plugin({ 'src/java/org/A.java': 'package org.A_b;' }), expect: 'pass' },
  ],
  'JAVA-05': [
    { name: 'behind its own interface', files: plugin(), expect: 'pass' },
    {
      name: 'behind that of a library, or on a base',
      files: plugin({
        ...java('business/ADAO', { body: 'public class ADAO implements ITaskConfigDAO<A> { }' }),
        ...java('business/BDao', { body: 'public class BDao extends AbstractDAO { }' }),
      }),
      expect: 'pass',
    },
    {
      name: 'alone',
      files: plugin(java('business/TickDAO')),
      expect: 'fail',
      findings: [`form warning ${FOLDER}/business/TickDAO.java:8`],
    },
    {
      name: 'a base, an interface, a helper of an index',
      files: plugin({
        ...java('business/ADAO', { body: 'public abstract class ADAO { }' }),
        ...java('business/IBDAO', { body: 'public interface IBDAO { }' }),
        ...java('business/CLuceneDAO'),
      }),
      expect: 'pass',
    },
    { name: 'no DAO', files: { 'pom.xml': pom(), ...java('service/A') }, expect: 'not-applicable' },
  ],
  'JAVA-06': placed('business/dao/WindDAO', 'dao/WindDAO'),
  'JAVA-07': placed('business/WindHome', 'service/WindHome'),
  'JAVA-09': placed('v2/web/WindJspBean', 'service/WindJspBean'),
  'JAVA-10': [
    {
      name: 'XPage',
      ...declared('web/TickXPage', 'public class TickXPage extends MVCApplication { }'),
      expect: 'pass',
    },
    { name: 'App', ...declared('web/TickApp', 'public class TickApp implements XPageApplication { }'), expect: 'pass' },
    {
      name: 'another case of letters',
      ...declared('web/TickXpage', 'public class TickXpage extends MVCApplication { }'),
      expect: 'fail',
      findings: ['form info'],
    },
    {
      name: 'elsewhere',
      ...declared('xpage/TickXPage', 'public class TickXPage extends MVCApplication { }'),
      expect: 'fail',
    },
    {
      name: 'an abstract base',
      ...declared('web/Base', 'public abstract class Base extends MVCApplication { }'),
      expect: 'not-applicable',
    },
  ],
  'JAVA-11': [
    {
      name: 'JspBean',
      ...declared('web/TickJspBean', 'public class TickJspBean extends MVCAdminJspBean { }'),
      expect: 'pass',
    },
    {
      name: 'Bean',
      ...declared('web/TickBean', 'public class TickBean extends a.b.MVCAdminJspBean { }'),
      expect: 'fail',
      findings: ['form info'],
    },
  ],
  'JAVA-12': [
    { name: 'in service', files: plugin(java('service/wind/WindService')), expect: 'pass' },
    {
      name: 'REST, display, and behind an interface',
      files: plugin({
        ...java('web/rs/TickService'),
        ...java('web/EntryDisplayService'),
        ...java('cache/TickCacheService', { body: 'public class TickCacheService implements ITickCacheService { }' }),
      }),
      expect: 'pass',
    },
    { name: 'in business', files: plugin(java('business/WindService')), expect: 'fail', findings: ['form info'] },
    { name: 'a library', files: { ...LIBRARY, ...java('business/WindService') }, expect: 'not-applicable' },
  ],
  'JAVA-13': [
    {
      name: 'WindDaemon',
      ...declared('service/WindDaemon', 'public class WindDaemon extends Daemon { }'),
      expect: 'pass',
    },
    {
      name: 'Winder',
      ...declared('service/Winder', 'public class Winder extends Daemon { }'),
      expect: 'fail',
      findings: ['form info'],
    },
  ],
  'JAVA-14': [
    { name: 'the header, of any year and city', files: plugin(), expect: 'pass' },
    {
      name: 'a header of an editor',
      files: plugin({ [`${FOLDER}/a/A.java`]: `/* To change this template */ package ${PACKAGE}.a;` }),
      expect: 'fail',
      findings: [`below warning ${FOLDER}/a/A.java`],
    },
    {
      name: 'a tag says the same',
      files: plugin({ [`${FOLDER}/a/A.java`]: `// SPDX-License-Identifier: BSD-3-Clause\npackage ${PACKAGE}.a;` }),
      expect: 'pass',
    },
    { name: 'what others wrote', files: plugin({ 'src/java/org/a/A.java': 'package org.a;' }), expect: 'pass' },
    {
      name: 'nineteen of twenty',
      files: {
        'pom.xml': pom(),
        ...Object.fromEntries(
          Array.from({ length: 20 }, (_, index) => [
            `${FOLDER}/a/A${index}.java`,
            `${index ? HEADER : ''}class A${index} { }`,
          ]),
        ),
      },
      expect: 'pass',
    },
  ],
  'JAVA-15': [
    { name: 'nine of ten', ...declared('business/Tick', fields(18, 2)), expect: 'pass' },
    {
      name: 'fewer',
      ...declared('business/Tick', fields(17, 3)),
      expect: 'fail',
      findings: [`below warning ${FOLDER}/business/Tick.java`],
    },
    {
      name: 'carriers of data, and classes of no layer',
      files: plugin({
        ...java('business/TickDto', { body: fields(0, 30).replace('Tick', 'TickDto') }),
        ...java('util/Tick', { body: fields(0, 30) }),
        ...java('web/dto/Tick', { body: fields(0, 30) }),
      }),
      expect: 'not-applicable',
    },
    { name: 'too few to speak of a share', ...declared('business/Tick', fields(1, 18)), expect: 'not-applicable' },
  ],
  'JAVA-16': [
    {
      name: 'capitals, a logger, the number of a version',
      ...declared(
        'business/A',
        'public class A { static final int MAX_2 = 1; static final Logger _logger = a( ); static final long serialVersionUID = 1L; static int count; }',
      ),
      expect: 'pass',
    },
    {
      name: 'camel case',
      ...declared('business/A', 'public class A { static final int maxTicks = 1; }'),
      expect: 'fail',
      findings: ['form warning'],
    },
    {
      name: 'a field of an interface is a constant',
      ...declared('business/A', 'public interface A { int max = 1; }'),
      expect: 'fail',
    },
  ],
  'JAVA-17': [
    { name: 'four of five', ...declared('business/Tick', fields(20, 5)), expect: 'pass' },
    { name: 'fewer', ...declared('business/Tick', fields(20, 6)), expect: 'fail', findings: ['below info'] },
    {
      name: 'types without a prefix of their own',
      ...declared('business/Tick', fields(0, 30, 'Instant')),
      expect: 'not-applicable',
    },
    {
      name: 'numbers, flags and lists',
      ...declared(
        'business/Tick',
        `public class Tick { ${Array.from({ length: 7 }, (_, i) => `int _nA${i}; boolean _bA${i}; List<String> _listA${i};`).join(' ')} }`,
      ),
      expect: 'pass',
    },
  ],
  'JAVA-18': [
    {
      name: 'a log',
      ...declared(
        'service/A',
        'class A { void f( ) { AppLogService.error( "System.out.println( )", e ); // e.printStackTrace( )\n } }',
      ),
      expect: 'pass',
    },
    {
      name: 'the console, once for each file',
      ...declared('service/A', 'class A { void f( ) { System.out.println( 1 );\n e.printStackTrace( ); } }'),
      expect: 'fail',
      findings: [`found warning ${FOLDER}/service/A.java:8`],
    },
    {
      name: 'a trace into a writer',
      ...declared('service/A', 'class A { void f( ) { e.printStackTrace( writer ); } }'),
      expect: 'pass',
    },
    {
      name: 'what others wrote',
      files: plugin({ 'src/java/org/A.java': 'class A { void f( ) { System.out.println( 1 ); } }' }),
      expect: 'pass',
    },
  ],
  'JAVA-19': [
    { name: 'by name', files: plugin(java('service/A', { imports: ['java.util.List'] })), expect: 'pass' },
    {
      name: 'a package, and the members of a class',
      files: plugin(java('service/A', { imports: ['java.util.*', 'static java.lang.Math.*'] })),
      expect: 'fail',
      findings: ['forbidden info', 'forbidden info'],
    },
  ],
  'JAVA-21': [
    {
      name: 'a private constructor',
      ...declared(
        'business/TickHome',
        'public final class TickHome { private static ITickDAO _dao; private TickHome( ) { } }',
      ),
      expect: 'pass',
    },
    {
      name: 'none',
      ...declared('business/TickHome', 'public class TickHome { private static ITickDAO _dao; }'),
      expect: 'fail',
      findings: ['form info'],
    },
    {
      name: 'a Home of a portlet, and one without DAO',
      files: plugin({
        ...java('business/TickPortletHome', { body: 'public class TickPortletHome { private static ITickDAO _dao; }' }),
        ...java('business/AHome'),
      }),
      expect: 'not-applicable',
    },
  ],
  'JAVA-22': [
    {
      name: 'by Spring in version 7',
      ...declared(
        'business/TickHome',
        'public class TickHome { private static ITickDAO _dao = (ITickDAO) SpringContextService.getBean( "a" ); }',
      ),
      expect: 'pass',
    },
    {
      name: 'by CDI',
      ...v8(
        'business/TickHome',
        'public class TickHome { private static ITickDAO _dao = CDI.current( ).select( ITickDAO.class ).get( ); }',
      ),
      expect: 'pass',
    },
    {
      name: 'built, in version 7',
      ...declared('business/TickHome', 'public class TickHome { private static ITickDAO _dao = new TickDAO( ); }'),
      expect: 'fail',
      findings: ['form info'],
    },
    {
      name: 'built, in version 8',
      ...v8('business/TickHome', 'public class TickHome { private static ITickDAO _dao = new TickDAO( ); }'),
      expect: 'fail',
      findings: ['form warning'],
    },
    {
      name: 'filled elsewhere',
      ...declared('business/TickHome', 'public class TickHome { private static ITickDAO _dao; }'),
      expect: 'not-applicable',
    },
  ],
  'JAVA-23': [
    {
      name: 'by their role',
      ...declared(
        'web/A',
        'class A { @View( "a" ) String getA( ) { } @Action( "b" ) String doB( ) { } @Action( "c" ) String getConfirmRemoveC( ) { } String other( ) { } }',
      ),
      expect: 'pass',
    },
    {
      name: 'an action without do, a view without get',
      ...declared('web/A', 'class A { @Action( "a" ) String createA( ) { }\n @View String done( ) { } }'),
      expect: 'fail',
      findings: ['form warning', `form ${FOLDER}/web/A.java:9`],
    },
  ],
  'JAVA-24': [
    {
      name: 'SQL first',
      ...declared(
        'business/TickDAO',
        'class TickDAO { static final String SQL_QUERY_ALL = " SELECT a FROM b"; static final String NAME = "selected"; }',
      ),
      expect: 'pass',
    },
    {
      name: 'another word',
      ...declared('business/TickDAO', 'class TickDAO { static final String QUERY = "select a FROM b"; }'),
      expect: 'fail',
      findings: ['form info'],
    },
    { name: 'no query', files: plugin(), expect: 'not-applicable' },
  ],
  'JAVA-25': [
    { name: 'nine of ten', ...declared('web/TickPage', constants(27, 3)), expect: 'pass' },
    { name: 'fewer', ...declared('web/TickPage', constants(26, 3)), expect: 'fail', findings: ['below info'] },
    { name: 'other layers are free', ...declared('service/TickPage', constants(0, 30)), expect: 'not-applicable' },
  ],
  'JAVA-26': [
    {
      name: 'in the brackets of a try, over two lines',
      ...declared('business/TickDAO', dao('try (\n DAOUtil daoUtil = new DAOUtil( A, p ) ) { daoUtil.next( ); }')),
      expect: 'pass',
    },
    {
      name: 'handed to whoever asked',
      ...declared(
        'business/TickDAO',
        dao('DAOUtil daoUtil = null; daoUtil = new DAOUtil( A, p );\n daoUtil.setInt( 1, 2 ); return daoUtil;'),
      ),
      expect: 'pass',
    },
    {
      name: 'named in the next try',
      ...declared('business/TickDAO', dao('DAOUtil d = new DAOUtil( A, p );\n try ( d ) { }')),
      expect: 'pass',
    },
    {
      name: 'by hand, in version 7',
      ...declared('business/TickDAO', dao('DAOUtil daoUtil = new DAOUtil( A, p );\n daoUtil.free( );')),
      expect: 'fail',
      findings: ['found info'],
    },
    {
      name: 'by hand, in version 8',
      ...v8('business/TickDAO', dao('try ( A a = b( ) ) { DAOUtil daoUtil = new DAOUtil( A, p ); }')),
      expect: 'fail',
      findings: [`found error ${FOLDER}/business/TickDAO.java:10`],
    },
  ],
}
