import { bundleName, KEY_OPTIONS } from '../../bundle-keys.ts'
import { BUNDLE_OPTIONS, bundlesOf } from '../../bundles.ts'
import { reading, record } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({ ...BUNDLE_OPTIONS, ...KEY_OPTIONS })
const read = reading(OPTIONS)

export const bundlePrefix = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/bundle-prefix',
  summary: 'Keys in a file of texts do without the prefix with which the platform finds the file.',
  options: read,
  needs: ({ paths }, subject) => [{ extractor: 'properties', paths: paths.map((path) => inRoot(subject, path)) }],
  messages: {
    all: {
      fr: 'toutes les clés commencent par {prefix}, que la plateforme ôte avant de chercher : aucune n’est trouvée',
      en: 'every key begins with {prefix}, which the platform takes off before it looks: none is found',
    },
    some: {
      fr: '{count} clés sur {total} commencent par {prefix} : {keys}',
      en: '{count} keys of {total} begin with {prefix}: {keys}',
    },
  },
  judge(evidence, options) {
    const properties = evidence.facts('properties')
    const judged = bundlesOf(evidence, options).flatMap((bundle) => {
      const named = bundleName(bundle.base, options)
      const entries = bundle.default === undefined ? undefined : properties.get(bundle.default)?.entries
      if (named === null || bundle.default === undefined || entries === undefined || entries.length === 0) return []
      return [{ path: bundle.default, prefix: named.prefix, keys: entries.map(({ key }) => key) }]
    })
    if (judged.length === 0) return { outcome: 'not-applicable' }
    const breaches = judged.flatMap(({ path, prefix, keys }): Breach[] => {
      const prefixed = keys.filter((key) => key.startsWith(prefix))
      if (prefixed.length === 0) return []
      const location = { path }
      if (prefixed.length === keys.length) return [{ messageId: 'all', args: { prefix }, location, text: prefix }]
      const args = { count: prefixed.length, total: keys.length, prefix, keys: prefixed }
      return [{ messageId: 'some', args, location, text: prefix, severity: 'info' }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
