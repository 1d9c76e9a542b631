import { javaNeed, WITHOUT_MEMBERS } from '../java-sources.ts'
import { TEST_OPTIONS, testsAmong } from '../java-tests.ts'
import { pattern, reading, record, text } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  ...TEST_OPTIONS,
  name: pattern(),
  form: text('the form in words'),
})

const read = reading(OPTIONS)

export const javaTestNames = defineCheck<ReturnType<typeof read>>({
  id: 'java-test-names',
  summary: 'Each test is called what the build looks for.',
  options: read,
  needs: ({ testFolders }, subject) => [{ ...javaNeed(testFolders, subject, WITHOUT_MEMBERS), separately: true }],
  messages: {
    form: { fr: 'le test s’appelle {type} ; attendu : {form}', en: 'the test is called {type}; expected: {form}' },
  },
  judge({ facts }, options) {
    const { name, form } = options
    const tests = testsAmong(facts('java-outline', WITHOUT_MEMBERS), options)
    // Helpers beside a test in the same file are free, and so is what other tests build on.
    const judged = tests.flatMap(([path, { types }]) => {
      const [first] = types.filter(({ kind, modifiers }) => kind === 'class' && !modifiers.includes('abstract'))
      return first === undefined || types.some((type) => name.test(type.name)) ? [] : [{ path, type: first }]
    })
    if (tests.length === 0) return { outcome: 'not-applicable' }
    const breaches = judged.map(({ path, type }): Breach => {
      return {
        messageId: 'form',
        args: { type: type.name, form },
        location: { path, line: type.line },
        text: type.name,
      }
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
