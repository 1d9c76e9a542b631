import { guideFiles, packFiles, themeFiles, toolFiles } from './assembly-files.ts'
import { bundlesOf } from './bundles.ts'
import { type DemoComponent, placesOf } from './component.ts'
import { descriptorOf } from './descriptor.ts'
import { communityFiles, documentFiles } from './documents.ts'
import { bend } from './faults.ts'
import { daoFile } from './java-dao.ts'
import { librarySource, serviceFile } from './java-service.ts'
import { daoInterfaceFile, entityFile, homeFile } from './java-source.ts'
import { testFiles } from './java-test.ts'
import { jspBeanFile, pageFile } from './java-web.ts'
import { pomOf } from './pom.ts'
import { sqlFiles } from './sql.ts'
import { webappFiles } from './webapp.ts'

export type Files = Record<string, string>

function platformFiles(c: DemoComponent): Files {
  const { java } = placesOf(c)
  return {
    'pom.xml': pomOf(c),
    [`webapp/WEB-INF/plugins/${c.short}.xml`]: descriptorOf(c),
    [`${java}/business/${c.entity}.java`]: entityFile(c),
    [`${java}/business/I${c.entity}DAO.java`]: daoInterfaceFile(c),
    [`${java}/business/${c.entity}DAO.java`]: daoFile(c),
    [`${java}/business/${c.entity}Home.java`]: homeFile(c),
    [`${java}/service/${c.entity}Service.java`]: serviceFile(c),
    [`${java}/web/${c.entity}JspBean.java`]: jspBeanFile(c),
    ...(c.kind === 'plugin' ? { [`${java}/web/${c.entity}XPage.java`]: pageFile(c) } : {}),
    ...testFiles(c),
    ...bundlesOf(c),
    ...sqlFiles(c),
    ...webappFiles(c),
    ...documentFiles(c),
  }
}

function plainFiles(c: DemoComponent): Files {
  const { java } = placesOf(c)
  return {
    'pom.xml': pomOf(c),
    [`${java}/business/${c.entity}.java`]: entityFile(c),
    ...librarySource(c),
    ...testFiles(c),
    ...(c.kind === 'core' ? bundlesOf(c) : {}),
    ...documentFiles(c),
  }
}

const makers: Record<DemoComponent['kind'], (c: DemoComponent) => Files> = {
  core: plainFiles,
  library: plainFiles,
  plugin: platformFiles,
  module: platformFiles,
  tool: toolFiles,
  theme: themeFiles,
  pack: packFiles,
  other: guideFiles,
}

const made = new WeakMap<DemoComponent, Files>()

/** Every file at the head of the default branch, sound but for the faults that the catalogue names. */
export function filesOf(c: DemoComponent): Files {
  const known = made.get(c)
  if (known) return known
  const files = c.standing === 'empty' ? {} : bend(c, { ...communityFiles(c), ...makers[c.kind](c) })
  made.set(c, files)
  return files
}
