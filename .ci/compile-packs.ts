import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UsageFailure } from '#data/model/failures.ts'
import { loadPack, type PackFile } from '#policies/pack.ts'
import type { RulePack } from '#policies/rule.ts'

/**
 * Compiles the built-in packs to one JSON, so that `lint` starts without a YAML parser.
 * `--check` writes nothing and fails when the committed file is stale.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'policies/packs')
const target = join(folder, 'compiled.json')
// The order of lists, of `explain` and of the guide.
const ORDER = ['lutece', 'open-source', 'publiccode', 'parvis']

if (process.argv[1] === fileURLToPath(import.meta.url)) await run()

async function run(): Promise<void> {
  try {
    const compiled = await compilePacks()
    const isCurrent = readIfThere(target) === compiled
    if (process.argv.includes('--check')) {
      if (!isCurrent)
        throw new UsageFailure(
          'packs-stale',
          'policies/packs/compiled.json is stale: run npx node .ci/compile-packs.ts',
        )
    } else if (!isCurrent) writeFileSync(target, compiled)
  } catch (error) {
    if (!(error instanceof UsageFailure)) throw error
    console.error(error.message)
    for (const { file, line, column, message } of error.details) {
      console.error(`  ${[file, line, column].filter((part) => part !== undefined).join(':')} ${message}`)
    }
    process.exitCode = 2
  }
}

/** The text of policies/packs/compiled.json as it should be. Throws a `UsageFailure` that names every wrong line. */
export async function compilePacks(): Promise<string> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const ids = names.map((entry) => entry.name).sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
  const packs: RulePack[] = []
  for (const id of ids) packs.push(await loadPack(filesOf(join(folder, id)), { packs, bilingual: true }))
  return `${JSON.stringify(packs, null, 1)}\n`
}

function filesOf(pack: string): readonly PackFile[] {
  return readdirSync(pack)
    .sort()
    .map((name) => ({ path: relative(root, join(pack, name)), text: readFileSync(join(pack, name), 'utf8') }))
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
