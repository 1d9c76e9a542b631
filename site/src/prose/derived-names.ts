/** What a component is called in each place, from the one name that was chosen for it. Runs in pages and in browsers. */

export const NAMED_KINDS = ['plugin', 'module', 'library'] as const
export type NamedKind = (typeof NAMED_KINDS)[number]

export function isNamedKind(kind: string): kind is NamedKind {
  return NAMED_KINDS.some((one) => one === kind)
}

export const NAMED_PLACES = ['artifact', 'descriptor', 'package', 'bundle', 'keys', 'sql', 'tables'] as const
export type NamedPlace = (typeof NAMED_PLACES)[number]

export interface ChosenName {
  readonly kind: NamedKind
  /** Plugin that a module adds to; not read for other kinds. */
  readonly host: string
  readonly name: string
  /** Maven group of the platform: `fr.paris.lutece`. */
  readonly group: string
}

/** Names by place; places that a kind does not have are left out. */
export function derivedNames({ kind, host, name, group }: ChosenName): readonly (readonly [NamedPlace, string])[] {
  const flat = name.replaceAll('-', '')
  const root = `${group}.plugins`
  if (kind === 'library') {
    return [
      ['artifact', `library-${name}`],
      ['package', `${root}.${flat}`],
    ]
  }
  const isModule = kind === 'module'
  const home = isModule ? `${root}.${host.replaceAll('-', '')}.modules.${flat}` : `${root}.${flat}`
  const own = isModule ? `${host}-${name}` : name
  return [
    ['artifact', `${kind}-${own}`],
    ['descriptor', `webapp/WEB-INF/plugins/${own}.xml`],
    ['package', home],
    ['bundle', `src/java/${home.replaceAll('.', '/')}/resources/${flat}_messages.properties`],
    ['keys', isModule ? `module.${host.replaceAll('-', '')}.${flat}.…` : `${flat}.…`],
    ['sql', isModule ? `src/sql/plugins/${host}/modules/${name}/plugin/` : `src/sql/plugins/${name}/plugin/`],
    ['tables', `${own.replaceAll('-', '_')}_…`],
  ]
}
