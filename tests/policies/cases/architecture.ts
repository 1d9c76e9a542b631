import { DESCRIPTOR, FOLDER, java, PACKAGE, plugin, pom } from '../component.ts'
import type { Cases } from './case.ts'

const V8 = { 'pom.xml': pom({ parent: 'fr.paris.lutece.tools:lutece-global-pom:8.0.2' }) }
const LIBRARY = { 'pom.xml': pom({ artifactId: 'library-clock', packaging: 'jar' }), [DESCRIPTOR]: null }
const importing = (place: string, ...imports: readonly string[]) => ({ files: plugin(java(place, { imports })) })

export const architectureCases: Cases = {
  'ARCH-02': [
    {
      name: 'dates are values, a wildcard says nothing',
      ...importing('web/A', 'java.sql.Timestamp', 'java.sql.Date', 'java.sql.*'),
      expect: 'pass',
    },
    {
      name: 'the tool of DAOs, and a connection',
      ...importing('web/rs/A', 'fr.paris.lutece.util.sql.DAOUtil', 'java.sql.Connection'),
      expect: 'fail',
      findings: ['forbidden error', `forbidden ${FOLDER}/web/rs/A.java:8`],
    },
    { name: 'business may', ...importing('business/A', 'java.sql.Connection'), expect: 'pass' },
  ],
  'ARCH-03': [
    {
      name: 'a DAO, in either spelling',
      files: plugin({
        ...java('business/ADAO', { imports: ['fr.paris.lutece.util.sql.DAOUtil'] }),
        ...java('business/BDao', { imports: ['fr.paris.lutece.util.sql.DAOUtil'] }),
      }),
      expect: 'pass',
    },
    {
      name: 'another class',
      ...importing('service/A', 'fr.paris.lutece.util.sql.DAOUtil'),
      expect: 'fail',
      findings: ['forbidden warning'],
    },
  ],
  'ARCH-04': [
    {
      name: 'values of web packages',
      ...importing(
        'business/A',
        `${PACKAGE}.web.dto.Tick`,
        `${PACKAGE}.web.exception.TickException`,
        'fr.paris.lutece.portal.web.xpages.XPage',
        `${PACKAGE}.web.ITickDisplay`,
        'fr.paris.lutece.portal.web.constants.Messages',
      ),
      expect: 'pass',
    },
    {
      name: 'a page, and something else of web',
      ...importing('business/A', `${PACKAGE}.web.TickJspBean`, `${PACKAGE}.web.TickDisplay`),
      expect: 'fail',
      findings: ['forbidden warning', 'forbidden info'],
    },
    {
      name: 'an enumeration of its own',
      files: plugin({
        ...java('business/A', { imports: [`${PACKAGE}.web.Hour`] }),
        ...java('web/Hour', { body: 'public enum Hour { ONE }' }),
      }),
      expect: 'pass',
    },
  ],
  'ARCH-05': [
    {
      name: 'the plugin class registers pages',
      ...importing('service/ClockPlugin', `${PACKAGE}.web.TickApp`),
      expect: 'pass',
    },
    {
      name: 'a page',
      ...importing('service/WindDaemon', `${PACKAGE}.web.TickApp`),
      expect: 'fail',
      findings: [`forbidden warning ${FOLDER}/service/WindDaemon.java:7`],
    },
    {
      name: 'packages of others, whose segments are no layers',
      ...importing('service/A', 'javax.ws.rs.Path', 'org.example.web.context.Tools'),
      expect: 'pass',
    },
    {
      name: 'the name of a package in a comment',
      ...importing('service/A', `${PACKAGE}.business.B; // import ${PACKAGE}.web.TickApp`),
      expect: 'pass',
    },
  ],
  'ARCH-06': [
    {
      name: 'services of the core, and a Home with its cache',
      files: plugin({
        ...java('business/ADAO', { imports: ['fr.paris.lutece.portal.service.util.AppLogService'] }),
        ...java('business/AHome', { imports: [`${PACKAGE}.service.TickCacheService`] }),
      }),
      expect: 'pass',
    },
    {
      name: 'a DAO',
      ...importing('business/ADAO', `${PACKAGE}.service.TickService`),
      expect: 'fail',
      findings: ['forbidden warning'],
    },
    {
      name: 'an entity',
      ...importing('business/A', 'fr.paris.lutece.plugins.other.service.TickIndexer'),
      expect: 'fail',
      findings: ['forbidden info'],
    },
    { name: 'what is no service', ...importing('business/ADAO', `${PACKAGE}.service.ClockPlugin`), expect: 'pass' },
  ],
  'ARCH-07': [
    { name: 'through the Home', ...importing('service/A', `${PACKAGE}.business.TickHome`), expect: 'pass' },
    {
      name: 'around it',
      ...importing('service/A', `${PACKAGE}.business.ITickDAO`),
      expect: 'fail',
      findings: ['forbidden info'],
    },
    {
      name: 'the configuration of a task',
      ...importing('service/A', 'fr.paris.lutece.plugins.workflowcore.business.config.ITaskConfigDAO'),
      expect: 'pass',
    },
    {
      name: 'version 8 injects',
      files: plugin({ ...V8, ...java('service/A', { imports: [`${PACKAGE}.business.ITickDAO`] }) }),
      expect: 'not-applicable',
    },
  ],
  'ARCH-08': [
    {
      name: 'a portlet draws itself',
      ...importing('business/portlet/TickPortlet', 'javax.servlet.http.HttpServletRequest'),
      expect: 'pass',
    },
    {
      name: 'an entity',
      ...importing('business/A', 'jakarta.servlet.http.HttpServletRequest'),
      expect: 'fail',
      findings: ['forbidden info'],
    },
  ],
  'ARCH-09': [
    {
      name: 'services of the core',
      files: plugin({
        ...LIBRARY,
        ...java('util/A', { imports: ['fr.paris.lutece.portal.service.util.AppLogService'] }),
      }),
      expect: 'pass',
    },
    {
      name: 'a page of the core',
      files: plugin({
        ...LIBRARY,
        ...java('util/A', { imports: ['fr.paris.lutece.portal.web.admin.PluginAdminPageJspBean'] }),
      }),
      expect: 'fail',
      findings: ['forbidden error'],
    },
    {
      name: 'a plugin may',
      ...importing('web/A', 'fr.paris.lutece.portal.web.admin.PluginAdminPageJspBean'),
      expect: 'not-applicable',
    },
  ],
}
