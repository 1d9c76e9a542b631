import { count, fragment, listOf, pattern, reading, record, share, text } from '../options.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  /** What a whole subject is like, letters as written: any of them will do. */
  names: listOf(pattern()),
  form: text('the form in words'),
  /** Subjects that tools propose; commits of programs and merges are left out anyway. */
  except: listOf(fragment()),
  /** How many commits are looked at, newest first. */
  latest: count(),
  /** Below this many a share says nothing. */
  leastCommits: count(),
  threshold: share(),
})

const read = reading(OPTIONS)

export const commitSubjects = defineCheck<ReturnType<typeof read>>({
  id: 'commit-subjects',
  summary: 'Enough of the latest commits by people name what they belong to.',
  options: read,
  needs: () => [],
  needsLog: true,
  messages: {
    below: {
      fr: 'parmi les derniers commits écrits par des personnes, {numerator} sur {denominator} ont la forme {form}, soit {percent} % ; autres : {others}',
      en: 'of the latest commits by people, {numerator} of {denominator} have the form {form}, or {percent} %; others: {others}',
    },
  },
  judge({ log }, { names, form, except, latest, leastCommits, threshold }) {
    const isProposed = (subject: string) => except.some((one) => one.test(subject))
    const subjects = log
      .filter(({ isMerge, isAutomatic, subject }) => !isMerge && !isAutomatic && !isProposed(subject))
      .slice(0, latest)
      .map((commit) => commit.subject)
    const others = subjects.filter((subject) => !names.some((name) => name.test(subject)))
    const denominator = subjects.length
    const numerator = denominator - others.length
    if (denominator < leastCommits) return { outcome: 'not-applicable' }
    if (numerator / denominator >= threshold) return { outcome: 'pass' }
    const percent = Math.floor((numerator * 1000) / denominator) / 10
    // A subject may name somebody: the commits are told by their ids.
    const ids = log.filter(({ subject }) => others.includes(subject)).map(({ oid }) => oid.slice(0, 10))
    const args = { numerator, denominator, percent, form, others: ids }
    return { outcome: 'fail', breaches: [{ messageId: 'below', args, rate: { numerator, denominator, threshold } }] }
  },
})
