import type { JavaImport, JavaOutline } from '#data/facts/shapes/java-outline.ts'
import { SEVERITIES } from '#data/model/vocabulary.ts'
import { javaNeed, WITH_MEMBERS, WITHOUT_MEMBERS } from '../java-sources.ts'
import { choice, flag, listOf, mapOf, optional, pattern, reading, record, text, texts } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  folders: texts('folders of Java sources'),
  /** Sources of tests: read without members, as nobody asks for theirs. */
  areTests: optional(flag(), false),
  /** Beginning of a package that says whose it is, before its layers begin. */
  componentRoot: optional(pattern()),
  /** Layer by name, each with the package segments that mark it; the first segment met decides. */
  layers: optional(mapOf(texts('package segments')), {}),
  /** Layers that are judged; files of any layer and of none when left out. */
  in: optional(texts('names of layers')),
  /** Imports that are not to be; the first that fits is the one that is said. */
  forbidden: listOf(
    record({
      /** The qualified name as it is imported; `a.b.*` for a wildcard. */
      import: optional(pattern()),
      except: optional(pattern()),
      /** The layer of what is imported. */
      layer: optional(text('the name of a layer')),
      /** Only for files whose main type is called so, and not so. */
      from: optional(pattern()),
      exceptFrom: optional(pattern()),
      severity: optional(choice(SEVERITIES)),
    }),
  ),
  /** Enumerations of the component's own hold values, whatever layer they lie in. */
  allowsOwnEnums: optional(flag(), false),
  instead: text('what to go through'),
  /** One finding for the whole component, with numbers, instead of one for each import. */
  isSummed: optional(flag(), false),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS)

const outlineFor = ({ areTests }: Options) => (areTests ? WITHOUT_MEMBERS : WITH_MEMBERS)

export const javaImports = defineCheck<Options>({
  id: 'java-imports',
  summary: 'Java files, of some layers or all, do not import what they should reach another way or not at all.',
  options: read,
  needs: (options, subject) => [{ ...javaNeed(options.folders, subject, outlineFor(options)), separately: true }],
  messages: {
    forbidden: {
      fr: '{imported} est importé ; à la place : {instead}',
      en: '{imported} is imported; instead: {instead}',
    },
    summed: {
      fr: '{files} fichiers sur {total} importent ce qui n’est pas encore de mise ({imported}) ; à la place : {instead}',
      en: '{files} files of {total} import what is not in its place yet ({imported}); instead: {instead}',
    },
  },
  judge({ facts }, options) {
    const outlines = [...facts('java-outline', outlineFor(options))]
    const layerOf = layerFinder(options)
    const judged = outlines.filter(([, outline]) => {
      const layer = layerOf(outline.package?.name ?? '')
      return options.in === undefined || (layer !== undefined && options.in.includes(layer))
    })
    if (judged.length === 0) return { outcome: 'not-applicable' }
    const enums = options.allowsOwnEnums ? enumsOf(outlines.map(([, outline]) => outline)) : new Set()
    const suspectsOf = suspectFinder(options, layerOf)
    const breaches = judged.flatMap(([path, outline]) =>
      outline.imports.flatMap((each): Breach[] => {
        const found = suspectsOf(each).find((one) => isMeantFor(one, outline))
        if (found === undefined || enums.has(each.name)) return []
        const args = { imported: qualified(each), instead: options.instead }
        const { severity } = found
        const location = { path, line: each.line }
        return [{ messageId: 'forbidden', args, location, text: each.name, ...(severity && { severity }) }]
      }),
    )
    const [first] = breaches
    if (first === undefined) return { outcome: 'pass' }
    if (!options.isSummed) return { outcome: 'fail', breaches }
    const files = new Set(breaches.map(({ location }) => location?.path)).size
    const imported = [...new Set(breaches.map(({ text = '' }) => text))]
    const args = { files, total: judged.length, imported, instead: options.instead }
    return { outcome: 'fail', breaches: [{ ...first, messageId: 'summed', args, text: 'summed' }] }
  },
})

type Forbidden = Options['forbidden'][number]

/** What is forbidden of an import, whatever the file: worked out once for all files that have it. */
function suspectFinder(options: Options, layerOf: LayerOf): (each: JavaImport) => readonly Forbidden[] {
  const known = new Map<string, readonly Forbidden[]>()
  return (each) => {
    const name = qualified(each)
    const suspects =
      known.get(name) ??
      options.forbidden.filter(
        (one) =>
          one.import?.test(name) !== false &&
          one.except?.test(name) !== true &&
          (one.layer === undefined || layerOf(packageOf(each.name)) === one.layer),
      )
    known.set(name, suspects)
    return suspects
  }
}

function isMeantFor(one: Forbidden, outline: JavaOutline): boolean {
  const from = outline.types[0]?.name ?? ''
  return one.from?.test(from) !== false && one.exceptFrom?.test(from) !== true
}

function qualified({ name, isWildcard }: JavaImport): string {
  return isWildcard ? `${name}.*` : name
}

function enumsOf(outlines: readonly JavaOutline[]): ReadonlySet<string> {
  const names = outlines.flatMap(({ package: own, types }) =>
    types.filter(({ kind }) => kind === 'enum').map(({ name }) => `${own?.name}.${name}`),
  )
  return new Set(names)
}

/** The segments before the first that is a class. */
function packageOf(qualifiedName: string): string {
  const end = qualifiedName.search(/\.[A-Z]/u)
  return end === -1 ? qualifiedName : qualifiedName.slice(0, end)
}

type LayerOf = (packageName: string) => string | undefined

/** The layer of a package; undefined for those (`util`, `exception`...) in none. Never from a class name. */
function layerFinder({ componentRoot, layers }: Options): LayerOf {
  const names = Object.keys(layers)
  // Hundreds of files import the same few packages.
  const known = new Map<string, string | undefined>()
  const find: LayerOf = (packageName) => {
    const segments = packageName.split('.')
    let start = segments.length
    while (start > 0 && componentRoot?.test(segments.slice(0, start).join('.')) !== true) start--
    // Names of others' packages mean nothing here: javax.ws.rs is no layer.
    if (componentRoot !== undefined && start === 0) return undefined
    for (const segment of segments.slice(start)) {
      const layer = names.find((name) => layers[name]?.includes(segment))
      if (layer !== undefined) return layer
    }
    return undefined
  }
  return (packageName) => {
    if (names.length === 0) return undefined
    if (!known.has(packageName)) known.set(packageName, find(packageName))
    return known.get(packageName)
  }
}
