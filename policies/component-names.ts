import type { Pattern } from '#data/facts/linear-pattern.ts'
import type { Descriptor } from '#data/facts/shapes/descriptor.ts'
import type { Pom } from '#data/facts/shapes/pom.ts'
import { checkedPattern, type Reader } from './options.ts'
import { wholePattern } from './patterns.ts'
import type { Subject } from './rule.ts'

type Named = Pick<Subject, 'names' | 'kind'>
type Descriptors = Iterable<Pick<Descriptor, 'name'>>

/** Names written alike whether with hyphens, underscores or neither: packages and folders cannot hold them all. */
export function bare(name: string): string {
  return name.replace(/[-_]/gu, '').toLowerCase()
}

/** What the platform knows the component by: the names of its descriptors, else its short name; bare. */
export function namesInPlatform({ names, kind }: Named, descriptors: Descriptors): ReadonlySet<string> {
  if (kind === 'core') return new Set(['core'])
  const written = writtenNames(descriptors)
  const own = written.length > 0 ? written : [names.short ?? '']
  return new Set(own.map(bare))
}

/** Short names, bare, of the components that this one may speak of: its host and those that it declares. */
export function declaredComponents({ names }: Pick<Subject, 'names'>, pom: Pom | undefined): ReadonlySet<string> {
  const declared = (pom?.dependencies ?? []).flatMap(({ artifactId }) => {
    const [, short] = /^(?:plugin|module|library)-(.+)$/u.exec(artifactId ?? '') ?? []
    return short === undefined ? [] : [bare(short)]
  })
  return new Set([...(names.host === undefined ? [] : [bare(names.host)]), ...declared])
}

/**
 * Folders that are a component's own wherever the platform keeps a folder for each: `forms`, and for a module
 * `workflow/modules/forms`. The name of the descriptor and that of the artifact both count, with hyphens or without.
 */
export function ownFolders({ kind, names }: Named, descriptors: Descriptors): readonly string[] {
  const called = [...(names.short === undefined ? [] : [names.short]), ...writtenNames(descriptors)]
  const folders = called.flatMap((name) => {
    const [host = '', ...rest] = name.split('-')
    const module = rest.join('-')
    if (kind !== 'module' || module === '') return spellings(name)
    return spellings(module).map((spelling) => `${host}/modules/${spelling}`)
  })
  return [...new Set(folders)]
}

function spellings(name: string): readonly string[] {
  return [name, name.replaceAll('-', ''), name.replaceAll('-', '_')]
}

/** The source of a whole regular expression in which `{own}` and `{name}` stand for names that the tree says. */
export function patternWithOwn(): Reader<string> {
  return checkedPattern((source) => withOwn(source, ['own']))
}

/** A whole regular expression in which `{own}` stands for any of the folders, `{name}` for the same as one name. */
export function withOwn(source: string, folders: readonly string[]): Pattern {
  const anyOf = (texts: readonly string[]) =>
    `(?:${texts.map((text) => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')).join('|')})`
  const names = folders.map((folder) => folder.replace('/modules/', '-'))
  const written = source.replaceAll('{own}', () => anyOf(folders)).replaceAll('{name}', () => anyOf(names))
  return wholePattern(written, source)
}

/** What descriptors call their plugins. */
function writtenNames(descriptors: Descriptors): readonly string[] {
  return [...descriptors].flatMap(({ name }) => (name === null || name.text === '' ? [] : [name.text]))
}
