import { bundleFilesOf } from '#data/inventory/translations/bundle-files.ts'
import { bundlePath } from '#data/model/bundle-path.ts'
import { languageTag, spellingsOf } from '#data/model/language-tag.ts'
import { BUNDLE_ENDING } from '#data/reference/bundle-places.ts'
import type { Store } from '#data/store.ts'
import type { Holdings } from './holdings.ts'
import { textFiles } from './load-translations.ts'

/** Contents of the files of one bundle for one language. */
export interface BundleContents {
  readonly reference: Uint8Array
  readonly french: Uint8Array | undefined
  /** The file of the language, where it is or where it is to begin. */
  readonly path: string
  /** Undefined for a file that is to begin. */
  readonly present: Uint8Array | undefined
}

export type OpenBundle = (
  component: string,
  asked: { readonly bundle: string; readonly language: string },
) => Promise<BundleContents | undefined>

/** Opens bundles of stored components; undefined for one that is not there or has no reference that was collected. */
export async function bundleOpener(holdings: Holdings): Promise<OpenBundle> {
  const { store } = holdings
  const files = await textFiles(holdings)
  const suffixes = [...files.values()].flat().flatMap(({ path }) => bundlePath(path, BUNDLE_ENDING)?.language ?? [])
  return async (component, { bundle, language }) => {
    const own = files.get(component) ?? []
    const found = bundleFilesOf(own.map(({ path }) => path)).find(({ base }) => base === bundle)
    const oidOf = (path: string | null | undefined) => own.find((file) => file.path === path)?.oid
    const reference = await contentOf(store, oidOf(found?.reference))
    if (found === undefined || reference === undefined) return undefined
    const path = found.byLanguage.get(language)
    const present = await contentOf(store, oidOf(path))
    // Bytes that were not collected are not nothing: a patch against them would not apply.
    if (path !== undefined && present === undefined) return undefined
    return {
      reference,
      french: await contentOf(store, oidOf(found.byLanguage.get('fr'))),
      path: path ?? `${bundle}_${usualSpelling(language, suffixes)}.properties`,
      present,
    }
  }
}

async function contentOf(store: Store, oid: string | undefined): Promise<Uint8Array | undefined> {
  return oid === undefined ? undefined : store.blob(oid)
}

/** As most files that were collected spell it: `cz` in a house that writes so, else the tag. */
function usualSpelling(language: string, suffixes: readonly string[]): string {
  const uses = (spelling: string) =>
    suffixes.filter((suffix) => suffix === spelling && languageTag(suffix) === language).length
  return spellingsOf(language).reduce((best, one) => (uses(one) > uses(best) ? one : best))
}
