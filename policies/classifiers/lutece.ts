import { resolveProperties } from '#data/facts/pom-properties.ts'
import type { Pom } from '#data/facts/shapes/pom.ts'
import type { Entry } from '#data/model/source.ts'
import { type ComponentKind, isOneOf, PLATFORM_LINES, type PlatformLine } from '#data/model/vocabulary.ts'
import { count, OptionsFailure, optional, reading, record, text, texts } from '../options.ts'
import { type Classification, type ClassifierEvidence, defineClassifier } from '../rule.ts'

const OPTIONS = record({
  platform: text('the group that all groups of the platform begin with'),
  groups: texts('the groups that those of the owner begin with'),
  core: text('the artifactId of the core'),
  sitePackaging: text(),
  pluginPackaging: text(),
  packGroups: texts('groups of packs'),
  packOwners: texts('owners whose sites are packs'),
  /** Parents whose major version says the line; any other parent of the platform is older than the lines. */
  lineParents: texts('artifactIds'),
  newLineMajor: count(),
  /** Lines that nobody keeps any more. */
  endedLines: optional(texts(`a list of ${PLATFORM_LINES.join(', ')}`), []),
  /** Folders whose build files belong to samples and builds, not to the component. */
  ignoredFolders: texts('names of folders'),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS, ({ endedLines }) => {
  const unknown = endedLines.find((line) => !isOneOf(PLATFORM_LINES, line))
  if (unknown === undefined) return
  const message = `"${unknown}" is no generation: ${PLATFORM_LINES.join(', ')}.`
  throw new OptionsFailure([{ path: ['endedLines'], at: 'value', message }])
})

/**
 * Kind, line and names of a component, from its build file, the owner and a few names of the tree. Names: `artifactId`,
 * `groupId`, `version`, `title`, `short` (without the prefix of its kind), `host` and `module` (of a module), `repository` (its last part),
 * `domain` (what the name of a repository begins with: `[lutece-]<domain>-plugin-<name>`).
 */
export const lutece = defineClassifier<Options>({
  id: 'lutece',
  summary: 'Core, plugin, module, library, site, pack, theme or tool of the platform; v7 or v8.',
  options: read,
  needs: (options, entries) => [{ extractor: 'pom', paths: pomsOf(entries, options), separately: true }],
  classify: first,
  allNeeds: () => [{ extractor: 'pom', paths: ['**/pom.xml'], separately: true }],
  classifyAll(evidence, options) {
    const judged = first(evidence, options)
    const others = evidence.entries
      .map((entry) => entry.path)
      .filter((path) => path.endsWith('/pom.xml') && !isIgnored(path, options))
      .flatMap((path) => at(path, evidence, options) ?? [])
      .filter(({ kind, root }) => (kind === 'site' || kind === 'pack') && root !== judged.root)
    return [judged, ...others]
  },
  platformGroups: ({ platform, groups, packGroups }) => [...new Set([platform, ...groups, ...packGroups])],
  endedLines: ({ endedLines }) => endedLines.filter((line) => isOneOf(PLATFORM_LINES, line)),
})

function first(evidence: ClassifierEvidence, options: Options): Classification {
  const repository = evidence.identity.repository?.split('/')[1]
  for (const path of pomsOf(evidence.entries, options)) {
    const unread = evidence.unread.find(({ location }) => location.path === path)
    if (unread !== undefined) return { ...nothing(repository), undetermined: unread }
    const found = at(path, evidence, options)
    if (found !== undefined) return found
  }
  return nothing(repository)
}

/** What the build file at a path makes; undefined when it is no component of the platform. */
function at(path: string, evidence: ClassifierEvidence, options: Options): Classification | undefined {
  const pom = evidence.facts('pom').get(path)
  const kind = pom === undefined ? 'other' : kindOf(pom, evidence, options)
  if (pom === undefined || kind === 'other') return undefined
  const root = path.slice(0, Math.max(0, path.length - '/pom.xml'.length))
  const names = namesOf(pom, kind, evidence.identity.repository?.split('/')[1])
  return { kind, line: kind === 'tool' ? null : lineOf(pom, options), root, names }
}

function isIgnored(path: string, { ignoredFolders }: Options): boolean {
  return path.split('/').some((folder) => ignoredFolders.includes(folder))
}

function nothing(repository: string | undefined): Classification {
  return {
    kind: /^tools-/u.test(repository ?? '') ? 'tool' : 'other',
    line: null,
    root: '',
    names: { repository, domain: domainOf(repository) },
  }
}

/** The one at the root; without one, those one folder down, where packs keep theirs. */
function pomsOf(entries: readonly Entry[], { ignoredFolders }: Options): readonly string[] {
  const paths = entries.map((entry) => entry.path)
  if (paths.includes('pom.xml')) return ['pom.xml']
  return paths.filter((path) => {
    const [folder = '', file, ...deeper] = path.split('/')
    return file === 'pom.xml' && deeper.length === 0 && !ignoredFolders.includes(folder)
  })
}

function kindOf(pom: Pom, { entries, identity }: ClassifierEvidence, options: Options): ComponentKind {
  const artifactId = pom.artifactId?.text ?? ''
  const groupId = (pom.groupId ?? pom.parent?.groupId)?.text ?? ''
  const packaging = pom.packaging?.text ?? 'jar'
  const groups = groupsOf(options)
  const [owner = '', repository = ''] = identity.repository?.toLowerCase().split('/') ?? []
  // Section 0 lets a prefix alone decide; a build that never names the platform is left alone all the same.
  if (!namesPlatform(pom, options)) return 'other'
  if (artifactId === options.core) return 'core'
  const [, prefix] = /^(plugin|module|library)-/u.exec(artifactId) ?? []
  if (prefix === 'plugin' || prefix === 'module' || prefix === 'library') return prefix

  if (packaging === options.sitePackaging) {
    const isAssembled = entries.some(({ path }) =>
      /(?:^|\/)(?:dockerfile|(?:docker-)?compose[^/]*\.ya?ml)$/iu.test(path),
    )
    const isPackGroup = isWithin(groupId, options.packGroups)
    const isPackHome = isPackGroup || options.packOwners.includes(owner)
    // A pack often begins as a copy of a theme's build file: containers tell the two apart.
    if (groups.some((group) => groupId === `${group}.themes`)) return isAssembled ? 'pack' : 'theme'
    if (artifactId.includes('theme')) return isAssembled || isPackHome ? 'pack' : 'theme'
    return isPackHome ? 'pack' : 'site'
  }
  if (pom.groupId !== null && groups.some((group) => groupId === `${group}.tools`)) return 'tool'
  if (repository.startsWith('tools-') || artifactId.startsWith('tools-')) return 'tool'
  // Section 0 is silent on components without a prefix; they are what their packaging makes of them, and POM-03 says so.
  if (packaging === options.pluginPackaging) return /(?:^|-)module(?:-|$)/u.test(artifactId) ? 'module' : 'plugin'
  return groups.some((group) => groupId.startsWith(`${group}.plugins`)) ? 'library' : 'other'
}

/** The platform's and those of whoever keeps components for it. */
function groupsOf({ platform, groups }: Options): readonly string[] {
  return [...new Set([platform, ...groups])]
}

function isWithin(groupId: string | null | undefined, groups: readonly string[]): boolean {
  return groups.some((group) => groupId === group || groupId?.startsWith(`${group}.`) === true)
}

function namesPlatform(pom: Pom, options: Options): boolean {
  const { sitePackaging, pluginPackaging, core } = options
  const named = [pom.groupId?.text, pom.parent?.groupId?.text, ...pom.dependencies.map((each) => each.groupId)]
  if (named.some((groupId) => isWithin(groupId, groupsOf(options)))) return true
  return [sitePackaging, pluginPackaging, core].includes(pom.packaging?.text ?? '')
}

function lineOf(pom: Pom, options: Options): PlatformLine | null {
  const { parent } = pom
  const isOurs = groupsOf(options).some((group) => parent?.groupId?.text.startsWith(group))
  if (isOurs && !options.lineParents.includes(parent?.artifactId?.text ?? '')) return 'v7'
  const version = isOurs
    ? parent?.version
    : pom.dependencies.find(({ artifactId, version }) => artifactId === options.core && version !== null)?.version
  const written = version == null ? '' : resolveProperties(version.text, pom).text
  const [major] = /^\[?\s*\d+/u.exec(written) ?? []
  if (major === undefined) return null
  return Number(major.replace(/\D/gu, '')) >= options.newLineMajor ? 'v8' : 'v7'
}

function namesOf(pom: Pom, kind: ComponentKind, repository: string | undefined): Classification['names'] {
  const artifactId = pom.artifactId?.text
  const groupId = (pom.groupId ?? pom.parent?.groupId)?.text
  const short = artifactId?.replace(/^(?:plugin|module|library)-/u, '')
  const [, host, module] = (kind === 'module' && /^([^-]+)-(.+)$/u.exec(short ?? '')) || []
  const version = pom.version === null ? undefined : resolveProperties(pom.version.text, pom).text
  const title = pom.name?.text
  return { artifactId, groupId, version, title, short, host, module, repository, domain: domainOf(repository) }
}

function domainOf(repository: string | undefined): string | undefined {
  return /^(?:lutece-)?(?!lutece-)([a-z\d]+)-(?:plugin|module|library|site|theme)-/iu
    .exec(repository ?? '')?.[1]
    ?.toLowerCase()
}
