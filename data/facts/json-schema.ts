import { linearPattern } from './linear-pattern.ts'

/** One value that breaks a schema: where, by which keyword, and what that asks for. */
export interface SchemaViolation {
  readonly path: readonly (string | number)[]
  readonly keyword: string
  readonly wanted: string
}

type Path = SchemaViolation['path']
type Mapping = Readonly<Record<string, unknown>>
type Judge = (value: unknown, path: Path) => readonly SchemaViolation[]
/** One keyword, read from the schema that holds it. Undefined where it says nothing by itself. */
type Keyword = (schema: Mapping, context: Context) => Judge | undefined

interface Context {
  readonly root: unknown
  /** Schemas by what they are, so that one that refers to itself ends. */
  readonly compiled: Map<unknown, Judge>
  /** How deep schemas stand in each other at the moment, and how many were asked since the beginning. */
  depth: number
  steps: number
}

/** A schema that refers to itself could go on for ever, or branch without end. */
const DEEPEST = 500
const MOST_STEPS = 1_000_000

export class SchemaTooCostly extends Error {}

/**
 * JSON Schema, draft 7, of one document: references within it alone. Throws a `SyntaxError` for a schema that is none,
 * a reference out of it, a `format`, and a pattern that could hang; the judge a `SchemaTooCostly` where it has no end.
 */
export function compileJsonSchema(schema: unknown): (value: unknown) => readonly SchemaViolation[] {
  const context: Context = { root: schema, compiled: new Map(), depth: 0, steps: 0 }
  const judge = judgeOf(schema, context)
  return (value) => {
    context.steps = 0
    context.depth = 0
    return judge(value, [])
  }
}

function judgeOf(schema: unknown, context: Context): Judge {
  if (schema === true) return () => []
  if (schema === false) return (_, path) => [{ path, keyword: 'false', wanted: '' }]
  if (!isMapping(schema)) throw new SyntaxError('a schema is a mapping, true or false.')
  const known = context.compiled.get(schema)
  if (known !== undefined) return known
  let judges: readonly Judge[] = []
  const judge: Judge = (value, path) => {
    if (++context.steps > MOST_STEPS || ++context.depth > DEEPEST) throw new SchemaTooCostly()
    const found = judges.flatMap((one) => one(value, path))
    context.depth--
    return found
  }
  context.compiled.set(schema, judge)
  if (schema.format !== undefined) throw new SyntaxError(`"format": ${String(schema.format)} is not understood.`)
  // Beside a reference nothing else counts in draft 7.
  const keywords = schema.$ref === undefined ? Object.keys(KEYWORDS) : ['$ref']
  judges = keywords.flatMap((keyword) => {
    const one = schema[keyword] === undefined ? undefined : KEYWORDS[keyword]?.(schema, context)
    return one === undefined ? [] : [one]
  })
  return judge
}

/** A keyword that says yes or no of the values it is about. */
function asks(keyword: string, holds: (value: unknown, wanted: unknown) => boolean): Readonly<Record<string, Keyword>> {
  return {
    [keyword]: (schema) => (value, path) => {
      const wanted = schema[keyword]
      return holds(value, wanted) ? [] : [{ path, keyword, wanted: JSON.stringify(wanted).slice(0, 200) }]
    },
  }
}

const number = (holds: (value: number, wanted: number) => boolean) => (value: unknown, wanted: unknown) =>
  typeof value !== 'number' || typeof wanted !== 'number' || holds(value, wanted)
const size =
  (of: (value: unknown) => number | undefined, holds: (found: number, wanted: number) => boolean) =>
  (value: unknown, wanted: unknown) => {
    const found = of(value)
    return found === undefined || typeof wanted !== 'number' || holds(found, wanted)
  }
const letters = (value: unknown) => (typeof value === 'string' ? [...value].length : undefined)
const items = (value: unknown) => (Array.isArray(value) ? value.length : undefined)
const members = (value: unknown) => (isMapping(value) ? Object.keys(value).length : undefined)
const most = (found: number, wanted: number) => found <= wanted
const least = (found: number, wanted: number) => found >= wanted

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  $ref: ({ $ref }, context) => judgeOf(referred(String($ref), context.root), context),
  ...asks('type', (value, wanted) => listed(wanted).some((type) => isOfType(value, type))),
  ...asks('enum', (value, wanted) => listed(wanted).some((one) => isSame(one, value))),
  ...asks('const', (value, wanted) => isSame(value, wanted)),
  ...asks(
    'multipleOf',
    number((value, wanted) => Number.isInteger(value / wanted)),
  ),
  ...asks('maximum', number(most)),
  ...asks(
    'exclusiveMaximum',
    number((value, wanted) => value < wanted),
  ),
  ...asks('minimum', number(least)),
  ...asks(
    'exclusiveMinimum',
    number((value, wanted) => value > wanted),
  ),
  ...asks('maxLength', size(letters, most)),
  ...asks('minLength', size(letters, least)),
  ...asks('maxItems', size(items, most)),
  ...asks('minItems', size(items, least)),
  ...asks('maxProperties', size(members, most)),
  ...asks('minProperties', size(members, least)),
  ...asks('uniqueItems', (value, wanted) => wanted !== true || !Array.isArray(value) || areUnique(value)),
  ...asks('required', (value, wanted) => !isMapping(value) || listed(wanted).every((key) => has(value, key))),
  pattern: (schema) => {
    const pattern = linearPattern(String(schema.pattern))
    return asks('pattern', (value) => typeof value !== 'string' || pattern.test(value)).pattern?.(schema, NOWHERE)
  },
  items: ({ items: each, additionalItems }, context) => {
    if (!Array.isArray(each)) {
      const judge = judgeOf(each, context)
      return (value, path) => inList(value, (item, index) => judge(item, [...path, index]))
    }
    const judges = each.map((one) => judgeOf(one, context))
    const rest = judgeOf(additionalItems ?? true, context)
    return (value, path) => inList(value, (item, index) => (judges[index] ?? rest)(item, [...path, index]))
  },
  contains: ({ contains }, context) => {
    const judge = judgeOf(contains, context)
    return (value, path) =>
      !Array.isArray(value) || value.some((item: unknown) => judge(item, path).length === 0)
        ? []
        : [{ path, keyword: 'contains', wanted: '' }]
  },
  properties: (schema, context) => judgeMembers(schema, context),
  patternProperties: (schema, context) => (schema.properties === undefined ? judgeMembers(schema, context) : undefined),
  additionalProperties: (schema, context) =>
    schema.properties === undefined && schema.patternProperties === undefined
      ? judgeMembers(schema, context)
      : undefined,
  propertyNames: ({ propertyNames }, context) => {
    const judge = judgeOf(propertyNames, context)
    return (value, path) => (isMapping(value) ? Object.keys(value).flatMap((key) => judge(key, [...path, key])) : [])
  },
  dependencies: ({ dependencies }, context) => {
    const judges = Object.entries(isMapping(dependencies) ? dependencies : {}).map(([key, one]) => {
      return [key, judgeOf(Array.isArray(one) ? { required: one } : one, context)] as const
    })
    return (value, path) =>
      judges.flatMap(([key, judge]) => (isMapping(value) && has(value, key) ? judge(value, path) : []))
  },
  allOf: ({ allOf }, context) => {
    const judges = listed(allOf).map((one) => judgeOf(one, context))
    return (value, path) => judges.flatMap((judge) => judge(value, path))
  },
  anyOf: (schema, context) => counted('anyOf', { schema, context, holds: (fits) => fits > 0 }),
  oneOf: (schema, context) => counted('oneOf', { schema, context, holds: (fits) => fits === 1 }),
  not: ({ not }, context) => {
    const judge = judgeOf(not, context)
    return (value, path) => (judge(value, path).length > 0 ? [] : [{ path, keyword: 'not', wanted: '' }])
  },
  if: (schema, context) => {
    const asked = judgeOf(schema.if, context)
    const met = judgeOf(schema.then ?? true, context)
    const unmet = judgeOf(schema.else ?? true, context)
    return (value, path) => (asked(value, path).length === 0 ? met : unmet)(value, path)
  },
}

const NOWHERE: Context = { root: undefined, compiled: new Map(), depth: 0, steps: 0 }

function judgeMembers({ properties, patternProperties, additionalProperties }: Mapping, context: Context): Judge {
  const named = new Map(entriesOf(properties).map(([key, one]) => [key, judgeOf(one, context)]))
  const formed = entriesOf(patternProperties).map(
    ([form, one]) => [linearPattern(form), judgeOf(one, context)] as const,
  )
  const rest = judgeOf(additionalProperties ?? true, context)
  return (value, path) =>
    entriesOf(value).flatMap(([key, member]) => {
      const own = named.get(key)
      const judges = [...(own ? [own] : []), ...formed.flatMap(([form, judge]) => (form.test(key) ? [judge] : []))]
      return (judges.length > 0 ? judges : [rest]).flatMap((judge) => judge(member, [...path, key]))
    })
}

interface Counted {
  readonly schema: Mapping
  readonly context: Context
  readonly holds: (fits: number) => boolean
}

function counted(keyword: string, { schema, context, holds }: Counted): Judge {
  const judges = listed(schema[keyword]).map((one) => judgeOf(one, context))
  return (value, path) => {
    const fits = judges.filter((judge) => judge(value, path).length === 0).length
    return holds(fits) ? [] : [{ path, keyword, wanted: `${fits}/${judges.length}` }]
  }
}

function inList(value: unknown, judge: (item: unknown, index: number) => readonly SchemaViolation[]) {
  return Array.isArray(value) ? value.flatMap(judge) : []
}

/** A JSON pointer within the schema. */
function referred(reference: string, root: unknown): unknown {
  if (!/^#(?:\/|$)/u.test(reference)) throw new SyntaxError(`"$ref": ${reference} leads out of the schema.`)
  const keys = reference
    .split('/')
    .slice(1)
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
  let found = root
  for (const key of keys) found = Array.isArray(found) ? found[Number(key)] : isMapping(found) ? found[key] : undefined
  if (found === undefined) throw new SyntaxError(`"$ref": ${reference} leads nowhere.`)
  return found
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isMapping(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one))
    return Array.isArray(other) && one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  if (!isMapping(one) || !isMapping(other)) return one === other
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length && keys.every((key) => has(other, key) && isSame(one[key], other[key]))
  )
}

function areUnique(values: readonly unknown[]): boolean {
  return new Set(values.map(sortedJson)).size === values.length
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isMapping(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  )
}

function has(value: Mapping, key: unknown): boolean {
  return typeof key === 'string' && Object.hasOwn(value, key)
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isMapping(value) ? Object.entries(value) : []
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
