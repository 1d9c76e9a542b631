import { reading, record } from '../../options.ts'
import { PUBLICCODE, PUBLICCODE_NEED } from '../../publiccode.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const read = reading(record({}))

export const publiccodeReadable = defineCheck<ReturnType<typeof read>>({
  id: 'publiccode/readable',
  summary: 'publiccode.yml is YAML, in UTF-8, and holds a map of keys.',
  options: read,
  needs: () => [PUBLICCODE_NEED],
  messages: {
    yaml: { fr: 'ce n’est pas du YAML : {reason}', en: 'this is no YAML: {reason}' },
    encoding: { fr: 'le fichier n’est pas en UTF-8', en: 'the file is not in UTF-8' },
    empty: { fr: 'le fichier ne contient pas de clés', en: 'the file holds no keys' },
  },
  judge({ facts }) {
    const file = facts('publiccode').get(PUBLICCODE)
    if (file === undefined) return { outcome: 'not-applicable' }
    const breaches = file.problems.map(({ message, line, column }): Breach => {
      return { messageId: 'yaml', args: { reason: message }, location: { path: PUBLICCODE, line, column } }
    })
    const whole = (messageId: string): Breach => ({ messageId, args: {}, location: { path: PUBLICCODE } })
    if (!file.isUtf8) breaches.push(whole('encoding'))
    if (file.problems.length === 0 && file.nodes[0]?.kind !== 'map') breaches.push(whole('empty'))
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
