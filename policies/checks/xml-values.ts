import { checkXPath } from '#data/facts/xpath.ts'
import { checkedPattern, listOf, optional, reading, record, text, texts } from '../options.ts'
import { defineCheck } from '../rule.ts'
import { expectation, judgeValues, needsOfValues, VALUE_MESSAGES } from '../values.ts'

const OPTIONS = record({
  /** Globs from the folder of the component. */
  paths: texts('a list of globs'),
  except: optional(texts('a list of globs'), []),
  values: listOf(
    record({
      /** XPath 3.1 over names without namespaces: `/project/licenses/license/name`, `//dependency[scope = "test"]`. */
      select: checkedPattern(checkXPath, 'an XPath'),
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

export const xmlValues = defineCheck<Options>({
  id: 'xml-values',
  summary:
    'Elements and attributes of XML files, chosen by XPath, are there or not, as many as expected, and of the expected form.',
  options: read,
  needs: (options, scene) => needsOfValues('xml-values', options, scene),
  messages: VALUE_MESSAGES,
  judge: ({ facts }, options) => judgeValues(options, (query) => facts('xml-values', query)),
})
