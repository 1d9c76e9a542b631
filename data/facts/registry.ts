import type { Extractor } from './extractor.ts'
import type { ExtractorId } from './shapes/by-extractor.ts'

/** Extractors load when a need first names them: linting a folder without poms reads no XML parser. */
export interface RegisteredExtractor {
  readonly id: ExtractorId
  load(): Promise<Extractor>
}

export const extractors: readonly RegisteredExtractor[] = [
  { id: 'pom', load: async () => (await import('./pom.ts')).pom },
  { id: 'descriptor', load: async () => (await import('./descriptor.ts')).descriptor },
  { id: 'java-outline', load: async () => (await import('./java-outline.ts')).javaOutline },
  { id: 'properties', load: async () => (await import('./properties.ts')).properties },
  { id: 'property-values', load: async () => (await import('./property-values.ts')).propertyValues },
  { id: 'sql-script', load: async () => (await import('./sql-script.ts')).sqlScript },
  { id: 'leading-comment', load: async () => (await import('./leading-comment.ts')).leadingComment },
  { id: 'license-text', load: async () => (await import('./license-text.ts')).licenseText },
  { id: 'text', load: async () => (await import('./text.ts')).text },
  { id: 'codeowners', load: async () => (await import('./codeowners.ts')).codeowners },
  { id: 'publiccode', load: async () => (await import('./publiccode.ts')).publiccode },
  { id: 'npm-package', load: async () => (await import('./manifests/npm-package.ts')).npmPackage },
  { id: 'dockerfile', load: async () => (await import('./manifests/dockerfile.ts')).dockerfile },
  { id: 'compose-file', load: async () => (await import('./manifests/yaml-bricks.ts')).composeFile },
  { id: 'workflow', load: async () => (await import('./manifests/yaml-bricks.ts')).workflow },
  { id: 'workflow-risks', load: async () => (await import('./workflow-risks.ts')).workflowRisks },
  { id: 'bill-of-materials', load: async () => (await import('./manifests/bill-of-materials.ts')).billOfMaterials },
  { id: 'xml-values', load: async () => (await import('./xml-values.ts')).xmlValues },
  { id: 'data-values', load: async () => (await import('./data-values.ts')).dataValues },
  { id: 'data-keys', load: async () => (await import('./data-keys.ts')).dataKeys },
  { id: 'module-imports', load: async () => (await import('./module-imports.ts')).moduleImports },
  { id: 'secrets', load: async () => (await import('./secrets.ts')).secrets },
  { id: 'reuse-tags', load: async () => (await import('./reuse-tags.ts')).reuseTags },
  { id: 'reuse-annotations', load: async () => (await import('./reuse-annotations.ts')).reuseAnnotations },
  { id: 'digest', load: async () => (await import('./digest.ts')).digest },
  { id: 'schema-violations', load: async () => (await import('./schema-violations.ts')).schemaViolations },
  { id: 'occurrences', load: async () => (await import('./occurrences.ts')).occurrences },
]

export function findExtractor(id: string): RegisteredExtractor | undefined {
  return extractors.find((each) => each.id === id)
}
