import { bare, namesInPlatform } from '../../component-names.ts'
import { optional, reading, record, text, texts } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'
import { sqlPlace } from '../../sql-places.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  paths: texts('globs of scripts, from the folder of the component'),
  /** Prefixes of tables that several components share. */
  shared: optional(texts('prefixes'), []),
})

const read = reading(OPTIONS)

export const sqlTables = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/sql-tables',
  summary: 'Tables begin with the name of the component, or of its host.',
  options: read,
  needs: ({ descriptors, paths }, subject) => [
    { extractor: 'descriptor', paths: [inRoot(subject, descriptors)] },
    { extractor: 'sql-script', paths: paths.map((path) => inRoot(subject, path)), separately: true },
  ],
  messages: {
    prefix: {
      fr: 'la table {table} ne commence par aucun des noms attendus : {prefixes}',
      en: 'the table {table} begins with none of the expected names: {prefixes}',
    },
  },
  judge({ subject, facts }, { shared }) {
    const own = namesInPlatform(subject, facts('descriptor').values())
    const { short, host, module } = subject.names
    const names = [
      ...own,
      ...[short, host, module].flatMap((name) => (name === undefined ? [] : [bare(name)])),
      ...shared,
    ]
    const prefixes = [...new Set(names)]
    const start = inRoot(subject, '').length
    let judged = 0
    const breaches = [...facts('sql-script')].flatMap(([path, { tables }]) => {
      const place = sqlPlace(path.slice(start), subject)
      if (place === null) return []
      return tables.flatMap(({ name: table, line }): Breach[] => {
        judged++
        const begins = [...prefixes, bare(place.component)].some((prefix) => bare(table).startsWith(prefix))
        if (begins) return []
        return [{ messageId: 'prefix', args: { table, prefixes }, location: { path, line }, text: table }]
      })
    })
    if (judged === 0) return { outcome: 'not-applicable' }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
