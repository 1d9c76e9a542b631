import { compileGlobs } from '#data/facts/glob.ts'
import { MASKS } from '#data/facts/shapes/occurrences.ts'
import { choice, flag, optional, reading, record, sought, soughtPattern, text, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck, type EvidenceNeed, type Scene } from '../rule.ts'

const OPTIONS = record({
  paths: texts('globs, from the folder of the component; the case of letters does not count'),
  except: optional(texts('a list of globs'), []),
  /** What is blanked out before looking. */
  mask: optional(choice(MASKS), 'none'),
  /** A regular expression that one of the files must hold; `^` and `$` stand for line ends. */
  pattern: soughtPattern(),
  form: text('what is looked for, in words'),
  /** Each of the files must hold it. */
  inEach: optional(flag(), false),
  /** Small and capital letters are told apart. */
  isCaseExact: optional(flag(), false),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS)

export const textHolds = defineCheck<Options>({
  id: 'text-holds',
  summary: 'One of some files, or each, where there are any, holds certain words.',
  options: read,
  needs: (options, scene) => [needOf(options, scene)],
  messages: {
    absent: { fr: 'ne contient pas : {form}', en: 'does not hold: {form}' },
  },
  judge({ facts }, options) {
    const { form, inEach } = options
    // Of a document in several languages the one without suffix speaks.
    const files = [...facts('occurrences', optionsOf(options))].toSorted(([a], [b]) => a.length - b.length)
    if (files.length === 0) return { outcome: 'not-applicable' }
    const without = files.filter(([, { found = [] }]) => found.length === 0)
    if (without.length === 0 || (!inEach && without.length < files.length)) return { outcome: 'pass' }
    const said = inEach ? without : without.slice(0, 1)
    const breaches = said.map(([path]) => ({ messageId: 'absent', args: { form }, location: { path } }))
    return { outcome: 'fail', breaches }
  },
})

const optionsOf = ({ mask, pattern, isCaseExact }: Options) => {
  return { mask, ...sought(pattern), ...(!isCaseExact && { ignoreCase: true }) }
}

function needOf(options: Options, scene: Scene): EvidenceNeed {
  const small = (globs: readonly string[]) => compileGlobs(globs.map((path) => inRoot(scene, path).toLowerCase()))
  const [isMeant, isExcepted] = [small(options.paths), small(options.except)]
  const meant = scene.entries.filter(({ path }) => isMeant(path.toLowerCase()) && !isExcepted(path.toLowerCase()))
  const separately = options.inEach ? { separately: true } : {}
  return { extractor: 'occurrences', paths: meant.map(({ path }) => path), options: optionsOf(options), ...separately }
}
