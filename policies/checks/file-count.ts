import { compileGlobs } from '#data/facts/glob.ts'
import { count, optional, readOptions, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  paths: texts('a list of globs, from the folder of the component'),
  least: optional(count(), 0),
  most: optional(count()),
})

const read = (value: unknown) => readOptions(OPTIONS, value)

export const fileCount = defineCheck<ReturnType<typeof read>>({
  id: 'file-count',
  summary: 'As many files match as there should be: no fewer, no more.',
  options: read,
  needs: () => [],
  messages: {
    fewer: {
      fr: 'fichiers trouvés : {count}, il en faut au moins {least} ({paths})',
      en: 'files found: {count}, at least {least} are needed ({paths})',
    },
    more: {
      fr: 'fichiers trouvés : {count}, il en faut au plus {most} : {found}',
      en: 'files found: {count}, at most {most} may be there: {found}',
    },
  },
  judge({ subject, entries }, { paths, least, most }) {
    const isMeant = compileGlobs(paths.map((path) => inRoot(subject, path)))
    const found = entries.map((entry) => entry.path).filter(isMeant)
    if (found.length < least) {
      const args = { count: found.length, least, paths }
      return { outcome: 'fail', breaches: [{ messageId: 'fewer', args, text: 'fewer' }] }
    }
    const [first] = found
    if (most === undefined || found.length <= most || first === undefined) return { outcome: 'pass' }
    const args = { count: found.length, most, found }
    return { outcome: 'fail', breaches: [{ messageId: 'more', args, location: { path: first }, text: 'more' }] }
  },
})
