import type { SqlScript } from '#data/facts/shapes/sql-script.ts'
import { bare, namesInPlatform } from '../../component-names.ts'
import { reading, record, text, texts } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'
import { sqlPlace } from '../../sql-places.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  paths: texts('globs of scripts, from the folder of the component'),
})

const read = reading(OPTIONS)

export const sqlChangesets = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/sql-changesets',
  summary: 'Changesets bear the name of the component and that of their file.',
  options: read,
  needs: ({ descriptors, paths }, subject) => [
    { extractor: 'descriptor', paths: [inRoot(subject, descriptors)] },
    { extractor: 'sql-script', paths: paths.map((path) => inRoot(subject, path)), separately: true },
  ],
  messages: {
    id: {
      fr: 'le changeset s’appelle {found}, son fichier {expected}',
      en: 'the changeset is called {found}, its file {expected}',
    },
    author: {
      fr: 'l’auteur du changeset est « {found} », attendu : {expected}',
      en: 'the author of the changeset is "{found}", expected: {expected}',
    },
    twice: {
      fr: 'deux changesets de ce fichier s’appellent {found}',
      en: 'two changesets of this file are called {found}',
    },
  },
  judge({ subject, facts }) {
    const own = namesInPlatform(subject, facts('descriptor').values())
    const start = inRoot(subject, '').length
    let judged = 0
    const breaches = [...facts('sql-script')].flatMap(([path, { changesets }]): Breach[] => {
      const place = sqlPlace(path.slice(start), subject)
      const [first] = changesets
      // Moved scripts keep the name that databases know them by.
      if (place === null || first === undefined || /logicalFilePath/iu.test(first.attributes)) return []
      judged++
      const found: Breach[] = []
      const stranger = changesets.find(({ author }) => !own.has(bare(author)) && bare(author) !== bare(place.component))
      if (stranger !== undefined) {
        const args = { found: stranger.author, expected: [...own].join(', ') }
        found.push({ messageId: 'author', args, location: { path, line: stranger.line }, text: stranger.author })
      }
      const misnamed = misnamedIn(changesets, place.file)
      if (misnamed !== undefined) {
        const args = { found: misnamed.id, expected: place.file }
        found.push({ messageId: 'id', args, location: { path, line: misnamed.line }, text: misnamed.id })
      }
      const repeated = changesets.find(({ id }, index) => changesets.findIndex((other) => other.id === id) < index)
      if (repeated !== undefined) {
        const location = { path, line: repeated.line }
        found.push({ messageId: 'twice', args: { found: repeated.id }, location, text: repeated.id })
      }
      return found
    })
    if (judged === 0) return { outcome: 'not-applicable' }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

/** One of several changesets is told from the others by what it adds to the name of the file: one for each database. */
function misnamedIn(changesets: SqlScript['changesets'], file: string): SqlScript['changesets'][number] | undefined {
  if (changesets.some(({ id }) => id === file)) return undefined
  if (changesets.length === 1) return changesets[0]
  const stem = file.replace(/\.sql$/iu, '')
  return changesets.find(({ id }) => !id.startsWith(stem) || /^[.\d]/u.test(id.slice(stem.length)))
}
