import type { Entry } from '#data/model/source.ts'

const ENDINGS = ['.ts', '.tsx', '.d.ts', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.json'] as const
/** What a compiler writes from what: `./clock.js` in TypeScript is `./clock.ts`. */
const WRITTEN_AS: readonly (readonly [string, readonly string[]])[] = [
  ['.js', ['.ts', '.tsx', '.d.ts']],
  ['.jsx', ['.tsx']],
  ['.mjs', ['.mts', '.d.mts']],
  ['.cjs', ['.cts', '.d.cts']],
]

/** What a specifier leads to: a file of the tree, or a package by its name. */
export type ImportTarget =
  | { readonly path: string }
  | { readonly package: string }
  /** Relative, and nothing of the tree: generated, or wrong. */
  | { readonly nowhere: string }

interface Resolution {
  readonly from: string
  /** Beginnings of specifiers and the folders that they stand for: `#data/` is `data/`. */
  readonly aliases: Readonly<Record<string, string>>
}

export function importResolver(entries: readonly Entry[]): (specifier: string, how: Resolution) => ImportTarget {
  const paths = new Set(entries.map(({ path }) => path))
  const find = (path: string): ImportTarget => {
    const swapped = WRITTEN_AS.flatMap(([written, sources]) =>
      path.endsWith(written) ? sources.map((source) => path.slice(0, -written.length) + source) : [],
    )
    const candidates = [
      path,
      ...ENDINGS.map((ending) => path + ending),
      ...swapped,
      ...ENDINGS.map((ending) => (path === '' ? `index${ending}` : `${path}/index${ending}`)),
    ]
    const found = candidates.find((candidate) => paths.has(candidate))
    return found === undefined ? { nowhere: path } : { path: found }
  }
  return (specifier, { from, aliases }) => {
    if (/^\.{1,2}(?:\/|$)/u.test(specifier)) return find(joined(from.split('/').slice(0, -1), specifier))
    const alias = Object.keys(aliases).find((beginning) => specifier.startsWith(beginning))
    if (alias !== undefined) return find(joined([], `${aliases[alias]}${specifier.slice(alias.length)}`))
    const [scope = '', name] = specifier.split('/')
    return { package: scope.startsWith('@') && name !== undefined ? `${scope}/${name}` : scope }
  }
}

function joined(folder: readonly string[], relative: string): string {
  const segments = [...folder]
  for (const segment of relative.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  }
  return segments.join('/')
}
