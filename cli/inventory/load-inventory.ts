import { isOutOfSight, lastSeen } from '#data/activity-state.ts'
import { readStatuses, type Statuses, statusOf } from '#data/export/collection.ts'
import { type DeclaredComponent, declaredComponents } from '#data/inventory/declared.ts'
import { domainOf } from '#data/inventory/domains.ts'
import { featuresOf } from '#data/inventory/features.ts'
import type { ComponentRecord, Inventory } from '#data/inventory/inventory.ts'
import { type LicenseEvidence, saidLicense, textLicenses } from '#data/inventory/licenses.ts'
import { componentNames } from '#data/inventory/names.ts'
import type { Component } from '#data/inventory/portfolio.ts'
import { monthsEarlier, type Upkeep } from '#data/inventory/readiness.ts'
import { registersOf } from '#data/inventory/registers.ts'
import { countedReleases, ownTags, type Release, releasesOf } from '#data/inventory/releases.ts'
import { asOf } from '#data/queries/as-of.ts'
import { recentResponses, recentWork } from '#data/queries/inventory/recent-work.ts'
import { registerLines } from '#data/queries/inventory/register-lines.ts'
import {
  inventoriedReleases,
  inventoriedRepositories,
  inventoriedTopics,
} from '#data/queries/inventory/repositories.ts'
import type { RowOf } from '#data/queries/query.ts'
import { READINESS_LEVELS } from '#data/reference/readiness-levels.ts'
import type { Store } from '#data/store.ts'
import { FLOOR } from '#data/suppression.ts'
import { endedLinesOf, platformGroupsOf } from '#policies/classify.ts'
import type { RulePack } from '#policies/rule.ts'
import { type Descriptions, loadDescriptions } from './load-descriptions.ts'
import { type InventoriedRepository, loadPortfolio, nameOf } from './load-portfolio.ts'

export interface LoadedInventory extends Inventory {
  /** Number of a repository in the database, by `owner/name`. */
  readonly numbers: ReadonlyMap<string, number>
}

interface Looking {
  readonly packs: readonly RulePack[]
  readonly now: Date
  /** Only repositories that anybody can read, as if there were no others. */
  readonly isPublic?: boolean
}

/** Everything that the questions about the inventory are answered from, in a dozen looks at the database. */
export async function loadInventory(store: Store, { packs, now, isPublic = false }: Looking): Promise<LoadedInventory> {
  const [known] = await store.ask(asOf, {})
  const at = known?.as_of ?? `${now.toISOString().slice(0, 19)}Z`
  const all = await store.ask(inventoriedRepositories, {})
  const rows = isPublic ? all.filter(({ readability }) => readability === 'anonymous') : all
  const { repositories, domains, ...portfolio } = await loadPortfolio(store, { rows, packs })
  const descriptions = await loadDescriptions(store)
  const releases = await releasesByRepository(store, new Map(rows.map((row) => [row.id, nameOf(row)])))
  const upkeep = await upkeepByRepository(store, at)
  const registers = registersOf(await store.ask(registerLines, {}))
  const declared = declaredComponents(registers, componentNames(portfolio.components))
  const topics = Map.groupBy(await store.ask(inventoriedTopics, {}), ({ repository }) => repository)
  const records = portfolio.components.flatMap((component): readonly [string, ComponentRecord][] => {
    const row = repositories.get(component.id)
    if (row === undefined) return []
    const parts = {
      ...{ row, description: descriptions(row.id), releases: releases.get(row.id) ?? [] },
      declared: declared.get(component.id) ?? null,
      topics: topics.get(row.id)?.map(({ topic }) => topic) ?? [],
      named: domains.get(component.id) ?? null,
    }
    return [[component.id, { ...recordOf(component, parts), ...upkeep(row, parts.releases) }]]
  })
  const missing = [...new Set(rows.filter((row) => row.has_files === 0).map(nameOf))]
  return {
    asOf: known?.as_of ?? null,
    at,
    portfolio,
    records: new Map(records),
    registers,
    platformGroups: platformGroupsOf(packs),
    endedLines: endedLinesOf(packs),
    numbers: new Map(rows.map((row) => [nameOf(row), row.id])),
    coverage: {
      ...{ known: rows.length - missing.length, all: rows.length, missing },
      isRead: missing.length === 0 || rows.some((row) => row.has_files === 1 && row.is_empty !== 1),
    },
  }
}

interface Parts {
  readonly row: InventoriedRepository
  readonly description: Descriptions
  readonly releases: readonly Release[]
  readonly declared: DeclaredComponent | null
  readonly topics: readonly string[]
  /** Domain in the name of its repository. */
  readonly named: string | null
}

function recordOf(component: Component, { row, description, releases, declared, topics, named }: Parts) {
  const isOwn = ([path]: readonly [string, unknown]) =>
    component.path === '' || path.startsWith(`${component.path}/`) || !path.includes('/')
  const own = <Fact>(facts: ReadonlyMap<string, Fact>) => new Map([...facts].filter(isOwn))
  return {
    url: row.url,
    description: row.description,
    isArchived: row.is_archived === 1,
    isFork: row.is_fork === 1,
    isReadable: row.readability === 'anonymous',
    hasFiles: row.has_files === 1,
    headCommittedAt: row.head_committed_at,
    knownUntil: row.known_until,
    descriptors: own(description.descriptors),
    hasPubliccode: description.publiccode !== null,
    // The file at the root is about what is there.
    features: component.path === '' ? featuresOf(description.publiccode) : [],
    releases,
    declared,
    domain: domainOf({ declared: declared?.domain ?? null, publiccode: description.publiccode, topics, named }),
    licenses: licensesOf(component, { row, description, declared }),
  }
}

function licensesOf(
  { build, path }: Component,
  { row, description, declared }: Pick<Parts, 'row' | 'description' | 'declared'>,
): readonly LicenseEvidence[] {
  const parent = build?.licenses?.parent ?? null
  const source = parent === null ? 'manifest' : 'parent'
  const own = path === '' ? 'pom.xml' : `${path}/pom.xml`
  const place = parent === null ? own : `${parent.repository}:${parent.path}`
  const sheet = description.publiccode?.license?.text
  return [
    ...textLicenses('file', description.licenseFiles),
    ...textLicenses('header', description.headers),
    ...(build?.licenses?.names ?? []).map((name) => saidLicense(source, name, place)),
    ...(sheet === undefined ? [] : [saidLicense('publiccode', sheet, 'publiccode.yml')]),
    ...(row.host_license === null || row.host_license === 'NOASSERTION'
      ? []
      : [saidLicense('host', row.host_license, null)]),
    ...(declared?.license == null ? [] : [saidLicense('register', declared.license, `components:${declared.line}`)]),
  ]
}

async function releasesByRepository(
  store: Store,
  names: ReadonlyMap<number, string>,
): Promise<ReadonlyMap<number, readonly Release[]>> {
  const tags = Map.groupBy(await store.ask(inventoriedReleases, {}), ({ repository }) => repository)
  return new Map(
    [...tags].map(([repository, rows]) => {
      const own = ownTags(rows, names.get(repository) ?? '')
      return [repository, releasesOf(own.map(({ tag, published_at }) => ({ tag, publishedAt: published_at })))]
    }),
  )
}

const [COMMITS, RESPONSE, , PEOPLE] = READINESS_LEVELS

/** What was done lately in each repository; null where the stream that would tell was not read to the end. */
async function upkeepByRepository(store: Store, at: string) {
  const epoch = (instant: string) => Math.floor(Date.parse(instant) / 1000)
  const from = (months: number) => epoch(monthsEarlier(at, months))
  const to_epoch = epoch(at)
  const work = await store.ask(recentWork, {
    from_epoch: from(COMMITS.months),
    people_from_epoch: from(PEOPLE.months),
    to_epoch,
  })
  const answers = await store.ask(recentResponses, { from_epoch: from(RESPONSE.months), to_epoch })
  const statuses = await readStatuses(store)
  const workOf = new Map(work.map((row) => [row.repository, row]))
  const answersOf = new Map(answers.map((row) => [row.repository, row]))
  return (row: InventoriedRepository, releases: readonly Release[]): Pick<ComponentRecord, 'upkeep'> => {
    const isRead = (stream: string) => hasRead(statuses, row, stream)
    const done = workOf.get(row.id)
    const answered = answersOf.get(row.id)
    const people = done?.people ?? 0
    const seen = { asOf: at, knownUntil: row.known_until }
    const isWithheld = isRead('commits') && people > 0 && people < FLOOR
    return {
      upkeep: {
        commits: isRead('commits') ? (done?.commits ?? 0) : null,
        keyPeople: isRead('commits') && !isWithheld ? (done?.absence_factor ?? 0) : null,
        isWithheld,
        responses: isRead('change-requests') ? responsesOf(answered) : null,
        lastRelease: lastRelease(releases, row),
        asOf: lastSeen(seen),
        isOutOfSight: isOutOfSight(seen),
      },
    }
  }
}

function responsesOf(answered: RowOf<typeof recentResponses> | undefined): Upkeep['responses'] {
  const responders = answered?.responders ?? 0
  const isWithheld = responders > 0 && responders < FLOOR
  return {
    opened: answered?.opened ?? 0,
    medianHours: isWithheld ? null : (answered?.median_hours ?? null),
    isWithheld,
  }
}

function hasRead(statuses: Statuses, { server, host_id }: InventoriedRepository, stream: string): boolean {
  return statusOf(statuses, `${server}/${host_id}`, stream) === 'complete'
}

/** A tag without a date says that there was a release and not when. */
function lastRelease(releases: readonly Release[], { release_count, latest_release_at }: InventoriedRepository) {
  const dates = [...countedReleases(releases).map(({ publishedAt }) => publishedAt), latest_release_at]
    .flatMap((at) => at ?? [])
    .sort()
  const at = dates.at(-1)
  if (at !== undefined) return { at }
  return release_count === 0 && countedReleases(releases).length === 0 ? { at: null } : null
}
