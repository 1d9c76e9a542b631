import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { compileJsonSchema, SchemaTooCostly } from '#data/facts/json-schema.ts'

const VALUES: readonly unknown[] = [
  ...[null, true, 0, 7, 7.5, -3, '', 'clock', 'horloge à eau', [], [1, 2], [1, 1], [{ a: 1 }, { a: 1 }], ['a', 2, 3]],
  ...[{}, { name: 'clock' }, { name: 7 }, { name: 'clock', more: [1] }, { a: { a: { a: 3 } } }, { 'x-a': 1, b: 2 }],
]

const SCHEMAS: readonly object[] = [
  { type: 'string' },
  { type: ['integer', 'null'] },
  { enum: [7, 'clock', { name: 'clock' }, [1, 2]] },
  { const: { name: 'clock' } },
  { minimum: 0, exclusiveMaximum: 7 },
  { multipleOf: 2.5 },
  { minLength: 1, maxLength: 6, pattern: '^[a-z ]+' },
  { minItems: 1, maxItems: 2, uniqueItems: true },
  { items: { type: 'integer' } },
  { items: [{ type: 'string' }], additionalItems: { const: 2 } },
  { contains: { const: 2 } },
  { minProperties: 1, maxProperties: 1, required: ['name'] },
  { properties: { name: { type: 'string' } }, additionalProperties: false },
  { patternProperties: { '^x-': { type: 'string' } }, additionalProperties: { type: 'integer' } },
  { propertyNames: { maxLength: 3 } },
  { dependencies: { name: ['more'], b: { required: ['c'] } } },
  { anyOf: [{ type: 'string' }, { minimum: 7 }] },
  { oneOf: [{ type: 'number' }, { type: 'integer' }] },
  { allOf: [{ type: 'object' }, { not: { required: ['name'] } }] },
  JSON.parse('{"if":{"type":"object"},"then":{"required":["name"]},"else":{"type":"string"}}'),
  {
    definitions: {
      tree: { properties: { a: { anyOf: [{ $ref: '#/definitions/tree' }, { const: 4 }] } }, type: 'object' },
    },
    $ref: '#/definitions/tree',
  },
  { type: 'object', properties: { a: { $ref: '#' } } },
]

describe('a JSON Schema', () => {
  it.each(SCHEMAS)('judges as the reference validator does: %j', (schema) => {
    const theirs = new Ajv({ strict: false }).compile(schema)
    const ours = compileJsonSchema(schema)
    expect(VALUES.map((value) => ours(value).length === 0)).toEqual(VALUES.map((value) => theirs(value)))
  })

  it('says where it is broken, and by what', () => {
    expect(compileJsonSchema({ properties: { list: { items: { type: 'string' } } } })({ list: ['a', 2] })).toEqual([
      { path: ['list', 1], keyword: 'type', wanted: '"string"' },
    ])
  })

  it.each([
    ['no schema', 7, 'a mapping'],
    ['another file', { $ref: 'other.json' }, 'leads out'],
    ['nothing there', { $ref: '#/definitions/x' }, 'leads nowhere'],
    ['a format', { format: 'email' }, 'email'],
    ['a pattern that could hang', { pattern: '(?=a)' }, 'lookahead'],
  ])('is refused for %s', (_name, schema, reason) => {
    expect(() => compileJsonSchema(schema)).toThrow(reason)
  })

  it('ends where it would not', () => {
    const branching = {
      anyOf: [{ items: { $ref: '#' } }, { items: { $ref: '#' }, maxItems: 0 }, { items: { $ref: '#' }, type: 'null' }],
      type: 'array',
      contains: false,
    }
    let deep: unknown = []
    for (let level = 0; level < 40; level++) deep = [deep]
    expect(() => compileJsonSchema(branching)(deep)).toThrow(SchemaTooCostly)
  })
})
