import { describe, expect, it } from 'vitest'
import type { Source } from '#data/model/source.ts'
import { lint } from '#policies/engine.ts'
import { mend } from '#policies/mend.ts'
import { builtinPack } from '#policies/registry.ts'
import { pom, REPOSITORY } from './component.ts'
import { type SourceSketch, source } from './source.ts'

const DESCRIPTOR = 'webapp/WEB-INF/plugins/clock.xml'
const SCRIPT = 'src/sql/plugins/clock/plugin/create_db_clock.sql'
const MODULE_SCRIPT = 'src/sql/plugins/clock/modules/diary/plugin/create_db_clock_diary.sql'
const BUNDLE = 'src/java/fr/paris/lutece/plugins/clock/resources/clock_messages.properties'
const TABLE = 'CREATE TABLE clock_tick ( id INT );\n'
const LINE_8 = 'fr.paris.lutece.tools:lutece-global-pom:8.0.2'

const judge = (tree: Source) => lint({ source: tree, packs: [builtinPack('lutece')], asOf: '2026-11-15' })

/** The file as it is mended; undefined when it is left as it is. */
async function mended(path: string, files: Readonly<Record<string, string>>, sketch: SourceSketch = {}) {
  const tree = source(files, { repository: REPOSITORY, ...sketch })
  const edits = await mend(await judge(tree), { source: tree, judge })
  const text = edits.find(({ entry }) => entry.path === path)?.after.toString('latin1')
  if (text === undefined) return undefined
  // What was mended is mended: the second time there is nothing to do in that file.
  const bytes = Buffer.from(text, 'latin1')
  const after = source({ ...files, [path]: bytes.toString(sketch.encoding) }, { repository: REPOSITORY, ...sketch })
  const again = await mend(await judge(after), { source: after, judge })
  expect(again.map(({ entry }) => entry.path)).not.toContain(path)
  return text
}

const property = (name: string, value: string) => `  <properties>\n    <${name}>${value}</${name}>\n  </properties>`

describe('a repair', () => {
  it('copies the version of the build file into the descriptor (DESC-04)', async () => {
    const descriptor = (version: string) =>
      `<plug-in>\n  <name>clock</name>\n  <version>${version}</version>\n</plug-in>\n`
    const files = { 'pom.xml': pom(), [DESCRIPTOR]: descriptor('1.1.0') }
    expect(await mended(DESCRIPTOR, files)).toBe(descriptor('1.2.0-SNAPSHOT'))
    const resolved = { ...files, [DESCRIPTOR]: descriptor('<!-- of the build -->1.1.0') }
    expect(await mended(DESCRIPTOR, resolved)).toBeUndefined()
  })

  it('reaches artifacts over https (POM-13)', async () => {
    const repositories = (scheme: string) =>
      `  <repositories>\n    <repository>\n      <url>${scheme}://maven.ville.example/releases</url>\n    </repository>\n  </repositories>`
    expect(await mended('pom.xml', { 'pom.xml': pom({ more: repositories('http') }) })).toBe(
      pom({ more: repositories('https') }),
    )
  })

  it('takes out a property that nothing reads (POM-19), when it has a line of its own', async () => {
    const files = { 'pom.xml': pom({ parent: LINE_8, more: property('jiraProjectName', 'CLOCK') }) }
    expect(await mended('pom.xml', files)).toBe(pom({ parent: LINE_8, more: '  <properties>\n  </properties>' }))
    const inOne = {
      'pom.xml': pom({ parent: LINE_8, more: '  <properties><jiraProjectName>CLOCK</jiraProjectName></properties>' }),
    }
    expect(await mended('pom.xml', inOne)).toBeUndefined()
  })

  it('names the component in the build file (POM-14)', async () => {
    const files = (name: string) => ({ 'pom.xml': pom({ more: property('componentName', name) }) })
    expect(await mended('pom.xml', files('watch'))).toBe(files('clock')['pom.xml'])
  })

  it('declares the type of a dependency, written or not (POM-16), and leaves excluded artifacts alone', async () => {
    const dependency = (type: string) => `  <dependencies>
    <dependency>
      <groupId>fr.paris.lutece.plugins</groupId>
      <artifactId>plugin-bell</artifactId>
${type}      <version>[1.0.0,2.0.0)</version>
    </dependency>
  </dependencies>`
    const right = pom({ more: dependency('      <type>lutece-plugin</type>\n') })
    for (const type of ['', '      <type>lutece-core</type>\n'])
      expect(await mended('pom.xml', { 'pom.xml': pom({ more: dependency(type) }) })).toBe(right)
    const nested = dependency('').replace(
      /^ {6}<artifactId>.*$/mu,
      '      <exclusions>\n        <exclusion>\n          <artifactId>plugin-bell</artifactId>\n        </exclusion>\n      </exclusions>\n      <artifactId>plugin-bell</artifactId>',
    )
    expect(await mended('pom.xml', { 'pom.xml': pom({ more: nested }) })).toBeUndefined()
  })

  it('follows a repository that was renamed, never one of another owner (POM-09)', async () => {
    const renamed = { 'pom.xml': pom({ scm: 'https://github.com/lutece-platform/lutece-plugin-watch.git' }) }
    expect(await mended('pom.xml', renamed)).toBe(pom())
    const forked = { 'pom.xml': pom({ scm: 'https://github.com/maison-bleue/lutece-plugin-watch.git' }) }
    expect(await mended('pom.xml', forked)).toBeUndefined()
  })

  it('puts the header of the migration tool above a script, with a changeset of its name (SQL-05)', async () => {
    const build = { 'pom.xml': pom({ parent: LINE_8 }) }
    expect(await mended(SCRIPT, { ...build, [SCRIPT]: TABLE })).toBe(
      `--liquibase formatted sql\n--changeset clock:create_db_clock.sql\n--preconditions onFail:MARK_RAN onError:WARN\n${TABLE}`,
    )
    const half = `--changeset clock:create_db_clock.sql\r\n${TABLE}`
    expect(await mended(SCRIPT, { ...build, [SCRIPT]: half })).toBe(`--liquibase formatted sql\r\n${half}`)
    const module = { 'pom.xml': pom({ parent: LINE_8, artifactId: 'module-clock-diary' }) }
    expect(await mended(MODULE_SCRIPT, { ...module, [MODULE_SCRIPT]: TABLE })).toContain(
      '--changeset clock-diary:create_db_clock_diary.sql\n',
    )
  })

  it('moves a late header to the top, behind the byte order mark (SQL-05)', async () => {
    const build = { 'pom.xml': pom({ parent: LINE_8 }) }
    const late = `-- tables\n--liquibase formatted sql\n--changeset clock:create_db_clock.sql\n${TABLE}`
    expect(await mended(SCRIPT, { ...build, [SCRIPT]: late })).toBe(
      `--liquibase formatted sql\n-- tables\n--changeset clock:create_db_clock.sql\n${TABLE}`,
    )
    const marked = await mended(SCRIPT, { ...build, [SCRIPT]: `\ufeff${late}` })
    expect(marked?.slice(0, 10)).toBe('\u00ef\u00bb\u00bf--liqui')
  })

  it('takes out keys that repeat their value, with the lines that they go on in (I18N-08)', async () => {
    const files = { 'pom.xml': pom(), [BUNDLE]: 'a=1\nb=one \\\n  two\nc=3\nb=one \\\n  two\n# end\na=2\n' }
    expect(await mended(BUNDLE, files)).toBe('a=1\nb=one \\\n  two\nc=3\n# end\na=2\n')
  })

  it('escapes accented letters of ISO-8859-1, and leaves what may be another encoding (I18N-10)', async () => {
    const files = { 'pom.xml': pom(), [BUNDLE]: 'title=\u00e9t\u00e9\n' }
    expect(await mended(BUNDLE, files, { encoding: 'latin1' })).toBe('title=\\u00e9t\\u00e9\n')
    const other = { ...files, [BUNDLE]: 'title=\u00e9t\u00e9 \u0080\n' }
    expect(await mended(BUNDLE, other, { encoding: 'latin1' })).toBeUndefined()
  })

  it('mends several things in one file, from its end to its beginning', async () => {
    const more = `  <repositories>\n    <repository>\n      <url>http://maven.ville.example/a</url>\n    </repository>\n  </repositories>\n${property('jiraProjectName', 'CLOCK')}`
    const text = await mended('pom.xml', {
      'pom.xml': pom({ parent: LINE_8, scm: 'https://github.com/lutece-platform/old.git', more }),
    })
    expect(text).not.toMatch(/jira|http:|\/old\.git/u)
  })
})
