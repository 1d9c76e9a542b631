import type { ComponentKind, Language } from './vocabulary.ts'

/** What kinds and states of components are called, one and several, in the middle of a sentence: on pages and in a terminal. */
type Named<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, readonly [one: string, many: string]>>>>

export const KIND_NAMES = {
  fr: {
    core: ['socle', 'socles'],
    plugin: ['extension', 'extensions'],
    module: ['module', 'modules'],
    library: ['bibliothèque', 'bibliothèques'],
    site: ['site', 'sites'],
    pack: ['pack de services', 'packs de services'],
    theme: ['thème', 'thèmes'],
    tool: ['outil', 'outils'],
    other: ['autre', 'autres'],
  },
  en: {
    core: ['core', 'cores'],
    plugin: ['plugin', 'plugins'],
    module: ['module', 'modules'],
    library: ['library', 'libraries'],
    site: ['site', 'sites'],
    pack: ['service pack', 'service packs'],
    theme: ['theme', 'themes'],
    tool: ['tool', 'tools'],
    other: ['other', 'others'],
  },
} as const satisfies Named<ComponentKind>

export const STATE_NAMES = {
  fr: {
    active: ['actif', 'actifs'],
    stable: ['stable', 'stables'],
    quiet: ['calme', 'calmes'],
    dormant: ['dormant', 'dormants'],
    archived: ['archivé', 'archivés'],
    obsolete: ['obsolète', 'obsolètes'],
    unknown: ['non connu', 'non connus'],
  },
  en: {
    active: ['active', 'active'],
    stable: ['stable', 'stable'],
    quiet: ['quiet', 'quiet'],
    dormant: ['dormant', 'dormant'],
    archived: ['archived', 'archived'],
    obsolete: ['obsolete', 'obsolete'],
    unknown: ['not known', 'not known'],
  },
} as const satisfies Named<string>

type Names<Key extends string> = Readonly<Record<Key, readonly [one: string, many: string]>>

/** Each by the name of one. */
export function onesOf<Key extends string>(names: Names<Key>): Readonly<Record<Key, string>> {
  return mapped(names, ([one]) => one)
}

/** The same as they begin a cell or a heading. */
export function headsOf<Key extends string>(names: Names<Key>): Readonly<Record<Key, string>> {
  return mapped(names, ([one]) => `${one.charAt(0).toUpperCase()}${one.slice(1)}`)
}

function mapped<Key extends string>(
  names: Names<Key>,
  make: (forms: readonly [string, string]) => string,
): Readonly<Record<Key, string>> {
  const entries = Object.entries<readonly [string, string]>(names).map(([key, forms]) => [key, make(forms)])
  // Object.entries forgets which keys there are.
  return Object.fromEntries(entries) as Readonly<Record<Key, string>>
}
