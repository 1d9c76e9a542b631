import { compileGlobs } from '#data/facts/glob.ts'
import { linearPattern } from '#data/facts/linear-pattern.ts'
import type { LicenseText } from '#data/facts/shapes/license-text.ts'
import type { Entry } from '#data/model/source.ts'
import {
  checkedPattern,
  choice,
  count,
  flag,
  listOf,
  optional,
  reading,
  record,
  soughtPattern,
  text,
  texts,
} from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'
import { compileShellGlobs } from '../shell-globs.ts'
import { filesOf, SHELL_PATHS } from '../shell-paths.ts'

const OPTIONS = record({
  ...SHELL_PATHS,
  /** Paths that hold any of these are left out. */
  exceptPaths: optional(listOf(checkedPattern(linearPattern)), []),
  /** Files that are no text are left out. */
  skipsBinaries: optional(flag(), false),
  /** Asked only where the licence is one of these, by its text at the root. */
  licenses: optional(texts('SPDX ids')),
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
  /** Whether one file that holds them all will do. */
  isOneEnough: optional(flag(), false),
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
  needs: (options, { entries }) => [
    ...(options.licenses === undefined ? [] : [{ extractor: 'license-text' as const, paths: licenseFiles(entries) }]),
    ...(options.holds.length + options.lacks.length === 0
      ? []
      : [
          {
            extractor: 'occurrences' as const,
            paths: textsOf(options, entries),
            options: soughtIn(options),
            separately: true,
          },
        ]),
  ],
  messages: {
    none: { fr: 'rien ne correspond à {globs}', en: 'nothing matches {globs}' },
    present: { fr: 'ne devrait pas s’y trouver', en: 'should not be there' },
    large: { fr: '{bytes} octets, il en faut au plus {most}', en: '{bytes} bytes, at most {most} may be' },
    lacking: { fr: 'ne contient pas : {form}', en: 'does not hold: {form}' },
    holding: { fr: 'contient : {form}', en: 'holds: {form}' },
  },
  judge({ entries, facts }, options) {
    const { globs, expect, failsOnNone, mostBytes, form, licenses } = options
    if (licenses !== undefined && !isUnder(licenses, facts('license-text').values())) {
      return { outcome: 'not-applicable' }
    }
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
    const texts = [...facts('occurrences', soughtIn(options))].filter(([, each]) => Object.keys(each).length > 0)
    const worded = texts.flatMap(([path, occurrences]): Breach[] => [
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
    const failing = new Set(worded.map(({ location }) => location?.path))
    const isOneFine = options.isOneEnough && found.some((path) => !failing.has(path))
    return verdict([...large, ...(isOneFine ? [] : worded)])
  },
})

function verdict(breaches: readonly Breach[]) {
  return breaches.length === 0 ? ({ outcome: 'pass' } as const) : ({ outcome: 'fail', breaches } as const)
}

const LICENSES = ['{license,licence,copying,unlicense}{,.*,-*}', '*-{licence,license}{,.*}']

function licenseFiles(entries: readonly Entry[]): readonly string[] {
  const isMeant = compileGlobs(LICENSES)
  return entries.map(({ path }) => path).filter((path) => isMeant(path.toLowerCase()))
}

/** A text does not say whether a later version may be taken. */
function isUnder(licenses: readonly string[], found: Iterable<LicenseText>): boolean {
  const bare = (id: string) => id.replace(/-(?:only|or-later)$/u, '').toLowerCase()
  const wanted = new Set(licenses.map(bare))
  return [...found].some(({ spdx, alsoFound }) =>
    [...alsoFound, ...(spdx === null ? [] : [spdx])].some((id) => wanted.has(bare(id))),
  )
}

function matching(options: Options, entries: readonly Entry[]): readonly string[] {
  const { globs, ignoresCase, of, exceptPaths } = options
  const isMeant = compileShellGlobs(globs, { ignoresCase })
  const excepted = exceptPaths.map((source) => linearPattern(source))
  const files = of === 'folders' ? [] : filesOf(options, entries).map(({ path }) => path)
  // A glob that ends in a slash asks for a folder.
  const above =
    of === 'files' ? [] : entries.filter(({ mode }) => mode !== '120000').flatMap(({ path }) => foldersAbove(path))
  const folders = [...new Set(above)].filter((path) => isMeant(path) || isMeant(`${path}/`))
  return [...files, ...folders].filter((path) => !excepted.some((one) => one.test(path)))
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

function soughtIn({ holds, lacks, isCaseExact, isByLine, firstLines, skipsBinaries }: Options) {
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
    ...(skipsBinaries && { skipsBinaries }),
  }
}
