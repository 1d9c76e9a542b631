import { reading, record } from '../../options.ts'
import { BROKEN, nodesAt, openPubliccode, PUBLICCODE, PUBLICCODE_NEED, textAt } from '../../publiccode.ts'
import { newestRelease } from '../../releases.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const read = reading(record({}))

export const publiccodeRelease = defineCheck<ReturnType<typeof read>>({
  id: 'publiccode/release',
  summary: 'Version and state in publiccode.yml go with the releases that are tagged.',
  options: read,
  needs: () => [PUBLICCODE_NEED],
  needsRefs: true,
  messages: {
    ...BROKEN,
    version: {
      fr: 'softwareVersion vaut « {found} », la dernière version étiquetée est {tag}',
      en: 'softwareVersion is "{found}", the latest tagged version is {tag}',
    },
    unreleased: {
      fr: 'developmentStatus vaut stable, et aucune version n’est étiquetée',
      en: 'developmentStatus is stable, and no version is tagged',
    },
  },
  judge(evidence) {
    const file = openPubliccode(evidence)
    if ('outcome' in file) return file
    const { refs, subject } = evidence
    const newest = newestRelease(refs, subject)
    const [version] = nodesAt(file, 'softwareVersion')
    const [status] = nodesAt(file, 'developmentStatus')
    const breaches: Breach[] = []
    const at = ({ line, column }: { line: number; column: number }) => ({ path: PUBLICCODE, line, column })
    const found = textAt(file, 'softwareVersion')
    if (
      version !== undefined &&
      found !== undefined &&
      newest !== undefined &&
      found.replace(/^v/u, '') !== newest.version
    ) {
      breaches.push({ messageId: 'version', args: { found, tag: newest.tag }, location: at(version) })
    }
    if (status?.text === 'stable' && newest === undefined) {
      breaches.push({ messageId: 'unreleased', args: {}, location: at(status) })
    }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
