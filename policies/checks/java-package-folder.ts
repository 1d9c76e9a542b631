import { readOptions, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck, type EvidenceNeed, type Subject } from '../rule.ts'

const OPTIONS = record({ folders: texts('folders of Java sources') })

type Options = ReturnType<typeof read>
const read = (value: unknown) => readOptions(OPTIONS, value)

const needs = ({ folders }: Options, subject: Pick<Subject, 'root'>): readonly EvidenceNeed[] => {
  const paths = folders.map((folder) => inRoot(subject, `${folder}/**/*.java`))
  return [{ extractor: 'java-outline', paths, separately: true }]
}

export const javaPackageFolder = defineCheck<Options>({
  id: 'java-package-folder',
  summary: 'Each Java file lies in the folder that its package names.',
  options: read,
  needs,
  messages: {
    differs: {
      fr: 'le paquet est « {found} », le dossier appelle « {expected} »',
      en: 'the package is "{found}", the folder asks for "{expected}"',
    },
    missing: {
      fr: 'pas de déclaration de paquet, le dossier appelle « {expected} »',
      en: 'no package declaration, the folder asks for "{expected}"',
    },
  },
  judge({ subject, facts }, { folders }) {
    const outlines = facts('java-outline')
    if (outlines.size === 0) return { outcome: 'not-applicable' }
    // `src/test/java` lies in `src/test`: the longest folder that holds a file is its source folder.
    const roots = folders.map((folder) => `${inRoot(subject, folder)}/`).sort((a, b) => b.length - a.length)
    const breaches = [...outlines].flatMap(([path, outline]): Breach[] => {
      const root = roots.find((folder) => path.startsWith(folder)) ?? ''
      const expected = path.slice(root.length).split('/').slice(0, -1).join('.')
      const found = outline.package?.name ?? ''
      // A file of comments alone declares nothing and is compiled into nothing.
      if (found === expected || (found === '' && outline.types.length === 0)) return []
      const messageId = found === '' ? 'missing' : 'differs'
      const location = { path, line: outline.package?.line ?? 1 }
      return [{ messageId, args: { found, expected }, location, text: found }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
