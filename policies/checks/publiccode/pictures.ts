import { reading, record, texts } from '../../options.ts'
import { BROKEN, nodesAt, openPubliccode, PUBLICCODE, PUBLICCODE_NEED } from '../../publiccode.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({ paths: texts('paths of keys that name files of the repository') })
const read = reading(OPTIONS)

export const publiccodePictures = defineCheck<ReturnType<typeof read>>({
  id: 'publiccode/pictures',
  summary: 'Files that publiccode.yml names are in the repository.',
  options: read,
  needs: () => [PUBLICCODE_NEED],
  messages: {
    ...BROKEN,
    absent: {
      fr: '{key} nomme {found}, qui n’est pas dans le dépôt',
      en: '{key} names {found}, which is not in the repository',
    },
  },
  judge(evidence, { paths }) {
    const file = openPubliccode(evidence)
    if ('outcome' in file) return file
    // An address elsewhere is allowed, and not looked at; `file:` is none that anybody else could follow.
    const named = paths
      .flatMap((path) => nodesAt(file, path))
      .filter(({ text }) => text !== null && !/^(?!file:)[a-z]+:\/\//iu.test(text))
    if (named.length === 0) return { outcome: 'not-applicable' }
    const breaches = named.flatMap(({ path, text, line, column }): Breach[] => {
      const found = text ?? ''
      if (evidence.has(found.replace(/^\.?\//u, ''))) return []
      const key = path.join('.')
      return [{ messageId: 'absent', args: { key, found }, location: { path: PUBLICCODE, line, column }, text: key }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
