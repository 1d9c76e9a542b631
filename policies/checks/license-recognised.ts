import { compileGlobs } from '#data/facts/glob.ts'
import type { MessageArgs } from '#data/model/lint.ts'
import type { Severity } from '#data/model/vocabulary.ts'
import { countHeaders, HEADER_OPTIONS, headerNeeds } from '../headers.ts'
import { readOptions, record, share, texts } from '../options.ts'
import { defineCheck, type Judgement } from '../rule.ts'

const OPTIONS = record({
  /** Globs of licence texts from the root, in lower case: the case of letters does not count. */
  paths: texts('a list of globs'),
  ...HEADER_OPTIONS,
  /** Share of headers from which the licence counts as stated, though its text is not there. */
  statedFrom: share(),
})

const read = (value: unknown) => readOptions(OPTIONS, value)

export const licenseRecognised = defineCheck<ReturnType<typeof read>>({
  id: 'license-recognised',
  summary: 'A licence file is there and its text is a known one.',
  options: read,
  needs: (options, scene) => {
    const isMeant = compileGlobs(options.paths)
    const paths = scene.entries.map((entry) => entry.path).filter((path) => isMeant(path.toLowerCase()))
    // Headers and build file matter only when there is no licence file: reading every source for nothing is not polite.
    if (paths.length > 0) return [{ extractor: 'license-text', paths }]
    return [{ extractor: 'pom', paths: ['pom.xml'], separately: true }, ...headerNeeds(options, scene)]
  },
  messages: {
    missing: {
      fr: 'aucun fichier de licence, et rien d’autre ici ne dit sous quelle licence réutiliser ce code',
      en: 'no licence file, and nothing else here says under which licence this code may be reused',
    },
    inherited: {
      fr: 'aucun fichier de licence ; au mieux le parent {parent} en dit une, ce qui ne se voit pas d’ici',
      en: 'no licence file; at best the parent {parent} states one, which cannot be seen from here',
    },
    stated: {
      fr: 'aucun fichier de licence ; la licence est dite ailleurs : {where}',
      en: 'no licence file; the licence is stated elsewhere: {where}',
    },
    unrecognised: {
      fr: 'le texte de la licence n’est reconnu comme aucun de ceux qui sont connus ici',
      en: 'the text of the licence is none of those known here',
    },
  },
  judge({ entries, facts }, options) {
    const isMeant = compileGlobs(options.paths)
    const files = entries.filter((entry) => isMeant(entry.path.toLowerCase()))
    const [first] = files
    if (first !== undefined) {
      const texts = [...facts('license-text').values()]
      if (texts.some((text) => text.spdx !== null)) return { outcome: 'pass' }
      const location = { path: first.path }
      return { outcome: 'fail', breaches: [{ messageId: 'unrecognised', args: {}, location, severity: 'warning' }] }
    }
    const headers = countHeaders(facts('leading-comment'), options)
    const total = headers.withHeader + headers.without.length
    const isInHeaders = total > 0 && headers.withHeader / total >= options.statedFrom
    const pom = facts('pom').get('pom.xml')
    const where = [
      ...(isInHeaders ? [`${headers.withHeader}/${total} headers`] : []),
      ...(pom !== undefined && pom.licenses.length > 0 ? ['pom.xml'] : []),
    ]
    if (where.length > 0) return fail('stated', { where }, 'info')
    const parent = pom?.parent?.artifactId?.text
    return parent === undefined ? fail('missing', {}) : fail('inherited', { parent }, 'warning')
  },
})

function fail(messageId: string, args: MessageArgs, severity?: Severity): Judgement {
  return { outcome: 'fail', breaches: [{ messageId, args, ...(severity && { severity }) }] }
}
