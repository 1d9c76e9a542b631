import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { PackNotFound } from '#policies/pack.ts'
import { builtinPacks } from '#policies/registry.ts'
import type { RulePack } from '#policies/rule.ts'
import type { Config } from './config.ts'
import { disk, type Files } from './files.ts'

/** What of a configuration decides which packs there are. */
export type PackConfig = Pick<Config, 'packs' | 'folder' | 'parameters' | 'packSource'>

/** Names from the command line instead of those of the configuration. */
interface Asked {
  readonly names: readonly string[] | undefined
  /** Folder that paths among them are relative to. */
  readonly cwd: string
}

/**
 * The packs that are asked for, else those of the configuration, with the owner's parameters. A name is a built-in
 * pack, the path of a pack (a folder, or one YAML file), or an installed package; nothing of a package but YAML and
 * Markdown is read.
 */
export async function openPacks(config: PackConfig, asked?: Asked): Promise<readonly RulePack[]> {
  const names = asked?.names
  const source = (names === undefined ? config.packSource : undefined) ?? { folder: config.folder, files: disk }
  const opener = packOpener(source)
  const folder = names === undefined || asked === undefined ? source.folder : asked.cwd
  const packs = await Promise.all((names ?? config.packs).map((name) => openPack(name, { folder, opener })))
  const known = names === undefined ? undefined : new Set(packs.flatMap((pack) => Object.keys(pack.parameters)))
  // Packs that were asked for need not be all that the configuration speaks of.
  const given = Object.entries(config.parameters).filter(([name]) => known?.has(name) ?? true)
  if (given.length === 0) return packs
  const { withParameters } = await import('#policies/pack-parameters.ts')
  return withParameters(packs, Object.fromEntries(given))
}

type Opener = (name: string, chain: readonly string[]) => Promise<RulePack | PackNotFound>

async function openPack(
  name: string,
  { folder, opener }: { readonly folder: string; readonly opener: Opener },
): Promise<RulePack> {
  const builtin = builtinPacks()
  const known = builtin.find(({ id }) => id === name)
  if (known !== undefined) return known
  const found = await opener(name, [join(folder, 'parvis.yaml')])
  if (!('problem' in found)) return found
  const ids = builtin.map(({ id }) => id)
  throw new UsageFailure('pack-unknown', `there is no rule pack "${name}".${suggestion(name, ids)}`, {
    hint: `Packs: ${ids.join(', ')}, the path of a folder that holds a pack.yaml, or an installed package that has one.`,
  })
}

/** Opens a pack by the last file of a chain that names it; each file is loaded once, whoever extends it. */
function packOpener({ folder, files }: { readonly folder: string; readonly files: Files }): Opener {
  const opened = new Map<string, Promise<RulePack>>()
  const open: Opener = async (name, chain) => {
    const place = await find(name, { from: dirname(chain.at(-1) ?? folder), folder, files })
    if (place === undefined) {
      return { problem: `there is no pack "${name}": neither built in, nor a path, nor an installed package.` }
    }
    if (chain.includes(place)) {
      const circle = [...chain.slice(chain.indexOf(place)), place].map((path) => basename(dirname(path)))
      return { problem: `packs extend each other in a circle: ${circle.join(' → ')}.` }
    }
    const loading = opened.get(place) ?? load(place, chain)
    opened.set(place, loading)
    return loading
  }
  const load = async (place: string, chain: readonly string[]) => {
    const { loadPack } = await import('#policies/pack.ts')
    return loadPack(await packFiles(place, files), {
      packs: builtinPacks(),
      resolve: (name) => open(name, [...chain, place]),
    })
  }
  return open
}

/** The manifest of a pack: of a path, or of a package in the `node_modules` of a folder or of those above. */
async function find(
  name: string,
  { from, folder, files }: { readonly from: string; readonly folder: string; readonly files: Files },
): Promise<string | undefined> {
  const own = await manifestAt(resolve(from, name), files)
  if (own !== undefined || isAbsolute(name) || /^\.{1,2}(?:\/|$)/.test(name)) return own
  for (const start of new Set([from, folder])) {
    for (let above = start; ; above = dirname(above)) {
      const installed = await manifestAt(join(above, 'node_modules', name), files)
      if (installed !== undefined) return installed
      if (above === dirname(above)) break
    }
  }
  return undefined
}

async function manifestAt(path: string, files: Files): Promise<string | undefined> {
  const kind = await files.kind(path)
  if (kind !== 'folder') return kind === 'file' && isYaml(path) ? path : undefined
  const yamls = (await files.list(path)).filter(isYaml)
  const manifest = yamls.find((name) => /^pack\.ya?ml$/.test(name)) ?? (yamls.length === 1 ? yamls[0] : undefined)
  return manifest === undefined ? undefined : join(path, manifest)
}

/** A manifest stands for its folder; a YAML file of another name, for itself and the pages beside it. */
async function packFiles(manifest: string, files: Files) {
  const folder = dirname(manifest)
  const isWhole = /^pack\.ya?ml$/.test(basename(manifest))
  const names = (await files.list(folder)).filter(
    (name) => name === basename(manifest) || (isWhole && (isYaml(name) || name.endsWith('.md'))),
  )
  const paths = names.map((name) => join(folder, name))
  return Promise.all(paths.map(async (path) => ({ path, text: await files.read(path) })))
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/.test(path) && !/^(?:parvis|\.)/.test(basename(path))
}
