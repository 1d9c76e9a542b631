import { compileGlobs, type PathMatcher } from '#data/facts/glob.ts'
import { suggestion } from '#data/model/nearest.ts'
import { type ImportTarget, importResolver } from '../module-paths.ts'
import {
  flag,
  type KeyPath,
  mapOf,
  type OptionProblem,
  OptionsFailure,
  optional,
  reading,
  record,
  text,
  texts,
} from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck, type EvidenceNeed, type Scene } from '../rule.ts'

const OPTIONS = record({
  /** Globs of JavaScript and TypeScript files, from the folder of the component. */
  paths: optional(texts('a list of globs'), ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}']),
  except: optional(texts('a list of globs'), ['**/node_modules/**']),
  /** Layers by name, each the globs of its files; the first that a file lies in is its own. */
  layers: mapOf(texts('a list of globs')),
  /** For each layer that has an entry, what it may import beside itself; what it may not is a finding. */
  allowed: mapOf(
    record({
      layers: optional(texts('names of layers'), []),
      /** Names or globs of packages; all of them when left out. */
      packages: optional(texts('names of packages')),
    }),
  ),
  /** Beginnings of specifiers and the folders that they stand for. */
  aliases: optional(mapOf(text('a folder')), {}),
  /** Whether an import of types alone is free. */
  allowsTypes: optional(flag(), false),
  instead: optional(text('what to do instead'), '—'),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS, (options) => {
  const names = Object.keys(options.layers)
  const unknown = (path: KeyPath, name: string): readonly OptionProblem[] => {
    if (names.includes(name)) return []
    return [{ path, at: 'key', message: `there is no layer "${name}".${suggestion(name, names)}` }]
  }
  const problems = Object.entries(options.allowed).flatMap(([name, { layers }]) => [
    ...unknown(['allowed', name], name),
    ...layers.flatMap((layer, index) => unknown(['allowed', name, 'layers', index], layer)),
  ])
  if (problems.length > 0) throw new OptionsFailure(problems)
})

export const moduleImports = defineCheck<Options>({
  id: 'module-imports',
  summary: 'JavaScript and TypeScript files import nothing from layers, or of packages, that their own layer may not.',
  options: read,
  needs: (options, scene) => needsOf(options, scene),
  messages: {
    layer: {
      fr: '{from} importe « {specifier} », de la couche {to} ; à la place : {instead}',
      en: '{from} imports "{specifier}", of the layer {to}; instead: {instead}',
    },
    package: {
      fr: '{from} importe le paquet {to} ; à la place : {instead}',
      en: '{from} imports the package {to}; instead: {instead}',
    },
  },
  judge({ subject, entries, facts }, options) {
    const layers = layersOf(options, subject)
    const layerOf = (path: string) => layers.find(({ holds }) => holds(path))?.name
    const resolve = importResolver(entries)
    const aliases = Object.fromEntries(Object.entries(options.aliases).map(([from, to]) => [from, inRoot(subject, to)]))
    let judged = 0
    const breaches = LANGUAGES.flatMap((language) => [...facts('module-imports', { language })]).flatMap(
      ([path, imports]) => {
        const from = layerOf(path)
        const allowed = from === undefined ? undefined : options.allowed[from]
        if (from === undefined || allowed === undefined) return []
        judged++
        return imports.flatMap(({ specifier, isType, line, column }): Breach[] => {
          if (isType && options.allowsTypes) return []
          const strange = strangeTo(from, { target: resolve(specifier, { from: path, aliases }), allowed, layerOf })
          if (strange === undefined) return []
          const args = { from, specifier, to: strange.to, instead: options.instead }
          return [{ messageId: strange.what, args, location: { path, line, column }, text: specifier }]
        })
      },
    )
    if (judged === 0) return { outcome: 'not-applicable' }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

function strangeTo(
  from: string,
  {
    target,
    allowed,
    layerOf,
  }: {
    readonly target: ImportTarget
    readonly allowed: NonNullable<Options['allowed'][string]>
    readonly layerOf: (path: string) => string | undefined
  },
): { readonly what: 'layer' | 'package'; readonly to: string } | undefined {
  if ('package' in target) {
    const isFree = allowed.packages === undefined || compileGlobs(allowed.packages)(target.package)
    return isFree ? undefined : { what: 'package', to: target.package }
  }
  // A file that is not there lies where it would: generated files have their layer too.
  const to = layerOf('path' in target ? target.path : target.nowhere)
  if (to === undefined || to === from || allowed.layers.includes(to)) return undefined
  return { what: 'layer', to }
}

function layersOf({ layers }: Options, scene: Pick<Scene, 'root'>): readonly { name: string; holds: PathMatcher }[] {
  return Object.entries(layers).map(([name, globs]) => {
    return { name, holds: compileGlobs(globs.map((glob) => inRoot(scene, glob))) }
  })
}

const LANGUAGES = ['dts', 'ts', 'tsx', 'jsx', 'js'] as const
const ENDING_OF: Readonly<Record<(typeof LANGUAGES)[number], RegExp>> = {
  dts: /\.d\.[mc]?ts$/u,
  ts: /(?<!\.d)\.[mc]?ts$/u,
  tsx: /\.tsx$/u,
  jsx: /\.jsx$/u,
  js: /\.[mc]?js$/u,
}

function needsOf({ paths, except }: Options, scene: Scene): readonly EvidenceNeed[] {
  const isMeant = compileGlobs(paths.map((path) => inRoot(scene, path)))
  const isExcepted = compileGlobs(except.map((path) => inRoot(scene, path)))
  const files = scene.entries.map(({ path }) => path).filter((path) => isMeant(path) && !isExcepted(path))
  return LANGUAGES.map((language): EvidenceNeed => {
    const own = files.filter((path) => ENDING_OF[language].test(path))
    return { extractor: 'module-imports', paths: own, options: { language }, separately: true }
  })
}
