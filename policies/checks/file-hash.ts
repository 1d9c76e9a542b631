import { DIGEST_ALGORITHMS } from '#data/facts/shapes/digest.ts'
import { choice, flag, listOf, matching, optional, reading, record } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'
import { filesOf, firstOf, SHELL_PATHS } from '../shell-paths.ts'

const HASH = matching(/^[\da-f]{32,128}$/iu, 'a hash in hexadecimal')

const OPTIONS = record({
  ...SHELL_PATHS,
  algorithm: optional(choice(DIGEST_ALGORITHMS), 'sha256'),
  /** The first file that the globs mean adds up to this... */
  equals: optional(HASH),
  /** ...and none of all to any of these. */
  noneOf: optional(listOf(HASH), []),
  /** Whether having nothing to judge breaks the rule. */
  failsOnNone: optional(flag(), false),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS)

const looked = (options: Options, entries: Parameters<typeof filesOf>[1]) => {
  const first = firstOf(options, entries)
  return options.noneOf.length > 0 ? filesOf(options, entries) : first === undefined ? [] : [first]
}

export const fileHash = defineCheck<Options>({
  id: 'file-hash',
  summary: 'The bytes of a file are exactly those that are known, or none of those that are refused.',
  options: read,
  needs: (options, { entries }) => [
    {
      extractor: 'digest',
      paths: looked(options, entries).map(({ path }) => path),
      options: { algorithm: options.algorithm },
      separately: true,
    },
  ],
  messages: {
    none: { fr: 'rien ne correspond à {globs}', en: 'nothing matches {globs}' },
    other: {
      fr: 'l’empreinte {algorithm} est {found}, attendue : {expected}',
      en: 'the {algorithm} hash is {found}, expected: {expected}',
    },
    refused: {
      fr: 'le contenu est de ceux qui sont refusés ({algorithm} {found})',
      en: 'the content is one of those that are refused ({algorithm} {found})',
    },
  },
  judge({ entries, facts }, options) {
    const { globs, algorithm, equals, failsOnNone } = options
    const [first] = looked(options, entries)
    if (first === undefined) {
      const breaches: readonly Breach[] = [{ messageId: 'none', args: { globs }, text: globs.join(' ') }]
      return failsOnNone ? { outcome: 'fail', breaches } : { outcome: 'pass' }
    }
    const refused = new Set(options.noneOf.map((hash) => hash.toLowerCase()))
    const breaches = [...facts('digest', { algorithm })].flatMap(([path, { digest: found }]): Breach[] => {
      const location = { path }
      if (refused.has(found)) return [{ messageId: 'refused', args: { algorithm, found }, location, text: found }]
      if (equals === undefined || found === equals.toLowerCase()) return []
      return [{ messageId: 'other', args: { algorithm, found, expected: equals }, location, text: 'hash' }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
