import { compileGlobs } from '#data/facts/glob.ts'
import { bare, namesInPlatform } from '../../component-names.ts'
import { reading, record, text, texts } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'
import { sqlPlace, upgradeStep } from '../../sql-places.ts'
import { compareVersions } from '../../versions.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  paths: texts('globs of upgrade scripts, from the folder of the component'),
})

const read = reading(OPTIONS)

export const sqlUpgrades = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/sql-upgrades',
  summary: 'No upgrade script of the component leads beyond the version of the build file.',
  options: read,
  needs: ({ descriptors }, subject) => [{ extractor: 'descriptor', paths: [inRoot(subject, descriptors)] }],
  messages: {
    ahead: {
      fr: 'ce script mène à {to}, le composant en est à {version}',
      en: 'this script leads to {to}, the component is at {version}',
    },
    undotted: {
      fr: 'la version {to} est écrite sans point : elle ne se compare pas',
      en: 'version {to} is written without dots: it cannot be compared',
    },
    unresolved: {
      fr: 'la version du composant n’est pas connue ici : {version}',
      en: 'the version of the component is not known here: {version}',
    },
  },
  judge({ subject, entries, facts }, { paths }) {
    const own = namesInPlatform(subject, facts('descriptor').values())
    const isMeant = compileGlobs(paths)
    const start = inRoot(subject, '').length
    const steps = entries.flatMap(({ path }) => {
      const within = path.startsWith(inRoot(subject, '')) ? path.slice(start) : ''
      const place = isMeant(within) ? sqlPlace(within, subject) : null
      // Scripts beside those of another plugin go by the versions of that plugin.
      const step = place !== null && own.has(bare(place.component)) ? upgradeStep(place.file) : null
      return step === null ? [] : [{ path, ...step }]
    })
    const version = subject.names.version ?? ''
    if (steps.length === 0 || version === '') return { outcome: 'not-applicable' }
    if (version.includes('${')) return { outcome: 'unknown', messageId: 'unresolved', args: { version } }
    const breaches = steps.flatMap(({ path, to }): Breach[] => {
      const location = { path }
      if (!to.includes('.')) return [{ messageId: 'undotted', args: { to }, location, text: to, severity: 'info' }]
      return compareVersions(to, version) > 0 ? [{ messageId: 'ahead', args: { to, version }, location, text: to }] : []
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
