import { optional, reading, record, texts } from '../options.ts'
import { inRoot } from '../places.ts'
import { type Breach, defineCheck } from '../rule.ts'
import { scmAddresses } from '../scm-addresses.ts'

const OPTIONS = record({
  /** Owners whose repositories others fork: a fork that still names them is right. */
  upstreamOwners: optional(texts('owners in lower case'), []),
})

const read = reading(OPTIONS)

export const scmRepository = defineCheck<ReturnType<typeof read>>({
  id: 'scm-repository',
  summary: 'The source addresses of the Maven build file name this very repository.',
  options: read,
  needs: (_options, subject) => [{ extractor: 'pom', paths: [inRoot(subject, 'pom.xml')] }],
  needsIdentity: true,
  messages: {
    differs: {
      fr: '<{element}> mène à {found}, ce dépôt est {expected}',
      en: '<{element}> leads to {found}, this repository is {expected}',
    },
    elsewhere: {
      fr: '<{element}> ne désigne pas un dépôt « propriétaire/nom » : {found}',
      en: '<{element}> names no repository "owner/name": {found}',
    },
    unresolved: {
      fr: 'les adresses dépendent de propriétés qui ne sont pas ici : {properties}',
      en: 'the addresses depend on properties that are not here: {properties}',
    },
  },
  judge({ subject, facts }, { upstreamOwners }) {
    const path = inRoot(subject, 'pom.xml')
    const pom = facts('pom').get(path)
    const repository = subject.identity.repository
    const addresses = scmAddresses(pom)
    if (repository === undefined || addresses.length === 0) return { outcome: 'not-applicable' }
    const [owner = '', name = ''] = repository.toLowerCase().split('/')
    const isFork = (found: string) => {
      const [upstream = '', same] = found.split('/')
      return same === name && upstreamOwners.includes(upstream) && !upstreamOwners.includes(owner)
    }
    const properties = new Set<string>()
    const breaches = addresses.flatMap(({ element, line, text, unresolved }): Breach[] => {
      for (const property of unresolved) properties.add(property)
      if (unresolved.length > 0) return []
      const found = repositoryIn(text)
      if (found === repository.toLowerCase() || (found !== undefined && isFork(found))) return []
      const args = { element, found: found ?? text, expected: repository }
      return [{ messageId: found === undefined ? 'elsewhere' : 'differs', args, location: { path, line }, text }]
    })
    if (breaches.length > 0) return { outcome: 'fail', breaches }
    if (properties.size === 0) return { outcome: 'pass' }
    return { outcome: 'unknown', messageId: 'unresolved', args: { properties: [...properties] }, location: { path } }
  },
})

/** `owner/name` in lower case, from `scm:git:https://host/owner/name.git`, `git@host:owner/name`, `https://host/owner/name/`. */
function repositoryIn(address: string): string | undefined {
  const bare = address
    .trim()
    .toLowerCase()
    .replace(/^scm:git:/u, '')
  const [, path = ''] = /^(?:[a-z+]+:\/\/[^/]+\/|[^/@]+@[^/:]+:)(.+)$/u.exec(bare) ?? []
  const [, found] = /^([^/]+\/[^/]+?)(?:\.git)?\/?$/u.exec(path) ?? []
  return found
}
