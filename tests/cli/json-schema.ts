/** As much of JSON Schema as our own schemas use; a keyword it does not know is an error. */
export interface Schema {
  readonly [keyword: string]: unknown
}

const ANNOTATIONS = new Set(['$schema', '$id', '$defs', 'title', 'description'])

/** What keeps a value from being what a schema says, each with its path. */
export function complaints(value: unknown, schema: Schema, root: Schema = schema, path = '$'): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, wanted]) => {
    if (ANNOTATIONS.has(keyword)) return []
    const judge = KEYWORDS[keyword]
    if (judge === undefined) throw new Error(`${path}: the keyword "${keyword}" is not known here.`)
    return judge({ value, wanted, schema, root, path })
  })
}

interface Case {
  readonly value: unknown
  readonly wanted: unknown
  readonly schema: Schema
  readonly root: Schema
  readonly path: string
}

const KEYWORDS: Readonly<Record<string, (given: Case) => readonly string[]>> = {
  type: ({ value, wanted, path }) => refuse(!asList(wanted).includes(typeOf(value, wanted)), `${path}: not ${wanted}`),
  const: ({ value, wanted, path }) => refuse(value !== wanted, `${path}: not ${wanted}`),
  enum: ({ value, wanted, path }) => refuse(!asList(wanted).includes(value), `${path}: ${value} is not listed`),
  pattern: ({ value, wanted, path }) =>
    refuse(typeof value === 'string' && !new RegExp(String(wanted), 'u').test(value), `${path}: not like ${wanted}`),
  minimum: ({ value, wanted, path }) =>
    refuse(typeof value === 'number' && value < Number(wanted), `${path}: below ${wanted}`),
  maximum: ({ value, wanted, path }) =>
    refuse(typeof value === 'number' && value > Number(wanted), `${path}: above ${wanted}`),
  minItems: ({ value, wanted, path }) =>
    refuse(Array.isArray(value) && value.length < Number(wanted), `${path}: fewer than ${wanted}`),
  required: ({ value, wanted, path }) =>
    asList(wanted).flatMap((key) =>
      refuse(isObject(value) && !Object.hasOwn(value, String(key)), `${path}: no ${key}`),
    ),
  properties: ({ value, wanted, root, path }) =>
    Object.entries(asObject(wanted)).flatMap(([key, schema]) =>
      isObject(value) && Object.hasOwn(value, key)
        ? complaints(value[key], asObject(schema), root, `${path}.${key}`)
        : [],
    ),
  additionalProperties({ value, wanted, schema, root, path }) {
    const others = Object.entries(asObject(value)).filter(([key]) => !Object.hasOwn(asObject(schema.properties), key))
    if (wanted === false) return others.map(([key]) => `${path}: ${key} is not foreseen`)
    return others.flatMap(([key, one]) => complaints(one, asObject(wanted), root, `${path}.${key}`))
  },
  items: ({ value, wanted, root, path }) =>
    asList(value).flatMap((item, index) => complaints(item, asObject(wanted), root, `${path}[${index}]`)),
  anyOf({ value, wanted, root, path }) {
    const tried = asList(wanted).map((schema) => complaints(value, asObject(schema), root, path))
    return tried.some((found) => found.length === 0) ? [] : tried.flat()
  },
  $ref({ value, wanted, root, path }) {
    const name = String(wanted).replace('#/$defs/', '')
    return complaints(value, asObject(asObject(root.$defs)[name]), root, path)
  },
}

function refuse(isWrong: boolean, complaint: string): readonly string[] {
  return isWrong ? [complaint] : []
}

function typeOf(value: unknown, wanted: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (Number.isInteger(value) && asList(wanted).includes('integer')) return 'integer'
  return typeof value
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asObject(value: unknown): Schema {
  return isObject(value) ? value : {}
}
