import { compileJsonSchema } from '#data/facts/json-schema.ts'
import { anything, flag, optional, reading, record } from '../options.ts'
import { type Breach, defineCheck } from '../rule.ts'
import { filesOf, firstOf, SHELL_PATHS } from '../shell-paths.ts'

const OPTIONS = record({
  ...SHELL_PATHS,
  /** JSON Schema, draft 7, without `format` and without references out of it. */
  schema: anything(),
  /** Only the first file that the globs mean. */
  isFirstAlone: optional(flag(), false),
  /** Whether having nothing to judge breaks the rule. */
  failsOnNone: optional(flag(), false),
})

type Options = ReturnType<typeof read>
const read = reading(OPTIONS, ({ schema }) => {
  compileJsonSchema(schema)
})

const looked = (options: Options, entries: Parameters<typeof filesOf>[1]) => {
  if (!options.isFirstAlone) return filesOf(options, entries)
  const first = firstOf(options, entries)
  return first === undefined ? [] : [first]
}

export const dataSchema = defineCheck<Options>({
  id: 'data-schema',
  summary: 'JSON and YAML files keep to a JSON Schema.',
  options: read,
  needs: (options, { entries }) => [
    {
      extractor: 'schema-violations',
      paths: looked(options, entries).map(({ path }) => path),
      options: { schema: options.schema },
      separately: true,
    },
  ],
  messages: {
    none: { fr: 'rien ne correspond à {globs}', en: 'nothing matches {globs}' },
    broken: {
      fr: 'le schéma n’est pas respecté en « {at} » : {keyword} {wanted}',
      en: 'the schema is not kept at "{at}": {keyword} {wanted}',
    },
  },
  judge({ entries, facts }, options) {
    const { globs, schema, failsOnNone } = options
    if (looked(options, entries).length === 0) {
      const breaches: readonly Breach[] = [{ messageId: 'none', args: { globs }, text: globs.join(' ') }]
      return failsOnNone ? { outcome: 'fail', breaches } : { outcome: 'pass' }
    }
    const breaches = [...facts('schema-violations', { schema })].flatMap(([path, violations]) =>
      violations.map(({ at, keyword, wanted, line, column }): Breach => {
        const args = { at, keyword, wanted }
        return { messageId: 'broken', args, location: { path, line, column }, text: `${at} ${keyword}` }
      }),
    )
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})
