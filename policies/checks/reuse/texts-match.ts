import { reading, record } from '../../options.ts'
import { keepsToReuse, licenseTexts, reuseNeeds, termsOfFiles } from '../../reuse.ts'
import { type Breach, defineCheck } from '../../rule.ts'
import { licensesOf } from '../../spdx.ts'
import { idOfText } from './license-names.ts'

const OPTIONS = record({})
const read = reading(OPTIONS)

export const reuseTextsMatch = defineCheck<ReturnType<typeof read>>({
  id: 'reuse/texts-match',
  summary: 'LICENSES/ holds the text of every licence that files name, and of no other.',
  options: read,
  needs: (_options, scene) => reuseNeeds(scene),
  messages: {
    missing: {
      fr: 'LICENSES/ n’a pas le texte de {license}, que nomment : {files}',
      en: 'LICENSES/ has no text of {license}, which is named in: {files}',
    },
    unused: {
      fr: 'aucun fichier n’est sous la licence {license}, dont voici le texte',
      en: 'no file is under the licence {license}, of which this is the text',
    },
  },
  judge(evidence) {
    if (!keepsToReuse(evidence.entries)) return { outcome: 'not-applicable' }
    const used = new Map<string, Set<string>>()
    for (const { path, expression } of termsOfFiles(evidence).flatMap(({ licenses }) => licenses)) {
      for (const { license, exception } of expression === null ? [] : licensesOf(expression)) {
        for (const id of exception === null ? [license] : [license, exception]) {
          used.set(id, (used.get(id) ?? new Set()).add(path))
        }
      }
    }
    const texts = licenseTexts(evidence.entries).flatMap((path) => {
      const id = idOfText(path)
      return id === null ? [] : [{ path, id }]
    })
    if (used.size + texts.length === 0) return { outcome: 'not-applicable' }
    const held = new Set(texts.map(({ id }) => id))
    const breaches = [
      ...[...used].flatMap(([license, files]): Breach[] => {
        if (held.has(license)) return []
        const [path = ''] = files
        return [{ messageId: 'missing', args: { license, files: [...files] }, location: { path }, text: license }]
      }),
      ...texts.flatMap(({ path, id }): Breach[] => {
        if (used.has(id)) return []
        return [{ messageId: 'unused', args: { license: id }, location: { path }, text: id, severity: 'info' }]
      }),
    ]
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
