import type { YamlNode } from '#data/facts/shapes/publiccode.ts'
import { FORMATS } from '../../formats.ts'
import { reading, record, texts } from '../../options.ts'
import { BROKEN, nodesAt, openPubliccode, PUBLICCODE, PUBLICCODE_NEED } from '../../publiccode.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  /** Paths whose keys are languages. */
  languageKeys: texts('paths of keys'),
  /** Paths whose values are. */
  languages: texts('paths of keys'),
  countries: texts('paths of keys'),
})

const read = reading(OPTIONS)

export const publiccodeLanguages = defineCheck<ReturnType<typeof read>>({
  id: 'publiccode/languages',
  summary: 'Languages and countries in publiccode.yml bear their international codes.',
  options: read,
  needs: () => [PUBLICCODE_NEED],
  messages: {
    ...BROKEN,
    language: { fr: '« {found} » n’est pas un code de langue', en: '"{found}" is no code of a language' },
    small: {
      fr: 'le code de pays « {found} » s’écrit en capitales',
      en: 'the code of country "{found}" is written in capitals',
    },
    country: { fr: '« {found} » n’est pas un code de pays', en: '"{found}" is no code of a country' },
  },
  judge(evidence, { languageKeys, languages, countries }) {
    const file = openPubliccode(evidence)
    if ('outcome' in file) return file
    const keyed = languageKeys.flatMap((path) => nodesAt(file, `${path}.*`))
    const valued = (paths: readonly string[]) => paths.flatMap((path) => nodesAt(file, path))
    const told = (messageId: 'language' | 'country', found: string, { line, column }: YamlNode): Breach[] => {
      if (FORMATS[messageId](found)) return []
      const location = { path: PUBLICCODE, line, column }
      // What the standard gives up is read until it is gone.
      if (messageId === 'country' && /^[a-z]+$/u.test(found) && FORMATS.country(found.toUpperCase())) {
        return [{ messageId: 'small', args: { found }, location, text: found, severity: 'warning' }]
      }
      return [{ messageId, args: { found }, location, text: found }]
    }
    const breaches = [
      ...keyed.flatMap((node) => told('language', String(node.path.at(-1)), node)),
      ...valued(languages).flatMap((node) => told('language', node.text ?? '', node)),
      ...valued(countries).flatMap((node) => told('country', node.text ?? '', node)),
    ]
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
