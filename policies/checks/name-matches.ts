import { compileGlobs } from '#data/facts/glob.ts'
import { COMPONENT_KINDS } from '#data/model/vocabulary.ts'
import { choice, listOf, optional, pattern, reading, record, text, texts } from '../options.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** Which of the subject's names: `repository`, `artifactId`... as the classifier has them. */
  name: text('the name of a name'),
  /** A name is fine when it matches one of the patterns that are about its owner and kind. */
  patterns: listOf(
    record({
      owner: optional(texts('a list of owners in lower case')),
      kind: optional(listOf(choice(COMPONENT_KINDS))),
      pattern: pattern(),
      /** The pattern as people write it: `<domain>-plugin-<name>`. */
      form: text('the form in words'),
    }),
  ),
  /** Globs of names that are free. */
  allow: optional(texts('a list of globs'), []),
})

/** Also what the contributor guide shows as the way to name things. */
export const readNameForms = reading(OPTIONS)

export const nameMatches = defineCheck<ReturnType<typeof readNameForms>>({
  id: 'name-matches',
  summary: 'One of the names of the subject has one of the forms that its owner and kind allow.',
  options: readNameForms,
  needs: () => [],
  needsIdentity: true,
  messages: {
    form: {
      fr: 'le nom « {name} » ne suit aucune des formes attendues : {forms}',
      en: 'the name "{name}" has none of the expected forms: {forms}',
    },
  },
  judge({ subject }, options) {
    const name =
      options.name === 'repository' ? subject.identity.repository?.split('/')[1] : subject.names[options.name]
    if (name === undefined) return { outcome: 'not-applicable' }
    if (compileGlobs(options.allow)(name)) return { outcome: 'pass' }
    const owner = subject.identity.repository?.split('/')[0]?.toLowerCase() ?? ''
    const forms = options.patterns.filter(
      (form) => form.owner?.includes(owner) !== false && form.kind?.includes(subject.kind) !== false,
    )
    if (forms.length === 0) return { outcome: 'not-applicable' }
    if (forms.some((form) => form.pattern.test(name))) return { outcome: 'pass' }
    const args = { name, forms: forms.map((form) => form.form) }
    return { outcome: 'fail', breaches: [{ messageId: 'form', args, text: name }] }
  },
})
