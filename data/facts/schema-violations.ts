import { openDataDocument } from './data-document.ts'
import { defineExtractor } from './extractor.ts'
import { compileJsonSchema, SchemaTooCostly, type SchemaViolation } from './json-schema.ts'
import type { SchemaOptions, SchemaViolations } from './shapes/schema-violations.ts'

const MOST = 20

export const schemaViolations = defineExtractor<SchemaViolations, SchemaOptions>({
  id: 'schema-violations',
  version: 1,
  maxBytes: 2_000_000,
  extract(content, { schema }) {
    const opened = openDataDocument(content)
    if (!opened.ok) return opened
    const { value, locate } = opened.document
    const found = violationsOf(schema, value)
    if (found === null) return { ok: false, problem: TOO_COSTLY }
    const fact = found.slice(0, MOST).map(({ path, keyword, wanted }) => {
      return { at: path.map((key) => `/${key}`).join(''), keyword, wanted, ...locate(path) }
    })
    return { ok: true, fact }
  },
})

const TOO_COSTLY = { code: 'query-too-costly', message: 'Judging the file by this schema would not end.' } as const

function violationsOf(schema: unknown, value: unknown): readonly SchemaViolation[] | null {
  try {
    return compileJsonSchema(schema)(value)
  } catch (failure) {
    if (failure instanceof SchemaTooCostly) return null
    throw failure
  }
}
