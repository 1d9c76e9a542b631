import { compileGlobs } from '#data/facts/glob.ts'
import { bundleName, KEY_OPTIONS, splitKey } from '../../bundle-keys.ts'
import { BUNDLE_OPTIONS, bundlesOf } from '../../bundles.ts'
import { optional, reading, record, texts } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  ...BUNDLE_OPTIONS,
  ...KEY_OPTIONS,
  templates: texts('globs of templates, from the folder of the component'),
  except: optional(texts('globs of files that others wrote or tools made'), []),
})

const read = reading(OPTIONS)

// Keys put together in the template (`#i18n{x.${y}}`) cannot be judged.
const KEYS = {
  mask: 'template-comments',
  patterns: { key: String.raw`#i18n\{\s*([A-Za-z][\w.\-]*)\s*\}` },
  isProven: true,
} as const

export const templateKeys = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/template-keys',
  summary: 'Translation keys in templates are in the component’s own bundle, when they lead to one.',
  options: read,
  needs: ({ paths, templates, except }, scene) => {
    const isMeant = compileGlobs(templates.map((path) => inRoot(scene, path)))
    const isExcepted = compileGlobs(except)
    const judged = scene.entries.map(({ path }) => path).filter((path) => isMeant(path) && !isExcepted(path))
    return [
      { extractor: 'occurrences', paths: judged, options: KEYS, separately: true },
      { extractor: 'properties', paths: paths.map((path) => inRoot(scene, path)) },
    ]
  },
  messages: {
    missing: {
      fr: 'clés absentes de {bundle} : {count}, par exemple {keys}',
      en: 'keys that {bundle} does not have: {count}, such as {keys}',
    },
  },
  judge(evidence, options) {
    const properties = evidence.facts('properties')
    const byPrefix = new Map(
      bundlesOf(evidence, options).flatMap((bundle) => {
        const named = bundleName(bundle.base, options)
        // Without a default file every key misses, which another rule says in one finding.
        if (named === null || bundle.default === undefined) return []
        const keys = new Set(properties.get(bundle.default)?.entries.map(({ key }) => key))
        return [[named.prefix, { name: bundle.default.slice(bundle.default.lastIndexOf('/') + 1), keys }] as const]
      }),
    )
    let judged = 0
    const breaches = [...evidence.facts('occurrences', KEYS)].flatMap(([path, { key: found = [] }]): Breach[] => {
      const missing = found.flatMap(({ groups, line }) => {
        const [key] = groups
        const { prefix, rest } = splitKey(key ?? '')
        const bundle = byPrefix.get(prefix)
        if (bundle === undefined) return []
        judged++
        return bundle.keys.has(rest) ? [] : [{ key: key ?? '', line, bundle: bundle.name }]
      })
      const [first] = missing
      if (first === undefined) return []
      const keys = [...new Set(missing.map(({ key }) => key))]
      const args = { bundle: first.bundle, count: keys.length, keys }
      return [{ messageId: 'missing', args, location: { path, line: first.line }, text: first.key }]
    })
    if (judged === 0) return { outcome: 'not-applicable' }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
