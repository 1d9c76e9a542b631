import { componentOf } from './catalogue.ts'
import { artifactId, type DemoComponent, fullName, nextVersion } from './component.ts'

/** What a fault may bend in a build file. */
export interface PomTwist {
  readonly group?: string
  readonly parent?: string
  readonly parentVersion?: string
  readonly scm?: string
  readonly coreRange?: string
  readonly repositories?: string
  /** Artifact ids whose `<type>` is left out. */
  readonly untyped?: readonly string[]
}

const parentVersions = { v7: '7.0.5', v8: '8.0.2' } as const

const coreRanges = { v7: '[7.0.13,7.9.9)', v8: '[8.0.0,)' } as const

export function versionNow(c: DemoComponent): string {
  return nextVersion(c.version)
}

function scm(name: string): string {
  return `    <scm>
        <connection>scm:git:https://github.com/${name}.git</connection>
        <developerConnection>scm:git:https://github.com/${name}.git</developerConnection>
        <url>https://github.com/${name}.git</url>
    </scm>
`
}

/** What a component may ask of another: the newer generation leaves ranges open, the older stops before what moved on. */
function rangeOf(other: DemoComponent, line: DemoComponent['line']): string {
  const major = Number(other.version.split('.')[0])
  if (line === 'v8') return `[${major}.0.0,)`
  return other.line === 'v7' ? `[${major}.0.0,${major}.9.9)` : `[${Math.max(1, major - 1)}.0.0,${other.version})`
}

function dependency(c: DemoComponent, needed: string, twist: PomTwist): string {
  const other = componentOf(needed)
  const typed = needed.startsWith('library-') || twist.untyped?.includes(needed) !== true
  const type = needed.startsWith('library-') ? 'jar' : 'lutece-plugin'
  return `        <dependency>
            <groupId>fr.paris.lutece.plugins</groupId>
            <artifactId>${needed}</artifactId>
            <version>${rangeOf(other, c.line)}</version>
${typed ? `            <type>${type}</type>\n` : ''}        </dependency>
`
}

const brickVersions: Record<string, string> = {
  'sextant-geo': '4.2.1',
  'cire-seal': '1.9.0',
  'pigeon-mime': '2.3.4',
  'cairn-csv': '3.0.2',
  'serrure-token': '5.1.0',
}

/** Third-party bricks are as invented as the rest. */
function brickDependency(brick: string): string {
  return `        <dependency>
            <groupId>example.${brick.split('-')[0]}</groupId>
            <artifactId>${brick}</artifactId>
            <version>${brickVersions[brick] ?? '1.0.0'}</version>
        </dependency>
`
}

function coreDependency(c: DemoComponent, twist: PomTwist): string {
  return `        <dependency>
            <groupId>fr.paris.lutece</groupId>
            <artifactId>lutece-core</artifactId>
            <version>${twist.coreRange ?? coreRanges[c.line]}</version>
            <type>lutece-core</type>
        </dependency>
`
}

function testDependency(c: DemoComponent): string {
  const version = c.line === 'v7' ? '            <version>[3.0.0,4.0.0)</version>\n' : ''
  return `        <dependency>
            <groupId>fr.paris.lutece.plugins</groupId>
            <artifactId>library-lutece-unit-testing</artifactId>
${version}            <type>jar</type>
            <scope>test</scope>
        </dependency>
`
}

const packagings: Partial<Record<DemoComponent['kind'], string>> = {
  core: 'lutece-core',
  plugin: 'lutece-plugin',
  module: 'lutece-plugin',
  library: 'jar',
}

function properties(c: DemoComponent): string {
  if (c.kind !== 'plugin' && c.kind !== 'module') return ''
  const tracker = c.line === 'v7' ? `        <jiraProjectName>VBL</jiraProjectName>\n` : ''
  return `    <properties>
        <componentName>${c.short}</componentName>
${tracker}    </properties>
`
}

/** The build file of core, plugins, modules and libraries. */
export function pomOf(c: DemoComponent, twist: PomTwist = {}, version = versionNow(c)): string {
  const group = twist.group ?? (c.kind === 'core' ? 'fr.paris.lutece' : 'fr.paris.lutece.plugins')
  const needsCore = c.kind === 'plugin' || c.kind === 'module'
  const dependencies = [
    needsCore ? coreDependency(c, twist) : '',
    ...c.needs.map((n) => dependency(c, n, twist)),
    ...c.bricks.map(brickDependency),
    needsCore ? testDependency(c) : '',
  ].join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/maven-v4_0_0.xsd">
    <modelVersion>4.0.0</modelVersion>
    <parent>
        <groupId>fr.paris.lutece.tools</groupId>
        <artifactId>${twist.parent ?? 'lutece-global-pom'}</artifactId>
        <version>${twist.parentVersion ?? parentVersions[c.line]}</version>
    </parent>
    <groupId>${group}</groupId>
    <artifactId>${artifactId(c)}</artifactId>
    <packaging>${packagings[c.kind] ?? 'jar'}</packaging>
    <version>${version}</version>
    <name>${c.title[1]}</name>
    <description>${c.purpose[1]}</description>
${scm(twist.scm ?? fullName(c))}${twist.repositories ?? ''}${properties(c)}    <dependencies>
${dependencies}    </dependencies>
</project>
`
}
