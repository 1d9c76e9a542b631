import type { Subject } from './rule.ts'

/** What the platform's reader of SQL paths makes of the path of a script, from the folder of the component. */
export interface SqlPlace {
  /** Component that the folder belongs to: `clock`, `clock-diary`; `core` for the scripts of the core. */
  readonly component: string
  /** Folder of that component: `src/sql/plugins/clock/modules/diary`. */
  readonly folder: string
  readonly file: string
}

/** Null for a script outside the folders that the platform reads. */
export function sqlPlace(path: string, { kind }: Pick<Subject, 'kind'>): SqlPlace | null {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const [folder, plugin, module] = /^src\/sql\/plugins\/([^/]+)(?:\/modules\/([^/]+))?(?=\/)/u.exec(path) ?? []
  if (folder !== undefined && plugin !== undefined) {
    return { component: module === undefined ? plugin : `${plugin}-${module}`, folder, file }
  }
  return kind === 'core' && path.startsWith('src/sql/') ? { component: 'core', folder: 'src/sql', file } : null
}

/** Versions from which and to which an upgrade script leads. */
export function upgradeStep(file: string): { readonly from: string; readonly to: string } | null {
  const [, from, to] = /[-_](\d+(?:\.\d+)*)[-_](\d+(?:\.\d+)*)\.sql$/u.exec(file) ?? []
  return from === undefined || to === undefined ? null : { from, to }
}
