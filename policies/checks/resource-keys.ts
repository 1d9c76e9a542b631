import { compileGlobs } from '#data/facts/glob.ts'
import { matching, optional, reading, record, share, text, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck, type Evidence, type Scene } from '../rule.ts'

const OPTIONS = record({
  /** Path of the files from the folder of the component, with `{language}` once; other globs may stand beside it. */
  paths: matching(
    /^[^{}]*\{language\}[^{}]*\.(?:json|ya?ml|properties)$/u,
    'a glob with {language} in it, ending in json, yaml, yml or properties',
  ),
  /** The language whose files hold all keys. */
  reference: text('a language code'),
  /** Languages that are judged; all that there are when left out. */
  languages: optional(texts('a list of language codes')),
  threshold: share(),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS)

export const resourceKeys = defineCheck<Options>({
  id: 'resource-keys',
  summary: 'Translations in JSON, YAML or property files have enough of the keys of the language of reference.',
  options: read,
  needs(options, scene) {
    const paths = placesOf(options, scene).map(({ path }) => path)
    return [{ extractor: options.paths.endsWith('.properties') ? 'properties' : 'data-keys', paths }]
  },
  messages: {
    below: {
      fr: 'clés traduites ({language}) : {present} sur {expected}, soit {percent} % ; clés absentes : {missing}',
      en: 'translated keys ({language}): {present} of {expected}, or {percent} %; keys missing: {missing}',
    },
    absent: {
      fr: 'pas de fichier en {language} à côté de celui-ci ({expected} clés)',
      en: 'no file in {language} beside this one ({expected} keys)',
    },
  },
  judge(evidence, options) {
    const { reference, threshold } = options
    const places = placesOf(options, { ...evidence.subject, entries: evidence.entries })
    const keysOf = keyReader(evidence, options)
    const origins = places.filter(({ language }) => language === reference)
    const languages = options.languages ?? [...new Set(places.map(({ language }) => language))].sort()
    if (origins.length === 0) return { outcome: 'not-applicable' }
    const breaches = languages
      .filter((language) => language !== reference)
      .flatMap((language): Breach[] => {
        const compared = origins.map((origin) => {
          const translation = places.find((place) => place.language === language && place.group === origin.group)
          const expected = keysOf(origin.path)
          const present = translation === undefined ? new Set<string>() : keysOf(translation.path)
          return { origin, translation, expected, missing: [...expected].filter((key) => !present.has(key)) }
        })
        const denominator = compared.reduce((sum, { expected }) => sum + expected.size, 0)
        const missing = compared.flatMap((one) => one.missing)
        const numerator = denominator - missing.length
        if (denominator === 0 || numerator / denominator >= threshold) return []
        const rate = { numerator, denominator, threshold }
        const [worst] = compared.toSorted((a, b) => b.missing.length - a.missing.length)
        const path = worst?.translation?.path ?? worst?.origin.path ?? ''
        if (worst?.translation === undefined) {
          const args = { language, expected: worst?.expected.size ?? 0 }
          return [{ messageId: 'absent', args, rate, location: { path }, text: language }]
        }
        const percent = Math.floor((numerator * 1000) / denominator) / 10
        const args = { language, present: numerator, expected: denominator, percent, missing }
        return [{ messageId: 'below', args, rate, location: { path }, text: language }]
      })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

interface Place {
  readonly path: string
  readonly language: string
  /** The path with its language taken out: translations of one file have it in common. */
  readonly group: string
}

/** With a region first: of `pt_BR` the language is not `pt`. */
const LANGUAGE_FORMS = [/^[a-z]{2,3}(?:[_-][A-Za-z\d]{2,8})+(?![A-Za-z\d])/u, /^[a-z]{2,3}(?![A-Za-z\d])/u]

function placesOf({ paths }: Options, scene: Scene): readonly Place[] {
  const [before = '', after = ''] = inRoot(scene, paths).split('{language}')
  const isMeant = compileGlobs([`${before}*${after}`])
  return scene.entries.flatMap(({ path }): Place[] => {
    if (!isMeant(path)) return []
    for (const { index } of path.matchAll(/(?<![A-Za-z\d])[a-z]/gu)) {
      for (const form of LANGUAGE_FORMS) {
        const [language] = form.exec(path.slice(index)) ?? []
        if (language === undefined || !compileGlobs([`${before}${language}${after}`])(path)) continue
        return [{ path, language, group: `${path.slice(0, index)}{}${path.slice(index + language.length)}` }]
      }
    }
    return []
  })
}

/** A key without a text is not translated. */
function keyReader({ facts }: Pick<Evidence, 'facts'>, { paths }: Options): (path: string) => ReadonlySet<string> {
  if (paths.endsWith('.properties')) {
    const files = facts('properties')
    return (path) => new Set(files.get(path)?.entries.map(({ key }) => key))
  }
  const files = facts('data-keys')
  return (path) => new Set(files.get(path)?.flatMap(({ key, isEmpty }) => (isEmpty ? [] : [key])))
}
