import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql'
import type { ValidQuery } from './validation.ts'

export interface Cost {
  /** Requests needed to fill every connection, were every `first` reached. */
  readonly connections: number
  readonly nodeCount: number
  /** `max(1, round(connections / 100))`. */
  readonly points: number
}

interface Walk {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly variables: Record<string, unknown>
}

interface Tally {
  connections: number
  nodes: number
}

/** What a query costs by GitHub's documented rule: it depends on what is asked, never on what is there. */
export function costOf(schema: GraphQLSchema, query: ValidQuery, variables: Record<string, unknown>): Cost {
  const fragments = new Map(
    query.document.definitions.flatMap((d) =>
      d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [],
    ),
  )
  const tally: Tally = { connections: 0, nodes: 0 }
  const root = schema.getQueryType()
  if (root)
    visit({ schema, fragments, variables }, tally, { type: root, fields: [query.operation.selectionSet], times: 1 })
  return {
    connections: tally.connections,
    nodeCount: tally.nodes,
    points: Math.max(1, Math.round(tally.connections / 100)),
  }
}

interface Level {
  readonly type: GraphQLCompositeType
  readonly fields: readonly SelectionSetNode[]
  /** How often this level is reached. */
  readonly times: number
}

function visit(walk: Walk, tally: Tally, level: Level): void {
  for (const { node, parent, below } of collect(walk, level).values()) {
    if (node.name.value === TypeNameMetaFieldDef.name || !(isObjectType(parent) || isInterfaceType(parent))) continue
    const field = parent.getFields()[node.name.value]
    const type = field && getNamedType(field.type)
    if (!field || !isCompositeType(type)) continue
    const args = getArgumentValues(field, node, walk.variables)
    const isConnection = type.name.endsWith('Connection')
    if (isConnection) tally.connections += level.times
    const size = Number(args.first ?? args.last ?? 0)
    if (isConnection) tally.nodes += level.times * size
    const ids = field.name === 'nodes' && Array.isArray(args.ids) ? args.ids.length : 1
    const times = level.times * (isConnection ? Math.max(1, size) : ids)
    visit(walk, tally, { type, fields: below, times })
  }
}

interface Collected {
  readonly node: FieldNode
  readonly parent: GraphQLCompositeType
  readonly below: SelectionSetNode[]
}

/** The fields of a level, through fragments; the same field asked twice counts once. */
function collect(walk: Walk, level: Level, into = new Map<string, Collected>()): Map<string, Collected> {
  for (const selection of level.fields.flatMap((f) => f.selections)) {
    if (getDirectiveValues(GraphQLSkipDirective, selection, walk.variables)?.if === true) continue
    if (getDirectiveValues(GraphQLIncludeDirective, selection, walk.variables)?.if === false) continue
    if (selection.kind === Kind.FIELD) {
      const key = `${level.type.name} ${selection.alias?.value ?? selection.name.value}`
      const known = into.get(key)
      const below = selection.selectionSet ? [selection.selectionSet] : []
      if (known) known.below.push(...below)
      else into.set(key, { node: selection, parent: level.type, below })
      continue
    }
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection
    if (!fragment) continue
    const named = fragment.typeCondition ? walk.schema.getType(fragment.typeCondition.name.value) : level.type
    const type = isCompositeType(named) ? named : level.type
    collect(walk, { ...level, type, fields: [fragment.selectionSet] }, into)
  }
  return into
}
