import { optional, reading, record, share } from '../../options.ts'
import { keepsToReuse, reuseNeeds, termsOfFiles } from '../../reuse.ts'
import { defineCheck } from '../../rule.ts'

const OPTIONS = record({ threshold: optional(share(), 1) })
const read = reading(OPTIONS)

export const reuseFilesCovered = defineCheck<ReturnType<typeof read>>({
  id: 'reuse/files-covered',
  summary: 'Enough files have a licence and a copyright by REUSE: in tags, beside them, or in a REUSE.toml.',
  options: read,
  needs: (_options, scene) => reuseNeeds(scene),
  messages: {
    below: {
      fr: 'fichiers dont licence et droit d’auteur sont dits : {covered} sur {total}, soit {percent} % ; sans licence : {noLicense} ; sans droit d’auteur : {noCopyright}',
      en: 'files whose licence and copyright are said: {covered} of {total}, or {percent} %; without licence: {noLicense}; without copyright: {noCopyright}',
    },
  },
  judge(evidence, { threshold }) {
    if (!keepsToReuse(evidence.entries)) return { outcome: 'not-applicable' }
    const files = termsOfFiles(evidence)
    if (files.length === 0) return { outcome: 'not-applicable' }
    const noLicense = files.filter(({ licenses }) => licenses.length === 0).map(({ path }) => path)
    const noCopyright = files.filter(({ hasCopyright }) => !hasCopyright).map(({ path }) => path)
    const bare = new Set([...noLicense, ...noCopyright])
    const [first] = bare
    const total = files.length
    const covered = total - bare.size
    if (first === undefined || covered / total >= threshold) return { outcome: 'pass' }
    const percent = Math.floor((covered * 1000) / total) / 10
    const args = { covered, total, percent, noLicense, noCopyright }
    const rate = { numerator: covered, denominator: total, threshold }
    return { outcome: 'fail', breaches: [{ messageId: 'below', args, rate, location: { path: first } }] }
  },
})
