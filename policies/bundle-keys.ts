import { texts } from './options.ts'

/** Options with which checks say whose bundles keys lead to. */
export const KEY_OPTIONS = { groups: texts('Java packages that the platform looks for components in') } as const

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

const COMPONENT =
  /^(?:plugins\/(?<module>[A-Za-z\d_]+\/modules\/[A-Za-z\d_]+)|plugins\/(?<plugin>[A-Za-z\d_]+)|(?<portal>portal))\/resources\/[^/]+$/u

/** Null when no key leads to a bundle of that path (without language and ending). */
export function bundleName(base: string, { groups }: { readonly groups: readonly string[] }): BundleName | null {
  const place = groups.map((group) => folderIn(base, group.replaceAll('.', '/'))).find((start) => start !== null)
  if (place == null) return null
  const { module, plugin, portal } = COMPONENT.exec(base.slice(place.end))?.groups ?? {}
  const root = base.slice(place.start, base.lastIndexOf('/resources/'))
  const name = base.slice(base.lastIndexOf('/') + 1).replace(/_messages$/u, '')
  if (module !== undefined) {
    const [host = '', own = ''] = module.split('/modules/')
    return name === own ? { prefix: `module.${host}.${own}.`, root } : null
  }
  if (plugin !== undefined) return name === plugin ? { prefix: `${plugin}.`, root } : null
  return portal === undefined ? null : { prefix: `portal.${name}.`, root }
}

/** Where a folder lies in a path, with the slash behind it. */
function folderIn(path: string, folder: string): { readonly start: number; readonly end: number } | null {
  const start = `/${path}`.indexOf(`/${folder}/`)
  return start === -1 ? null : { start, end: start + folder.length + 1 }
}

/** A key as it is used, split into prefix and key in the file. */
export function splitKey(key: string): { readonly prefix: string; readonly rest: string } {
  const segments = key.split('.')
  const length = segments[0] === 'module' ? 3 : segments[0] === 'portal' ? 2 : 1
  return { prefix: `${segments.slice(0, length).join('.')}.`, rest: segments.slice(length).join('.') }
}
