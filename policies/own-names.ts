import type { Descriptor } from '#data/facts/shapes/descriptor.ts'
import type { Subject } from './rule.ts'

/**
 * Folders that are a component's own wherever the platform keeps a folder for each: `forms`, and for a module
 * `workflow/modules/forms`. The name of the descriptor and that of the artifact both count, with hyphens or without.
 */
export function ownFolders(
  { kind, names }: Pick<Subject, 'kind' | 'names'>,
  descriptors: Iterable<Pick<Descriptor, 'name'>>,
): readonly string[] {
  const called = [names.short, ...[...descriptors].map(({ name }) => name?.text)].filter((name) => name !== undefined)
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

/** A whole regular expression in which `{own}` stands for any of the folders, `{name}` for the same as one name. */
export function withOwn(source: string, folders: readonly string[]): RegExp {
  const anyOf = (texts: readonly string[]) =>
    `(?:${texts.map((text) => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')).join('|')})`
  const names = folders.map((folder) => folder.replace('/modules/', '-'))
  const written = source.replaceAll('{own}', () => anyOf(folders)).replaceAll('{name}', () => anyOf(names))
  return new RegExp(`^(?:${written})$`, 'u')
}
