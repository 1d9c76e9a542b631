import { reading, record } from '../../options.ts'
import { annotationNeeds, bulkFiles } from '../../reuse.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({})
const read = reading(OPTIONS)

export const reuseBulkReadable = defineCheck<ReturnType<typeof read>>({
  id: 'reuse/bulk-readable',
  summary: 'Files that speak for many files at once are REUSE.toml, and can be read.',
  options: read,
  needs: annotationNeeds,
  messages: {
    invalid: {
      fr: 'ce fichier n’est pas un REUSE.toml, rien n’en vaut : {reason}',
      en: 'this file is no REUSE.toml, nothing of it holds: {reason}',
    },
    both: {
      fr: '.reuse/dep5 et {toml} ne peuvent pas aller ensemble',
      en: '.reuse/dep5 and {toml} cannot stand together',
    },
    deprecated: {
      fr: '.reuse/dep5 est une forme ancienne, remplacée par REUSE.toml',
      en: '.reuse/dep5 is an old form, replaced by REUSE.toml',
    },
  },
  judge(evidence) {
    const files = bulkFiles(evidence)
    if (files.length === 0) return { outcome: 'not-applicable' }
    const dep5 = files.find(({ path }) => path === '.reuse/dep5')
    const toml = files.find((file) => file !== dep5)
    const breaches = files.flatMap(({ path, problem }): Breach[] => {
      if (problem === null) return []
      const { reason, line } = problem
      return [{ messageId: 'invalid', args: { reason }, location: { path, line }, text: reason }]
    })
    if (dep5 !== undefined) {
      const { path } = dep5
      if (toml === undefined)
        breaches.push({ messageId: 'deprecated', args: {}, location: { path }, text: path, severity: 'info' })
      else breaches.push({ messageId: 'both', args: { toml: toml.path }, location: { path }, text: path })
    }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
