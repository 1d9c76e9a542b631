import { type Finished, type KnownRepository, repositorySubject } from '#data/model/collection.ts'
import { SourceFailure } from '#data/model/failures.ts'
import type { Instant } from '#data/model/instant.ts'
import { blobOid } from '#data/model/oid.ts'
import type { RepositoryKey } from '#data/model/records.ts'
import { type Batch, type CollectContext, defineCollector, type Scope } from '../collector.ts'
import { dependencyGraphOf, type GraphDocument, STREAM } from './queries/dependency-graph.ts'
import { eachRepository, gapOf, knownRepositories, listedAt } from './repository-walk.ts'

const ID = 'github/dependency-graph'

interface GraphItem {
  readonly repository: RepositoryKey
  /** Null where the host keeps no graph of it, or shows none. */
  readonly document: GraphDocument | null
}

export const dependencyGraph = defineCollector<GraphItem>({
  id: ID,
  title: { fr: 'Graphe de dépendances', en: 'Dependency graph' },
  summary: {
    fr: 'Ce que le graphe de dépendances de la forge dit de chaque dépôt, licences comprises ; sur demande seulement.',
    en: 'What the dependency graph of the host says of each repository, licences too; only when asked for.',
  },
  scope: 'organisation',
  isOnRequest: true,
  produces: ['dependency-graph', 'blob'],
  needs: ['network', 'token'],
  classified: [],
  fetch: fetchGraphs,
  normalize({ repository, document }) {
    if (document === null) return [{ type: 'dependency-graph', repository, documents: [] }]
    const content = new TextEncoder().encode(JSON.stringify(document))
    const oid = blobOid(content)
    const documents = [{ oid, size: content.byteLength }]
    return [
      { type: 'blob', oid, content },
      { type: 'dependency-graph', repository, documents },
    ]
  },
})

/** Asks for those whose head moved since they were read: one request each. */
async function* fetchGraphs(scope: Scope, context: CollectContext): AsyncGenerator<Batch<GraphItem>> {
  const watermark = await listedAt(scope, context)
  const same: Finished[] = []
  const moved: KnownRepository[] = []
  for (const repository of await knownRepositories(scope, context)) {
    if (repository.headOid === null) continue
    if (await isGraphDue(repository, context)) moved.push(repository)
    else same.push({ subject: repositorySubject(repository), stream: STREAM, watermark })
  }
  if (same.length > 0) yield { items: [], finished: same }
  yield* eachRepository(moved, STREAM, (repository) => readGraph(repository, context, watermark))
}

/** Whether its head moved since its graph was read. */
export async function isGraphDue(
  repository: RepositoryKey & Pick<KnownRepository, 'headOid'>,
  context: CollectContext,
): Promise<boolean> {
  return context.full || (await context.known.cursor(ID, repositorySubject(repository), STREAM)) !== repository.headOid
}

async function* readGraph(
  repository: KnownRepository,
  context: CollectContext,
  watermark: Instant,
): AsyncGenerator<Batch<GraphItem>> {
  const { server, hostId, headOid } = repository
  const subject = repositorySubject(repository)
  const key = { server, hostId }
  const cursors = headOid === null ? [] : [{ subject, stream: STREAM, position: headOid }]
  try {
    const { data, servedAt } = await context.transport.rest(dependencyGraphOf(repository))
    const finished = [{ subject, stream: STREAM, watermark: servedAt }]
    yield { items: [{ repository: key, document: data }], cursors, finished }
  } catch (error) {
    // A graph that is off, or that the token may not read, is an answer until the next push.
    if (!(error instanceof SourceFailure) || (error.kind !== 'not-found' && error.kind !== 'forbidden')) throw error
    const gaps = [gapOf(subject, `field:${STREAM}`, error)]
    const finished = [{ subject, stream: STREAM, watermark }]
    yield { items: [{ repository: key, document: null }], cursors, finished, gaps }
  }
}
