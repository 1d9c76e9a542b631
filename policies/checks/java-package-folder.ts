import { javaNeed, WITH_MEMBERS, WITHOUT_MEMBERS } from '../java-sources.ts'
import { optional, reading, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  folders: texts('folders of Java sources'),
  testFolders: optional(texts('folders of tests'), []),
})

const read = reading(OPTIONS)

export const javaPackageFolder = defineCheck<ReturnType<typeof read>>({
  id: 'java-package-folder',
  summary: 'Each Java file lies in the folder that its package names.',
  options: read,
  needs: ({ folders, testFolders }, subject) => [
    { ...javaNeed(folders, subject, WITH_MEMBERS), separately: true },
    { ...javaNeed(testFolders, subject, WITHOUT_MEMBERS), separately: true },
  ],
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
  judge({ subject, facts }, { folders, testFolders }) {
    const outlines = new Map([...facts('java-outline', WITH_MEMBERS), ...facts('java-outline', WITHOUT_MEMBERS)])
    if (outlines.size === 0) return { outcome: 'not-applicable' }
    // `src/test/java` lies in `src/test`: the longest folder that holds a file is its source folder.
    const roots = [...folders, ...testFolders]
      .map((folder) => `${inRoot(subject, folder)}/`)
      .sort((a, b) => b.length - a.length)
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
