import { reading, record } from '../../options.ts'
import { BROKEN, nodesAt, openPubliccode, PUBLICCODE, PUBLICCODE_NEED } from '../../publiccode.ts'
import { defineCheck } from '../../rule.ts'

const read = reading(record({}))

export const publiccodeAddress = defineCheck<ReturnType<typeof read>>({
  id: 'publiccode/address',
  summary: 'The address in publiccode.yml is the one of this repository.',
  options: read,
  needs: () => [PUBLICCODE_NEED],
  needsIdentity: true,
  messages: {
    ...BROKEN,
    differs: {
      fr: 'url désigne « {found} », ce dépôt est {expected} : les catalogues le tiendront pour une copie',
      en: 'url names "{found}", this repository is {expected}: catalogues will take it for a copy',
    },
  },
  judge(evidence) {
    const file = openPubliccode(evidence)
    if ('outcome' in file) return file
    const [node] = nodesAt(file, 'url')
    if (node?.text == null || !URL.canParse(node.text)) return { outcome: 'not-applicable' }
    const expected = evidence.subject.identity.repository ?? ''
    const found = new URL(node.text).pathname.replace(/^\/|\/$/gu, '').replace(/\.git$/u, '')
    if (found.toLowerCase() === expected.toLowerCase()) return { outcome: 'pass' }
    const location = { path: PUBLICCODE, line: node.line, column: node.column }
    return { outcome: 'fail', breaches: [{ messageId: 'differs', args: { found: node.text, expected }, location }] }
  },
})
