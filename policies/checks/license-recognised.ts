import { compileGlobs } from '#data/facts/glob.ts'
import type { MessageArgs } from '#data/model/lint.ts'
import type { Severity } from '#data/model/vocabulary.ts'
import { countHeaders, HEADER_OPTIONS, headerNeeds } from '../headers.ts'
import { reading, record, share, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck, type Judgement } from '../rule.ts'

const OPTIONS = record({
  /** Globs of licence texts from the root, in lower case: the case of letters does not count. */
  paths: texts('a list of globs'),
  ...HEADER_OPTIONS,
  /** Share of headers from which the licence counts as stated, though its text is not there. */
  statedFrom: share(),
})

const read = reading(OPTIONS)

export const licenseRecognised = defineCheck<ReturnType<typeof read>>({
  id: 'license-recognised',
  summary: 'A licence file is there and its text is a known one.',
  options: read,
  needs: (options, scene) => {
    const isMeant = compileGlobs(options.paths)
    const paths = scene.entries.map((entry) => entry.path).filter((path) => isMeant(path.toLowerCase()))
    // Headers and build file matter only when there is no licence file: reading every source for nothing is not polite.
    if (paths.length > 0) return [{ extractor: 'license-text', paths }]
    return [{ extractor: 'pom', paths: [inRoot(scene, 'pom.xml')], separately: true }, ...headerNeeds(options, scene)]
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
    'stated-in-headers': {
      fr: 'aucun fichier de licence ; la licence est dite dans {withHeader} en-têtes de source sur {total}',
      en: 'no licence file; the licence is stated in {withHeader} source headers of {total}',
    },
    'stated-in-build': {
      fr: 'aucun fichier de licence ; la licence est dite dans le pom.xml',
      en: 'no licence file; the licence is stated in the pom.xml',
    },
    unrecognised: {
      fr: 'le texte de la licence n’est reconnu comme aucun de ceux qui sont connus ici',
      en: 'the text of the licence is none of those known here',
    },
  },
  judge({ subject, entries, facts }, options) {
    const isMeant = compileGlobs(options.paths)
    const files = entries.filter((entry) => isMeant(entry.path.toLowerCase()))
    const [first] = files
    if (first !== undefined) {
      // A file that merely names a licence grants nothing that its reader could hold on to.
      const isKnown = [...facts('license-text').values()].some(
        (text) => text.spdx !== null && text.confidence !== 'low',
      )
      if (isKnown) return { outcome: 'pass' }
      const location = { path: first.path }
      return { outcome: 'fail', breaches: [{ messageId: 'unrecognised', args: {}, location, severity: 'warning' }] }
    }
    const { withHeader, without } = countHeaders(facts('leading-comment'), options)
    const total = withHeader + without.length
    if (total > 0 && withHeader / total >= options.statedFrom)
      return fail('stated-in-headers', { withHeader, total }, 'info')
    const pom = facts('pom').get(inRoot(subject, 'pom.xml'))
    if (pom !== undefined && pom.licenses.length > 0) return fail('stated-in-build', {}, 'info')
    const parent = pom?.parent?.artifactId?.text
    return parent === undefined ? fail('missing', {}) : fail('inherited', { parent }, 'warning')
  },
})

function fail(messageId: string, args: MessageArgs, severity?: Severity): Judgement {
  return { outcome: 'fail', breaches: [{ messageId, args, ...(severity && { severity }) }] }
}
