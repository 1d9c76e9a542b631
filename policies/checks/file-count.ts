import { compileGlobs } from '#data/facts/glob.ts'
import { count, flag, optional, reading, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  paths: texts('a list of globs, from the folder of the component'),
  /** Globs of files that do not count. */
  except: optional(texts('a list of globs'), []),
  /** Small and capital letters are the same. */
  ignoresCase: optional(flag(), false),
  least: optional(count(), 0),
  most: optional(count()),
  /** Bytes that each of them holds: fewer is a promise, not a file. */
  bytes: optional(record({ least: optional(count(), 0), most: optional(count()) })),
})

const read = reading(OPTIONS)

export const fileCount = defineCheck<ReturnType<typeof read>>({
  id: 'file-count',
  summary: 'As many files match as there should be: no fewer, no more.',
  options: read,
  needs: () => [],
  messages: {
    small: {
      fr: 'fichier de {bytes} octets, il en faut au moins {limit}',
      en: 'a file of {bytes} bytes, at least {limit} are needed',
    },
    large: {
      fr: 'fichier de {bytes} octets, il en faut au plus {limit}',
      en: 'a file of {bytes} bytes, at most {limit} may be',
    },
    fewer: {
      fr: 'fichiers trouvés : {count}, il en faut au moins {least} ({paths})',
      en: 'files found: {count}, at least {least} are needed ({paths})',
    },
    more: {
      fr: 'fichiers trouvés : {count}, il en faut au plus {most} : {found}',
      en: 'files found: {count}, at most {most} may be there: {found}',
    },
  },
  judge({ subject, entries }, { paths, except, ignoresCase, least, most, bytes }) {
    const asAsked = (path: string) => (ignoresCase ? path.toLowerCase() : path)
    const matcher = (globs: readonly string[]) => compileGlobs(globs.map((glob) => asAsked(inRoot(subject, glob))))
    const [isMeant, isExcepted] = [matcher(paths), matcher(except)]
    const files = entries.filter(({ path }) => isMeant(asAsked(path)) && !isExcepted(asAsked(path)))
    const found = files.map(({ path }) => path)
    const ofOtherSize =
      bytes && files.find(({ mode, size }) => mode !== '120000' && (size < bytes.least || size > (bytes.most ?? size)))
    if (bytes !== undefined && ofOtherSize !== undefined) {
      const { path, size } = ofOtherSize
      const isSmall = size < bytes.least
      const args = { bytes: size, limit: isSmall ? bytes.least : (bytes.most ?? 0) }
      return {
        outcome: 'fail',
        breaches: [{ messageId: isSmall ? 'small' : 'large', args, location: { path }, text: path }],
      }
    }
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
