import { PLATFORM_LINES } from '#data/model/vocabulary.ts'
import { choice, listOf, optional, reading, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  paths: texts('globs of scripts, from the folder of the component'),
  /** Lines in which a component is judged only when one script has the header already. */
  onceBegun: optional(listOf(choice(PLATFORM_LINES)), []),
})

const read = reading(OPTIONS)

export const sqlHeader = defineCheck<ReturnType<typeof read>>({
  id: 'sql-header',
  summary: 'SQL scripts begin with the header that the migration tool asks for, and name a changeset.',
  options: read,
  needs: ({ paths }, subject) => [
    { extractor: 'sql-script', paths: paths.map((path) => inRoot(subject, path)), separately: true },
  ],
  messages: {
    missing: {
      fr: 'pas de ligne « --liquibase formatted sql » : l’outil passe ce script',
      en: 'no line "--liquibase formatted sql": the tool passes this script over',
    },
    late: {
      fr: 'la ligne « --liquibase formatted sql » n’est pas la première',
      en: 'the line "--liquibase formatted sql" is not the first',
    },
    changeset: {
      fr: 'pas de ligne « --changeset » sous l’en-tête',
      en: 'no line "--changeset" below the header',
    },
  },
  judge({ subject, facts }, { onceBegun }) {
    const all = [...facts('sql-script')]
    const scripts = all.filter(([, script]) => !script.isEmpty)
    const isBegun = all.some(([, { header }]) => header !== null)
    const isOptional = subject.line !== null && onceBegun.includes(subject.line)
    if (scripts.length === 0 || (isOptional && !isBegun)) return { outcome: 'not-applicable' }
    const breaches = scripts.flatMap(([path, { header, changesets }]): Breach[] => {
      if (header === null) return [{ messageId: 'missing', args: {}, location: { path } }]
      if (!header.isFirst) return [{ messageId: 'late', args: {}, location: { path, line: header.line } }]
      if (changesets.length === 0) return [{ messageId: 'changeset', args: {}, location: { path, line: header.line } }]
      return []
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
