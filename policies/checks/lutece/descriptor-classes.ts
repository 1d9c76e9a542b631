import { longestBeginning } from '../../beginnings.ts'
import { javaNeed, WITH_MEMBERS } from '../../java-sources.ts'
import { pattern, reading, record, text, texts } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  folders: texts('folders of sources'),
  /** The part of a package that belongs to one component. */
  componentRoot: pattern(),
})

const read = reading(OPTIONS)

export const descriptorClasses = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/descriptor-classes',
  summary: 'Classes that the plugin descriptor names exist, when their package is the component’s own.',
  options: read,
  needs: ({ descriptors, folders }, subject) => [
    { extractor: 'descriptor', paths: [inRoot(subject, descriptors)] },
    javaNeed(folders, subject, WITH_MEMBERS),
  ],
  messages: {
    missing: {
      fr: '<{element}> nomme {class}, qui n’est pas dans les sources',
      en: '<{element}> names {class}, which is not in the sources',
    },
  },
  judge({ entries, facts }, { componentRoot }) {
    const descriptors = facts('descriptor')
    if (descriptors.size === 0) return { outcome: 'not-applicable' }
    const outlines = [...facts('java-outline', WITH_MEMBERS).values()]
    const declared = outlines.flatMap(({ package: own, types }) => {
      return own === null ? [] : types.map((type) => `${own.name}.${type.name}`)
    })
    const classes = new Set(declared)
    const roots = new Map<string, string | undefined>()
    const rootOf = (name: string) => {
      const owner = name.slice(0, Math.max(0, name.lastIndexOf('.')))
      if (!roots.has(owner)) roots.set(owner, longestBeginning(owner, componentRoot))
      return roots.get(owner)
    }
    // "Own" comes from the sources: classes of core, host or library are legitimate and are not looked for here.
    const ownRoots = new Set(declared.map(rootOf).filter((root) => root !== undefined))
    // A class may come from Kotlin or Groovy beside the Java.
    const isThere = (name: string) => {
      const tail = `/${name.replaceAll('.', '/')}.`
      return classes.has(name) || entries.some(({ path }) => path.includes(tail))
    }
    const breaches = [...descriptors].flatMap(([path, descriptor]) =>
      descriptor.classes.flatMap(({ element, text: named, line }): Breach[] => {
        const [name = ''] = named.split('$')
        const root = rootOf(name)
        if (root === undefined || !ownRoots.has(root) || isThere(name)) return []
        return [{ messageId: 'missing', args: { element, class: named }, location: { path, line }, text: named }]
      }),
    )
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
