import { compileGlobs } from '#data/facts/glob.ts'
import type { Entry } from '#data/model/source.ts'
import { count, flag, mapOf, optional, reading, record, text, texts } from '../options.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** Name of the document in messages: `CONTRIBUTING`. */
  document: text('the name of the document'),
  /** Globs of file names; the case of letters does not count. */
  names: texts('globs of file names'),
  /** Folders where the host looks, from the root of the repository: `.` for the root, `docs`. */
  places: texts('a list of folders'),
  /** Folders for components of some kinds, in place of those. */
  placesOf: optional(mapOf(texts('a list of folders')), {}),
  /** Bytes below which a file is a promise, not a document. */
  leastBytes: optional(count(), 1),
  /** Whether the host lends the file of the owner's `.github` repository to those that have none. */
  isLent: optional(flag(), false),
})

const read = reading(OPTIONS)

export const filePresent = defineCheck<ReturnType<typeof read>>({
  id: 'file-present',
  summary: 'A document is in one of the places where the host looks for it, or is lent by the organisation.',
  options: read,
  needs: () => [],
  messages: {
    missing: {
      fr: 'pas de fichier {document} ; cherché dans : {places}',
      en: 'no {document} file; looked in: {places}',
    },
    short: {
      fr: 'le fichier {document} compte {bytes} octets, {least} au moins font un document',
      en: 'the {document} file holds {bytes} bytes, a document takes at least {least}',
    },
    lent: {
      fr: 'pas de fichier {document} ici ; celui du dépôt .github de l’organisation compterait, et n’est pas visible d’ici',
      en: 'no {document} file here; the one of the organisation’s .github repository would do, and cannot be seen from here',
    },
  },
  judge({ subject, entries, inherited }, { document, names, placesOf, leastBytes, isLent, ...options }) {
    const places = placesOf[subject.kind] ?? options.places
    const isMeant = compileGlobs(globsOf(names, places))
    const found = entries.filter((entry) => isMeant(entry.path.toLowerCase()))
    const isWhole = (entry: Entry) => entry.mode === '120000' || entry.size >= leastBytes
    if (found.some(isWhole)) return { outcome: 'pass' }
    if (isLent && inherited?.some((entry) => isMeant(entry.path.toLowerCase()) && isWhole(entry)))
      return { outcome: 'pass' }
    const [short] = found
    if (short !== undefined) {
      const args = { document, bytes: short.size, least: leastBytes }
      return {
        outcome: 'fail',
        breaches: [{ messageId: 'short', args, location: { path: short.path }, text: document }],
      }
    }
    // A checkout does not show what the organisation lends: not seen is not missing.
    if (isLent && inherited === undefined) return { outcome: 'unknown', messageId: 'lent', args: { document } }
    return {
      outcome: 'fail',
      breaches: [
        { messageId: 'missing', args: { document, places: places.map((place) => `${place}/`) }, text: document },
      ],
    }
  },
})

function globsOf(names: readonly string[], places: readonly string[]): readonly string[] {
  return places.flatMap((place) => names.map((name) => (place === '.' ? name : `${place}/${name}`).toLowerCase()))
}
