import { bundleName, KEY_OPTIONS, splitKey } from '../../bundle-keys.ts'
import { BUNDLE_OPTIONS, bundlesOf } from '../../bundles.ts'
import { bare, declaredComponents } from '../../component-names.ts'
import { reading, record, text } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({ ...BUNDLE_OPTIONS, ...KEY_OPTIONS, descriptors: text('a glob of descriptors') })

const read = reading(OPTIONS)

/** Dotted words without blanks; a sentence is no key. */
const KEY = /^[A-Za-z][\w-]*(?:\.[\w-]+)+$/u

export const descriptorLabels = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/descriptor-labels',
  summary: 'Texts of the plugin descriptor that are translation keys lead to a text.',
  options: read,
  needs: ({ descriptors, paths }, subject) => [
    { extractor: 'descriptor', paths: [inRoot(subject, descriptors)] },
    { extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] },
    { extractor: 'properties', paths: paths.map((path) => inRoot(subject, path)) },
  ],
  messages: {
    missing: {
      fr: '<{element}> porte la clé {key}, que {bundle} n’a pas',
      en: '<{element}> bears the key {key}, which {bundle} does not have',
    },
    nowhere: {
      fr: '<{element}> porte la clé {key}, qui ne mène à aucun fichier de textes de ce composant ni d’une dépendance',
      en: '<{element}> bears the key {key}, which leads to no file of texts of this component or of a dependency',
    },
  },
  judge(evidence, options) {
    const { subject, facts } = evidence
    const properties = facts('properties')
    const keysByPrefix = new Map(
      bundlesOf(evidence, options).flatMap((bundle) => {
        const named = bundleName(bundle.base, options)
        if (named === null) return []
        // Without a default file the others say which keys there are; that it is missing is told elsewhere.
        const files = bundle.default === undefined ? [...bundle.byLanguage.values()] : [bundle.default]
        const keys = new Set(files.flatMap((path) => properties.get(path)?.entries.map(({ key }) => key) ?? []))
        return [[named.prefix, { keys, name: bundle.base.slice(bundle.base.lastIndexOf('/') + 1) }] as const]
      }),
    )
    const declared = declaredComponents(subject, facts('pom').get(inRoot(subject, 'pom.xml')))
    const labels = [...facts('descriptor')].flatMap(([path, descriptor]) =>
      descriptor.labels.filter((label) => KEY.test(label.text)).map((label) => ({ ...label, path })),
    )
    if (labels.length === 0) return { outcome: 'not-applicable' }
    const breaches = labels.flatMap(({ element, text: key, path, line }): Breach[] => {
      const { prefix, rest } = splitKey(key)
      const own = keysByPrefix.get(prefix)
      const location = { path, line }
      if (own !== undefined) {
        if (own.keys.has(rest)) return []
        return [{ messageId: 'missing', args: { element, key, bundle: own.name }, location, text: key }]
      }
      const component = bare(prefix.replace(/^module\./u, '').replaceAll('.', ''))
      if (prefix.startsWith('portal.') || declared.has(component)) return []
      return [{ messageId: 'nowhere', args: { element, key }, location, text: key }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
