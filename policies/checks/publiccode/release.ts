import type { HostFacts, Release } from '#data/model/host-facts.ts'
import type { Ref } from '#data/model/source.ts'
import { reading, record } from '../../options.ts'
import { BROKEN, nodesAt, openPubliccode, PUBLICCODE, PUBLICCODE_NEED, textAt } from '../../publiccode.ts'
import { newestRelease, versionOfTag } from '../../releases.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const read = reading(record({}))

export const publiccodeRelease = defineCheck<ReturnType<typeof read>>({
  id: 'publiccode/release',
  summary: 'Version and state in publiccode.yml go with the releases that are tagged.',
  options: read,
  needs: () => [PUBLICCODE_NEED],
  needsRefs: true,
  wantsHost: true,
  messages: {
    ...BROKEN,
    version: {
      fr: 'softwareVersion vaut « {found} », la dernière version étiquetée est {tag}',
      en: 'softwareVersion is "{found}", the latest tagged version is {tag}',
    },
    date: {
      fr: 'releaseDate vaut {found}, la version {tag} a été publiée le {published}',
      en: 'releaseDate is {found}, version {tag} was published on {published}',
    },
    archived: {
      fr: 'le dépôt est archivé, et developmentStatus vaut « {found} » au lieu de obsolete',
      en: 'the repository is archived, and developmentStatus is "{found}" in place of obsolete',
    },
    unreleased: {
      fr: 'developmentStatus vaut stable, et aucune version n’est étiquetée',
      en: 'developmentStatus is stable, and no version is tagged',
    },
  },
  judge(evidence) {
    const file = openPubliccode(evidence)
    if ('outcome' in file) return file
    const { refs, subject, host } = evidence
    const newest = newestRelease(refs.filter(isFinal), subject) ?? newestRelease(refs, subject)
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
    // A clone knows no day of release: whoever made a tag may have done so long before or after.
    const release = releaseOf(host, newest?.tag)
    const [date] = nodesAt(file, 'releaseDate')
    const isOther = breaches.length > 0
    if (
      !isOther &&
      date !== undefined &&
      release !== undefined &&
      daysBetween(date.text ?? '', release.publishedAt) > SAME_DAYS
    ) {
      const args = { found: date.text ?? '', tag: release.tag, published: release.publishedAt.slice(0, 10) }
      breaches.push({ messageId: 'date', args, location: at(date) })
    }
    const isArchived = host?.isArchived.isKnown === true && host.isArchived.value
    if (isArchived && status !== undefined && status.text !== 'obsolete') {
      breaches.push({ messageId: 'archived', args: { found: status.text ?? '' }, location: at(status) })
    }
    if (status?.text === 'stable' && newest === undefined) {
      breaches.push({ messageId: 'unreleased', args: {}, location: at(status) })
    }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

/** The sheet tells the last stable version: betas of the next one may be tagged already. */
function isFinal({ name }: Ref): boolean {
  return /^\d+(?:\.\d+)*$/u.test(versionOfTag(name) ?? '')
}

/** Sheets are written by hand, a day or two before the release or after it, and in another time zone. */
const SAME_DAYS = 7

function releaseOf(host: HostFacts | undefined, tag: string | undefined): Release | undefined {
  if (host?.releases.isKnown !== true) return undefined
  return host.releases.value.newest.find((release) => release.tag === tag)
}

/** Whole days; 0 where the sheet holds no date, which is another rule's business. */
function daysBetween(day: string, instant: string): number {
  const days = Math.abs(Date.parse(`${day}T00:00:00Z`) - Date.parse(`${instant.slice(0, 10)}T00:00:00Z`)) / 86_400_000
  return Number.isNaN(days) ? 0 : days
}
