import { compileGlobs } from '#data/facts/glob.ts'
import { bundlePath } from '#data/model/bundle-path.ts'
import type { Entry } from '#data/model/source.ts'
import { readOptions, record, text, texts } from './options.ts'
import { inRoot } from './places.ts'
import type { Subject } from './rule.ts'

/** Files of one set of texts: the one without suffix, and its translations. */
export interface Bundle {
  /** Path without language and extension. */
  readonly base: string
  readonly default: string | undefined
  readonly byLanguage: ReadonlyMap<string, string>
}

/** Options with which checks say where bundles are. */
export const BUNDLE_OPTIONS = {
  paths: texts('globs of property files, from the folder of the component'),
  /** What the name of every bundle ends with, before the language: `_messages`. */
  ending: text('the end of the name of a bundle'),
} as const

export type BundlePlace = ReturnType<typeof readPlace>
const readPlace = (value: unknown) => readOptions(record(BUNDLE_OPTIONS), value)

/** Bundles by base, sorted. A language is a suffix `_fr` or `_fr_FR` behind the ending. */
export function bundlesOf(
  { entries, subject }: { readonly entries: readonly Entry[]; readonly subject: Subject },
  { paths, ending }: BundlePlace,
): readonly Bundle[] {
  const isMeant = compileGlobs(paths.map((path) => inRoot(subject, path)))
  const bundles = new Map<string, { default: string | undefined; byLanguage: Map<string, string> }>()
  for (const { path } of entries) {
    const placed = bundlePath(path, ending)
    if (placed === undefined || !isMeant(path)) continue
    const { base, language } = placed
    const bundle = bundles.get(base) ?? { default: undefined, byLanguage: new Map() }
    if (language === undefined) bundle.default = path
    else bundle.byLanguage.set(language, path)
    bundles.set(base, bundle)
  }
  return [...bundles].map(([base, bundle]) => ({ base, ...bundle }))
}
