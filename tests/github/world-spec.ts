import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { applyEdits, type Edit } from './world/edits.ts'
import { generateWorld, type WorldSize } from './world/generate.ts'
import type { World } from './world/model.ts'

/** A world told in JSON: generated from a size, or made by a function that a module exports; then edited. */
export type WorldSpec = (
  | { readonly generate: WorldSize }
  /** `export` (default `default`) names a function `(options) => World` (it may be asynchronous). */
  | { readonly module: string; readonly export?: string; readonly options?: unknown }
) & { readonly edits?: readonly Edit[] }

/** Makes the world a specification tells of. */
export async function makeWorld(spec: WorldSpec): Promise<World> {
  const world = 'generate' in spec ? generateWorld(spec.generate) : await fromModule(spec)
  applyEdits(world, spec.edits ?? [])
  return world
}

async function fromModule(spec: Extract<WorldSpec, { module: string }>): Promise<World> {
  const exports = (await import(pathToFileURL(resolve(spec.module)).href)) as Record<string, unknown>
  const make = exports[spec.export ?? 'default']
  if (typeof make !== 'function') throw new Error(`${spec.module} exports no function ${spec.export ?? 'default'}`)
  return (await make(spec.options)) as World
}

/** Reads `--world`: JSON itself, a path to a JSON file, or a path to a module (`file.ts` or `file.ts#name`). */
export async function readWorldSpec(given: string): Promise<WorldSpec> {
  if (given.startsWith('{')) return JSON.parse(given) as WorldSpec
  if (given.endsWith('.json')) return JSON.parse(await readFile(given, 'utf8')) as WorldSpec
  const [module = '', name] = given.split('#')
  return { module, ...(name ? { export: name } : {}) }
}
