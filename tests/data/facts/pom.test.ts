// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Maven writes its placeholders like that.
import { describe, expect, it } from 'vitest'
import { resolveProperties } from '#data/facts/pom-properties.ts'
import type { Pom } from '#data/facts/shapes/pom.ts'
import { factOf, problemOf } from './extract.ts'

const POM = `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent>
    <groupId>town.tools</groupId>
    <artifactId>town-parent</artifactId>
    <version>8.0.2</version>
  </parent>
  <!-- <artifactId>commented</artifactId> -->
  <artifactId>plugin-fountain</artifactId>
  <version>
    1.2.0-SNAPSHOT
  </version>
  <packaging>town-plugin</packaging>
  <properties>
    <componentName>fountain</componentName>
    <basin.version>[2.0.0,)</basin.version>
  </properties>
  <scm>
    <connection>scm:git:https://example.org/town/fountain.git</connection>
    <url/>
  </scm>
  <dependencies>
    <dependency>
      <groupId>town</groupId>
      <artifactId>town-core</artifactId>
      <version>\${basin.version}</version>
      <type>town-core</type>
      <exclusions><exclusion><groupId>x</groupId><artifactId>*</artifactId></exclusion></exclusions>
    </dependency>
  </dependencies>
  <dependencyManagement>
    <dependencies><dependency><artifactId>managed</artifactId><scope>test</scope></dependency></dependencies>
  </dependencyManagement>
  <build><plugins><plugin><artifactId>town-maven-plugin</artifactId><version>1</version>
    <dependencies><dependency><artifactId>not-ours</artifactId></dependency></dependencies></plugin></plugins></build>
  <repositories><repository><id>town</id><url><![CDATA[http://repo.example.org]]></url></repository></repositories>
  <distributionManagement><snapshotRepository><url>https://snap.example.org</url></snapshotRepository></distributionManagement>
  <profiles>
    <profile><id>dev</id>
      <properties><basin.version>3</basin.version></properties>
      <dependencies><dependency><artifactId>dev-only</artifactId></dependency></dependencies>
      <modules><module>tools</module></modules>
    </profile>
  </profiles>
</project>`

describe('A pom', () => {
  it('gives coordinates as written, with the line of each element', async () => {
    const pom = await factOf('pom', POM)
    expect(pom.root).toBe('project')
    expect(pom.groupId).toBeNull()
    expect(pom.artifactId).toEqual({ text: 'plugin-fountain', line: 9 })
    expect(pom.version).toEqual({ text: '1.2.0-SNAPSHOT', line: 10 })
    expect(pom.parent).toMatchObject({ version: { text: '8.0.2', line: 6 }, line: 3, relativePath: null })
    expect(pom.scm).toMatchObject({ url: { text: '', line: 20 }, developerConnection: null, line: 18 })
  })

  it('lists dependencies of every section and profile, and no plugin among them', async () => {
    const { dependencies, plugins } = await factOf('pom', POM)
    expect(
      dependencies.map(({ section, profile, artifactId, line }) => ({ section, profile, artifactId, line })),
    ).toEqual([
      { section: 'dependencies', profile: null, artifactId: 'town-core', line: 23 },
      { section: 'dependencyManagement', profile: null, artifactId: 'managed', line: 32 },
      { section: 'dependencies', profile: 'dev', artifactId: 'dev-only', line: 41 },
    ])
    expect(dependencies[0]).toMatchObject({
      version: { text: '${basin.version}', line: 26 },
      type: { text: 'town-core', line: 27 },
      scope: null,
      exclusions: ['x:*'],
    })
    expect(plugins).toMatchObject([{ section: 'plugins', artifactId: 'town-maven-plugin' }])
  })

  it('lists where artefacts come from and go to', async () => {
    const { repositories, modules } = await factOf('pom', POM)
    expect(repositories.map(({ section, element, url }) => [section, element, url?.text])).toEqual([
      ['repositories', 'repository', 'http://repo.example.org'],
      ['distributionManagement', 'snapshotRepository', 'https://snap.example.org'],
    ])
    expect(modules).toEqual([{ text: 'tools', line: 42, profile: 'dev' }])
  })

  it('that is malformed gives no fact, and the line and column where reading stopped', async () => {
    expect(await problemOf('pom', '<project>\n  <a>\n  </b>\n</project>')).toMatchObject({
      code: 'xml-malformed',
      line: 3,
      column: 6,
    })
    expect(await problemOf('pom', '')).toMatchObject({ code: 'xml-malformed', line: 1 })
    expect(await problemOf('pom', '<project>&nosuch;</project>')).toMatchObject({ code: 'xml-malformed' })
  })

  it('never has its own entities expanded', async () => {
    const bomb = `<!DOCTYPE project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<project><version>&b;</version></project>`
    expect(await problemOf('pom', bomb)).toMatchObject({ code: 'xml-entity', line: 2 })
    const idle =
      '<!DOCTYPE project [<!ENTITY a SYSTEM "file:///etc/passwd">]><project><version>1&amp;2</version></project>'
    expect((await factOf('pom', idle)).version?.text).toBe('1&2')
  })

  it('may be written in ISO-8859-1', async () => {
    const bytes = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><project><name>Fête</name></project>',
      'latin1',
    )
    expect((await factOf('pom', bytes)).name?.text).toBe('Fête')
  })
})

describe('Properties of a pom', () => {
  async function pomWith(properties: string): Promise<Pom> {
    return await factOf('pom', `<project><version>1.0</version><properties>${properties}</properties></project>`)
  }

  it('are put in their place, through one another', async () => {
    const pom = await pomWith('<a>[${b}]</a><b>${project.version}</b>')
    expect(resolveProperties('v${a}', pom)).toEqual({ text: 'v[1.0]', unresolved: [] })
  })

  it('that are not known stay as written, and are named', async () => {
    const pom = await pomWith('<a>1</a>')
    expect(resolveProperties('${a}-${b}-${b}', pom)).toEqual({ text: '1-${b}-${b}', unresolved: ['b'] })
    expect(resolveProperties('${b}', pom, { inherited: new Map([['b', '2']]) }).text).toBe('2')
  })

  it('of a profile count only when that profile is asked for', async () => {
    const pom = await factOf('pom', POM)
    expect(resolveProperties('${basin.version}', pom).text).toBe('[2.0.0,)')
    expect(resolveProperties('${basin.version}', pom, { profiles: ['dev'] }).text).toBe('3')
  })

  it('end on cycles and on expressions made to explode', async () => {
    expect(resolveProperties('${a}', await pomWith('<a>${b}</a><b>${a}</b>'))).toEqual({
      text: '${a}',
      unresolved: ['a'],
    })
    const names = Array.from({ length: 30 }, (_, index) => `<p${index}>${`\${p${index + 1}}`.repeat(10)}</p${index}>`)
    expect(resolveProperties('${p0}', await pomWith(names.join(''))).unresolved.length).toBeGreaterThan(0)
  })
})
