import type { Publiccode } from '../facts/shapes/publiccode.ts'

/** What a component is about, and what says so. */
export interface Domain {
  readonly domain: string
  readonly source: DomainSource
}

/** In the order in which they count: people, the sheet in the repository, a topic that says so, the name by its scheme. */
export type DomainSource = 'register' | 'publiccode' | 'topic' | 'name'

interface Said {
  readonly declared: string | null
  readonly publiccode: Publiccode | null
  readonly topics: readonly string[]
  /** As the naming scheme of the pack reads it. */
  readonly named: string | null
}

/** Topics name everything: only one that begins with `domain-` or `domaine-` says a domain. */
const TOPIC = /^domaine?-(.+)$/u

export function domainOf({ declared, publiccode, topics, named }: Said): Domain | null {
  const category = publiccode?.nodes.find(({ path }) => path[0] === 'categories' && path.length === 2)?.text
  const topic = [...topics].sort().flatMap((one) => TOPIC.exec(one)?.[1] ?? [])[0]
  const said: readonly (readonly [string | null | undefined, DomainSource])[] = [
    [declared, 'register'],
    [category, 'publiccode'],
    [topic, 'topic'],
    [named, 'name'],
  ]
  return said.flatMap(([domain, source]) => (domain ? { domain, source } : []))[0] ?? null
}
