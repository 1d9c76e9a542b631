import { bundlePath } from '../../model/bundle-path.ts'
import { languageTag } from '../../model/language-tag.ts'
import { BUNDLE_ENDING, BUNDLE_FOLDERS, REFERENCE_LANGUAGE } from '../../reference/bundle-places.ts'

/** The files of one set of texts. */
export interface BundleFiles {
  /** Path without language and extension. */
  readonly base: string
  /** The file without suffix; null where there is none. */
  readonly reference: string | null
  /** Paths by language tag, in the order of tags. */
  readonly byLanguage: ReadonlyMap<string, string>
  /** Files that the platform does not read: an English one beside or instead of the reference, a second of a language. */
  readonly idle: readonly string[]
}

interface Draft {
  reference: string | null
  readonly byLanguage: Map<string, string>
  readonly idle: string[]
}

function emptyDraft(): Draft {
  return { reference: null, byLanguage: new Map(), idle: [] }
}

const IN_FOLDER = new RegExp(`(?:^|/)(?:${BUNDLE_FOLDERS.join('|')})/(?:.*/)?[^/]+$`, 'u')

/** Bundles among the files of one component, by path. */
export function bundleFilesOf(paths: Iterable<string>): readonly BundleFiles[] {
  const bundles = new Map<string, Draft>()
  for (const path of [...paths].sort()) {
    const placed = IN_FOLDER.test(path) ? bundlePath(path, BUNDLE_ENDING) : undefined
    if (placed === undefined) continue
    const bundle = bundles.get(placed.base) ?? emptyDraft()
    bundles.set(placed.base, bundle)
    const tag = placed.language === undefined ? undefined : languageTag(placed.language)
    if (placed.language === undefined) bundle.reference = path
    else if (tag === undefined || tag === REFERENCE_LANGUAGE || bundle.byLanguage.has(tag)) bundle.idle.push(path)
    else bundle.byLanguage.set(tag, path)
  }
  return [...bundles].map(([base, { reference, byLanguage, idle }]) => ({
    ...{ base, reference, idle },
    byLanguage: new Map([...byLanguage].sort(([one], [other]) => (one < other ? -1 : 1))),
  }))
}
