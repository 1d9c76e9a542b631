import { draw } from '../../faults.ts'
import type { Args } from '../connection.ts'
import {
  type Context,
  type Fields,
  foundNode,
  type Node,
  organisationNode,
  passWall,
  repositoryNode,
} from '../context.ts'
import { FieldError, notFound } from '../errors.ts'
import { search } from './search.ts'

function byId(context: Context, id: string): Node<unknown> {
  const { fault } = context
  const isStruck = fault?.kind === 'null-nodes' && draw(context.number, id) < (fault.share ?? 0.2)
  const node = isStruck ? undefined : foundNode(context, context.index.byNodeId(id))
  if (!node) throw notFound(id)
  return node
}

function byIds(context: Context, ids: readonly string[]) {
  if (ids.length > 100) {
    const message = `You may not provide more than 100 node ids; you provided ${ids.length}.`
    throw new FieldError('ARGUMENT_LIMIT', message)
  }
  return ids.map((id) => {
    try {
      return byId(context, id)
    } catch (error) {
      return error
    }
  })
}

function organisation(context: Context, login: string) {
  const found = context.index.organisation(login)
  if (!found) {
    throw new FieldError('NOT_FOUND', `Could not resolve to an Organization with the login of '${login}'.`)
  }
  passWall(context, found)
  return organisationNode(found)
}

function repository(context: Context, args: Args) {
  const name = `${args.owner}/${args.name}`
  const found = context.index.repository(name)
  const isFollowed = args.followRenames !== false || found?.renamedFrom === undefined
  if (!found || !isFollowed || !context.viewer.sees(found.value)) {
    throw new FieldError('NOT_FOUND', `Could not resolve to a Repository with the name '${name}'.`)
  }
  passWall(context, context.index.ownerOf(found.value))
  return repositoryNode(found.value)
}

function account(context: Context, login: string) {
  const found = context.index.world.accounts.find((a) => a.login === login && a.kind === 'User')
  if (!found) throw new FieldError('NOT_FOUND', `Could not resolve to a User with the login of '${login}'.`)
  return { __typename: 'User', value: found }
}

const roots: Fields<undefined> = {
  node: (_source, args, context) => byId(context, String(args.id)),
  nodes: (_source, args, context) => byIds(context, args.ids as string[]),
  organization: (_source, args, context) => organisation(context, String(args.login)),
  repositoryOwner: (_source, args, context) => {
    const login = String(args.login)
    return context.index.organisation(login) ? organisation(context, login) : account(context, login)
  },
  repository: (_source, args, context) => repository(context, args),
  user: (_source, args, context) => account(context, String(args.login)),
  search: (_source, args, context, info) => search(context, args, info),
  viewer: (_source, _args, context) => {
    const login = context.viewer.rights?.login ?? ''
    const value = context.index.world.accounts.find((a) => a.login === login)
    return { __typename: 'User', value: value ?? { login, id: `U_${login}`, databaseId: 1, name: null } }
  },
}

/** A dry run evaluates nothing but `rateLimit`. */
const dry = Object.fromEntries(
  Object.entries(roots).map(([name, resolve]): [string, Fields<undefined>[string]] => [
    name,
    (source, args, context, info) => (context.isDryRun ? null : resolve(source, args, context, info)),
  ]),
)

export const queryFields: Fields<undefined> = {
  ...dry,
  rateLimit: (_source, _args, context) => context.rateLimit,
}
