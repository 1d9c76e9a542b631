import type { Placed } from './placed.ts'

/**
 * What a Maven build descriptor says, as written: `${...}` stays raw (`pom-properties.ts` resolves it). An element that
 * is absent is null; one that is there and empty has an empty text. People (`developers`) are not read.
 */
export interface Pom {
  /** `project`, when the file is what it is named after. */
  readonly root: string
  readonly line: number
  readonly groupId: Placed | null
  readonly artifactId: Placed | null
  readonly version: Placed | null
  readonly packaging: Placed | null
  readonly name: Placed | null
  readonly description: Placed | null
  readonly url: Placed | null
  readonly parent: PomParent | null
  readonly properties: readonly PomProperty[]
  readonly scm: PomScm | null
  readonly issueManagement: {
    readonly system: Placed | null
    readonly url: Placed | null
    readonly line: number
  } | null
  readonly dependencies: readonly PomDependency[]
  readonly plugins: readonly PomPlugin[]
  readonly repositories: readonly PomRepository[]
  readonly modules: readonly (Placed & InProfile)[]
  readonly licenses: readonly { readonly name: Placed | null; readonly url: Placed | null; readonly line: number }[]
  readonly profiles: readonly { readonly id: string | null; readonly line: number }[]
}

/** Id of the profile that it is declared in (empty when that profile has none); null outside profiles. */
export interface InProfile {
  readonly profile: string | null
}

export interface PomParent {
  readonly groupId: Placed | null
  readonly artifactId: Placed | null
  readonly version: Placed | null
  readonly relativePath: Placed | null
  readonly line: number
}

export interface PomProperty extends InProfile {
  readonly name: string
  readonly value: string
  readonly line: number
}

export interface PomScm {
  readonly connection: Placed | null
  readonly developerConnection: Placed | null
  readonly url: Placed | null
  readonly tag: Placed | null
  readonly line: number
}

export interface PomDependency extends InProfile {
  readonly section: 'dependencies' | 'dependencyManagement'
  readonly groupId: string | null
  readonly artifactId: string | null
  /** Null when left to the parent or to `dependencyManagement`. */
  readonly version: Placed | null
  readonly type: Placed | null
  readonly scope: string | null
  readonly classifier: string | null
  readonly optional: string | null
  /** `groupId:artifactId`; a missing part is empty. */
  readonly exclusions: readonly string[]
  readonly line: number
}

/** A plugin or extension of the build, not a dependency. */
export interface PomPlugin extends InProfile {
  readonly section: 'plugins' | 'pluginManagement' | 'extensions' | 'reporting'
  readonly groupId: string | null
  readonly artifactId: string | null
  readonly version: Placed | null
  readonly line: number
}

export interface PomRepository extends InProfile {
  readonly section: 'repositories' | 'pluginRepositories' | 'distributionManagement'
  /** `repository`, `pluginRepository`, `snapshotRepository`, `site`. */
  readonly element: string
  readonly id: string | null
  readonly url: Placed | null
  readonly line: number
}
