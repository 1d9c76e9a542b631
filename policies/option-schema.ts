/** JSON Schema of what a reader reads, for editors. A reader may be stricter than its schema, never more lenient. */
export type OptionSchema = Readonly<Record<string, unknown>>

/** What stands in `$defs` of whoever prints the schema, because a reader alone cannot know it. */
export function defined(name: string): OptionSchema {
  return { $ref: `#/$defs/${name}` }
}

/** A form that schemas can say: those of JavaScript without flags of their own. */
export function formSchema({ source, flags }: RegExp): OptionSchema {
  return flags.replace('u', '') === '' ? { type: 'string', pattern: source } : { type: 'string' }
}
