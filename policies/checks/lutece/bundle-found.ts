import { bundleName, KEY_OPTIONS } from '../../bundle-keys.ts'
import { BUNDLE_OPTIONS, bundlesOf } from '../../bundles.ts'
import { choice, reading, record } from '../../options.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  ...BUNDLE_OPTIONS,
  ...KEY_OPTIONS,
  /** `formula`: some key leads to it; `sources`: its package is one that the sources use. */
  asks: choice(['formula', 'sources']),
})

const read = reading(OPTIONS)

export const bundleFound = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/bundle-found',
  summary: 'The place and name of each bundle of texts are those to which keys lead.',
  options: read,
  needs: () => [],
  messages: {
    unreachable: {
      fr: 'aucune clé ne mène à {bundle} ; attendu : {expected}',
      en: 'no key leads to {bundle}; expected: {expected}',
    },
    stranger: {
      fr: '{bundle} se trouve dans le paquet {package}, que les sources n’utilisent pas',
      en: '{bundle} lies in package {package}, which the sources do not use',
    },
  },
  judge(evidence, options) {
    const bundles = bundlesOf(evidence, options)
    if (bundles.length === 0) return { outcome: 'not-applicable' }
    const sources = evidence.entries.map(({ path }) => path).filter((path) => /\.(?:java|kt|groovy)$/u.test(path))
    const hasReached = bundles.some(({ base }) => bundleName(base, options) !== null)
    let judged = 0
    const breaches = bundles.flatMap((bundle): Breach[] => {
      const [path] = [bundle.default, ...bundle.byLanguage.values()].filter((each) => each !== undefined)
      if (path === undefined) return []
      const named = bundleName(bundle.base, options)
      const shown = bundle.base.slice(bundle.base.lastIndexOf('/') + 1)
      // Beside a bundle that keys reach, one that they do not is the business of the other question alone.
      if (options.asks === 'sources' && named === null && hasReached) return []
      judged++
      if (named === null) {
        const args = { bundle: shown, expected: expectedIn(options.groups) }
        return [{ messageId: 'unreachable', args, location: { path }, text: bundle.base }]
      }
      if (options.asks === 'formula' || sources.some((source) => source.includes(`/${named.root}/`))) return []
      const args = { bundle: shown, package: named.root.replaceAll('/', '.') }
      return [{ messageId: 'stranger', args, location: { path }, text: bundle.base }]
    })
    if (judged === 0) return { outcome: 'not-applicable' }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

function expectedIn(groups: readonly string[]): readonly string[] {
  return [...new Set(groups)].flatMap((group) => {
    const plugins = `${group.replaceAll('.', '/')}/plugins/<plugin>`
    return [`${plugins}/resources/<plugin>_messages`, `${plugins}/modules/<module>/resources/<module>_messages`]
  })
}
