import { choice, reading, record, text } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  /** What the name in the descriptor should equal. */
  agreesWith: choice(['file', 'artifact']),
})

const read = reading(OPTIONS)

export const descriptorNames = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/descriptor-names',
  summary: 'The name in the plugin descriptor is the one of its file, or of the artifact.',
  options: read,
  needs: ({ descriptors }, subject) => [{ extractor: 'descriptor', paths: [inRoot(subject, descriptors)] }],
  messages: {
    file: {
      fr: 'le fichier s’appelle {found}, le descripteur se nomme « {name} »',
      en: 'the file is called {found}, the descriptor is named "{name}"',
    },
    artifact: {
      fr: 'le descripteur se nomme « {name} », l’artefact {found} ; les sites connaissent le nom du descripteur : le changer est une migration',
      en: 'the descriptor is named "{name}", the artifact {found}; sites know the name of the descriptor: to change it is a migration',
    },
  },
  judge({ subject, facts }, { agreesWith }) {
    const { short, artifactId = '' } = subject.names
    const judged = [...facts('descriptor')].flatMap(([path, { name }]) =>
      name === null || name.text === '' ? [] : [{ path, name }],
    )
    if (judged.length === 0 || short === undefined) return { outcome: 'not-applicable' }
    const breaches = judged.flatMap(({ path, name }): Breach[] => {
      const file = path.slice(path.lastIndexOf('/') + 1)
      // A file named after the artifact leaves one difference, between name and artifact: it is said there, once.
      const isNamedAfter = file === `${name.text}.xml` || (name.text !== short && file === `${short}.xml`)
      const isAlike = agreesWith === 'file' ? isNamedAfter : name.text === short
      if (isAlike) return []
      const args = { name: name.text, found: agreesWith === 'file' ? file : artifactId }
      return [{ messageId: agreesWith, args, location: { path, line: name.line }, text: name.text }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
