import { compileGlobs } from '#data/facts/glob.ts'
import { readOptions, record, text, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck, type EvidenceNeed, type Scene } from '../rule.ts'

const OPTIONS = record({
  paths: texts('globs, from the folder of the component'),
  /** A regular expression that one of the files must hold, whatever the case. */
  pattern: text('a regular expression'),
  form: text('what is looked for, in words'),
})

type Options = ReturnType<typeof read>
const read = (value: unknown) => readOptions(OPTIONS, value)

export const textHolds = defineCheck<Options>({
  id: 'text-holds',
  summary: 'One of some files, where there are any, holds certain words.',
  options: read,
  needs: (options, scene) => [needOf(options, scene)],
  messages: {
    absent: { fr: 'ne contient pas : {form}', en: 'does not hold: {form}' },
  },
  judge({ facts }, { pattern, form }) {
    // Of a document in several languages the one without suffix speaks.
    const files = [...facts('occurrences', optionsOf(pattern))].toSorted(([a], [b]) => a.length - b.length)
    const [first] = files
    if (first === undefined) return { outcome: 'not-applicable' }
    if (files.some(([, { found = [] }]) => found.length > 0)) return { outcome: 'pass' }
    return { outcome: 'fail', breaches: [{ messageId: 'absent', args: { form }, location: { path: first[0] } }] }
  },
})

const optionsOf = (pattern: string) => ({ mask: 'none', patterns: { found: pattern }, ignoreCase: true }) as const

function needOf({ paths, pattern }: Options, scene: Scene): EvidenceNeed {
  const isMeant = compileGlobs(paths.map((path) => inRoot(scene, path).toLowerCase()))
  const meant = scene.entries.map(({ path }) => path).filter((path) => isMeant(path.toLowerCase()))
  return { extractor: 'occurrences', paths: meant, options: optionsOf(pattern) }
}
