import { FOLDER, java, PACKAGE, plugin, pom } from '../component.ts'
import type { Cases } from './case.ts'

const V8 = { 'pom.xml': pom({ parent: 'fr.paris.lutece.tools:lutece-global-pom:8.0.2' }) }
const v8 = (files: Readonly<Record<string, string | null>>) => ({ files: plugin({ ...V8, ...files }) })
const importing = (...imports: readonly string[]) => v8(java('service/A', { imports }))
const declared = (place: string, body: string) => v8(java(place, { body }))
const testing = (imported: string) =>
  v8({
    'src/test/java/fr/paris/lutece/plugins/clock/ATest.java': `package ${PACKAGE};\nimport ${imported};\nclass ATest { }`,
  })
const JSP = 'webapp/jsp/admin/plugins/clock/ManageTicks.jsp'
const BEANS = 'src/main/resources/META-INF/beans.xml'

export const migrationCases: Cases = {
  'V8-01': [
    {
      name: 'jakarta, and what belongs to Java',
      ...importing(
        'jakarta.inject.Inject',
        'javax.sql.DataSource',
        'javax.xml.parsers.SAXParser',
        'javax.crypto.Mac',
        'javax.cache.Cache',
        'javax.transaction.xa.XAResource',
        'javax.annotation.processing.Processor',
      ),
      expect: 'pass',
    },
    {
      name: 'javax',
      ...importing('javax.servlet.http.HttpServletRequest', 'javax.annotation.PostConstruct', 'javax.ws.rs.*'),
      expect: 'fail',
      findings: ['forbidden error', 'forbidden error', 'forbidden error'],
    },
    {
      name: 'version 7',
      files: plugin(java('service/A', { imports: ['javax.inject.Inject'] })),
      expect: 'not-applicable',
    },
  ],
  'V8-02': [
    { name: 'CDI', ...importing('jakarta.enterprise.inject.spi.CDI'), expect: 'pass' },
    {
      name: 'Spring, and the way to it',
      ...importing(
        'org.springframework.stereotype.Service',
        'fr.paris.lutece.portal.service.spring.SpringContextService',
      ),
      expect: 'fail',
      findings: ['forbidden error', 'forbidden error'],
    },
  ],
  'V8-03': [
    {
      name: 'successors',
      ...importing('com.fasterxml.jackson.databind.JsonNode', 'org.apache.commons.fileupload2.core.FileItem'),
      expect: 'pass',
    },
    { name: 'a dropped one', ...importing('net.sf.json.JSONObject'), expect: 'fail', findings: ['forbidden error'] },
  ],
  'V8-04': [
    {
      name: 'a map of its own',
      ...declared('web/TickXPage', 'class TickXPage { void f( ) { model = new HashMap<>( ); view.getModel( ); } }'),
      expect: 'pass',
    },
    {
      name: 'asked for',
      ...declared('web/TickXPage', 'class TickXPage { void f( ) { model = getModel( ); } }'),
      expect: 'fail',
      findings: ['found info'],
    },
  ],
  'V8-05': [
    { name: 'scoped', ...declared('business/TickDAO', '@ApplicationScoped public class TickDAO { }'), expect: 'pass' },
    {
      name: 'dependent, by its full name',
      ...declared('business/TickDAO', '@jakarta.enterprise.context.Dependent public class TickDAO { }'),
      expect: 'pass',
    },
    {
      name: 'unknown to the container',
      ...declared('business/TickDAO', 'public class TickDAO { }'),
      expect: 'fail',
      findings: ['form warning'],
    },
  ],
  'V8-06': [
    {
      name: 'in its place',
      ...v8({ [BEANS]: '<beans/>', ...java('service/A', { body: '@RequestScoped class A { }' }) }),
      expect: 'pass',
    },
    {
      name: 'where no archive has it',
      ...v8({
        'src/java/META-INF/beans.xml': '<beans/>',
        ...java('service/A', { body: '@RequestScoped class A { }' }),
      }),
      expect: 'fail',
      findings: [`missing error ${FOLDER}/service/A.java:8`],
    },
    { name: 'no bean', ...v8({}), expect: 'not-applicable' },
  ],
  'V8-07': [
    {
      name: 'named and scoped',
      ...declared('web/TickJspBean', '@SessionScoped @Named( "t" ) public class TickJspBean { }'),
      expect: 'pass',
    },
    {
      name: 'named alone',
      ...declared('web/TickJspBean', '@Named public class TickJspBean { }'),
      expect: 'fail',
      findings: ['form error'],
    },
    {
      name: 'an abstract base',
      ...declared('web/TickJspBean', 'public abstract class TickJspBean { }'),
      expect: 'not-applicable',
    },
  ],
  'V8-08': [
    {
      name: 'closed by itself',
      ...declared('business/TickDAO', 'class TickDAO { String s = "daoUtil.free( )"; }'),
      expect: 'pass',
    },
    {
      name: 'closed by hand',
      ...declared('business/TickDAO', 'class TickDAO { void f( ) { daoUtil.free( ); } }'),
      expect: 'fail',
      findings: ['found warning'],
    },
  ],
  'V8-09': [
    { name: 'an expression', ...v8({ [JSP]: `<%-- <jsp:useBean id="a" /> --%>\n\${ a.init( ) }` }), expect: 'pass' },
    {
      name: 'a second bean',
      ...v8({ [JSP]: '<jsp:useBean id="a" class="b.C" />' }),
      expect: 'fail',
      findings: [`found error ${JSP}:1`],
    },
  ],
  'V8-10': [
    {
      name: 'directives and comments',
      ...v8({ [JSP]: `<%@ page errorPage="a.jsp" %>\n<%-- <% a( ); %> --%>\n\${ a }` }),
      expect: 'pass',
    },
    {
      name: 'Java',
      ...v8({ [JSP]: '<%@ page %>\n<% a( ); %>\n<%= b %>' }),
      expect: 'fail',
      findings: [`found warning ${JSP}:2`],
    },
  ],
  'V8-11': [
    { name: 'found by name', ...v8({}), expect: 'pass' },
    {
      name: 'a class',
      ...v8({
        'webapp/WEB-INF/plugins/clock.xml':
          '<plug-in>\n<!-- <application-class/> -->\n<application-class>a.B</application-class></plug-in>',
      }),
      expect: 'fail',
      findings: ['found error webapp/WEB-INF/plugins/clock.xml:3'],
    },
  ],
  'V8-12': [
    { name: 'none', ...v8({}), expect: 'pass' },
    {
      name: 'left behind',
      ...v8({ 'webapp/WEB-INF/conf/plugins/clock_context.xml': '' }),
      expect: 'fail',
      findings: ['present error'],
    },
  ],
  'V8-13': [
    { name: 'JUnit 5', ...testing('org.junit.jupiter.api.Test'), expect: 'pass' },
    { name: 'JUnit 4', ...testing('org.junit.Test'), expect: 'fail', findings: ['forbidden warning'] },
    { name: 'its static assertions', ...testing('static org.junit.Assert.assertTrue'), expect: 'fail' },
    {
      name: 'the mocks of the platform',
      ...testing('fr.paris.lutece.test.mocks.MockHttpServletRequest'),
      expect: 'pass',
    },
    {
      name: 'those of before',
      ...testing('fr.paris.lutece.test.MokeHttpServletRequest'),
      expect: 'fail',
      findings: ['forbidden warning'],
    },
    { name: 'those of Spring', ...testing('org.springframework.mock.web.MockServletContext'), expect: 'fail' },
    {
      name: 'no tests',
      ...v8({ 'src/test/java/fr/paris/lutece/plugins/clock/business/TickHomeTest.java': null }),
      expect: 'not-applicable',
    },
  ],
  'V8-14': [
    {
      name: 'a cache that says what it holds',
      ...declared('service/TickCache', 'class TickCache extends AbstractCacheableService<String, Tick> { }'),
      expect: 'pass',
    },
    {
      name: 'one that does not',
      ...declared('service/TickCache', 'class TickCache extends AbstractCacheableService implements A { }'),
      expect: 'fail',
      findings: ['found warning'],
    },
    {
      name: 'a manager of events',
      ...importing('fr.paris.lutece.portal.business.event.ResourceEventManager'),
      expect: 'fail',
    },
  ],
  'V8-15': [
    {
      name: 'places for values',
      ...declared('service/A', 'class A { void f( ) { AppLogService.info( "Tick {}", a + b ); } }'),
      expect: 'pass',
    },
    {
      name: 'put together',
      ...declared('service/A', 'class A { void f( ) { AppLogService.info( "Tick " + a ); } }'),
      expect: 'fail',
      findings: ['found info'],
    },
    {
      name: 'asked first',
      ...declared('service/A', 'class A { void f( ) { if ( AppLogService.isDebugEnabled( ) ) a( ); } }'),
      expect: 'fail',
    },
  ],
  'V8-16': [
    {
      name: 'not begun',
      files: plugin(java('service/A', { imports: ['javax.inject.Inject', 'jakarta.mail.Message'] })),
      expect: 'pass',
    },
    {
      name: 'halfway, said once',
      files: plugin({
        ...java('service/A', { imports: ['jakarta.inject.Inject', 'jakarta.servlet.http.Cookie'] }),
        ...java('service/B', { imports: ['jakarta.inject.Named'] }),
      }),
      expect: 'fail',
      findings: [`summed info ${FOLDER}/service/A.java:7`],
    },
    { name: 'done', ...importing('jakarta.inject.Inject'), expect: 'not-applicable' },
  ],
}
