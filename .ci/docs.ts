/**
 * Writes what is generated and committed: compiled rule packs, data dictionary, registers, command reference, schemas for editors.
 * `--check` writes nothing and exits 1 when a page is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { configReference } from '#cli/config-reference.ts'
import { buildProgram } from '#cli/program.ts'
import { editorSchemas } from '#cli/schemas.ts'
import { dataDictionary } from '#data/data-dictionary.ts'
import { metricsReference } from '#data/metrics/reference.ts'
import { registerReference } from '#data/register-reference.ts'
import { compileMethod, compilePacks } from './compile-packs.ts'

interface Page {
  /** Relative to the root. */
  readonly path: string
  readonly content: string
}

const compiled = await compilePacks()

const pages: readonly Page[] = [
  { path: 'policies/packs/compiled.json', content: compiled.packs },
  { path: 'policies/packs/ggi/compiled.json', content: await compileMethod() },
  { path: 'policies/packs/proven-patterns.json', content: compiled.patterns },
  { path: 'site/src/content/reference/data-dictionary.md', content: dataDictionary() },
  { path: 'site/src/content/reference/registers.md', content: registerReference() },
  { path: 'site/src/content/reference/metrics.md', content: metricsReference() },
  { path: 'site/src/content/reference/command-line.md', content: await commandReference() },
  { path: 'site/src/content/reference/configuration.md', content: configReference() },
  ...editorSchemas().map(({ name, schema }) => {
    return { path: `cli/schemas/${name}.json`, content: `${JSON.stringify(schema, null, 1)}\n` }
  }),
]
const stale = pages.filter(({ path, content }) => read(path) !== content)

for (const { path, content } of stale) {
  if (process.argv.includes('--check')) console.error(`${path} is stale. Run: npm run docs`)
  else write(path, content)
}
if (process.argv.includes('--check') && stale.length > 0) process.exitCode = 1

function located(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}

function read(path: string): string | null {
  return existsSync(located(path)) ? readFileSync(located(path), 'utf8') : null
}

function write(path: string, content: string): void {
  mkdirSync(dirname(located(path)), { recursive: true })
  writeFileSync(located(path), content)
  console.log(`wrote ${path}`)
}

/** Every verb with its options, as the program itself says them. */
async function commandReference(): Promise<string> {
  const silent = {
    out: () => {},
    err: () => {},
    env: {},
    cwd: '.',
    isTerminal: false,
    hasColor: false,
    now: () => new Date(0),
  }
  const program = await buildProgram({ io: silent, signal: new AbortController().signal, exit: () => {} })
  const intro = '# Command line\n\nGenerated from the program itself by `npm run docs`.\n'
  const common = `## Options of every command\n\n${optionTable(program)}`
  return [intro, ...leaves(program).map(verbReference), common].join('\n')
}

function leaves(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leaves)
}

function verbReference(command: Command): string {
  const names: string[] = []
  for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name())
  const usage = command.usage().replace('[options] ', '').replace('[options]', '').trim()
  return `## \`${[...names, usage].join(' ').trim()}\`\n\n${command.description()}\n${command.options.length === 0 ? '' : `\n${optionTable(command)}`}`
}

function optionTable(command: Command): string {
  const rows = command.options.map(
    ({ flags, description, argChoices, defaultValue }) =>
      `| \`${flags.replaceAll('|', '\\|')}\` | ${description}${argChoices ? `: ${argChoices.join(', ')}` : ''}${
        defaultValue === undefined || typeof defaultValue === 'boolean' ? '' : ` (default: ${defaultValue})`
      } |`,
  )
  return `| Option | |\n|---|---|\n${rows.join('\n')}\n`
}
