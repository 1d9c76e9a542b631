import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadMethod } from '#policies/ggi/load-method.ts'
import { loadPack, type PackFile } from '#policies/pack.ts'
import { hearPatterns } from '#policies/patterns.ts'
import type { RulePack } from '#policies/rule.ts'

/** Compiles the built-in packs to one JSON, so that `lint` starts without a YAML parser. */
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'policies/packs')
// The method of governance: it asks things of an organisation, never of a repository.
const METHOD = 'ggi'
// The order of lists, of `explain` and of the guide.
const ORDER = ['lutece', 'open-source', 'publiccode', 'parvis']

export interface CompiledPacks {
  /** The text of policies/packs/compiled.json. */
  readonly packs: string
  /** The text of policies/packs/proven-patterns.json, of which tests/policies/patterns.test.ts tries each. */
  readonly patterns: string
}

/** Both files as they should be. Throws a `UsageFailure` that names every wrong line. */
export async function compilePacks(): Promise<CompiledPacks> {
  const names = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== METHOD,
  )
  const ids = names.map((entry) => entry.name).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  const { made, patterns } = await hearPatterns(async () => {
    const packs: RulePack[] = []
    for (const id of ids) packs.push(await loadPack(filesOf(join(folder, id)), { packs, bilingual: true }))
    return packs
  })
  return { packs: `${JSON.stringify(made, null, 1)}\n`, patterns: `${JSON.stringify(patterns, null, 1)}\n` }
}

/** The text of policies/packs/ggi/compiled.json. Throws a `UsageFailure` that names every wrong line. */
export async function compileMethod(): Promise<string> {
  return `${JSON.stringify(await loadMethod(filesOf(join(folder, METHOD))), null, 1)}\n`
}

function filesOf(pack: string): readonly PackFile[] {
  return readdirSync(pack)
    .sort()
    .map((name) => ({ path: relative(root, join(pack, name)), text: readFileSync(join(pack, name), 'utf8') }))
}
