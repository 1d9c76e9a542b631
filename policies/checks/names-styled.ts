import { compileGlobs } from '#data/facts/glob.ts'
import type { Entry } from '#data/model/source.ts'
import { hasStyle, nameStyle } from '../name-styles.ts'
import { choice, listOf, optional, pattern, reading, record, text, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'

const OPTIONS = record({
  names: listOf(
    record({
      of: optional(choice(['files', 'folders']), 'files'),
      /** Globs from the folder of the component; the first entry of the list that a path matches judges it. */
      paths: texts('a list of globs'),
      /** One of them will do; none and no pattern means that the name is free. */
      styles: optional(listOf(nameStyle), []),
      /** Whole names that will do as well. */
      pattern: optional(pattern()),
      /** The pattern in words. */
      form: optional(text('the form in words')),
      /** Endings that are no part of a name: `.test.ts`. The longest that fits counts, else what follows the last dot. */
      endings: optional(texts('a list of endings, each with its dot'), []),
    }),
  ),
  except: optional(texts('a list of globs'), []),
})

type Options = ReturnType<typeof read>
type Names = Options['names'][number]
const read = reading(OPTIONS)

export const namesStyled = defineCheck<Options>({
  id: 'names-styled',
  summary: 'Names of files and folders are written in one of the manners that are agreed for their place.',
  options: read,
  needs: () => [],
  messages: {
    file: {
      fr: 'le nom de fichier « {name} » n’est écrit dans aucune des manières attendues : {expected}',
      en: 'the file name "{name}" is written in none of the expected manners: {expected}',
    },
    folder: {
      fr: 'le nom de dossier « {name} » n’est écrit dans aucune des manières attendues : {expected}',
      en: 'the folder name "{name}" is written in none of the expected manners: {expected}',
    },
  },
  judge({ subject, entries }, { names, except }) {
    const isExcepted = compileGlobs(except.map((glob) => inRoot(subject, glob)))
    const forms = names.map((each) => ({
      ...each,
      isMeant: compileGlobs(each.paths.map((glob) => inRoot(subject, glob))),
    }))
    const find = (of: Names['of'], path: string) => forms.find((form) => form.of === of && form.isMeant(path))
    let judged = 0
    const judgeOne = (of: Names['of'], path: string, first: string): readonly Breach[] => {
      const form = isExcepted(path) ? undefined : find(of, path)
      if (form === undefined) return []
      judged++
      const name = of === 'files' ? stemOf(path, form.endings) : path.slice(path.lastIndexOf('/') + 1)
      if (isFine(name, form)) return []
      const expected = [...form.styles, ...(form.pattern ? [form.form ?? form.pattern.source] : [])]
      const messageId = of === 'files' ? 'file' : 'folder'
      return [{ messageId, args: { name, expected }, location: { path: first }, text: path }]
    }
    const breaches = [
      ...entries.flatMap(({ path }) => judgeOne('files', path, path)),
      ...[...foldersOf(entries)].flatMap(([folder, first]) => judgeOne('folders', folder, first)),
    ]
    if (judged === 0) return { outcome: 'not-applicable' }
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

function isFine(name: string, { styles, pattern }: Names): boolean {
  if (styles.length === 0 && pattern === undefined) return true
  return styles.some((style) => hasStyle(name, style)) || pattern?.test(name) === true
}

/** The name without its ending; the dot that hides a file is no part of the name. */
function stemOf(path: string, endings: readonly string[]): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/^\./u, '')
  const [longest] = endings.filter((ending) => name.endsWith(ending)).sort((a, b) => b.length - a.length)
  if (longest !== undefined) return name.slice(0, -longest.length)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? name : name.slice(0, dot)
}

/** Every folder, with the first file in it: findings are placed on files. */
function foldersOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const folders = new Map<string, string>()
  for (const { path } of entries) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end)
      if (folders.has(folder)) break
      folders.set(folder, path)
    }
  }
  return folders
}
