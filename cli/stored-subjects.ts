import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Entry } from '#data/model/source.ts'
import { organisations } from '#data/queries/organisations.ts'
import { repositoriesOfOrganisation } from '#data/queries/repositories-of-organisation.ts'
import { subjectRepository } from '#data/queries/subject-repository.ts'
import type { Store } from '#data/store.ts'
import type { OpenSubject } from './open-subject.ts'
import { storedEntries, storedFacts, storedSource } from './stored-source.ts'

/** The repositories of an owner, or the one of `owner/name`, as the database has them. */
export async function* subjectsNamed(asked: string, store: Store): AsyncGenerator<OpenSubject> {
  const [owner = '', name] = asked.split('/')
  const names = name === undefined ? await namesOf(owner, store) : [name]
  const inherited = await lentBy(owner, store)
  const factCache = storedFacts(store)
  for (const one of names) {
    const [repository] = await store.ask(subjectRepository, { owner, name: one })
    if (repository === undefined) throw await unknownName(asked, store)
    yield { source: storedSource(store, repository), factCache, ...(inherited && { inherited }), isStored: true }
  }
}

async function namesOf(owner: string, store: Store): Promise<readonly string[]> {
  const known = await organisationsNamed(owner, store)
  const rows = await Promise.all(
    known.map(({ server, login }) => store.ask(repositoriesOfOrganisation, { server, login })),
  )
  const names = rows.flat().map((row) => row.name)
  if (names.length === 0) throw await unknownName(owner, store)
  return names
}

async function organisationsNamed(owner: string, store: Store) {
  return (await store.ask(organisations, {})).filter(({ login }) => login.toLowerCase() === owner.toLowerCase())
}

/** Whether the host was asked for all repositories of an owner; of a lone clone's owner nothing more is known. */
async function isCollected(owner: string, store: Store): Promise<boolean> {
  return (await organisationsNamed(owner, store)).length > 0
}

/** The tree of the owner's `.github` repository; empty when it has none, undefined when its files are not known. */
async function lentBy(owner: string, store: Store): Promise<readonly Entry[] | undefined> {
  const [repository] = await store.ask(subjectRepository, { owner, name: '.github' })
  if (repository === undefined) return (await isCollected(owner, store)) ? [] : undefined
  return storedEntries(store, repository).catch(() => undefined)
}

async function unknownName(asked: string, store: Store): Promise<UsageFailure> {
  const owners = await store.ask(organisations, {})
  const [owner = '', name] = asked.split('/')
  const isKnownOwner = owners.some(({ login }) => login.toLowerCase() === owner.toLowerCase())
  const candidates =
    name !== undefined && isKnownOwner
      ? (await namesOf(owner, store)).map((one) => `${owner}/${one}`)
      : owners.map(({ login }) => login)
  return new UsageFailure(
    'subject-unknown',
    `"${asked}" is neither a path nor a collected name.${suggestion(asked, candidates)}`,
    {
      hint: 'Give the path of a checkout, or collect the organisation first: parvis collect',
    },
  )
}
