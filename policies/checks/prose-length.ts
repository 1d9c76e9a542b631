import type { TextSyntax } from '#data/facts/shapes/text.ts'
import { choice, count, reading, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'

const SYNTAXES = ['markdown', 'asciidoc', 'html', 'xml', 'plain'] as const satisfies readonly TextSyntax[]

const OPTIONS = record({
  paths: texts('globs, from the folder of the component'),
  syntax: choice(SYNTAXES),
  /** Characters of running text, titles aside, that the longest of the files must have. */
  least: count(),
})

const read = reading(OPTIONS)

export const proseLength = defineCheck<ReturnType<typeof read>>({
  id: 'prose-length',
  summary: 'The longest of some documents, where there are any, is more than a title and a promise.',
  options: read,
  needs: ({ paths, syntax }, subject) => [
    { extractor: 'text', paths: paths.map((path) => inRoot(subject, path)), options: { syntax } },
  ],
  messages: {
    short: {
      fr: '{found} caractères de texte, titres mis à part ; il en faut plus de {least}',
      en: '{found} characters of text, titles aside; more than {least} are asked for',
    },
  },
  judge({ facts }, { syntax, least }) {
    const files = [...facts('text', { syntax })].toSorted(([, a], [, b]) => b.proseLength - a.proseLength)
    const [longest] = files
    if (longest === undefined) return { outcome: 'not-applicable' }
    const [path, { proseLength: found }] = longest
    if (found > least) return { outcome: 'pass' }
    return { outcome: 'fail', breaches: [{ messageId: 'short', args: { found, least }, location: { path } }] }
  },
})
