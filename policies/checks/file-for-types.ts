import { javaNeed, WITH_MEMBERS } from '../java-sources.ts'
import { hasForm, typeForm } from '../java-types.ts'
import { listOf, reading, record, text, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck } from '../rule.ts'

const OPTIONS = record({
  folders: texts('folders of Java sources'),
  /** One type of any of these forms, and the file must be there. */
  types: listOf(typeForm),
  file: text('a path, from the folder of the component'),
})

const read = reading(OPTIONS)

export const fileForTypes = defineCheck<ReturnType<typeof read>>({
  id: 'file-for-types',
  summary: 'A file is there when a Java type of some form asks for it.',
  options: read,
  needs: ({ folders }, subject) => [{ ...javaNeed(folders, subject, WITH_MEMBERS), separately: true }],
  messages: {
    missing: {
      fr: 'il manque {file}, que demandent {count} classes dont {type}',
      en: '{file} is missing, which {count} classes ask for, {type} among them',
    },
  },
  judge({ subject, facts, has }, { types, file }) {
    const asking = [...facts('java-outline', WITH_MEMBERS)].flatMap(([path, outline]) =>
      outline.types
        .filter((type) => types.some((form) => hasForm({ package: outline.package?.name ?? '', type }, form)))
        .map((type) => ({ path, type })),
    )
    const [first] = asking
    if (first === undefined) return { outcome: 'not-applicable' }
    if (has(inRoot(subject, file))) return { outcome: 'pass' }
    const { path, type } = first
    const args = { file, count: asking.length, type: type.name }
    return {
      outcome: 'fail',
      breaches: [{ messageId: 'missing', args, location: { path, line: type.line }, text: file }],
    }
  },
})
