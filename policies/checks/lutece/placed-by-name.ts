import { compileGlobs } from '#data/facts/glob.ts'
import { SEVERITIES } from '#data/model/vocabulary.ts'
import { ownFolders, patternWithOwn, withOwn } from '../../component-names.ts'
import { choice, flag, listOf, optional, reading, record, text, texts } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  paths: texts('globs of the files that are judged, from the folder of the component'),
  except: optional(texts('globs of files that others wrote or tools made'), []),
  forms: listOf(
    record({
      /** A regular expression for whole paths; `{own}` stands for the folders of the component, `{name}` for its names. */
      pattern: patternWithOwn(),
      form: optional(text('the form in words'), ''),
      /** Such a place is none of the good ones, and weighs only that much. */
      severity: optional(choice(SEVERITIES)),
    }),
  ),
  /** One file in its place is enough. */
  isOneEnough: optional(flag(), false),
})

const read = reading(OPTIONS)

export const placedByName = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/placed-by-name',
  summary: 'Files of some sort lie in the folder, or bear the name, that follows from the name of the component.',
  options: read,
  needs: ({ descriptors }, subject) => [{ extractor: 'descriptor', paths: [inRoot(subject, descriptors)] }],
  messages: {
    elsewhere: {
      fr: '{count} fichiers dans {folder} ; attendu : {expected}',
      en: '{count} files in {folder}; expected: {expected}',
    },
  },
  judge({ subject, entries, facts }, { paths, except, forms, isOneEnough }) {
    const isMeant = compileGlobs(paths)
    const isExcepted = compileGlobs(except)
    const root = inRoot(subject, '')
    const judged = entries
      .filter(({ path }) => path.startsWith(root) && isMeant(path.slice(root.length)) && !isExcepted(path))
      .map(({ path }) => path.slice(root.length))
    if (judged.length === 0) return { outcome: 'not-applicable' }
    const own = ownFolders(subject, facts('descriptor').values())
    const written = forms.map((form) => ({ ...form, pattern: withOwn(form.pattern, own) }))
    const places = judged.map((path) => ({ path, form: written.find(({ pattern }) => pattern.test(path)) }))
    const misplaced = places.filter(({ form }) => form === undefined || form.severity !== undefined)
    if (misplaced.length === 0 || (isOneEnough && misplaced.length < places.length)) return { outcome: 'pass' }
    const expected = forms.filter(({ severity }) => severity === undefined).map(({ form }) => form)
    // A folder is moved as one: a finding for each.
    const byFolder = Map.groupBy(misplaced, ({ path }) => path.slice(0, path.lastIndexOf('/')))
    const breaches = [...byFolder].map(([folder, files]): Breach => {
      const severity = files.every(({ form }) => form?.severity !== undefined) ? files[0]?.form?.severity : undefined
      const location = { path: inRoot(subject, files[0]?.path ?? folder) }
      const args = { count: files.length, folder, expected }
      return { messageId: 'elsewhere', args, location, text: folder, ...(severity && { severity }) }
    })
    return { outcome: 'fail', breaches }
  },
})
