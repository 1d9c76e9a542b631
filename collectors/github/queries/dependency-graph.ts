import { type KnownRepository, repositorySubject } from '#data/model/collection.ts'
import type { RestCall } from '../../transport.ts'

export const STREAM = 'dependency-graph'

/** What is kept of the document: packages, and which of them it is about. Who made it and when is left out. */
export interface GraphDocument {
  readonly spdxVersion: string
  readonly name: string
  readonly packages: readonly GraphPackage[]
  readonly relationships: readonly { readonly relationshipType: string }[]
}

type GraphPackage = Readonly<Record<string, unknown>>

/** The dependency graph of one repository as a bill of materials, SPDX 2: one request. */
export function dependencyGraphOf(
  repository: Pick<KnownRepository, 'server' | 'hostId' | 'owner' | 'name'>,
): RestCall<GraphDocument> {
  return {
    operation: 'dependency-graph',
    version: 1,
    subject: repositorySubject(repository),
    stream: STREAM,
    position: '',
    route: 'GET /repos/{owner}/{repo}/dependency-graph/sbom',
    parameters: { owner: repository.owner, repo: repository.name },
    scrub: (raw) => kept((raw as { readonly sbom: GraphDocument }).sbom),
  }
}

function kept({ spdxVersion, name, packages, relationships }: GraphDocument): GraphDocument {
  const described = relationships.filter(({ relationshipType }) => relationshipType === 'DESCRIBES')
  return { spdxVersion, name, packages: packages.map(keptOf), relationships: described }
}

const KEPT = ['SPDXID', 'name', 'versionInfo', 'licenseConcluded', 'licenseDeclared', 'externalRefs']

/** Without copyright texts, which name people. */
function keptOf(fields: GraphPackage): GraphPackage {
  return Object.fromEntries(KEPT.flatMap((key) => (key in fields ? [[key, fields[key]]] : [])))
}
