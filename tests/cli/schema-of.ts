import { readFileSync } from 'node:fs'
import type { Schema } from './json-schema.ts'

/** A published schema, by the name of its file. */
export function schemaOf(name: string): Schema {
  return JSON.parse(readFileSync(new URL(`../../cli/schemas/${name}.json`, import.meta.url), 'utf8')) as Schema
}
