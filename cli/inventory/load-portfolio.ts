import type { BrickList } from '#data/facts/shapes/brick-list.ts'
import type { Pom } from '#data/facts/shapes/pom.ts'
import { buildPortfolio, type ComponentFacts, type Portfolio } from '#data/inventory/portfolio.ts'
import type { EntryMode } from '#data/model/source.ts'
import { storedGraphs, storedManifests } from '#data/queries/inventory/manifests.ts'
import type { inventoriedRepositories } from '#data/queries/inventory/repositories.ts'
import type { RowOf } from '#data/queries/query.ts'
import { subjectTree } from '#data/queries/subject-tree.ts'
import type { Store } from '#data/store.ts'
import { classifyAll } from '#policies/classify.ts'
import type { Classification, RulePack } from '#policies/rule.ts'
import { storedFacts } from '../lint/stored-source.ts'
import { collectedSource, factsOfStored } from './stored-blobs.ts'

export type InventoriedRepository = RowOf<typeof inventoriedRepositories>

/** The portfolio, and which repository each of its components lives in. */
export interface LoadedPortfolio extends Portfolio {
  /** By id of component. */
  readonly repositories: ReadonlyMap<string, InventoriedRepository>
  /** Domain in the name of its repository, by id of component, where the naming scheme tells one. */
  readonly domains: ReadonlyMap<string, string>
}

const BRICK_MANIFESTS = [
  { extractor: 'npm-package', paths: ['**/package.json'] },
  { extractor: 'dockerfile', paths: ['**/Dockerfile', '**/*.[Dd]ockerfile', '**/Dockerfile.*', '**/dockerfile'] },
  { extractor: 'compose-file', paths: ['**/*compose*.{yml,yaml}'] },
  { extractor: 'workflow', paths: ['**/.github/workflows/*.{yml,yaml}'] },
  { extractor: 'bill-of-materials', paths: ['**/*bom.json', '**/*.cdx.json', '**/*.spdx.json'] },
] as const

/** Says what each repository holds, and joins every manifest in the database. */
export async function loadPortfolio(
  store: Store,
  { rows, packs }: { readonly rows: readonly InventoriedRepository[]; readonly packs: readonly RulePack[] },
): Promise<LoadedPortfolio> {
  const manifests = await readManifests(store)
  const facts: ComponentFacts[] = []
  const repositories = new Map<string, InventoriedRepository>()
  const domains = new Map<string, string>()
  for (const row of rows) {
    const found = await componentsIn(store, { row, packs })
    for (const component of componentFacts(found, { row, manifests: manifests.get(row.id) ?? emptyManifests() })) {
      facts.push(component)
      repositories.set(component.id, row)
      const domain = found.find(({ root }) => root === component.path)?.names.domain
      if (domain !== undefined) domains.set(component.id, domain)
    }
  }
  return { ...buildPortfolio(facts), repositories, domains }
}

async function componentsIn(
  store: Store,
  { row, packs }: { readonly row: InventoriedRepository; readonly packs: readonly RulePack[] },
): Promise<readonly Classification[]> {
  const tree = row.has_files === 1 ? await store.ask(subjectTree, { repository: row.id }) : []
  const entries = tree.map(({ path, mode, oid, size }) => ({ path, mode: mode as EntryMode, oid, size }))
  const source = collectedSource(store, entries, nameOf(row))
  return classifyAll({ source, packs, factCache: storedFacts(store) }, entries)
}

/** Stands where the path of a manifest would. */
const GRAPH = 'dependency-graph'

/** What was read of the manifests of one repository, by path. */
interface Manifests {
  readonly poms: Map<string, Pom>
  readonly lists: Map<string, BrickList>
  /** Of the host; null where it was not read. */
  graph: BrickList | null
  readonly unread: string[]
}

/** One look at all manifests of the database, by number of repository. */
async function readManifests(store: Store): Promise<ReadonlyMap<number, Manifests>> {
  const files = await store.ask(storedManifests, {})
  const graphs = (await store.ask(storedGraphs, {})).map((one) => ({ ...one, path: GRAPH, mode: '100644' }))
  const facts = await factsOfStored(store, files, [{ extractor: 'pom', paths: ['**/pom.xml'] }, ...BRICK_MANIFESTS])
  const read = new Map<number, Manifests>()
  const of = (repository: number) => {
    const manifests = read.get(repository) ?? emptyManifests()
    read.set(repository, manifests)
    return manifests
  }
  for (const { repository, path, what } of facts.of<Pom>('pom')) of(repository).poms.set(path, what)
  for (const { extractor } of BRICK_MANIFESTS) {
    for (const { repository, path, what } of facts.of<BrickList>(extractor)) of(repository).lists.set(path, what)
  }
  const told = await factsOfStored(store, graphs, [{ extractor: 'bill-of-materials', paths: ['**'] }])
  for (const { repository, what } of told.of<BrickList>('bill-of-materials')) of(repository).graph = what
  for (const { repository, path } of [...facts.unread, ...told.unread]) of(repository).unread.push(path)
  return read
}

/** Files belong to the component of their folder; those of no other one, to the first. */
function componentFacts(
  found: readonly Classification[],
  { row, manifests }: { readonly row: InventoriedRepository; readonly manifests: Manifests },
): readonly ComponentFacts[] {
  return found.map(({ kind, line, root }, index): ComponentFacts => {
    const others = found.flatMap((other) => (other.root === root || isBelow(root, other.root) ? [] : [other.root]))
    const isOwn = (path: string) =>
      (index === 0 || isBelow(path, root)) && !others.some((other) => isBelow(path, other))
    const own = <Fact>(facts: ReadonlyMap<string, Fact>) => new Map([...facts].filter(([path]) => isOwn(path)))
    const repository = nameOf(row)
    return {
      ...{ id: root === '' ? repository : `${repository}:${root}`, repository, path: root, kind, line },
      ...{ poms: own(manifests.poms), manifests: own(manifests.lists), unread: manifests.unread.filter(isOwn) },
      // The host tells it of the whole repository.
      graph: index === 0 ? manifests.graph : null,
    }
  })
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`)
}

export function nameOf({ owner, name }: Pick<InventoriedRepository, 'owner' | 'name'>): string {
  return `${owner}/${name}`
}

function emptyManifests(): Manifests {
  return { poms: new Map(), lists: new Map(), graph: null, unread: [] }
}
