import { compileGlobs } from '#data/facts/glob.ts'
import { optional, reading, record, texts } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  paths: texts('globs of files that are searched'),
  except: optional(texts('globs of files that others wrote, or that hold samples'), []),
})

const read = reading(OPTIONS)

export const secretsAbsent = defineCheck<ReturnType<typeof read>>({
  id: 'secrets-absent',
  summary: 'No file holds a token or key of a well-known form; what was found is never shown.',
  options: read,
  needs: ({ paths, except }, { entries }) => {
    const isMeant = compileGlobs(paths)
    const isExcepted = compileGlobs(except)
    const meant = entries.filter(
      ({ path, size, mode }) => size > 0 && mode !== '120000' && isMeant(path) && !isExcepted(path),
    )
    return [{ extractor: 'secrets', paths: meant.map(({ path }) => path), separately: true }]
  },
  messages: {
    found: {
      fr: 'un secret de la forme {kind} est écrit ici ({shown}, valeur masquée)',
      en: 'a secret of the form {kind} stands here ({shown}, value masked)',
    },
  },
  judge({ facts }) {
    const files = facts('secrets')
    if (files.size === 0) return { outcome: 'not-applicable' }
    const breaches = [...files].flatMap(([path, { found }]) =>
      found.map(({ kind, shown, isOftenPublic, line, column }): Breach => {
        const location = { path, line, column }
        const breach = { messageId: 'found', args: { kind, shown }, location, text: kind }
        return isOftenPublic ? { ...breach, severity: 'warning' } : breach
      }),
    )
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
