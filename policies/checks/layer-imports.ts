import { javaNeed, WITHOUT_MEMBERS } from '../java-sources.ts'
import { mapOf, pattern, readOptions, record, text, texts } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  folders: texts('folders of Java sources'),
  /** Beginning of a package that says whose it is, before its layers begin. */
  componentRoot: pattern(),
  /** Layer by name, each with the package segments that mark it; the first segment met decides. */
  layers: mapOf(texts('package segments')),
  /** Layers that are judged. */
  in: texts('names of layers'),
  /** Simple names of classes that these layers may not import. */
  forbidden: pattern(),
  instead: text('what to go through'),
})

const read = (value: unknown) => readOptions(OPTIONS, value)

export const layerImports = defineCheck<ReturnType<typeof read>>({
  id: 'layer-imports',
  summary: 'Classes of some layers do not import classes that only a deeper layer may use.',
  options: read,
  needs: ({ folders }, subject) => [{ ...javaNeed(folders, subject), separately: true }],
  messages: {
    forbidden: {
      fr: 'la couche {layer} importe {imported} ; passer par {instead}',
      en: 'layer {layer} imports {imported}; go through {instead}',
    },
  },
  judge({ facts }, options) {
    let judged = 0
    const breaches = [...facts('java-outline', WITHOUT_MEMBERS)].flatMap(([path, outline]): Breach[] => {
      const layer = layerOf(outline.package?.name ?? '', options)
      if (layer === undefined || !options.in.includes(layer)) return []
      judged++
      return outline.imports
        .filter((each) => classesIn(each.name).some((name) => options.forbidden.test(name)))
        .map(({ name, line }) => {
          const args = { layer, imported: name, instead: options.instead }
          return { messageId: 'forbidden', args, location: { path, line }, text: name }
        })
    })
    if (judged === 0) return { outcome: 'not-applicable' }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

/** The layer of a package; undefined for those (`util`, `exception`...) that are in none. Never from a class name. */
function layerOf(
  packageName: string,
  { componentRoot, layers }: Pick<ReturnType<typeof read>, 'componentRoot' | 'layers'>,
): string | undefined {
  const segments = packageName.split('.')
  let start = segments.length
  while (start > 0 && !componentRoot.test(segments.slice(0, start).join('.'))) start--
  for (const segment of segments.slice(start)) {
    const layer = Object.keys(layers).find((name) => layers[name]?.includes(segment))
    if (layer !== undefined) return layer
  }
  return undefined
}

/** Simple names in an import: the class, its member types, for a static import the class before the member. */
function classesIn(imported: string): readonly string[] {
  return imported.split('.').filter((segment) => /^[A-Z]/u.test(segment))
}
