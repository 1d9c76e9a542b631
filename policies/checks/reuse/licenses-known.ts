import { readSpdx } from '#data/facts/spdx.ts'
import { reading, record } from '../../options.ts'
import { keepsToReuse, licenseTexts, reuseNeeds, termsOfFiles } from '../../reuse.ts'
import { type Breach, defineCheck } from '../../rule.ts'
import { idOfText } from './license-names.ts'

const OPTIONS = record({})
const read = reading(OPTIONS)

export const reuseLicensesKnown = defineCheck<ReturnType<typeof read>>({
  id: 'reuse/licenses-known',
  summary: 'Licences that files name, and names of licence texts, are ids of SPDX or begin with LicenseRef-.',
  options: read,
  needs: (_options, scene) => reuseNeeds(scene),
  messages: {
    bad: {
      fr: '« {written} » n’est pas une expression de licences SPDX ; ainsi dans : {files}',
      en: '"{written}" is no licence expression of SPDX; so in: {files}',
    },
    text: {
      fr: 'ce fichier ne porte pas le nom d’une licence SPDX ni de LicenseRef-',
      en: 'this file bears neither the name of a licence of SPDX nor LicenseRef-',
    },
    ending: {
      fr: 'le nom de ce fichier est celui d’une licence, sans extension : {expected}',
      en: 'the name of this file is that of a licence, without an ending: {expected}',
    },
    deprecated: {
      fr: 'SPDX a remplacé l’identifiant {license} par d’autres ; employé dans : {files}',
      en: 'SPDX has replaced the id {license} by others; used in: {files}',
    },
  },
  judge(evidence) {
    if (!keepsToReuse(evidence.entries)) return { outcome: 'not-applicable' }
    const said = termsOfFiles(evidence).flatMap(({ licenses }) => licenses)
    const texts = licenseTexts(evidence.entries)
    if (said.length + texts.length === 0) return { outcome: 'not-applicable' }
    const bad = Map.groupBy(
      said.filter(({ expression }) => expression === null),
      ({ text }) => text,
    )
    const replaced = new Map<string, string[]>()
    for (const { path, deprecated } of said) for (const id of deprecated) note(replaced, id, path)
    for (const path of texts) for (const id of readSpdx(idOfText(path) ?? '').deprecated) note(replaced, id, path)
    const breaches = [
      ...[...bad].map(([written, places]): Breach => {
        const [{ path, line } = { path: '' }] = places
        const files = [...new Set(places.map((place) => place.path))]
        const location = { path, ...(line !== undefined && { line }) }
        return { messageId: 'bad', args: { written, files }, location, text: written }
      }),
      ...texts.flatMap(misnamed),
      ...[...replaced].map(([license, places]): Breach => {
        const files = [...new Set(places)]
        const location = { path: files[0] ?? '' }
        return { messageId: 'deprecated', args: { license, files }, location, text: license, severity: 'info' }
      }),
    ]
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

function note(places: Map<string, string[]>, id: string, path: string): void {
  places.set(id, [...(places.get(id) ?? []), path])
}

function misnamed(path: string): readonly Breach[] {
  const id = idOfText(path)
  if (id === null) return [{ messageId: 'text', args: {}, location: { path }, text: path }]
  if (path !== `LICENSES/${id}`) return []
  const args = { expected: `LICENSES/${id}.txt` }
  return [{ messageId: 'ending', args, location: { path }, text: path, severity: 'info' }]
}
