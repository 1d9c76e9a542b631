import { compileGlobs } from '#data/facts/glob.ts'
import { optional, reading, record, texts } from '../options.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  paths: texts('globs of files that should not be there'),
  /** Globs of files that may, whatever they are called. */
  except: optional(texts('a list of globs'), []),
})

const read = reading(OPTIONS)

export const fileAbsent = defineCheck<ReturnType<typeof read>>({
  id: 'file-absent',
  summary: 'No file matches the names of what should not be kept.',
  options: read,
  needs: () => [],
  messages: {
    present: {
      fr: 'fichiers qui n’ont pas leur place dans le dépôt : {count} ({pattern}) : {found}',
      en: 'files that have no place in the repository: {count} ({pattern}): {found}',
    },
  },
  judge({ entries }, { paths, except }) {
    const isMeant = compileGlobs(paths)
    const isExcepted = compileGlobs(except)
    const kept = entries.map((entry) => entry.path).filter((path) => isMeant(path) && !isExcepted(path))
    // One finding for each kind of leftover: a `target` folder is one thing to mend, not five hundred.
    const breaches = paths.flatMap((pattern) => {
      const found = kept.filter(compileGlobs([pattern]))
      const [first] = found
      if (first === undefined) return []
      const args = { count: found.length, pattern, found }
      return [{ messageId: 'present', args, location: { path: first }, text: pattern }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
