import { javaNeed, WITHOUT_MEMBERS } from '../java-sources.ts'
import { TEST_OPTIONS, testsAmong } from '../java-tests.ts'
import { reading, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  ...TEST_OPTIONS,
  folders: texts('folders of what is tested'),
})

const read = reading(OPTIONS)

export const javaTestPackages = defineCheck<ReturnType<typeof read>>({
  id: 'java-test-packages',
  summary: 'Each package of tests exists among what is tested.',
  options: read,
  needs: ({ testFolders }, subject) => [{ ...javaNeed(testFolders, subject, WITHOUT_MEMBERS), separately: true }],
  messages: {
    absent: {
      fr: 'le paquet de test {package} n’existe pas dans : {folders}',
      en: 'the test package {package} does not exist in: {folders}',
    },
  },
  judge({ subject, entries, facts }, options) {
    // A package is its folder (JAVA-04), so that nothing of what is tested needs to be read.
    const roots = options.folders.map((folder) => `${inRoot(subject, folder)}/`)
    const sources = entries.filter(({ path }) => path.endsWith('.java'))
    const packages = new Set(roots.flatMap((root) => sources.flatMap(({ path }) => packageOf(path, root) ?? [])))
    const tests = testsAmong(facts('java-outline', WITHOUT_MEMBERS), options)
    if (tests.length === 0 || packages.size === 0) return { outcome: 'not-applicable' }
    const places = new Map<string, string>()
    for (const [path, outline] of tests) {
      const own = outline.package?.name ?? ''
      if (!packages.has(own) && !places.has(own)) places.set(own, path)
    }
    const breaches = [...places].map(([name, path]): Breach => {
      const args = { package: name, folders: options.folders }
      return { messageId: 'absent', args, location: { path }, text: name }
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

function packageOf(path: string, root: string): string | undefined {
  if (!path.startsWith(root)) return undefined
  return path.slice(root.length).split('/').slice(0, -1).join('.')
}
