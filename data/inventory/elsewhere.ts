import type { Inventory } from './inventory.ts'
import { uncollectedRequirements } from './migration.ts'
import { isAmong } from './repository-pattern.ts'

/** Code of the platform that no collected organisation holds, as what was collected tells of it. */
export interface Elsewhere {
  /** Artifacts that are asked for and that no collected repository produces; those that most ask for first. */
  readonly artifacts: readonly { readonly artifact: string; readonly askedBy: readonly string[] }[]
  /** Components whose build file says that their sources lie with somebody who is not collected. */
  readonly sources: readonly { readonly component: string; readonly address: string }[]
}

/** `outside`: repositories of others that are collected, by pattern. */
export function elsewhereOf({ portfolio, platformGroups }: Inventory, outside: readonly string[]): Elsewhere {
  const own = portfolio.components.filter(({ repository }) => !isAmong(repository, outside))
  const owners = new Set(own.map(({ repository }) => ownerIn(repository)))
  // An artifact that is asked for by a wrong group is a fault of whoever asks, and lies here all the same.
  const produced = new Set(portfolio.components.flatMap(({ build }) => build?.artifactId ?? []))
  const asking = [...uncollectedRequirements(portfolio.bricks, platformGroups)].flatMap(([component, artifacts]) =>
    artifacts.filter((artifact) => !produced.has(artifact)).map((artifact) => ({ artifact, component })),
  )
  const artifacts = [...Map.groupBy(asking, ({ artifact }) => artifact)].map(([artifact, all]) => ({
    artifact,
    askedBy: all.map(({ component }) => component),
  }))
  return {
    artifacts: artifacts.sort((a, b) => b.askedBy.length - a.askedBy.length || (a.artifact < b.artifact ? -1 : 1)),
    sources: own.flatMap(({ id, build }) => {
      const owner = ownerOfAddress(build?.scm ?? '')
      return owner === undefined || owners.has(owner) ? [] : [{ component: id, address: build?.scm ?? '' }]
    }),
  }
}

function ownerIn(repository: string): string {
  return repository.slice(0, repository.indexOf('/')).toLowerCase()
}

/** Of `https://host/owner/name`, `scm:git:git@host:owner/name.git` and their like. */
function ownerOfAddress(address: string): string | undefined {
  const [, owner] =
    /^(?:scm:git:)?(?:https?:\/\/|ssh:\/\/)?(?:[\w.-]+@)?[\w.-]+\.[a-z]{2,}[/:]([\w.-]+)\/[\w.-]+/iu.exec(address) ?? []
  return owner?.toLowerCase()
}
