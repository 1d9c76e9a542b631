import type { Field, FieldType, Register } from './register.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/** JSON Schema of the YAML file of a register, for editors; what contradicts itself is left to the reader. */
export function registerSchema({ summary, fields }: Register): JsonSchema {
  const required = Object.keys(fields).filter((name) => fields[name]?.isRequired === true)
  return {
    description: summary.en,
    type: ['array', 'null'],
    items: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)])),
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    },
  }
}

function fieldSchema({ type, isList, isRequired, help }: Field): JsonSchema {
  const one = SCHEMAS[type.kind](type)
  const ways = [one, ...(isList ? [{ type: 'array', items: one }] : []), ...(isRequired ? [] : [EMPTY])]
  return { description: `${help.en} / ${help.fr}`, ...(ways.length === 1 ? one : { anyOf: ways }) }
}

const EMPTY = { enum: ['', null] }
/** YAML makes a number of what its field holds as a word. */
const WORD = { type: ['string', 'number', 'boolean'] }
const NUMBER = { anyOf: [{ type: 'number' }, { type: 'string', pattern: '^-?[\\d\\s.,]+$' }] }

const BY_LANGUAGE = { fr: { type: 'string', pattern: '\\S' }, en: { type: 'string', pattern: '\\S' } }

const SCHEMAS: { readonly [Kind in FieldType['kind']]: (type: FieldType) => JsonSchema } = {
  text: () => WORD,
  reference: () => WORD,
  component: () => ({
    type: 'string',
    pattern: '^\\s*[\\w-][\\w.-]*(?:/[\\w.-]+)?(?::[\\w.-]+(?:/[\\w.-]+)*)?(?:#[\\w.-]+)?\\s*$',
  }),
  prose: () => ({
    anyOf: [WORD, { type: 'object', properties: BY_LANGUAGE, minProperties: 1, additionalProperties: false }],
  }),
  bilingual: () => ({
    type: 'object',
    properties: BY_LANGUAGE,
    required: ['fr', 'en'],
    additionalProperties: false,
  }),
  day: () => ({ type: 'string', pattern: '^(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4})$' }),
  flag: () => ({
    anyOf: [
      { type: 'boolean' },
      { enum: [0, 1] },
      { type: 'string', pattern: '^(?:[Yy]es|[Nn]o|[Oo]ui|[Nn]on|[Vv]rai|[Ff]aux|[Xx])$' },
    ],
  }),
  count: () => ({
    anyOf: [
      { type: 'integer', minimum: 0 },
      { type: 'string', pattern: '^[\\d\\s.,]+$' },
    ],
  }),
  number: () => NUMBER,
  address: () => ({ type: 'string', pattern: '^https?://\\S+$' }),
  language: () => ({ type: 'string', pattern: '^[A-Za-z]{2,3}(?:[-_][A-Za-z\\d]+)*$' }),
  choice: (type) => ({ enum: type.kind === 'choice' ? type.of : [] }),
}
