import { json, missing } from '../reply.ts'
import { withRepository } from './request.ts'

/** The dependency graph as GitHub exports it: SPDX 2.3 in JSON; not found where the owner keeps it off. */
export const getDependencyGraph = withRepository((request, repository) => {
  const graph = repository.dependencyGraph
  if (graph === null) return missing()
  const name = `com.github.${request.index.fullName(repository)}`
  const packages = graph.map(({ purl, version, licence }, place) => ({
    SPDXID: `SPDXRef-${place + 1}`,
    name: purl,
    versionInfo: version,
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    ...(licence === null ? {} : { licenseConcluded: licence }),
    copyrightText: 'Copyright somebody',
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }],
  }))
  const about = { SPDXID: 'SPDXRef-0', name, versionInfo: repository.defaultBranch ?? '', filesAnalyzed: false }
  const relationship = (spdxElementId: string, relatedSpdxElement: string, relationshipType: string) => {
    return { spdxElementId, relatedSpdxElement, relationshipType }
  }
  return json(200, {
    sbom: {
      spdxVersion: 'SPDX-2.3',
      dataLicense: 'CC0-1.0',
      SPDXID: 'SPDXRef-DOCUMENT',
      name,
      creationInfo: { created: new Date().toISOString(), creators: ['Tool: GitHub.com-Dependency-Graph'] },
      packages: [about, ...packages],
      relationships: [
        relationship('SPDXRef-DOCUMENT', 'SPDXRef-0', 'DESCRIBES'),
        ...packages.map(({ SPDXID }) => relationship('SPDXRef-0', SPDXID, 'DEPENDS_ON')),
      ],
    },
  })
})
