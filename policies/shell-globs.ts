import { compileGlobs, type PathMatcher } from '#data/facts/glob.ts'

/**
 * Globs as a shell reads them, for rules that were written for other tools: `*` and `**` meet no name that begins with
 * a dot unless the glob writes that dot, `[ab]` is one letter, `!` in front takes away. Throws a `SyntaxError` for
 * extended groups, `@(a|b)`.
 */
export function compileShellGlobs(globs: readonly string[], { ignoresCase = false } = {}): PathMatcher {
  const inCase = (text: string) => (ignoresCase ? text.toLowerCase() : text)
  const meant: PathMatcher[] = []
  const taken: PathMatcher[] = []
  for (const written of globs) {
    const glob = inCase(withoutClasses(written.replace(/^!?(?:\.\/)?/u, '')))
    const list = written.startsWith('!') ? taken : meant
    const matches = compileGlobs([glob])
    const dotted = compileGlobs(dottedNames(glob))
    const isOpen = (path: string) => path.split('/').every((name) => !name.startsWith('.') || dotted(name))
    list.push((path) => matches(path) && isOpen(path))
  }
  return (path) => {
    const asked = inCase(path)
    return meant.some((matches) => matches(asked)) && !taken.some((matches) => matches(asked))
  }
}

/** The parts of a glob that begin with a dot themselves: `.github`, `.*`. */
function dottedNames(glob: string): readonly string[] {
  return glob.split(/[/{},]/u).filter((part) => part.startsWith('.') && part !== '.')
}

function withoutClasses(glob: string): string {
  if (/[@?!+*]\([^)]*\)/u.test(glob)) throw new SyntaxError(`groups such as "@(a|b)" are not understood: ${glob}`)
  return glob.replace(/\[([^\]/]+)\]/gu, (whole, letters: string) => {
    if (/^[!^]|.-./u.test(letters)) throw new SyntaxError(`ranges such as "${whole}" are not understood: ${glob}`)
    return `{${[...letters].join(',')}}`
  })
}
