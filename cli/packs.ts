import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { builtinPacks } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'

/** The named packs: built-in ids, and folders that hold a pack of one's own. */
export async function openPacks(names: readonly string[], folder: string): Promise<readonly RulePack[]> {
  return Promise.all(names.map((name) => openPack(name, folder)))
}

async function openPack(name: string, folder: string): Promise<RulePack> {
  const builtin = builtinPacks()
  const known = builtin.find(({ id }) => id === name)
  if (known !== undefined) return known
  const path = resolve(folder, name)
  if (existsSync(path)) {
    const { loadPack } = await import('#policies/pack.ts')
    return loadPack(packFiles(path), { packs: builtin })
  }
  const ids = builtin.map(({ id }) => id)
  throw new UsageFailure('pack-unknown', `there is no rule pack "${name}".${suggestion(name, ids)}`, {
    hint: `Packs: ${ids.join(', ')}, or the path of a folder that holds a pack.yaml.`,
  })
}

function packFiles(path: string): { path: string; text: string }[] {
  const files = statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path]
  return files
    .filter((file) => /\.(?:ya?ml|md)$/.test(basename(file)))
    .sort()
    .map((file) => ({ path: file, text: readFileSync(file, 'utf8') }))
}
