/** JSON Schema of what a reader reads, for editors. A reader may be stricter than its schema, never more lenient. */
export type OptionSchema = Readonly<Record<string, unknown>>

/** What stands in `$defs` of whoever prints the schema, because a reader alone cannot know it. */
export function defined(name: string): OptionSchema {
  return { $ref: `#/$defs/${name}` }
}

/** A text with a parameter in it, `${owners}`. */
const FILLED_LATER: OptionSchema = { type: 'string', pattern: '\\$\\{[A-Za-z]' }

/** The same for options as packs write them: where a list or a form is expected a parameter may stand that comes to be it. */
export function withPlaces(schema: OptionSchema): OptionSchema {
  const inner = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'if' ? value : within(value)]),
  )
  const isNarrow =
    schema.type === 'array' || (schema.type === 'string' && (schema.pattern ?? schema.enum) !== undefined)
  return isNarrow ? { anyOf: [inner, FILLED_LATER] } : inner
}

function within(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(within)
  return typeof value === 'object' && value !== null ? withPlaces(value as OptionSchema) : value
}

/** A form that schemas can say: those of JavaScript without flags of their own. */
export function formSchema({ source, flags }: RegExp): OptionSchema {
  return flags.replace('u', '') === '' ? { type: 'string', pattern: source } : { type: 'string' }
}
