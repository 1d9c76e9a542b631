import { ownFolders } from '../../component-names.ts'
import { optional, reading, record, text, texts } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  paths: texts('globs of property files, from the folder of the component'),
  /** First words that are fine beside the component’s own names. */
  allow: optional(texts('a list of words'), []),
})

const read = reading(OPTIONS)

export const keysPrefixed = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/keys-prefixed',
  summary: 'Keys of configuration begin with the name of the component, as all components share one space of keys.',
  options: read,
  needs: ({ descriptors, paths }, subject) => [
    { extractor: 'descriptor', paths: [inRoot(subject, descriptors)] },
    { extractor: 'properties', paths: paths.map((path) => inRoot(subject, path)) },
  ],
  messages: {
    bare: {
      fr: '{count} clés sur {total} ne commencent pas par {expected} : {keys}',
      en: '{count} keys of {total} do not begin with {expected}: {keys}',
    },
  },
  judge({ subject, facts }, { allow }) {
    const files = [...facts('properties')].filter(([, { entries }]) => entries.length > 0)
    if (files.length === 0) return { outcome: 'not-applicable' }
    const names = ownFolders(subject, facts('descriptor').values()).map((folder) => folder.replace('/modules/', '-'))
    const own = [...names, ...names.map((name) => name.replace('-', '.')), ...allow]
    const breaches = files.flatMap(([path, { entries }]): Breach[] => {
      const bare = entries.filter(({ key }) => !own.some((name) => key.startsWith(`${name}.`)))
      const [first] = bare
      if (first === undefined) return []
      const keys = bare.map(({ key }) => key)
      const expected = names.slice(0, 1).map((name) => `${name}.`)
      const args = { count: bare.length, total: entries.length, expected, keys }
      return [{ messageId: 'bare', args, location: { path, line: first.line }, text: 'bare' }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
