import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import {
  buildSchema,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql'
import { draw } from '../faults.ts'
import { type Context, guardField, type Node, type Resolve } from './context.ts'
import { FieldError } from './errors.ts'
import { resolvers } from './resolvers/table.ts'

let built: GraphQLSchema | undefined

/** GitHub's published schema with this world's resolvers; built once in a process. */
export function githubSchema(): GraphQLSchema {
  built ??= build()
  return built
}

function build(): GraphQLSchema {
  const home = dirname(findPackageJSON('@octokit/graphql-schema', import.meta.url) ?? '')
  const file = join(home, 'schema.graphql')
  const schema = buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true, noLocation: true })
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName)
    if (!isObjectType(type)) throw new Error(`GitHub's schema has no type ${typeName}`)
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name]
      if (!field) throw new Error(`GitHub's schema has no field ${typeName}.${name}`)
      field.resolve = guarded(resolve as Resolve<unknown>)
    }
  }
  return schema
}

const defaultFields = [
  'PullRequest.files',
  'PullRequest.labels',
  'Issue.labels',
  'Repository.languages',
  'Repository.pushedAt',
]

/** Throws when the request's fault strikes this field. */
function strike(context: Context, field: string, path: string): void {
  const { fault } = context
  if (fault?.kind !== 'partial' || !(fault.fields ?? defaultFields).includes(field)) return
  if (draw(context.number, path) >= (fault.share ?? 0.2)) return
  const type = fault.type ?? 'RESOURCE_LIMITS_EXCEEDED'
  const message =
    type === 'RESOURCE_LIMITS_EXCEEDED' ? 'Resource limits for this query exceeded.' : 'Something went wrong'
  throw new FieldError(type, message)
}

/** Something outside of this world, of which little more than the name is known. */
function isForeign(source: unknown): source is Record<string, unknown> {
  return typeof source === 'object' && source !== null && 'isForeign' in source
}

function pathText(path: { readonly prev: unknown; readonly key: string | number } | undefined): string {
  return path ? `${pathText(path.prev as typeof path)}/${path.key}` : ''
}

/** Stops at what the viewer may not read and at what a fault strikes. */
function guard(source: unknown, context: Context, info: GraphQLResolveInfo): void {
  if (!context.isPartial && !context.viewer.restricted.has(info.fieldName)) return
  const name = `${info.parentType.name}.${info.fieldName}`
  guardField(context, name, (source as Partial<Node<unknown>> | undefined)?.repository)
  if (context.isPartial) strike(context, name, pathText(info.path))
}

function guarded(resolve: Resolve<unknown>): GraphQLFieldResolver<unknown, Context> {
  return (source, args, context, info) => {
    if (isForeign(source)) return source[info.fieldName] ?? emptiest(info.returnType)
    guard(source, context, info)
    return resolve(source, args, context, info)
  }
}

/** Fields without a resolver: the value's own property, else nothing (or what is emptiest where nothing is not allowed). */
export const defaultResolver: GraphQLFieldResolver<unknown, Context> = (source, _args, context, info) => {
  const node = source as Record<string, unknown> & Partial<Node<Record<string, unknown>>>
  guard(source, context, info)
  const own = read(node, info.fieldName) ?? (node.value === undefined ? undefined : read(node.value, info.fieldName))
  if (own !== undefined) return own
  if (node.value !== undefined && info.fieldName in node.value) return null
  if (info.fieldName in node) return null
  context.noteUnmodelled(`${info.parentType.name}.${info.fieldName}`)
  return emptiest(info.returnType)
}

function read(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[name] : undefined
}

const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }

function emptiest(type: GraphQLOutputType): unknown {
  const named = getNamedType(type)
  if (named.name.endsWith('Connection')) return { totalCount: 0, nodes: [], edges: [], pageInfo }
  if (!isNonNullType(type)) return null
  if (isListType(type.ofType)) return []
  if (isEnumType(named)) return named.getValues()[0]?.value
  if (!isScalarType(named)) return { __typename: named.name }
  return { Boolean: false, Int: 0, Float: 0, DateTime: '1970-01-01T00:00:00Z' }[named.name] ?? ''
}
