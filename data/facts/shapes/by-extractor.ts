import type { BrickList } from './brick-list.ts'
import type { Codeowners } from './codeowners.ts'
import type { DataKeys } from './data-keys.ts'
import type { Descriptor } from './descriptor.ts'
import type { FileDigest, FileDigestOptions } from './digest.ts'
import type { FoundValues, QueryOptions } from './found-values.ts'
import type { JavaOutline, JavaOutlineOptions } from './java-outline.ts'
import type { LeadingComment, LeadingCommentOptions } from './leading-comment.ts'
import type { LicenseText } from './license-text.ts'
import type { ModuleImports, ModuleImportsOptions } from './module-imports.ts'
import type { Occurrences, OccurrencesOptions } from './occurrences.ts'
import type { Pom } from './pom.ts'
import type { Properties } from './properties.ts'
import type { PropertyValues } from './property-values.ts'
import type { Publiccode } from './publiccode.ts'
import type { ReuseAnnotations, ReuseAnnotationsOptions, ReuseTags } from './reuse.ts'
import type { SchemaOptions, SchemaViolations } from './schema-violations.ts'
import type { Secrets } from './secrets.ts'
import type { SqlScript } from './sql-script.ts'
import type { TextOptions, TextOutline } from './text.ts'
import type { WorkflowRisks } from './workflow-risks.ts'

/** The fact that each extractor gives, and the options that it takes. */
export interface ExtractorShapes {
  pom: { fact: Pom; options: undefined }
  descriptor: { fact: Descriptor; options: undefined }
  'java-outline': { fact: JavaOutline; options: JavaOutlineOptions | undefined }
  properties: { fact: Properties; options: undefined }
  'property-values': { fact: PropertyValues; options: undefined }
  'sql-script': { fact: SqlScript; options: undefined }
  'leading-comment': { fact: LeadingComment; options: LeadingCommentOptions | undefined }
  'license-text': { fact: LicenseText; options: undefined }
  text: { fact: TextOutline; options: TextOptions | undefined }
  codeowners: { fact: Codeowners; options: undefined }
  publiccode: { fact: Publiccode; options: undefined }
  'npm-package': { fact: BrickList; options: undefined }
  dockerfile: { fact: BrickList; options: undefined }
  'compose-file': { fact: BrickList; options: undefined }
  workflow: { fact: BrickList; options: undefined }
  'workflow-risks': { fact: WorkflowRisks; options: undefined }
  'bill-of-materials': { fact: BrickList; options: undefined }
  'xml-values': { fact: FoundValues; options: QueryOptions }
  'data-values': { fact: FoundValues; options: QueryOptions }
  'data-keys': { fact: DataKeys; options: undefined }
  'module-imports': { fact: ModuleImports; options: ModuleImportsOptions }
  secrets: { fact: Secrets; options: undefined }
  'reuse-tags': { fact: ReuseTags; options: undefined }
  'reuse-annotations': { fact: ReuseAnnotations; options: ReuseAnnotationsOptions }
  digest: { fact: FileDigest; options: FileDigestOptions }
  'schema-violations': { fact: SchemaViolations; options: SchemaOptions }
  occurrences: { fact: Occurrences; options: OccurrencesOptions }
}

export type ExtractorId = keyof ExtractorShapes
export type FactOf<Id extends ExtractorId> = ExtractorShapes[Id]['fact']
export type OptionsOf<Id extends ExtractorId> = ExtractorShapes[Id]['options']
