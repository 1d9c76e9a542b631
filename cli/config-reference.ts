import { configSchema } from './config.ts'

type Schema = Readonly<Record<string, unknown>>

/** Every key of `parvis.yaml`, from the schema that reads the file. */
export function configReference(): string {
  return [
    '# Keys of parvis.yaml',
    '',
    'Generated from what reads the file by `npm run docs`; editors check it as you type with `cli/schemas/parvis.json`.',
    'A key of a list is written with `[]`, one that you name yourself with `*`.',
    '',
    '| Key | Holds | Required |',
    '|---|---|---|',
    ...keysOf(configSchema(), '').map(({ key, holds, isRequired }) => {
      return `| \`${key}\` | ${holds.replaceAll('|', '\\|')} | ${isRequired ? 'yes' : ''} |`
    }),
    '',
  ].join('\n')
}

interface Key {
  readonly key: string
  readonly holds: string
  readonly isRequired: boolean
}

function keysOf(schema: Schema, above: string): readonly Key[] {
  const required = Array.isArray(schema.required) ? schema.required : []
  const own = Object.entries(asSchema(schema.properties)).flatMap(([name, value]): readonly Key[] => {
    const key = above === '' ? name : `${above}.${name}`
    const told = asSchema(value)
    return [{ key, holds: holdsOf(told), isRequired: required.includes(name) }, ...keysWithin(told, key)]
  })
  return own
}

function keysWithin(schema: Schema, key: string): readonly Key[] {
  return [
    ...keysOf(schema, key),
    ...(schema.items === undefined ? [] : keysWithin(asSchema(schema.items), `${key}[]`)),
    ...(isSchema(schema.additionalProperties) ? keysWithin(schema.additionalProperties, `${key}.*`) : []),
    ...(isTold(schema) ? [] : waysOf(schema).flatMap((way) => keysWithin(way, key))),
  ]
}

function holdsOf(schema: Schema): string {
  if (Array.isArray(schema.enum)) return schema.enum.map((one) => `\`${String(one)}\``).join(', ')
  const ways = waysOf(schema)
  if (isTold(schema)) return String(schema.description)
  if (ways.length > 0) return [...new Set(ways.map(holdsOf))].join(', or ')
  if (schema.items !== undefined) return `list of ${holdsOf(asSchema(schema.items))}`
  if (typeof schema.description === 'string') return schema.description
  if (isSchema(schema.additionalProperties)) return `mapping to ${holdsOf(schema.additionalProperties)}`
  return WORDS[String(schema.type)] ?? 'mapping'
}

const WORDS: Readonly<Record<string, string>> = {
  boolean: '`true` or `false`',
  integer: 'whole number',
  number: 'number',
  string: 'text',
  object: 'mapping',
}

/** Ways of writing one thing, which are told together: a text, or texts by language. */
function isTold(schema: Schema): boolean {
  return typeof schema.description === 'string' && waysOf(schema).length > 0
}

function waysOf(schema: Schema): readonly Schema[] {
  const ways: readonly unknown[] = Array.isArray(schema.anyOf)
    ? schema.anyOf
    : Array.isArray(schema.oneOf)
      ? schema.oneOf
      : []
  return ways.map(asSchema)
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asSchema(value: unknown): Schema {
  return isSchema(value) ? value : {}
}
