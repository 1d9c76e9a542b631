/** Files of an invented component, conforming in every way; cases change one thing each. */
export type Files = Readonly<Record<string, string>>

export interface PomSketch {
  readonly groupId?: string | null
  readonly artifactId?: string
  readonly version?: string
  readonly packaging?: string
  /** `groupId:artifactId:version`; null for none. */
  readonly parent?: string | null
  /** Address in all three source elements; null for no `<scm>`. */
  readonly scm?: string | null
  /** `artifactId`, `artifactId:type`, `artifactId:type:scope`. */
  readonly dependencies?: readonly string[]
  /** Written as it is at the end of the project. */
  readonly more?: string
}

const GLOBAL_PARENT = 'fr.paris.lutece.tools:lutece-global-pom:7.0.5'
export const SITE_PARENT = 'fr.paris.lutece.tools:lutece-site-pom:3.2.2'
export const REPOSITORY = 'lutece-platform/lutece-tech-plugin-clock'

export function pom(sketch: PomSketch = {}): string {
  const { groupId = 'fr.paris.lutece.plugins', artifactId = 'plugin-clock', version = '1.2.0-SNAPSHOT' } = sketch
  const { packaging = 'lutece-plugin', parent = GLOBAL_PARENT, scm = `https://github.com/${REPOSITORY}.git` } = sketch
  const lines = [
    '<project>',
    parent === null ? '' : parentElement(parent),
    groupId === null ? '' : `  <groupId>${groupId}</groupId>`,
    `  <artifactId>${artifactId}</artifactId>`,
    `  <version>${version}</version>`,
    `  <packaging>${packaging}</packaging>`,
    scm === null ? '' : scmElement(scm),
    ...(sketch.dependencies === undefined
      ? []
      : ['  <dependencies>', ...sketch.dependencies.map(dependencyElement), '  </dependencies>']),
    sketch.more ?? '',
    '</project>',
  ]
  return `${lines.filter((line) => line !== '').join('\n')}\n`
}

/** What every plugin and module declares. */
const CORE_DEPENDENCY = `  <dependencies>
    <dependency><groupId>fr.paris.lutece</groupId><artifactId>lutece-core</artifactId><version>[7.0.13,7.9.9)</version><type>lutece-core</type></dependency>
    <dependency><groupId>fr.paris.lutece.plugins</groupId><artifactId>library-lutece-unit-testing</artifactId><scope>test</scope></dependency>
  </dependencies>`

function parentElement(parent: string): string {
  const [groupId, artifactId, version] = parent.split(':')
  return `  <parent><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version></parent>`
}

function scmElement(address: string): string {
  return [
    '  <scm>',
    `    <connection>scm:git:${address}</connection>`,
    `    <developerConnection>scm:git:${address}</developerConnection>`,
    `    <url>${address}</url>`,
    '  </scm>',
  ].join('\n')
}

function dependencyElement(dependency: string): string {
  const [artifactId, type, scope] = dependency.split(':')
  const written = [
    '<groupId>fr.paris.lutece.plugins</groupId>',
    `<artifactId>${artifactId}</artifactId>`,
    type ? `<type>${type}</type>` : '',
    scope ? `<scope>${scope}</scope>` : '',
  ]
  return `    <dependency>${written.join('')}</dependency>`
}

export function descriptor(elements: Readonly<Record<string, string>> = {}): string {
  const all = { name: 'clock', class: `${PACKAGE}.service.ClockPlugin`, version: '1.2.0-SNAPSHOT', ...elements }
  // What a case changes stays in front, where it counts lines.
  const written = Object.entries({ ...all, ...{ ...OTHER_ELEMENTS, ...elements } }).map(
    ([name, text]) => `  <${name}>${text}</${name}>`,
  )
  return `<?xml version="1.0"?>\n<plug-in>\n${written.join('\n')}\n</plug-in>\n`
}

const OTHER_ELEMENTS = {
  description: 'clock.title',
  documentation: '',
  installation: '',
  changes: '',
  'user-guide': '',
  provider: 'City of Example',
  'provider-url': 'https://city.example',
  'icon-url': 'images/clock.png',
  copyright: '',
  'db-pool-required': '1',
  'min-core-version': '7.0.13',
}

export const PACKAGE = 'fr.paris.lutece.plugins.clock'
export const FOLDER = 'src/java/fr/paris/lutece/plugins/clock'
export const DESCRIPTOR = 'webapp/WEB-INF/plugins/clock.xml'
export const BUNDLE = `${FOLDER}/resources/clock_messages`

export interface JavaSketch {
  readonly package?: string
  readonly imports?: readonly string[]
  /** What is declared; an empty class of the file's name when left out. */
  readonly body?: string
}

/** A Java file of one class, by its place below the component's package: `web/TickJspBean`. */
export function java(place: string, sketch: JavaSketch = {}): Files {
  const [name = '', ...folders] = place.split('/').toReversed()
  const own = sketch.package ?? [PACKAGE, ...folders.toReversed()].join('.')
  const imports = (sketch.imports ?? []).map((imported) => `import ${imported};\n`).join('')
  const body = sketch.body ?? `public class ${name}\n{\n}`
  return { [`${FOLDER}/${place}.java`]: `${HEADER}package ${own};\n\n${imports}\n${body}\n` }
}

export const HEADER = '/*\n * Copyright (c) 2002-2026, City of Example\n * License 1.0\n */\n'

export function plugin(changes: Readonly<Record<string, string | null>> = {}): Files {
  const files: Record<string, string | null> = {
    'pom.xml': pom({ more: CORE_DEPENDENCY }),
    '.gitignore': 'target/\n',
    'README.fr.md': 'Horloge : donne l’heure sur chaque page d’un site.\n',
    'src/site/site.xml': '<project/>\n',
    'src/site/xdoc/index.xml': XDOC,
    'src/site/fr/xdoc/index.xml': '<document/>\n',
    'src/test/java/fr/paris/lutece/plugins/clock/business/TickHomeTest.java': `${HEADER}package ${PACKAGE}.business;\n\npublic class TickHomeTest\n{\n}\n`,
    'README.md': README,
    LICENSE: MIT,
    [DESCRIPTOR]: descriptor(),
    ...java('service/ClockPlugin'),
    ...java('business/TickHome'),
    ...java('business/TickDAO', { body: 'public class TickDAO implements ITickDAO\n{\n}' }),
    ...java('web/TickJspBean', { imports: [`${PACKAGE}.business.TickHome`] }),
    [`${BUNDLE}.properties`]: 'title=Clock\nwind=Wind up\n',
    [`${BUNDLE}_fr.properties`]: 'title=Horloge\nwind=Remonter\n',
    'src/sql/plugins/clock/plugin/create_db_clock.sql': 'CREATE TABLE clock_tick (id INT);\n',
    'src/sql/plugins/clock/upgrade/update_db_clock-1.1.0-1.2.0.sql': '',
    ...changes,
  }
  return Object.fromEntries(Object.entries(files).filter((file): file is [string, string] => file[1] !== null))
}

const README = `![](https://ci.example/jenkins/buildStatus/icon?job=clock-deploy)
![](https://ci.example/sonar/api/project_badges/measure?metric=coverage)

# Plugin clock

Shows the time of day on every page of a site.

*generated by [xdoc2md](https://tools.example/xdoc2md) - do not edit directly.*
`

const XDOC = `<document>
  <properties><title>Plugin clock</title></properties>
  <body><section name="Plugin clock"><p>${'Shows the time of day on every page of a site, by its own zone. '.repeat(5)}</p></section></body>
</document>
`

export const MIT = `MIT License

Copyright (c) 2026 City of Example

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`
