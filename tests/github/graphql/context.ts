import type { GraphQLResolveInfo } from 'graphql'
import type { Viewer } from '../access.ts'
import type { Fault } from '../faults.ts'
import type { Found, WorldIndex } from '../world/index.ts'
import type { Account, AccountId, Organisation, Repository } from '../world/model.ts'
import type { Args } from './connection.ts'
import { FieldError, forbidden, samlError } from './errors.ts'

/** Everything a resolver may ask; one per request. */
export interface Context {
  readonly index: WorldIndex
  readonly viewer: Viewer
  readonly fault: Fault | null
  /** Number of the request: seeds the faults that strike part of an answer. */
  readonly number: number
  /** The answer to `rateLimit`; null where limits are off. */
  readonly rateLimit: Readonly<Record<string, unknown>> | null
  readonly isDryRun: boolean
  /** A fault strikes some fields of this answer. */
  readonly isPartial: boolean
  readonly noteUnmodelled: (field: string) => void
}

/** What a GraphQL object is made from. */
export interface Node<T> {
  readonly __typename: string
  readonly value: T
  /** The repository it lies in, where it lies in one. */
  readonly repository?: Repository
}

export interface Part<T> extends Node<T> {
  readonly repository: Repository
}

export type Resolve<S> = (source: S, args: Args, context: Context, info: GraphQLResolveInfo) => unknown

/** Resolvers of one type, by field. */
export type Fields<S> = Readonly<Record<string, Resolve<S>>>

export const webUrl = 'https://github.com'

export function part<T>(__typename: string, value: T, repository: Repository): Part<T> {
  return { __typename, value, repository }
}

export const repositoryNode = (value: Repository): Part<Repository> => part('Repository', value, value)

export const organisationNode = (value: Organisation): Node<Organisation> => ({ __typename: 'Organization', value })

/** The account as an `Actor`; null when it is gone. */
export function actor(context: Context, id: AccountId | null): Node<Account> | null {
  const value = context.index.account(id)
  return value ? { __typename: value.kind, value } : null
}

/** The account where the schema wants a `User`. */
export function user(context: Context, id: AccountId | null): Node<Account> | null {
  const found = actor(context, id)
  return found?.__typename === 'User' ? found : null
}

/** Throws when the organisation's wall stops the viewer. */
export function passWall(context: Context, organisation: Organisation): void {
  const wall = context.viewer.wall(organisation)
  if (wall === 'saml') throw samlError(organisation.login)
  if (wall === 'ip-allow-list') {
    const message = `Although you appear to have the correct authorization credentials, the \`${organisation.login}\` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.`
    throw new FieldError('FORBIDDEN', message)
  }
}

/** A thing found by id as a node, or undefined when this viewer cannot know of it. */
export function foundNode(context: Context, found: Found | undefined): Node<unknown> | undefined {
  if (!found) return undefined
  if (found.type === 'Organization') return organisationNode(found.value)
  const repository = found.type === 'Repository' ? found.value : 'repository' in found ? found.repository : undefined
  if (!repository) return { __typename: found.type, value: found.value }
  if (!context.viewer.sees(repository)) return undefined
  passWall(context, context.index.ownerOf(repository))
  return part<unknown>(found.type, found.value, repository)
}

export function guardField(context: Context, field: string, repository: Repository | undefined): void {
  if (!context.viewer.mayRead(field, repository)) throw forbidden()
}
