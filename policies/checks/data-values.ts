import { compileJsonPath } from '#data/facts/json-path.ts'
import { checkedPattern, listOf, optional, reading, record, text, texts } from '../options.ts'
import { defineCheck } from '../rule.ts'
import { expectation, judgeValues, needsOfValues, VALUE_MESSAGES } from '../values.ts'

const OPTIONS = record({
  /** Globs from the folder of the component. */
  paths: texts('a list of globs'),
  except: optional(texts('a list of globs'), []),
  values: listOf(
    record({
      /** JSONPath (RFC 9535): `$.engines.node`, `$..license`. */
      select: checkedPattern(compileJsonPath, 'a JSONPath'),
      expect: expectation,
      /** What is selected, for people; the path itself when left out. */
      what: optional(text('what is selected, in words')),
      /** The pattern of the expectation in words. */
      form: optional(text('the form in words')),
    }),
  ),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS)

export const dataValues = defineCheck<Options>({
  id: 'data-values',
  summary:
    'Values of JSON and YAML files, chosen by JSONPath, are there or not, as many as expected, and of the expected form.',
  options: read,
  needs: (options, scene) => needsOfValues('data-values', options, scene),
  messages: VALUE_MESSAGES,
  judge: ({ facts }, options) => judgeValues(options, (query) => facts('data-values', query)),
})
