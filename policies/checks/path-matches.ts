import { compileGlobs } from '#data/facts/glob.ts'
import { listOf, pattern, reading, record, text, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  paths: texts('globs of the files that are judged, from the folder of the component'),
  /** A path is fine when it matches one of them. */
  forms: listOf(record({ pattern: pattern(), form: text('the form in words') })),
})

const read = reading(OPTIONS)

export const pathMatches = defineCheck<ReturnType<typeof read>>({
  id: 'path-matches',
  summary: 'The paths of some files have one of the forms that a tool understands.',
  options: read,
  needs: () => [],
  messages: {
    form: {
      fr: 'chemin non reconnu ; formes attendues : {forms}',
      en: 'the path is not understood; expected forms: {forms}',
    },
  },
  judge({ subject, entries }, { paths, forms }) {
    const isMeant = compileGlobs(paths)
    const root = inRoot(subject, '')
    const found = entries
      .filter((entry) => entry.path.startsWith(root))
      .map((entry) => entry.path.slice(root.length))
      .filter(isMeant)
    if (found.length === 0) return { outcome: 'not-applicable' }
    const unknown = found.filter((path) => !forms.some((each) => each.pattern.test(path)))
    const breaches = unknown.map((path): Breach => {
      const location = { path: inRoot(subject, path) }
      return { messageId: 'form', args: { forms: forms.map((each) => each.form) }, location }
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
