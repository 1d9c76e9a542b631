import { compileGlobs } from '#data/facts/glob.ts'
import { MASKS } from '#data/facts/shapes/occurrences.ts'
import { choice, listOf, optional, reading, record, sought, soughtPattern, text, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck, type EvidenceNeed, type Scene } from '../rule.ts'

const OPTIONS = record({
  looks: listOf(
    record({
      paths: texts('globs, from the folder of the component'),
      /** Files that others wrote or tools made. */
      except: optional(texts('a list of globs'), []),
      /** What is blanked out before looking. */
      mask: choice(MASKS),
      /** What a file must hold, letter for letter, to be looked through at all: spares reading most of them. */
      words: optional(texts('a list of words')),
      /** A regular expression, looked for line by line with `^` and `$` at line ends. */
      pattern: soughtPattern(),
    }),
  ),
  instead: text('what to write'),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS)

export const textFreeOf = defineCheck<Options>({
  id: 'text-free-of',
  summary: 'Some words are not met in some files, comments aside.',
  options: read,
  needs: (options, scene) => needsOf(options, scene),
  messages: {
    found: {
      fr: '« {found} » : {count} fois dans ce fichier ; à la place : {instead}',
      en: '"{found}": {count} times in this file; instead: {instead}',
    },
  },
  judge({ facts }, { instead, looks }) {
    let judged = 0
    const breaches = looks.flatMap((look): Breach[] => {
      const files = facts('occurrences', optionsOf(look))
      judged += files.size
      return [...files].flatMap(([path, { found = [] }]): Breach[] => {
        const [first] = found
        if (first === undefined) return []
        const words = first.text.replace(/\s+/gu, ' ').trim()
        const args = { found: words, count: found.length, instead }
        const location = { path, line: first.line, column: first.column }
        return [{ messageId: 'found', args, location, text: words }]
      })
    })
    if (judged === 0) return { outcome: 'not-applicable' }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

type Look = Options['looks'][number]

const optionsOf = ({ mask, words, pattern }: Look) => ({
  mask,
  ...(words && { words }),
  ...sought(pattern),
})

/** The files themselves, so that none that is excepted is read. */
function needsOf({ looks }: Options, scene: Scene): readonly EvidenceNeed[] {
  return looks.map((look) => {
    const isMeant = compileGlobs(look.paths.map((path) => inRoot(scene, path)))
    const isExcepted = compileGlobs(look.except)
    const paths = scene.entries.map(({ path }) => path).filter((path) => isMeant(path) && !isExcepted(path))
    return { extractor: 'occurrences', paths, options: optionsOf(look), separately: true }
  })
}
