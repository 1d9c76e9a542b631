import { FORMATS } from '../../formats.ts'
import { reading, record } from '../../options.ts'
import { BROKEN, nodesAt, openPubliccode, PUBLICCODE, PUBLICCODE_NEED } from '../../publiccode.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const read = reading(record({}))

export const publiccodeDates = defineCheck<ReturnType<typeof read>>({
  id: 'publiccode/dates',
  summary: 'Contracts in publiccode.yml have not run out, and no release lies ahead.',
  options: read,
  needs: () => [PUBLICCODE_NEED],
  messages: {
    ...BROKEN,
    ended: { fr: '{key} : le contrat a pris fin le {day}', en: '{key}: the contract ended on {day}' },
    ahead: { fr: '{key} : le {day} est à venir', en: '{key}: {day} is still to come' },
  },
  judge(evidence) {
    const file = openPubliccode(evidence)
    if ('outcome' in file) return file
    const days = (path: string) => nodesAt(file, path).filter(({ text }) => text !== null && FORMATS.day(text))
    const until = days('maintenance.contractors.*.until')
    const released = days('releaseDate')
    if (until.length + released.length === 0) return { outcome: 'not-applicable' }
    const told = (messageId: string, nodes: typeof until) =>
      nodes.map(({ path, text, line, column }): Breach => {
        const key = path.join('.')
        return { messageId, args: { key, day: text ?? '' }, location: { path: PUBLICCODE, line, column }, text: key }
      })
    const { asOf } = evidence
    const breaches = [
      ...told(
        'ended',
        until.filter(({ text }) => (text ?? asOf) < asOf),
      ),
      ...told(
        'ahead',
        released.filter(({ text }) => (text ?? asOf) > asOf),
      ),
    ]
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
