import type { BrickList, BrickScope } from '../facts/shapes/brick-list.ts'
import type { Pom } from '../facts/shapes/pom.ts'
import type { ComponentKind, PlatformLine } from '../model/vocabulary.ts'
import { buildGraph, type Graph } from './graph.ts'
import { type EffectiveDependency, type EffectivePom, effectivePom } from './maven/effective.ts'
import type { KnownPom, PomIndex } from './maven/parents.ts'

/** What was read of one component, before anything is made of it. */
export interface ComponentFacts {
  /** `owner/name`, and behind a colon the folder of a component that is not at the root. */
  readonly id: string
  /** `owner/name`. */
  readonly repository: string
  /** Folder of the component; empty for the root. */
  readonly path: string
  readonly kind: ComponentKind
  readonly line: PlatformLine | null
  /** The build files of its folder and below, by path. */
  readonly poms: ReadonlyMap<string, Pom>
  /** Every other manifest of its folder and below, by path. */
  readonly manifests: ReadonlyMap<string, BrickList>
  /** What the dependency graph of the host says; null where it was not read. */
  readonly graph: BrickList | null
  /** Manifests that stand there and could not be read: what they bring in is not known. */
  readonly unread: readonly string[]
}

export interface Component extends Pick<ComponentFacts, 'id' | 'repository' | 'path' | 'kind' | 'line' | 'unread'> {
  /** The build file of its own folder with what its parents say; null when it has none. */
  readonly build: EffectivePom | null
}

/** One component asks for another of the portfolio. */
export interface Dependency {
  readonly from: string
  readonly to: string
  /** `groupId:artifactId`. */
  readonly artifact: string
  /** Version or range as it stands after properties and parents; null when nothing at hand says one. */
  readonly version: string | null
  readonly versionFrom: EffectiveDependency['versionFrom']
  /** Version on the branch of what is asked for. */
  readonly current: string | null
  readonly scope: string
  readonly type: string
  readonly profile: string | null
  readonly isOptional: boolean
  /** What is asked to be left out of all that it brings in, as `groupId:artifactId`; `*` stands for any. */
  readonly exclusions: readonly string[]
  /** File that declares it; one of another repository (a parent) as `owner/name:path`. */
  readonly path: string
  readonly line: number
}

/** A component uses something that is not of the portfolio. */
export interface BrickUse {
  readonly component: string
  /** Package address without version: `pkg:maven/org.example/commons`. */
  readonly brick: string
  readonly version: string | null
  readonly scope: BrickScope
  readonly license: string | null
  readonly profile: string | null
  readonly path: string
  readonly line: number | null
}

/** What is produced, what it needs of itself and what it needs of others. */
export interface Portfolio {
  readonly components: readonly Component[]
  readonly dependencies: readonly Dependency[]
  readonly bricks: readonly BrickUse[]
  /** Components by id, an edge for each that needs another outside of profiles and tests. */
  readonly graph: Graph
}

/** Joins what was read of every component. Pure; the same facts give the same portfolio in the same order. */
export function buildPortfolio(facts: readonly ComponentFacts[]): Portfolio {
  const sorted = [...facts].sort((a, b) => (a.id < b.id ? -1 : 1))
  const owners = artifactOwners(sorted)
  const index: PomIndex = new Map([...owners].map(([artifact, { known }]) => [artifact, known]))
  const dependencies: Dependency[] = []
  const bricks: BrickUse[] = []
  const components = sorted.map((component): Component => {
    const uses: BrickUse[] = []
    for (const [path, pom] of component.poms) {
      for (const dependency of effectivePom(pom, index).dependencies) {
        // What a parent among the files of the component declares is told of that file.
        if (isOwnParent(dependency, component)) continue
        const target = owners.get(`${dependency.groupId}:${dependency.artifactId}`)
        if (target === undefined) uses.push(mavenBrick(dependency, { component: component.id, path }))
        // Modules of one build that need each other are one component.
        else if (target.component !== component.id)
          dependencies.push(edge(dependency, { from: component.id, target, path }))
      }
    }
    for (const [path, { bricks: used }] of component.manifests) {
      for (const one of used) {
        const target = one.type === 'maven' ? owners.get(`${one.namespace}:${one.name}`) : undefined
        if (target === undefined) uses.push(brickUse(one, { component: component.id, path }))
        // Where build files stand they tell it, and better: which version is asked for, and by whom.
        else if (component.poms.size === 0) dependencies.push(listedEdge(one, { from: component.id, target, path }))
      }
    }
    bricks.push(...withGraph(uses, { component, owners }))
    const { id, repository, path, kind, line, unread } = component
    const own = component.poms.get(inFolder(path, 'pom.xml'))
    return { id, repository, path, kind, line, unread, build: own === undefined ? null : effectivePom(own, index) }
  })
  const firm = dependencies.filter(({ scope, profile }) => scope !== 'test' && profile === null)
  const graph = buildGraph(
    components.map(({ id }) => id),
    firm.map(({ from, to }) => [from, to] as const),
  )
  return { components, dependencies, bricks, graph }
}

/** Beside what manifests say, what the host's graph knows: licences, and what nothing here names. */
function withGraph(
  uses: readonly BrickUse[],
  { component, owners }: { readonly component: ComponentFacts; readonly owners: ReadonlyMap<string, Owner> },
): readonly BrickUse[] {
  const { id, graph } = component
  if (graph === null) return uses
  const listed = graph.bricks
    .filter(({ type, namespace, name }) => type !== 'maven' || !owners.has(`${namespace}:${name}`))
    .map((one) => brickUse({ ...one, scope: 'indirect' }, { component: id, path: 'dependency-graph' }))
  const licenses = new Map(listed.flatMap(({ brick, license }) => (license === null ? [] : [[brick, license]])))
  const named = new Set(uses.map(({ brick }) => brick))
  return [
    ...uses.map((use) => ({ ...use, license: use.license ?? licenses.get(use.brick) ?? null })),
    ...listed.filter(({ brick }) => !named.has(brick)),
  ]
}

function isOwnParent({ declaredIn }: EffectiveDependency, { repository, poms }: ComponentFacts): boolean {
  return declaredIn !== null && declaredIn.repository === repository && poms.has(declaredIn.path)
}

/** Path of the file that declares it: that of another repository with the repository in front. */
function placeOf({ declaredIn }: EffectiveDependency, path: string): string {
  return declaredIn === null ? path : `${declaredIn.repository}:${declaredIn.path}`
}

interface Owner {
  readonly component: string
  readonly known: KnownPom
}

/** Which component produces an artifact. Of two that claim the same, the one whose own build file says so comes first. */
function artifactOwners(components: readonly ComponentFacts[]): ReadonlyMap<string, Owner> {
  const owners = new Map<string, Owner & { readonly isOwn: boolean }>()
  for (const { id, repository, path: folder, poms } of components) {
    for (const [path, pom] of poms) {
      const group = pom.groupId?.text ?? pom.parent?.groupId?.text
      const artifact = pom.artifactId?.text
      if (group === undefined || artifact === undefined) continue
      const isOwn = path === inFolder(folder, 'pom.xml')
      const earlier = owners.get(`${group}:${artifact}`)
      if (earlier !== undefined && (earlier.isOwn || !isOwn)) continue
      owners.set(`${group}:${artifact}`, { component: id, known: { pom, repository, path }, isOwn })
    }
  }
  return owners
}

interface Place {
  readonly component: string
  readonly path: string
}

function edge(
  dependency: EffectiveDependency,
  { from, target, path: ownPath }: { readonly from: string; readonly target: Owner; readonly path: string },
): Dependency {
  const { groupId, artifactId, version, versionFrom, scope, type, profile, isOptional, exclusions, line } = dependency
  const path = placeOf(dependency, ownPath)
  const { pom } = target.known
  const current = pom.version?.text ?? pom.parent?.version?.text ?? null
  const artifact = `${groupId}:${artifactId}`
  const asked = { version, versionFrom, current, scope, type, profile, isOptional, exclusions }
  return { from, to: target.component, artifact, ...asked, path, line }
}

/** One that a bill of materials lists. */
function listedEdge(
  { namespace, name, version, scope, line }: BrickList['bricks'][number],
  { from, target, path }: { readonly from: string; readonly target: Owner; readonly path: string },
): Dependency {
  const { pom } = target.known
  return {
    ...{ from, to: target.component, artifact: `${namespace}:${name}`, version, versionFrom: 'own' },
    current: pom.version?.text ?? pom.parent?.version?.text ?? null,
    ...{ scope: scope === 'test' ? 'test' : 'compile', type: 'jar', profile: null },
    ...{ isOptional: scope === 'optional', exclusions: [], path, line: line ?? 1 },
  }
}

const MAVEN_SCOPES: Readonly<Record<string, BrickScope>> = { test: 'test', provided: 'build', system: 'build' }

function mavenBrick(dependency: EffectiveDependency, { component, path }: Place): BrickUse {
  const { groupId, artifactId, version, scope, isOptional, profile, line } = dependency
  const brickScope = isOptional ? 'optional' : (MAVEN_SCOPES[scope] ?? 'runtime')
  const brick = packageAddress({ type: 'maven', namespace: groupId, name: artifactId })
  return { component, brick, version, scope: brickScope, license: null, profile, path: placeOf(dependency, path), line }
}

function brickUse(one: BrickList['bricks'][number], { component, path }: Place): BrickUse {
  const { version, scope, license, line } = one
  return { component, brick: packageAddress(one), version, scope, license, profile: null, path, line }
}

/** `pkg:type/namespace/name`, each part written as package addresses want it. */
export function packageAddress(brick: {
  readonly type: string
  readonly namespace: string | null
  readonly name: string
}): string {
  const parts = [...(brick.namespace?.split('/') ?? []), brick.name].filter((part) => part !== '')
  return `pkg:${brick.type}/${parts.map((part) => encodeURIComponent(part)).join('/')}`
}

function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}
