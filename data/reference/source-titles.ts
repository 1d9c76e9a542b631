import { REGISTERS } from '../model/registers/registry.ts'
import type { Language, Text } from '../model/vocabulary.ts'

/** What each collector reads, for people. */
const SOURCES: Readonly<Record<string, Text>> = {
  'github/repositories': { fr: 'Dépôts', en: 'Repositories' },
  'github/contents': { fr: 'Fichiers', en: 'Files' },
  'github/commits': { fr: 'Modifications', en: 'Changes' },
  'github/change-requests': { fr: 'Propositions de code', en: 'Change requests' },
  'github/issues': { fr: 'Tickets', en: 'Issues' },
  'github/governance': { fr: 'Règles des organisations', en: 'Rules of the organisations' },
  'github/members': { fr: 'Membres des organisations', en: 'Members of the organisations' },
  'github/outbound': { fr: 'Contributions à d’autres projets', en: 'Contributions to other projects' },
  'github/dependency-graph': { fr: 'Graphe de dépendances', en: 'Dependency graph' },
  'git/commits': { fr: 'Historique des clones', en: 'History of the clones' },
  workdir: { fr: 'Fichiers des clones', en: 'Files of the clones' },
  registers: { fr: 'Registres tenus à la main', en: 'Registers kept by hand' },
}

/** What could not be read, where it has another name than its collector. */
const STREAMS: Readonly<Record<string, Text>> = {
  tree: { fr: 'Fichiers', en: 'Files' },
  'lone-repository': { fr: 'Dépôts', en: 'Repositories' },
  'custom-properties': { fr: 'Propriétés des dépôts', en: 'Properties of repositories' },
}

/** What a collector reads; its id where it has no name here. */
export function sourceTitle(collector: string, language: Language): string {
  const register = REGISTERS.find(({ id }) => collector === `registers/${id}`)
  return (SOURCES[collector] ?? register?.title)?.[language] ?? collector
}

/** What a gap is about: a stream, or a field of an answer (`field:x`). */
export function gapTitle(kind: string, language: Language): string {
  const name = kind.replace(/^field:/u, '')
  return (STREAMS[name] ?? SOURCES[`github/${name}`])?.[language] ?? name
}
