import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Plugin, rolldown } from 'rolldown'

/** What a start loads before it knows what it is asked for, or for nearly every repository. */
const TAKEN_IN = [
  'commander',
  'fastest-levenshtein',
  'saxes',
  'spdx-exceptions',
  'spdx-expression-parse',
  'spdx-license-ids',
  'xmlchars',
  'yaml',
]
const ENTRIES = ['main', 'judge-thread']
/** What every lint of a checkout loads: one file, with all that it imports. */
const JUDGING = [
  ...['commands/lint', 'lint/judge-fleet', 'lint/judge-one', 'reporters/text'].map((path) => `cli/${path}`),
  'collectors/workdir/open-source',
  ...['pom', 'descriptor', 'java-outline', 'properties', 'property-values', 'sql-script', 'text'],
  ...['leading-comment', 'license-text', 'secrets', 'occurrences', 'reuse-tags', 'reuse-annotations'],
].map((path) => `${path.includes('/') ? '' : 'data/facts/'}${path}.js`)
/** Packages are found from here, wherever `dist` is written. */
const OWN_MANIFEST = fileURLToPath(new URL('../package.json', import.meta.url))

/**
 * Puts the emitted command line into few files: finding and opening a module costs more than most hold, and a lint
 * needs three hundred. Bodies of verbs, reporters and extractors stay files of their own, loaded when asked for; so do
 * data files, and the packages that few runs need. Only `dist/cli` changes: Astro reads the other rooms as they are.
 */
export async function bundle(dist: string): Promise<void> {
  const cli = join(dist, 'cli')
  const graph = importGraph()
  const build = await rolldown({
    cwd: dist,
    input: Object.fromEntries(ENTRIES.map((entry) => [entry, join(cli, `${entry}.js`)])),
    platform: 'node',
    external: (id) => isPackage(id) && !TAKEN_IN.includes(packageOf(id)),
    plugins: [placesOf(dist), graph.plugin],
    onLog: (_level, { code, message }) => {
      // What lint takes in is imported when asked for elsewhere: there it is at hand already.
      if (code !== 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(message)
    },
  })
  const groups = [
    { name: 'start', roots: ['cli/main.js'], priority: 2 },
    { name: 'judging', roots: JUDGING, priority: 1 },
  ].map(({ roots, ...group }) => ({ ...group, test: graph.within(roots.map((root) => join(dist, root))) }))
  const { output } = await build.generate({
    format: 'esm',
    ...{ chunkFileNames: '[name].js', entryFileNames: '[name].js', codeSplitting: { groups } },
  })
  await build.close()
  for (const file of scriptsIn(cli)) rmSync(file)
  const chunks = output.filter((one) => one.type === 'chunk')
  for (const { fileName, code } of chunks) writeFileSync(join(cli, fileName), code)
  writeFileSync(
    join(cli, 'NOTICES.txt'),
    notices(chunks.flatMap(({ moduleIds }) => moduleIds.filter((id) => !id.startsWith(dist)))),
  )
}

// Read by a module of its own: the loader of modules decodes such a file more slowly.
const DATA = '\0data:'

/** What modules find beside themselves they still find, from the folder in which all of them are now. */
function placesOf(dist: string): Plugin {
  const fromCli = (path: string) => `../${relative(dist, path)}`
  return {
    name: 'places',
    resolveId(specifier, importer) {
      if (importer === undefined || !importer.startsWith(dist)) return null
      if (isPackage(specifier)) return this.resolve(specifier, OWN_MANIFEST, { skipSelf: true })
      if (!specifier.endsWith('.json')) return null
      return { id: `${DATA}${fromCli(join(dirname(importer), specifier))}`, moduleSideEffects: false }
    },
    load(id) {
      if (!id.startsWith(DATA)) return null
      const place = `new URL(${JSON.stringify(id.slice(DATA.length))}, import.meta.url)`
      return {
        code: `import { readFileSync } from 'node:fs'\nexport default JSON.parse(readFileSync(${place}, 'utf8'))`,
        moduleType: 'js',
      }
    },
    transform(code, id) {
      if (!id.startsWith(dist) || !code.includes('import.meta.url')) return null
      const place = `new URL(${JSON.stringify(fromCli(id))}, import.meta.url).href`
      return code.replaceAll('import.meta.url', place)
    },
  }
}

/** Who imports whom at once; what is imported when asked for is left out. */
function importGraph() {
  const imported = new Map<string, readonly string[]>()
  const plugin: Plugin = {
    name: 'import-graph',
    buildEnd() {
      for (const id of this.getModuleIds()) imported.set(id, this.getModuleInfo(id)?.importedIds ?? [])
    },
  }
  const within = (roots: readonly string[]) => {
    const reached = new Set<string>()
    const reach = (id: string): void => {
      if (reached.has(id)) return
      reached.add(id)
      imported.get(id)?.forEach(reach)
    }
    return (id: string): boolean => {
      if (reached.size === 0) roots.forEach(reach)
      return reached.has(id)
    }
  }
  return { plugin, within }
}

function isPackage(id: string): boolean {
  return !/^[./\0]/.test(id)
}

function packageOf(id: string): string {
  return id.split('/', id.startsWith('@') ? 2 : 1).join('/')
}

function scriptsIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.js')).map((name) => join(folder, name))
}

/** The licence of every package of which something was taken in; most ask for no more, and none for less. */
function notices(modules: readonly string[]): string {
  const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? [])
  const parts = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const texts = readdirSync(folder)
      .filter((file) => /^licen[cs]e/i.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    const by = typeof author === 'string' ? author : author?.name
    return [`${name} ${version} (${[license, by].filter(Boolean).join(', ')})`, ...texts].join('\n\n')
  })
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
