import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { UsageFailure } from '#data/model/failures.ts'
import { isMapping } from '#policies/options.ts'
import { importRepolinter } from '#policies/repolinter.ts'
import { openYaml } from '#policies/yaml-document.ts'
import type { CommonOptions } from '../io.ts'
import type { Session } from '../session.ts'

interface ImportOptions extends CommonOptions {
  readonly out?: string
  readonly id: string
}

/** Writes a ruleset of repolinter as a pack, and names on standard error what has no place in one. */
export async function importRuleset(call: Session & { file: string; options: ImportOptions }): Promise<void> {
  const { io, options } = call
  const refused: string[] = []
  const ruleset = await readRuleset(resolve(io.cwd, call.file), { chain: [], refused })
  const { pack, unsupported, explained } = importRepolinter(ruleset, options.id)
  const { stringify } = await import('yaml')
  const missing = [...refused, ...unsupported]
  const comment = [
    ...missing.map((one) => `# Not imported: ${one}\n`),
    ...explained.map((one) => `# Judged otherwise: ${one}\n`),
  ].join('')
  const text = `${comment}${stringify(pack, { lineWidth: 120 })}`
  for (const one of missing) io.err(`not imported: ${one}\n`)
  for (const one of explained) io.err(`judged otherwise: ${one}\n`)
  if (options.out === undefined) {
    io.out(text)
    return
  }
  const path = resolve(io.cwd, options.out)
  if (existsSync(path)) {
    throw new UsageFailure('file-exists', `${options.out} is there already.`, { hint: 'Name another with --out.' })
  }
  writeFileSync(path, text)
  if (options.quiet !== true) io.err(`${options.out}: written; judge by it with --pack ${options.out}\n`)
}

/** A ruleset with those that it inherits from, its own rules over theirs. */
async function readRuleset(path: string, own: { chain: readonly string[]; refused: string[] }): Promise<unknown> {
  if (own.chain.includes(path)) {
    throw new UsageFailure(
      'ruleset-circle',
      `rulesets inherit from each other in a circle: ${[...own.chain, path].join(' → ')}.`,
    )
  }
  if (!existsSync(path)) throw new UsageFailure('ruleset-missing', `there is no ruleset at ${path}.`)
  const document = await openYaml(path, readFileSync(path, 'utf8'))
  if (document.problems.length > 0) {
    throw new UsageFailure('ruleset-malformed', `${path} is neither JSON nor YAML.`, { details: document.problems })
  }
  const ruleset = document.value
  if (!isMapping(ruleset)) {
    throw new UsageFailure('ruleset-malformed', `${path} holds no ruleset.`, {
      hint: 'One is a mapping with version and rules.',
    })
  }
  const parent = ruleset.extends
  if (typeof parent !== 'string') return ruleset
  if (/^(?:[a-z][a-z+.-]*:|data:)/iu.test(parent) || !/[./]/u.test(parent)) {
    own.refused.push(
      `the rules of ${parent} (extends in ${basename(path)}): only files are read; fetch it and name the file.`,
    )
    return ruleset
  }
  const inherited = await readRuleset(resolve(dirname(path), parent), { ...own, chain: [...own.chain, path] })
  return merged(inherited, ruleset)
}

/** Mappings key by key, lists item by item, as repolinter merges them. */
function merged(base: unknown, over: unknown): unknown {
  if (over === undefined) return base
  if (Array.isArray(base) && Array.isArray(over)) {
    return [...over.map((item: unknown, index) => merged(base[index], item)), ...base.slice(over.length)]
  }
  if (!isMapping(base) || !isMapping(over)) return over
  const keys = new Set([...Object.keys(base), ...Object.keys(over)])
  return Object.fromEntries([...keys].map((key) => [key, merged(base[key], over[key])]))
}
