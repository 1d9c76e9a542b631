import { type Standing, standingOfLife } from '../activity-state.ts'
import { isOfHost } from '../model/host-repository.ts'
import type { ComponentKind, PlatformLine } from '../model/vocabulary.ts'
import type { ActivityState } from '../reference/activity-states.ts'
import type { Domain } from './domains.ts'
import type { ComponentRecord, Inventory } from './inventory.ts'
import { type ComponentLicense, licenseOf } from './licenses.ts'
import { componentNames } from './names.ts'
import type { Component } from './portfolio.ts'
import { type Readiness, readinessOf } from './readiness.ts'
import { linesOf, listIn, textIn } from './registers.ts'
import { countedReleases, type Release, trialRelease } from './releases.ts'
import { standingOfRequirement } from './requirement.ts'
import { trackerLine } from './trackers.ts'

/** All that is known of one component, on one page. */
export interface ComponentSheet {
  readonly id: string
  readonly repository: string
  readonly path: string
  readonly url: string | null
  readonly owner: string
  readonly name: string
  readonly description: string | null
  /** Null where the files were not collected. */
  readonly kind: ComponentKind | null
  readonly line: PlatformLine | null
  readonly groupId: string | null
  readonly artifactId: string | null
  /** On the branch. */
  readonly version: string | null
  /** The last final one; null when none is known. */
  readonly release: Release | null
  /** The last on trial, where no final one has caught up with it. */
  readonly trial: Release | null
  /** Of the components it asks for in a version that can be placed among releases, those that have later ones; null where its files are not known. */
  readonly behind: { readonly count: number; readonly of: number } | null
  readonly descriptors: readonly {
    readonly path: string
    readonly name: string | null
    readonly version: string | null
    readonly minCoreVersion: string | null
    readonly maxCoreVersion: string | null
  }[]
  readonly domain: Domain | null
  readonly license: ComponentLicense
  readonly state: ActivityState
  /** What says the state: people, the end of its generation, the host, or the dates of what was done. */
  readonly stateFrom: Standing['from']
  /** What replaces it and since when it is in its state, as the register says. */
  readonly replacedBy: string | null
  readonly stateSince: string | null
  /** Role or team that answers for it, as the register says. */
  readonly maintainer: string | null
  readonly lastActivityAt: string | null
  readonly readiness: Readiness
  /** Null where its files are not known; the other way round where no files are. */
  readonly requires: Reach | null
  readonly requiredBy: Reach | null
  /**
   * What registers say: the degree of openness, where issues live, how many run it elsewhere, which services stand on it.
   * The last two are null where no such register is kept.
   */
  readonly openness: string | null
  readonly tracker: { readonly kind: string; readonly address: string | null } | null
  readonly adopters: number | null
  readonly services: readonly string[] | null
  readonly hasPubliccode: boolean | null
  readonly coverage: { readonly files: boolean; readonly unread: readonly string[] }
}

export interface Reach {
  /** Components that it names, or that name it. */
  readonly direct: number
  /** With those behind them. */
  readonly all: number
}

export function componentSheets(inventory: Inventory): readonly ComponentSheet[] {
  const { components, dependencies, graph } = inventory.portfolio
  const edges = Map.groupBy(
    dependencies.filter(({ scope, profile }) => scope !== 'test' && profile === null),
    ({ from }) => from,
  )
  const said = registerFacts(inventory)
  const [required, requiring] = [graph.requiredCounts(), graph.requiringCounts()]
  return components.flatMap((component): readonly ComponentSheet[] => {
    const record = inventory.records.get(component.id)
    if (record === undefined || isOfHost(component.repository)) return []
    const standings = (edges.get(component.id) ?? []).flatMap(
      ({ to, version }) => standingOfRequirement(version, inventory.records.get(to)?.releases ?? []) ?? [],
    )
    const { id } = component
    const known = <Told>(told: Told) => (record.hasFiles ? told : null)
    return [
      {
        ...namesOf(component, record),
        behind: known({ count: standings.filter(({ behind }) => (behind ?? 0) > 0).length, of: standings.length }),
        ...liveliness(record, { line: component.line, inventory }),
        domain: record.domain,
        license: licenseOf(record.licenses),
        requires: known({ direct: graph.requires(id).length, all: required.get(id) ?? 0 }),
        requiredBy: inventory.coverage.isRead
          ? { direct: graph.requiredBy(id).length, all: requiring.get(id) ?? 0 }
          : null,
        ...said(component),
        hasPubliccode: known(record.hasPubliccode),
        coverage: { files: record.hasFiles, unread: component.unread },
      },
    ]
  })
}

function namesOf({ id, repository, path, kind, line, build }: Component, record: ComponentRecord) {
  const [owner = '', name = ''] = repository.split('/')
  return {
    ...{ id, repository, path, owner, name: build?.artifactId || name, url: record.url, line },
    description: record.description ?? build?.description ?? null,
    kind: record.hasFiles ? kind : null,
    groupId: build?.groupId || null,
    artifactId: build?.artifactId || null,
    version: build?.version ?? null,
    release: countedReleases(record.releases).at(-1) ?? null,
    trial: trialRelease(record.releases),
    descriptors: [...record.descriptors].map(([place, descriptor]) => ({
      path: place,
      name: descriptor.name?.text ?? null,
      version: descriptor.version?.text ?? null,
      minCoreVersion: descriptor.minCoreVersion?.text || null,
      maxCoreVersion: descriptor.maxCoreVersion?.text || null,
    })),
  }
}

export interface Life extends Standing {
  readonly lastActivityAt: string | null
}

/** How alive a component is: every page, figure and file says it as this does. */
export function lifeOf(
  { headCommittedAt, knownUntil, upkeep, isArchived, declared }: ComponentRecord,
  { line, inventory }: { readonly line: PlatformLine | null; readonly inventory: Pick<Inventory, 'at' | 'endedLines'> },
): Life {
  const lastActivityAt =
    [headCommittedAt, upkeep.lastRelease?.at]
      .flatMap((at) => at ?? [])
      .sort()
      .at(-1) ?? null
  const isLineEnded = line !== null && inventory.endedLines.includes(line)
  const standing = standingOfLife({
    ...{ isArchived, lastActivityAt, asOf: inventory.at, knownUntil, isLineEnded },
    declared: declared?.state ?? null,
  })
  return { ...standing, lastActivityAt }
}

function liveliness(
  record: ComponentRecord,
  around: { readonly line: PlatformLine | null; readonly inventory: Inventory },
) {
  const { declared, upkeep } = record
  const { state, from, lastActivityAt } = lifeOf(record, around)
  return {
    ...{ lastActivityAt, state, stateFrom: from },
    ...{ replacedBy: declared?.replacedBy ?? null, stateSince: declared?.since ?? null },
    maintainer: declared?.maintainer ?? null,
    readiness: readinessOf(upkeep),
  }
}

/** What registers say of each component, whatever name they call it by. */
function registerFacts({ registers, portfolio }: Inventory) {
  const names = componentNames(portfolio.components)
  const byComponent = (register: string, fields: (line: ReturnType<typeof linesOf>[number]) => readonly string[]) => {
    const found = linesOf(registers, register).flatMap((line) =>
      fields(line).flatMap((asked) => names.find(asked).map(({ id }) => ({ id, line }))),
    )
    return Map.groupBy(found, ({ id }) => id)
  }
  const openness = byComponent('openness', (line) => [textIn(line, 'component') ?? ''])
  const adopters = byComponent('adopters', (line) => [textIn(line, 'component') ?? ''])
  const services = byComponent('services', (line) => [textIn(line, 'assembly') ?? '', ...listIn(line, 'components')])
  return ({ id, repository }: Component) => {
    const degree = openness.get(id)?.[0]?.line
    return {
      openness: degree === undefined ? null : textIn(degree, 'degree'),
      tracker: trackerOf(repository, registers),
      adopters: registers.has('adopters')
        ? (adopters.get(id) ?? []).filter(({ line }) => textIn(line, 'state') === 'in-service').length
        : null,
      services: registers.has('services')
        ? [...new Set((services.get(id) ?? []).flatMap(({ line }) => textIn(line, 'id') ?? []))].sort()
        : null,
    }
  }
}

function trackerOf(repository: string, registers: Inventory['registers']): ComponentSheet['tracker'] {
  const line = trackerLine(repository, {
    lines: linesOf(registers, 'trackers'),
    patternOf: (one) => textIn(one, 'component') ?? '',
  })
  if (line === undefined) return null
  return { kind: textIn(line, 'kind') ?? 'other', address: textIn(line, 'address') }
}
