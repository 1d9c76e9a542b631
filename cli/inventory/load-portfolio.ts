import { gather } from '#data/facts/gather.ts'
import type { BrickList } from '#data/facts/shapes/brick-list.ts'
import type { Pom } from '#data/facts/shapes/pom.ts'
import { buildPortfolio, type ComponentFacts, type Portfolio } from '#data/inventory/portfolio.ts'
import { type Release, releasesOf } from '#data/inventory/releases.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Entry, EntryMode, Source } from '#data/model/source.ts'
import { COMPONENT_KINDS, isOneOf, PLATFORM_LINES } from '#data/model/vocabulary.ts'
import { asOf } from '#data/queries/as-of.ts'
import { storedManifests } from '#data/queries/inventory/manifests.ts'
import { inventoriedReleases, inventoriedRepositories } from '#data/queries/inventory/repositories.ts'
import type { RowOf } from '#data/queries/query.ts'
import type { Store } from '#data/store.ts'
import { storedFacts } from '../stored-source.ts'

export type InventoriedRepository = RowOf<typeof inventoriedRepositories>

/** The portfolio of a database, with what stands beside each component and how much of it is known. */
export interface LoadedPortfolio extends Portfolio {
  /** Last instant at which anything was learnt; null when nothing was. */
  readonly asOf: string | null
  /** The repository of each component, by id of component. */
  readonly repositories: ReadonlyMap<string, InventoriedRepository>
  /** Releases by id of component, oldest first; absent where neither a release nor a tag is known. */
  readonly releases: ReadonlyMap<string, readonly Release[]>
  /** Repositories whose files were collected, out of all. */
  readonly coverage: { readonly known: number; readonly all: number; readonly missing: readonly string[] }
}

const BRICK_MANIFESTS = [
  { extractor: 'npm-package', paths: ['**/package.json'] },
  { extractor: 'dockerfile', paths: ['**/Dockerfile', '**/*.[Dd]ockerfile', '**/Dockerfile.*', '**/dockerfile'] },
  { extractor: 'compose-file', paths: ['**/*compose*.{yml,yaml}'] },
  { extractor: 'workflow', paths: ['**/.github/workflows/*.{yml,yaml}'] },
  { extractor: 'bill-of-materials', paths: ['**/*bom.json', '**/*.cdx.json', '**/*.spdx.json'] },
] as const

/** Joins every manifest in the database; facts that were drawn before are taken from where they are kept. */
export async function loadPortfolio(store: Store): Promise<LoadedPortfolio> {
  const [known] = await store.ask(asOf, {})
  const rows = await store.ask(inventoriedRepositories, {})
  const manifests = await readManifests(store)
  const siblings = Map.groupBy(rows, ({ id }) => id)
  const facts = rows.map((row) =>
    componentFacts(row, { siblings: siblings.get(row.id) ?? [], manifests: manifests.get(row.id) }),
  )
  const repositories = new Map(rows.map((row) => [idOf(row), row]))
  const missing = rows.filter((row) => row.has_files === 0).map(nameOf)
  const all = new Set(rows.map(({ id }) => id)).size
  const coverage = { known: all - new Set(missing).size, all, missing: [...new Set(missing)] }
  return {
    ...buildPortfolio(facts),
    asOf: known?.as_of ?? null,
    repositories,
    releases: await releasesByComponent(store, rows),
    coverage,
  }
}

/** What was read of the manifests of one repository, by path. */
interface Manifests {
  readonly poms: Map<string, Pom>
  readonly lists: Map<string, BrickList>
  readonly unread: string[]
}

/** One look at all manifests of the database, by number of repository. */
async function readManifests(store: Store): Promise<ReadonlyMap<number, Manifests>> {
  const rows = await store.ask(storedManifests, {})
  // The number of the repository stands before each path: one source for all of them.
  const entries = rows.map(
    ({ repository, path, mode, oid, size }): Entry => ({
      path: `${repository}/${path}`,
      mode: mode as EntryMode,
      oid,
      size,
    }),
  )
  const needs = [{ extractor: 'pom', paths: ['**/pom.xml'] }, ...BRICK_MANIFESTS]
  const facts = await gather({ source: blobsOf(store, entries), entries, needs, cache: storedFacts(store) })

  const read = new Map<number, Manifests>()
  const at = (placed: string) => {
    const slash = placed.indexOf('/')
    const repository = Number(placed.slice(0, slash))
    const manifests = read.get(repository) ?? emptyManifests()
    read.set(repository, manifests)
    return { manifests, path: placed.slice(slash + 1) }
  }
  const poms = facts.of('pom') as ReadonlyMap<string, Pom>
  for (const [placed, pom] of poms) {
    const { manifests, path } = at(placed)
    manifests.poms.set(path, pom)
  }
  for (const { extractor } of BRICK_MANIFESTS) {
    const lists = facts.of(extractor) as ReadonlyMap<string, BrickList>
    for (const [placed, list] of lists) {
      const { manifests, path } = at(placed)
      manifests.lists.set(path, list)
    }
  }
  for (const { path: placed } of facts.unread) {
    const { manifests, path } = at(placed)
    manifests.unread.push(path)
  }
  return read
}

function blobsOf(store: Store, entries: readonly Entry[]): Source {
  return {
    identity: { origin: store.path, repository: undefined, defaultBranch: undefined, head: undefined },
    entries: async () => entries,
    async read({ oid, path }) {
      const content = await store.blob(oid)
      if (content !== undefined) return content
      throw new SourceFailure('not-found', `the content of ${path} was not collected`)
    },
  }
}

/** Everything below the folder of a component that is not below that of another one of the same repository. */
function componentFacts(
  row: InventoriedRepository,
  {
    siblings,
    manifests,
  }: { readonly siblings: readonly InventoriedRepository[]; readonly manifests: Manifests | undefined },
): ComponentFacts {
  const folder = row.path ?? ''
  const others = siblings.flatMap(({ path }) =>
    path !== null && path !== folder && isBelow(path, folder) ? [path] : [],
  )
  const isOwn = (path: string) => isBelow(path, folder) && !others.some((other) => isBelow(path, other))
  const own = <Fact>(facts: ReadonlyMap<string, Fact> = new Map()) =>
    new Map([...facts].filter(([path]) => isOwn(path)))
  return {
    id: idOf(row),
    repository: nameOf(row),
    path: folder,
    kind: isOneOf(COMPONENT_KINDS, row.kind) ? row.kind : 'other',
    line: isOneOf(PLATFORM_LINES, row.line) ? row.line : null,
    poms: own(manifests?.poms),
    manifests: own(manifests?.lists),
    unread: manifests?.unread.filter(isOwn) ?? [],
  }
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`)
}

async function releasesByComponent(store: Store, rows: readonly InventoriedRepository[]) {
  const tags = Map.groupBy(await store.ask(inventoriedReleases, {}), ({ repository }) => repository)
  const releases = rows.flatMap((row): [string, readonly Release[]][] => {
    const own = tags.get(row.id)?.map(({ tag, published_at }) => ({ tag, publishedAt: published_at })) ?? []
    const found = releasesOf(own)
    return found.length === 0 ? [] : [[idOf(row), found]]
  })
  return new Map(releases)
}

function nameOf({ owner, name }: InventoriedRepository): string {
  return `${owner}/${name}`
}

/** `owner/name`, and behind a colon the folder of a component that is not at the root. */
function idOf(row: InventoriedRepository): string {
  return row.path === null || row.path === '' ? nameOf(row) : `${nameOf(row)}:${row.path}`
}

function emptyManifests(): Manifests {
  return { poms: new Map(), lists: new Map(), unread: [] }
}
