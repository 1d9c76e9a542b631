import type { Entry } from '#data/model/source.ts'
import { choice, count, flag, listOf, optional, reading, record, soughtPattern, text } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'
import { compileShellGlobs } from '../shell-globs.ts'

const OPTIONS = record({
  /** Globs as a shell reads them, from the root: `*` meets no hidden name, `!` in front takes away. */
  globs: listOf(text('a glob'), 'a list of globs'),
  ignoresCase: optional(flag(), false),
  of: optional(choice(['files', 'folders', 'both']), 'files'),
  /** Whether one at least must be there, none may be, or each is judged by what follows. */
  expect: choice(['present', 'absent', 'judged']),
  /** Bytes that none may exceed. */
  mostBytes: optional(count()),
  /** Each holds all of these, in so many first lines where that is said. */
  holds: optional(listOf(soughtPattern()), []),
  lacks: optional(listOf(soughtPattern()), []),
  firstLines: optional(count()),
  isCaseExact: optional(flag(), true),
  isByLine: optional(flag(), false),
  /** What is looked for, in words. */
  form: optional(text('what is looked for, in words')),
  /** Whether having nothing to judge breaks the rule. */
  failsOnNone: optional(flag(), false),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS, (options) => {
  compileShellGlobs(options.globs, options)
})

export const shellFiles = defineCheck<Options>({
  id: 'shell-files',
  summary: 'Files that globs of a shell name are there, or not, and hold what they should: what repolinter asked.',
  options: read,
  needs: (options, { entries }) =>
    options.holds.length + options.lacks.length === 0
      ? []
      : [{ extractor: 'occurrences', paths: textsOf(options, entries), options: soughtIn(options), separately: true }],
  messages: {
    none: { fr: 'rien ne correspond à {globs}', en: 'nothing matches {globs}' },
    present: { fr: 'ne devrait pas s’y trouver', en: 'should not be there' },
    large: { fr: '{bytes} octets, il en faut au plus {most}', en: '{bytes} bytes, at most {most} may be' },
    lacking: { fr: 'ne contient pas : {form}', en: 'does not hold: {form}' },
    holding: { fr: 'contient : {form}', en: 'holds: {form}' },
  },
  judge({ entries, facts }, options) {
    const { globs, expect, failsOnNone, mostBytes, form } = options
    const found = matching(options, entries)
    const none: Breach = { messageId: 'none', args: { globs }, text: globs.join(' ') }
    if (expect === 'present') return found.length > 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches: [none] }
    if (expect === 'absent')
      return verdict(found.map((path) => ({ messageId: 'present', args: {}, location: { path } })))
    if (found.length === 0) return failsOnNone ? { outcome: 'fail', breaches: [none] } : { outcome: 'pass' }
    const sizes = new Map(entries.map(({ path, size }) => [path, size]))
    const large = found.flatMap((path): Breach[] => {
      const bytes = sizes.get(path) ?? 0
      if (mostBytes === undefined || bytes <= mostBytes) return []
      return [{ messageId: 'large', args: { bytes, most: mostBytes }, location: { path } }]
    })
    if (options.holds.length + options.lacks.length === 0) return verdict(large)
    const worded = [...facts('occurrences', soughtIn(options))].flatMap(([path, occurrences]): Breach[] => [
      ...options.holds.flatMap(({ source }, index): Breach[] => {
        const isThere = (occurrences[`holds${index}`] ?? []).length > 0
        return isThere
          ? []
          : [{ messageId: 'lacking', args: { form: form ?? source }, location: { path }, text: source }]
      }),
      ...options.lacks.flatMap(({ source }, index): Breach[] => {
        const [first] = occurrences[`lacks${index}`] ?? []
        if (first === undefined) return []
        const location = { path, line: first.line, column: first.column }
        return [{ messageId: 'holding', args: { form: form ?? source }, location, text: source }]
      }),
    ])
    return verdict([...large, ...worded])
  },
})

function verdict(breaches: readonly Breach[]) {
  return breaches.length === 0 ? ({ outcome: 'pass' } as const) : ({ outcome: 'fail', breaches } as const)
}

/** Links are no files of a shell's glob here: nothing is followed out of the tree. */
function matching({ globs, ignoresCase, of }: Options, entries: readonly Entry[]): readonly string[] {
  const isMeant = compileShellGlobs(globs, { ignoresCase })
  const files = entries.filter(({ mode }) => mode !== '120000').map(({ path }) => path)
  const folders = of === 'files' ? [] : [...new Set(files.flatMap(foldersAbove))]
  return [...(of === 'folders' ? [] : files), ...folders].filter(isMeant)
}

function foldersAbove(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, index) => names.slice(0, index + 1).join('/'))
}

/** An empty file holds nothing and lacks nothing: it is not judged. */
function textsOf(options: Options, entries: readonly Entry[]): readonly string[] {
  const found = new Set(matching({ ...options, of: 'files' }, entries))
  return entries.filter(({ path, size }) => size > 0 && found.has(path)).map(({ path }) => path)
}

function soughtIn({ holds, lacks, isCaseExact, isByLine, firstLines }: Options) {
  const named = [
    ...holds.map(({ source }, index) => [`holds${index}`, source] as const),
    ...lacks.map(({ source }, index) => [`lacks${index}`, source] as const),
  ]
  return {
    mask: 'none' as const,
    patterns: Object.fromEntries(named),
    ...(!isCaseExact && { ignoreCase: true }),
    ...(!isByLine && { isWholeText: true }),
    ...(firstLines !== undefined && { firstLines }),
  }
}
