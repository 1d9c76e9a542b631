/**
 * From a translation key to its bundle, as the platform reads it: `portal.<name>.`, `module.<host>.<module>.`, else
 * `<plugin>.`; what follows is the key in the file.
 */
export interface BundleName {
  /** With the final dot: `forms.`, `module.workflow.forms.`. */
  readonly prefix: string
  /** Package of the component, as a folder: `fr/paris/lutece/plugins/forms`. */
  readonly root: string
}

/** Null when no key leads to a bundle of that path (without language and ending). */
export function bundleName(base: string): BundleName | null {
  const [, root = '', module, plugin, portal] =
    /(?:^|\/)(fr\/paris\/lutece\/(?:plugins\/([A-Za-z\d_]+\/modules\/[A-Za-z\d_]+)|plugins\/([A-Za-z\d_]+)|(portal)))\/resources\/[^/]+$/u.exec(
      base,
    ) ?? []
  const name = base.slice(base.lastIndexOf('/') + 1).replace(/_messages$/u, '')
  if (module !== undefined) {
    const [host = '', own = ''] = module.split('/modules/')
    return name === own ? { prefix: `module.${host}.${own}.`, root } : null
  }
  if (plugin !== undefined) return name === plugin ? { prefix: `${plugin}.`, root } : null
  return portal === undefined ? null : { prefix: `portal.${name}.`, root }
}

/** A key as it is used, split into prefix and key in the file. */
export function splitKey(key: string): { readonly prefix: string; readonly rest: string } {
  const segments = key.split('.')
  const length = segments[0] === 'module' ? 3 : segments[0] === 'portal' ? 2 : 1
  return { prefix: `${segments.slice(0, length).join('.')}.`, rest: segments.slice(length).join('.') }
}
