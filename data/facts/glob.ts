import { UsageFailure } from '../model/failures.ts'
import { matchesStarred } from './starred-path.ts'

/**
 * Globs over paths with `/`: `**` any number of folders, `*` and `?` inside one name, `{a,b}` alternatives (nested too).
 * Names that begin with a dot are names like others; brackets and backslashes stand for themselves. Case counts.
 * Matching takes time proportional to path times pattern, whatever the pattern: no regular expression is made of it.
 */
export type PathMatcher = (path: string) => boolean

/** By the list itself: options and needs keep theirs, and are asked about many files. */
const compiled = new WeakMap<readonly string[], PathMatcher>()

/** Matches a path when any of the globs does. Throws a `UsageFailure` for a glob with too many alternatives. */
export function compileGlobs(globs: readonly string[]): PathMatcher {
  const known = compiled.get(globs)
  if (known !== undefined) return known
  const matcher = globs.length > LONG ? compile(globs) : compileAlike(globs)
  compiled.set(globs, matcher)
  return matcher
}

/** Checks write their globs anew for each subject, mostly the same. */
const alike = new Map<string, PathMatcher>()
const MOST_KEPT = 2000
/** Lists as long as that name files one by one. */
const LONG = 100

function compileAlike(globs: readonly string[]): PathMatcher {
  const key = globs.join('\n')
  const known = alike.get(key)
  if (known !== undefined) return known
  if (alike.size >= MOST_KEPT) alike.clear()
  const matcher = compile(globs)
  alike.set(key, matcher)
  return matcher
}

function compile(globs: readonly string[]): PathMatcher {
  const set: GlobSet = {
    ...{ exact: new Set(), names: new Set(), endings: new Set(), folders: new Set() },
    ...{ nameForms: [], folderForms: [], anyDepth: [], byDepth: new Map() },
  }
  for (const glob of globs) {
    // Needs name files one by one, by the hundred.
    if (IS_PATH.test(glob)) set.exact.add(glob)
    else for (const each of expandBraces(glob)) add(set, each.replace(/^\.?\//, ''))
  }
  const { exact, names, endings, folders, nameForms, folderForms, anyDepth, byDepth } = set
  const looksAtName = names.size > 0 || endings.size > 0
  return (path) => {
    if (exact.has(path)) return true
    if (looksAtName && matchesLastName(set, path)) return true
    if (folders.size > 0 && liesIn(folders, path)) return true
    if (nameForms.length > 0 && hasNameForm(nameForms, path)) return true
    if (folderForms.length > 0 && liesInForm(folderForms, path)) return true
    if (byDepth.size > 0 && matchesPattern(byDepth.get(depthOf(path)) ?? [], path)) return true
    return anyDepth.length > 0 && matchesPattern(anyDepth, path)
  }
}

/**
 * Globs by the way they are looked up. Most of what people write is a list of names: what is asked of each path is then
 * one question, however long the list.
 */
interface GlobSet {
  /** `a/b.c` */
  readonly exact: Set<string>
  /** `README.md` of a glob that begins with two stars and a slash: a name in any folder. */
  readonly names: Set<string>
  /** `.java` of such a glob for `*.java`: what follows the last dot of a name, dot included. */
  readonly endings: Set<string>
  /** `target` of a glob for whatever lies in a folder of that name. */
  readonly folders: Set<string>
  /** Globs for names with one star, anywhere or in a folder: nearly all the others. */
  readonly nameForms: Form[]
  /** ...and for whatever lies in a folder whose name has one. */
  readonly folderForms: Form[]
  /** The others, with two stars somewhere... */
  readonly anyDepth: Pattern[]
  /** ...and without, which match paths of as many segments only. */
  readonly byDepth: Map<number, Pattern[]>
}

interface Form {
  /** Where it holds, with its slash; empty for everywhere. */
  readonly within: string
  /** What a name begins and ends with. */
  readonly head: string
  readonly tail: string
}

interface Pattern {
  /** What every matching path begins and ends with: refuses most paths at the price of two comparisons. */
  readonly prefix: string
  readonly suffix: string
  readonly segments: readonly string[]
}

const IS_PATH = /^[^./*?{][^*?{]*$/

function add(set: GlobSet, glob: string): void {
  if (!/[*?]/.test(glob)) {
    set.exact.add(glob)
    return
  }
  const [, name, ending, folder] = ANYWHERE.exec(glob) ?? []
  if (name !== undefined) set.names.add(name)
  else if (ending !== undefined) set.endings.add(ending)
  else if (folder !== undefined) set.folders.add(folder)
  else if (!addForm(set, glob)) addPattern(set, glob)
}

function addForm({ nameForms, folderForms }: GlobSet, glob: string): boolean {
  const [, within, head = '', tail = '', deeper] = ONE_STAR.exec(glob) ?? []
  if (within === undefined || (deeper !== undefined && within !== '')) return false
  const forms = deeper === undefined ? nameForms : folderForms
  forms.push({ within, head, tail })
  return true
}

function addPattern(set: GlobSet, glob: string): void {
  if (glob.split('/').includes('**')) set.anyDepth.push(compilePattern(glob))
  else set.byDepth.set(depthOf(glob), [...(set.byDepth.get(depthOf(glob)) ?? []), compilePattern(glob)])
}

function depthOf(path: string): number {
  let depth = 1
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) depth++
  return depth
}

const ANYWHERE = /^\*\*\/(?:([^*?/]+)|\*(\.[^*?/.]+)|([^*?/]+)\/\*\*)$/

const ONE_STAR = /^((?:[^*?/]+\/)*)\*\*\/([^*?/]*)\*([^*?/]*)(\/\*\*)?$/

function compilePattern(pattern: string): Pattern {
  const segments = pattern.split('/').filter((segment, index, all) => segment !== '**' || all[index - 1] !== '**')
  const prefix = /^[^*?]*/.exec(pattern)?.[0] ?? ''
  const suffix = /[^*?]*$/.exec(pattern)?.[0] ?? ''
  // `a/**` and `**/b` may match with nothing in place of the stars: the slash beside them is no part of the sieve.
  return { prefix: prefix.replace(/\/$/, ''), suffix: suffix.replace(/^\//, ''), segments }
}

function matchesLastName({ names, endings }: GlobSet, path: string): boolean {
  const start = path.lastIndexOf('/') + 1
  const dot = path.lastIndexOf('.')
  return (dot >= start && endings.has(path.slice(dot))) || (names.size > 0 && names.has(path.slice(start)))
}

function liesIn(folders: ReadonlySet<string>, path: string): boolean {
  let start = 0
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', start)) {
    if (folders.has(path.slice(start, end))) return true
    start = end + 1
  }
  return false
}

function hasNameForm(forms: readonly Form[], path: string): boolean {
  const start = path.lastIndexOf('/') + 1
  return forms.some(({ within, head, tail }) => {
    return (
      path.endsWith(tail) &&
      path.startsWith(head, start) &&
      path.length - start >= head.length + tail.length &&
      path.startsWith(within)
    )
  })
}

function liesInForm(forms: readonly Form[], path: string): boolean {
  let start = 0
  for (let end = path.indexOf('/'); end !== -1; end = path.indexOf('/', start)) {
    for (const { head, tail } of forms) {
      if (end - start < head.length + tail.length) continue
      if (path.startsWith(head, start) && path.startsWith(tail, end - tail.length)) return true
    }
    start = end + 1
  }
  return false
}

function matchesPattern(patterns: readonly Pattern[], path: string): boolean {
  let names: readonly string[] | undefined
  for (const { prefix, suffix, segments } of patterns) {
    if (!path.startsWith(prefix) || !path.endsWith(suffix)) continue
    names ??= path.split('/')
    if (matchesStarred(segments, { names, matches: matchesName })) return true
  }
  return false
}

/** One name against one part of a glob, without slash: `*` and `?` alone mean anything. */
export function matchesName(pattern: string, name: string): boolean {
  let p = 0
  let n = 0
  let starP = -1
  let starN = 0
  while (n < name.length) {
    const character = pattern[p]
    if (character === '*') {
      starP = p++
      starN = n
    } else if (character === '?' || (character !== undefined && character === name[n])) {
      p++
      n++
    } else if (starP !== -1) {
      p = starP + 1
      n = ++starN
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}

const MAX_ALTERNATIVES = 1000

/** What `{a,b}` stands for, nested ones too. Throws a `UsageFailure` when that is more than a thousand. */
export function expandBraces(glob: string): readonly string[] {
  const done = new Set<string>()
  let open = [glob]
  while (open.length > 0) {
    const next: string[] = []
    for (const each of open) {
      const group = firstGroup(each)
      if (group === null) done.add(each)
      else next.push(...group.alternatives.map((one) => group.before + one + group.after))
    }
    open = next
    if (open.length + done.size > MAX_ALTERNATIVES)
      throw new UsageFailure(
        'glob-too-wide',
        `The glob ${glob.slice(0, 80)} has more than ${MAX_ALTERNATIVES} alternatives.`,
      )
  }
  return [...done]
}

/** The first outermost `{a,b}`; a brace that is not closed, or has no comma, stands for itself. */
function firstGroup(glob: string) {
  for (let start = glob.indexOf('{'); start !== -1; start = glob.indexOf('{', start + 1)) {
    const alternatives: string[] = []
    let depth = 0
    let from = start + 1
    for (let at = start; at < glob.length; at++) {
      const character = glob[at]
      if (character === '{') depth++
      else if (character === '}') depth--
      if ((character === ',' && depth === 1) || depth === 0) {
        alternatives.push(glob.slice(from, at))
        from = at + 1
      }
      if (depth > 0) continue
      if (alternatives.length > 1) return { before: glob.slice(0, start), alternatives, after: glob.slice(at + 1) }
      break
    }
  }
  return null
}
