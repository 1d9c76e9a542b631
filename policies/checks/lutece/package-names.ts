import { COMPONENT_KINDS } from '#data/model/vocabulary.ts'
import { longestBeginning } from '../../beginnings.ts'
import { ownFolders, patternWithOwn, withOwn } from '../../component-names.ts'
import { javaNeed, WITH_MEMBERS } from '../../java-sources.ts'
import { choice, listOf, optional, pattern, reading, record, text, texts } from '../../options.ts'
import { inRoot } from '../../places.ts'
import { type Breach, defineCheck } from '../../rule.ts'

const OPTIONS = record({
  descriptors: text('a glob of descriptors'),
  folders: texts('folders of Java sources'),
  forms: listOf(
    record({
      kind: optional(listOf(choice(COMPONENT_KINDS))),
      /** A regular expression for whole packages, in which `{own}` stands for the component’s own names, joined by dots. */
      pattern: patternWithOwn(),
      form: text('the form in words'),
    }),
  ),
  /** The part of a package, in whole segments, by which findings are told apart. */
  part: pattern(),
})

const read = reading(OPTIONS)

export const packageNames = defineCheck<ReturnType<typeof read>>({
  id: 'lutece/package-names',
  summary: 'Java packages have one of the forms that follow from the kind and name of the component.',
  options: read,
  needs: ({ descriptors, folders }, subject) => [
    { extractor: 'descriptor', paths: [inRoot(subject, descriptors)] },
    { ...javaNeed(folders, subject, WITH_MEMBERS), separately: true },
  ],
  messages: {
    form: {
      fr: 'paquet {package}, {count} fichiers ; attendu : {expected}',
      en: 'package {package}, {count} files; expected: {expected}',
    },
  },
  judge({ subject, facts }, options) {
    const own = ownFolders(subject, facts('descriptor').values()).map((folder) => folder.replaceAll('/', '.'))
    const forms = options.forms
      .filter(({ kind }) => kind?.includes(subject.kind) !== false)
      .map(({ pattern, form }) => ({ form, pattern: withOwn(pattern, own) }))
    const packages = [...facts('java-outline', WITH_MEMBERS)].flatMap(([path, outline]) =>
      outline.package === null ? [] : [{ path, ...outline.package }],
    )
    if (packages.length === 0 || forms.length === 0) return { outcome: 'not-applicable' }
    const names = [...new Set(packages.map(({ name }) => name))]
    const strange = new Set(names.filter((name) => !forms.some(({ pattern }) => pattern.test(name))))
    const strangers = packages.filter(({ name }) => strange.has(name))
    const breaches = [...Map.groupBy(strangers, ({ name }) => longestBeginning(name, options.part) ?? name)].map(
      ([name, files]): Breach => {
        const args = { package: name, count: files.length, expected: forms.map(({ form }) => form) }
        const [first] = files
        return {
          messageId: 'form',
          args,
          text: name,
          ...(first && { location: { path: first.path, line: first.line } }),
        }
      },
    )
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
