import { reading, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({ paths: texts('globs of property files, from the folder of the component') })
const read = reading(OPTIONS)

export const keysUnique = defineCheck<ReturnType<typeof read>>({
  id: 'keys-unique',
  summary: 'Each key of a property file stands there once.',
  options: read,
  needs: ({ paths }, subject) => [{ extractor: 'properties', paths: paths.map((path) => inRoot(subject, path)) }],
  messages: {
    again: {
      fr: 'clés répétées avec une autre valeur, la dernière l’emporte : {keys}',
      en: 'keys met again with another value, the last one wins: {keys}',
    },
    same: {
      fr: 'clés répétées avec la même valeur : {keys}',
      en: 'keys met again with the same value: {keys}',
    },
  },
  judge({ facts }) {
    const files = facts('properties')
    if (files.size === 0) return { outcome: 'not-applicable' }
    const breaches = [...files].flatMap(([path, { duplicates }]): Breach[] => {
      const others = duplicates.filter(({ isSame }) => !isSame)
      const same = duplicates.filter(({ isSame }) => isSame)
      const keysOf = (list: typeof duplicates) => [...new Set(list.map(({ key }) => key))]
      return [
        ...others.slice(0, 1).map((first): Breach => {
          const location = { path, line: first.line }
          return { messageId: 'again', args: { keys: keysOf(others) }, location, text: 'again' }
        }),
        ...same.slice(0, 1).map((first): Breach => {
          const location = { path, line: first.line }
          return { messageId: 'same', args: { keys: keysOf(same) }, location, text: 'same', severity: 'info' }
        }),
      ]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
