import { packFiles } from './assembly-files.ts'
import { bundleFile } from './bundles.ts'
import { type DemoComponent, fullName, placesOf } from './component.ts'
import type { Files } from './component-files.ts'
import { descriptorOf } from './descriptor.ts'
import { daoFile } from './java-dao.ts'
import { serviceFile } from './java-service.ts'
import { jspBeanFile } from './java-web.ts'
import { type PomTwist, pomOf } from './pom.ts'
import { script, upgradeSteps } from './sql.ts'
import { contextFile, contextPath } from './webapp.ts'

/** One thing that is wrong: how it bends a sound component, and the codes that the linter must answer. */
interface Fault {
  readonly codes: readonly string[]
  readonly pom?: (c: DemoComponent) => PomTwist
  readonly files?: (c: DemoComponent, files: Files) => Files
}

function without(files: Files, ...paths: readonly string[]): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)))
}

function moved(files: Files, from: string, given: { to: string; content: string }): Files {
  return { ...without(files, from), [given.to]: given.content }
}

function upgradePath(c: DemoComponent): string {
  const { sql, table } = placesOf(c)
  const [from, to] = upgradeSteps(c).at(-1) ?? ['1.0.0', '1.1.0']
  return `${sql}/upgrade/update_db_${table}-${from}-${to}.sql`
}

const faults: Readonly<Record<string, Fault>> = {
  'library-group': { codes: ['POM-02'], pom: () => ({ group: 'fr.paris.lutece.libraries' }) },
  'untyped-plugin': { codes: ['POM-16'], pom: (c) => ({ untyped: c.needs }) },
  'open-core-range': { codes: ['POM-17'], pom: () => ({ coreRange: '[7.0.0,)' }) },
  'old-parent': { codes: ['POM-07'], pom: () => ({ parentVersion: '4.0.4' }) },
  'legacy-parent': { codes: ['POM-05'], pom: () => ({ parent: 'lutece-plugins-pom', parentVersion: '3.7' }) },
  'scm-of-another': { codes: ['POM-09'], pom: (c) => ({ scm: `${fullName(c)}-ancien` }) },
  'http-repository': {
    codes: ['POM-13'],
    pom: () => ({
      repositories: `    <repositories>
        <repository>
            <id>vaubrelle</id>
            <url>http://depot.vaubrelle.example/maven</url>
        </repository>
    </repositories>
`,
    }),
  },
  'descriptor-version': {
    codes: ['DESC-04'],
    files: (c, files) => ({
      ...files,
      [`webapp/WEB-INF/plugins/${c.short}.xml`]: descriptorOf(c, { version: '1.4.0' }),
    }),
  },
  'descriptor-left-behind': {
    codes: ['DESC-06', 'DESC-08'],
    files: (c, files) => ({
      ...files,
      [`webapp/WEB-INF/plugins/${c.short}.xml`]: descriptorOf(c, {
        page: 'ManageFoundThings',
        class: `${placesOf(c).package}.service.FoundThingPlugin`,
      }),
    }),
  },
  'dao-in-web': {
    codes: ['ARCH-01'],
    files: (c, files) => ({ ...files, [`${placesOf(c).java}/web/${c.entity}JspBean.java`]: jspBeanFile(c, true) }),
  },
  'french-gaps': {
    codes: ['I18N-05'],
    files: (c, files) => ({ ...files, [`${placesOf(c).bundle}_fr.properties`]: bundleFile(c, 'fr', 0.8) }),
  },
  'french-missing': {
    codes: ['I18N-03'],
    files: (c, files) => without(files, `${placesOf(c).bundle}_fr.properties`),
  },
  'default-bundle-missing': {
    codes: ['I18N-02'],
    files: (c, files) => without(files, `${placesOf(c).bundle}.properties`),
  },
  'upgrade-name': {
    codes: ['SQL-04'],
    files: (c, files) => {
      const to = upgradePath(c).replace(/-(\d+\.\d+)\.0-/, '-$1.x-')
      return moved(files, upgradePath(c), {
        to,
        content: script(
          c,
          to,
          '-- see the notes of the release\nUPDATE core_datastore SET entity_value = entity_value;\n',
        ),
      })
    },
  },
  'upgrade-ahead': {
    codes: ['SQL-09'],
    files: (c, files) => {
      const { sql, table } = placesOf(c)
      const path = `${sql}/upgrade/update_db_${table}-1.3.0-1.4.0.sql`
      return { ...files, [path]: script(c, path, `DELETE FROM ${table}_digest WHERE title = '';\n`) }
    },
  },
  'no-headers': {
    codes: ['JAVA-14'],
    files: (_, files) =>
      Object.fromEntries(
        Object.entries(files).map(([path, content]) => [
          path,
          path.endsWith('.java') ? content.slice(content.indexOf('package ')) : content,
        ]),
      ),
  },
  'print-left': {
    codes: ['JAVA-18'],
    files: (c, files) => ({
      ...files,
      [`${placesOf(c).java}/service/${c.entity}Service.java`]: serviceFile(c, { printsToConsole: true }),
    }),
  },
  'javax-left': {
    codes: ['V8-01'],
    files: (c, files) => ({
      ...files,
      [`${placesOf(c).java}/service/${c.entity}Service.java`]: serviceFile(c, { usesJavax: true }),
    }),
  },
  'context-left': {
    codes: ['V8-12'],
    files: (c, files) => ({ ...files, [contextPath(c)]: contextFile(c) }),
  },
  'select-star': {
    codes: ['SQL-08'],
    files: (c, files) => ({
      ...files,
      [`${placesOf(c).java}/business/${c.entity}DAO.java`]: daoFile(c, { selectsAll: true }),
    }),
  },
  'bare-dao': {
    codes: ['JAVA-05'],
    files: (c, files) => ({
      ...files,
      [`${placesOf(c).java}/business/${c.entity}DAO.java`]: daoFile(c, { isBare: true }),
    }),
  },
  'target-committed': {
    codes: ['REPO-06'],
    files: (c, files) => ({ ...files, [`target/classes/${c.short}.properties`]: 'built=2026-09-02\n' }),
  },
  'no-security-policy': { codes: ['OSS-05'], files: (_, files) => without(files, 'SECURITY.md') },
  'no-contribution-guide': { codes: ['OSS-04'], files: (_, files) => without(files, 'CONTRIBUTING.md') },
  'no-licence-file': { codes: ['OSS-02'], files: (_, files) => without(files, 'LICENSE') },
  'no-owners': { codes: ['OSS-07'], files: (_, files) => without(files, '.github/CODEOWNERS') },
  'no-readme': { codes: ['DOC-01'], files: (_, files) => without(files, 'README.md') },
  'snapshot-pin': {
    codes: ['POM-18'],
    files: (c, files) => ({
      ...files,
      ...packFiles(c, {
        snapshots: { 'plugin-plainpage': '1.2.1-SNAPSHOT', 'module-neighbourfund-ballot': '2.0.1-SNAPSHOT' },
      }),
    }),
  },
}

/** The files of a component with its own faults worked in. */
export function bend(c: DemoComponent, sound: Files): Files {
  const own = c.faults.map((name) => {
    const fault = faults[name]
    if (!fault) throw new Error(`No fault is called ${name}`)
    return fault
  })
  const twist: PomTwist = Object.assign({}, ...own.map((f) => f.pom?.(c)))
  const built = own.some((f) => f.pom) ? { ...sound, 'pom.xml': pomOf(c, twist) } : sound
  return own.reduce<Files>((files, f) => f.files?.(c, files) ?? files, built)
}

/** Codes that the linter must answer for a component, sorted. */
export function expectedCodes(c: DemoComponent): readonly string[] {
  return [...new Set(c.faults.flatMap((name) => faults[name]?.codes ?? []))].sort()
}
