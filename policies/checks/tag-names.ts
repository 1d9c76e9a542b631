import { compileGlobs } from '#data/facts/glob.ts'
import { optional, pattern, reading, record, share, text, texts } from '../options.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** Names of the subject that a tag may begin with, as the classifier has them. */
  radicals: texts('names of names'),
  /** What follows the radical and a hyphen. */
  version: pattern(),
  form: text('the form in words'),
  threshold: share(),
  /** Globs of tags that are no releases. */
  except: optional(texts('a list of globs'), []),
})

const read = reading(OPTIONS)

export const tagNames = defineCheck<ReturnType<typeof read>>({
  id: 'tag-names',
  summary: 'Enough tags are named after the component and a version.',
  options: read,
  needs: () => [],
  needsRefs: true,
  needsIdentity: true,
  messages: {
    below: {
      fr: 'étiquettes de la forme {form} : {numerator} sur {denominator}, soit {percent} % ; autres : {others}',
      en: 'tags of the form {form}: {numerator} of {denominator}, or {percent} %; others: {others}',
    },
  },
  judge({ subject, refs }, { radicals, version, form, threshold, except }) {
    const names = radicals.flatMap((name) => subject.names[name]?.toLowerCase() ?? [])
    const isExcepted = compileGlobs(except)
    const tags = refs.filter(({ kind, name }) => kind === 'tag' && !isExcepted(name)).map((ref) => ref.name)
    if (tags.length === 0 || names.length === 0) return { outcome: 'not-applicable' }
    const others = tags.filter((tag) => {
      const [, radical = '', rest = ''] = /^(.+?)-(\d.*)$/u.exec(tag) ?? []
      // A former name of the repository ends as today's does: the prefixes of organisations changed, the component did not.
      const isOurs = names.some((name) => `-${radical.toLowerCase()}`.endsWith(`-${name}`))
      return !isOurs || !version.test(rest)
    })
    const numerator = tags.length - others.length
    const denominator = tags.length
    if (numerator / denominator >= threshold) return { outcome: 'pass' }
    const percent = Math.floor((numerator * 1000) / denominator) / 10
    const args = { form, numerator, denominator, percent, others }
    const rate = { numerator, denominator, threshold }
    return { outcome: 'fail', breaches: [{ messageId: 'below', args, rate }] }
  },
})
