import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import type { Entry } from '#data/model/source.ts'
import { organisations } from '#data/queries/organisations.ts'
import { owners } from '#data/queries/owners.ts'
import type { RowOf } from '#data/queries/query.ts'
import { repositoriesOfOrganisation } from '#data/queries/repositories-of-organisation.ts'
import { subjectRepository } from '#data/queries/subject-repository.ts'
import type { Store } from '#data/store.ts'
import type { OpenSubject } from './open-subject.ts'
import { storedEntries, storedFacts, storedSource } from './stored-source.ts'

/** The repositories of an owner as the database has them. */
export async function* subjectsOf(owner: string, store: Store): AsyncGenerator<OpenSubject> {
  const names = await namesOf(owner, store)
  const inherited = await lentBy(owner, store)
  for (const name of names) {
    const [repository] = await store.ask(subjectRepository, { owner, name })
    if (repository !== undefined) yield subjectOf(repository, { store, inherited })
  }
}

/** The repository `owner/name`; undefined when the database has none of that name. */
export async function subjectNamed(asked: string, store: Store): Promise<OpenSubject | undefined> {
  const [owner = '', name = ''] = asked.split('/')
  const [repository] = await store.ask(subjectRepository, { owner, name })
  return repository && subjectOf(repository, { store, inherited: await lentBy(repository.owner, store) })
}

function subjectOf(
  repository: RowOf<typeof subjectRepository>,
  { store, inherited }: { readonly store: Store; readonly inherited: readonly Entry[] | undefined },
): OpenSubject {
  const source = storedSource(store, repository)
  return { source, factCache: storedFacts(store), ...(inherited && { inherited }), isStored: true }
}

async function namesOf(owner: string, store: Store): Promise<readonly string[]> {
  const known = await ownersNamed(owner, store)
  const rows = await Promise.all(
    known.map(({ server, login }) => store.ask(repositoriesOfOrganisation, { server, login })),
  )
  const names = rows.flat().map((row) => row.name)
  if (names.length === 0) throw await unknownName(owner, store)
  return names
}

async function ownersNamed(owner: string, store: Store) {
  return (await store.ask(owners, {})).filter(({ login }) => login.toLowerCase() === owner.toLowerCase())
}

/** Whether the host was asked for all repositories of an owner; of a lone clone's owner nothing more is known. */
async function isCollected(owner: string, store: Store): Promise<boolean> {
  return (await store.ask(organisations, {})).some(({ login }) => login.toLowerCase() === owner.toLowerCase())
}

/** The tree of the owner's `.github` repository; empty when it has none, undefined when its files are not known. */
async function lentBy(owner: string, store: Store): Promise<readonly Entry[] | undefined> {
  const [repository] = await store.ask(subjectRepository, { owner, name: '.github' })
  if (repository === undefined) return (await isCollected(owner, store)) ? [] : undefined
  return storedEntries(store, repository).catch(() => undefined)
}

async function unknownName(asked: string, store: Store): Promise<UsageFailure> {
  const hint =
    'Give the path of a checkout, the OWNER/NAME of a repository, or collect the organisation: parvis collect'
  const message = `"${asked}" is neither a path nor a collected organisation.${await suggestionFor(asked, store)}`
  return new UsageFailure('subject-unknown', message, { hint })
}

/** The end of a sentence that names the collected name nearest to one that is not known; empty when none is near. */
export async function suggestionFor(asked: string, store: Store): Promise<string> {
  const known = (await store.ask(owners, {})).map(({ login }) => login)
  const [owner = '', name] = asked.replace(/#\d+$/u, '').split('/')
  const isKnownOwner = known.some((login) => login.toLowerCase() === owner.toLowerCase())
  if (name === undefined || !isKnownOwner) return suggestion(owner, known)
  const names = await namesOf(owner, store)
  return suggestion(
    `${owner}/${name}`,
    names.map((one) => `${owner}/${one}`),
  )
}
