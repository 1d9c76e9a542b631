import { readdirSync, readFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const ROOMS = ['data', 'collectors', 'policies', 'cli', 'site'] as const
type Room = (typeof ROOMS)[number]

/** What each room may import of ours, beside itself. */
const MAY_IMPORT: Record<Room, readonly RegExp[]> = {
  data: [],
  collectors: [/^data\/model\//, /^data\/facts\//, /^data\/reference\//],
  policies: [/^data\/model\//, /^data\/facts\//, /^data\/reference\//],
  cli: [/^collectors\//, /^policies\//, /^data\//, /^site\/(?:build|preview|places)\.ts$/],
  site: [/^data\//, /^policies\//],
}

/** Packages and builtins that one place alone may know. */
const KEPT_IN: readonly { readonly import: RegExp; readonly place: RegExp }[] = [
  { import: /^better-sqlite3$/, place: /^data\/store\.ts$/ },
  { import: /^(?:octokit|@octokit\/.*|tar-stream)$/, place: /^collectors\// },
  { import: /^(?:node:)?child_process$/, place: /^collectors\// },
  { import: /^(?:node:)?(?:http|https|net|tls|dgram)$/, place: /^(?:collectors\/|site\/preview\.ts$)/ },
  { import: /^commander$/, place: /^cli\// },
  { import: /^(?:astro|astro:.*|chart\.js.*|markdown-it)$/, place: /^site\// },
]

interface Import {
  readonly file: string
  readonly specifier: string
  /** The imported file of ours, relative to the root; undefined for packages. */
  readonly target: string | undefined
}

const sources = ROOMS.flatMap(filesIn)
const imports = sources.flatMap(importsOf)

describe('the rooms', () => {
  it.each(ROOMS)('%s imports only what it may', (room) => {
    const strangers = imports.filter(
      ({ file, target }) =>
        file.startsWith(`${room}/`) &&
        target !== undefined &&
        !target.startsWith(`${room}/`) &&
        !MAY_IMPORT[room].some((allowed) => allowed.test(target)),
    )
    expect(strangers.map(({ file, specifier }) => `${file} -> ${specifier}`)).toEqual([])
  })

  it('data/model imports nothing but itself, data/facts nothing but itself and the model', () => {
    const strangers = imports.filter(({ file, target }) => {
      if (target === undefined) return false
      if (file.startsWith('data/model/')) return !target.startsWith('data/model/')
      if (file.startsWith('data/facts/')) return !/^data\/(?:model|facts|reference)\//.test(target)
      return false
    })
    expect(strangers.map(({ file, specifier }) => `${file} -> ${specifier}`)).toEqual([])
  })

  it('cross-room imports are written #room/file.ts, so that a crossing is seen in review', () => {
    const hidden = imports.filter(
      ({ file, specifier, target }) =>
        target !== undefined && specifier.startsWith('.') && target.split('/')[0] !== file.split('/')[0],
    )
    expect(hidden.map(({ file, specifier }) => `${file} -> ${specifier}`)).toEqual([])
  })

  it('nothing imports the tests', () => {
    expect(imports.filter(({ target }) => target?.startsWith('tests/')).map(({ file }) => file)).toEqual([])
  })

  it.each(KEPT_IN)('$import is imported by $place alone', ({ import: kept, place }) => {
    const strangers = imports.filter(({ file, specifier }) => kept.test(specifier) && !place.test(file))
    expect(strangers.map(({ file, specifier }) => `${file} -> ${specifier}`)).toEqual([])
  })

  it('console, process.exit, process.env and process.argv stay in cli', () => {
    const uses = sources
      .filter((file) => !file.startsWith('cli/') && extname(file) === '.ts')
      .filter((file) => /\bconsole\.\w|\bprocess\.(?:exit|env|argv|stdout|stderr|cwd)\b/.test(code(file)))
    // The browser has a console and no process: what runs there is checked by the site's own tests.
    expect(uses.filter((file) => !file.startsWith('site/src/scripts/'))).toEqual([])
  })

  it('has no import that runs in a circle between files', () => {
    expect(circles()).toEqual([])
  })
})

function filesIn(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ['.ts', '.astro'].includes(extname(entry.name)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('/.astro/') && !file.includes('node_modules/'))
    .sort()
}

function importsOf(file: string): Import[] {
  const found = code(file).matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g)
  return [...found].map(([, , specifier = '']) => ({ file, specifier, target: targetOf(file, specifier) }))
}

function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) return relative(root, join(root, dirname(file), specifier))
  return undefined
}

/** The source without its comments. */
function code(file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;])\/\/.*$/gm, '')
}

/** Circles among static imports that exist at run time; type imports are erased. */
function circles(): string[] {
  const edges = new Map(sources.map((file) => [file, runtimeTargets(file)]))
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (file: string, trail: readonly string[]): void => {
    if (state.get(file) === 'open') found.push([...trail.slice(trail.indexOf(file)), file].join(' -> '))
    if (state.has(file)) return
    state.set(file, 'open')
    for (const target of edges.get(file) ?? []) visit(target, [...trail, file])
    state.set(file, 'done')
  }
  for (const file of sources) visit(file, [])
  return found
}

function runtimeTargets(file: string): string[] {
  const statements = code(file).matchAll(/^(?:import|export)\b(?!\s+type\b)[^'"]*?\bfrom\s*(['"])([^'"\n]+)\1/gm)
  return [...statements].flatMap(([, , specifier = '']) => targetOf(file, specifier) ?? [])
}
