/** What the demo says of one repository, before any file or history is made from it. */

export type DemoOwner = 'ville-vaubrelle' | 'vaubrelle-metiers' | 'vaubrelle-services'

export type DemoKind = 'core' | 'plugin' | 'module' | 'library' | 'tool' | 'theme' | 'pack' | 'other'

type DemoLine = 'v7' | 'v8'

/** French first, then English. */
export type Words = readonly [french: string, english: string]

export interface Field {
  /** Lower camel case, as in Java. */
  readonly name: string
  readonly type: 'String' | 'int' | 'boolean'
  readonly label: Words
}

type Standing = 'living' | 'stable' | 'dormant' | 'archived' | 'private' | 'fork' | 'empty'

export interface DemoComponent {
  readonly owner: DemoOwner
  readonly kind: DemoKind
  /** Loose grouping in repository names (`booking`); empty where repositories have free names. */
  readonly domain: string
  /** Artifact id without its kind (`roomloan`, `roomloan-deposit`); the repository's name where names are free. */
  readonly short: string
  readonly line: DemoLine
  /** Last released version. */
  readonly version: string
  readonly title: Words
  readonly purpose: Words
  /** Java name of the one entity, then what people call it. */
  readonly entity: string
  readonly thing: Words
  readonly fields: readonly Field[]
  readonly topics: readonly string[]
  /** Artifact ids of the city's own components that it builds on. */
  readonly needs: readonly string[]
  /** Third-party bricks, by artifact id. */
  readonly bricks: readonly string[]
  /** Languages beside English (the default bundle) and French, with the share of keys that is translated. */
  readonly languages: Readonly<Record<string, number>>
  readonly since: string
  /** Share of the activity: 0 for none, 10 for the busiest. */
  readonly weight: number
  readonly standing: Standing
  readonly formerName?: string
  readonly faults: readonly string[]
}

const prefixes: Record<DemoKind, string> = {
  core: '',
  plugin: 'plugin-',
  module: 'module-',
  library: 'library-',
  tool: '',
  theme: '',
  pack: '',
  other: '',
}

export function artifactId(c: DemoComponent): string {
  if (c.kind === 'core') return 'lutece-core'
  if (c.kind === 'theme') return `site-theme-${c.short}`
  if (c.kind === 'pack') return `site-${c.short.toLowerCase()}`
  if (c.kind === 'tool') return `${c.short}-maven-plugin`
  return `${prefixes[c.kind]}${c.short}`
}

/** The name of the repository: the platform's organisation and the trades' one differ by the first word. */
export function repositoryName(c: DemoComponent): string {
  if (c.kind === 'core') return 'lutece-core'
  if (c.kind === 'tool') return `tools-maven-${c.short}`
  if (c.kind === 'theme') return `theme-${c.short}`
  if (c.domain === '') return c.short
  const stem = `${c.domain}-${c.kind}-${c.short}`
  return c.owner === 'ville-vaubrelle' ? `lutece-${stem}` : stem
}

export function fullName(c: DemoComponent): string {
  return `${c.owner}/${repositoryName(c)}`
}

/** Everything that follows from a component's name by the platform's own rules. */
export interface Places {
  readonly package: string
  readonly java: string
  /** Prefix of its message keys wherever they are used. */
  readonly keys: string
  readonly bundle: string
  readonly sql: string
  /** Below `templates/admin/` and `jsp/admin/`. */
  readonly web: string
  /** Plugin name with underscores, for tables and scripts. */
  readonly table: string
}

export function placesOf(c: DemoComponent): Places {
  if (c.kind === 'core') return corePlaces
  const [host = '', part = ''] = c.short.split('-')
  const isModule = c.kind === 'module'
  const folder = isModule ? `${host}/modules/${part}` : host
  const pkg = `fr.paris.lutece.plugins.${folder.replaceAll('/', '.')}`
  const java = `src/java/${pkg.replaceAll('.', '/')}`
  return {
    package: pkg,
    java,
    keys: isModule ? `module.${host}.${part}` : host,
    bundle: `${java}/resources/${isModule ? part : host}_messages`,
    sql: `src/sql/plugins/${folder}`,
    web: `plugins/${folder}`,
    table: c.short.replaceAll('-', '_'),
  }
}

const corePlaces: Places = {
  package: 'fr.paris.lutece.portal',
  java: 'src/java/fr/paris/lutece/portal',
  keys: 'portal.quay',
  bundle: 'src/java/fr/paris/lutece/portal/resources/quay_messages',
  sql: 'src/sql',
  web: 'quay',
  table: 'core',
}

/** The version that the default branch works towards: one patch above the last release. */
export function nextVersion(version: string): string {
  const [major = '0', minor = '0', patch = '0'] = version.split('.')
  return `${major}.${minor}.${Number(patch) + 1}-SNAPSHOT`
}

/** `WeatherNote` to `weatherNote`. */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** `WeatherNote` to `weather_note`. */
export function snake(name: string): string {
  return lowerFirst(name).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
