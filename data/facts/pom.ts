import { defineExtractor } from './extractor.ts'
import type { Pom, PomDependency, PomParent, PomPlugin, PomProperty, PomRepository, PomScm } from './shapes/pom.ts'
import { child, childrenOf, parseXml, placed, type XmlElement } from './xml.ts'

export const pom = defineExtractor<Pom>({
  id: 'pom',
  version: 1,
  maxBytes: 2_000_000,
  extract(content) {
    const parsed = parseXml(content)
    return parsed.ok ? { ok: true, fact: readPom(parsed.root) } : parsed
  },
})

/** A place where a build may declare things: the project itself, or one of its profiles. */
interface Level {
  readonly element: XmlElement
  readonly profile: string | null
}

function readPom(root: XmlElement): Pom {
  const profiles = childrenOf(child(root, 'profiles'), 'profile')
  const levels: readonly Level[] = [
    { element: root, profile: null },
    ...profiles.map((element) => ({ element, profile: textOf(element, 'id') ?? '' })),
  ]
  return {
    root: root.name,
    line: root.line,
    groupId: placed(child(root, 'groupId')),
    artifactId: placed(child(root, 'artifactId')),
    version: placed(child(root, 'version')),
    packaging: placed(child(root, 'packaging')),
    name: placed(child(root, 'name')),
    description: placed(child(root, 'description')),
    url: placed(child(root, 'url')),
    parent: readParent(child(root, 'parent')),
    properties: levels.flatMap(readProperties),
    scm: readScm(child(root, 'scm')),
    issueManagement: readIssueManagement(child(root, 'issueManagement')),
    dependencies: levels.flatMap(readDependencies),
    plugins: levels.flatMap(readPlugins),
    repositories: levels.flatMap(readRepositories),
    modules: levels.flatMap(readModules),
    licenses: childrenOf(child(root, 'licenses'), 'license').map((each) => ({
      name: placed(child(each, 'name')),
      url: placed(child(each, 'url')),
      line: each.line,
    })),
    profiles: profiles.map((each) => ({ id: textOf(each, 'id'), line: each.line })),
  }
}

function readParent(element: XmlElement | undefined): PomParent | null {
  if (element === undefined) return null
  return {
    groupId: placed(child(element, 'groupId')),
    artifactId: placed(child(element, 'artifactId')),
    version: placed(child(element, 'version')),
    relativePath: placed(child(element, 'relativePath')),
    line: element.line,
  }
}

function readScm(element: XmlElement | undefined): PomScm | null {
  if (element === undefined) return null
  return {
    connection: placed(child(element, 'connection')),
    developerConnection: placed(child(element, 'developerConnection')),
    url: placed(child(element, 'url')),
    tag: placed(child(element, 'tag')),
    line: element.line,
  }
}

function readIssueManagement(element: XmlElement | undefined): Pom['issueManagement'] {
  if (element === undefined) return null
  return { system: placed(child(element, 'system')), url: placed(child(element, 'url')), line: element.line }
}

function readProperties({ element, profile }: Level): readonly PomProperty[] {
  const properties = child(element, 'properties')?.children ?? []
  return properties.map(({ name, text, line }) => ({ name, value: text, line, profile }))
}

function readModules({ element, profile }: Level): Pom['modules'] {
  return childrenOf(child(element, 'modules'), 'module').map(({ text, line }) => ({ text, line, profile }))
}

function readDependencies({ element, profile }: Level): readonly PomDependency[] {
  const direct = childrenOf(child(element, 'dependencies'), 'dependency')
  const managed = childrenOf(child(child(element, 'dependencyManagement'), 'dependencies'), 'dependency')
  return [
    ...direct.map((each) => readDependency(each, { section: 'dependencies', profile })),
    ...managed.map((each) => readDependency(each, { section: 'dependencyManagement', profile })),
  ]
}

function readDependency(element: XmlElement, place: Pick<PomDependency, 'section' | 'profile'>): PomDependency {
  const exclusions = childrenOf(child(element, 'exclusions'), 'exclusion')
  return {
    ...place,
    groupId: textOf(element, 'groupId'),
    artifactId: textOf(element, 'artifactId'),
    version: placed(child(element, 'version')),
    type: placed(child(element, 'type')),
    scope: textOf(element, 'scope'),
    classifier: textOf(element, 'classifier'),
    optional: textOf(element, 'optional'),
    exclusions: exclusions.map((each) => `${textOf(each, 'groupId') ?? ''}:${textOf(each, 'artifactId') ?? ''}`),
    line: element.line,
  }
}

function readPlugins({ element, profile }: Level): readonly PomPlugin[] {
  const build = child(element, 'build')
  const listed: readonly (readonly [PomPlugin['section'], readonly XmlElement[]])[] = [
    ['plugins', childrenOf(child(build, 'plugins'), 'plugin')],
    ['pluginManagement', childrenOf(child(child(build, 'pluginManagement'), 'plugins'), 'plugin')],
    ['extensions', childrenOf(child(build, 'extensions'), 'extension')],
    ['reporting', childrenOf(child(child(element, 'reporting'), 'plugins'), 'plugin')],
  ]
  return listed.flatMap(([section, plugins]) =>
    plugins.map((each) => ({
      section,
      profile,
      groupId: textOf(each, 'groupId'),
      artifactId: textOf(each, 'artifactId'),
      version: placed(child(each, 'version')),
      line: each.line,
    })),
  )
}

const REPOSITORY_SECTIONS = ['repositories', 'pluginRepositories', 'distributionManagement'] as const

function readRepositories({ element, profile }: Level): readonly PomRepository[] {
  return REPOSITORY_SECTIONS.flatMap((section) =>
    (child(element, section)?.children ?? [])
      .filter((each) => /repository$|^site$/i.test(each.name))
      .map((each) => ({
        section,
        element: each.name,
        profile,
        id: textOf(each, 'id'),
        url: placed(child(each, 'url')),
        line: each.line,
      })),
  )
}

function textOf(element: XmlElement, name: string): string | null {
  return child(element, name)?.text ?? null
}
