import { compileJsonPath } from '#data/facts/json-path.ts'
import { checkXPath } from '#data/facts/xpath.ts'
import { listOf, optional, type Reader, reading, record, text } from '../options.ts'
import { inRoot } from '../places.ts'
import { defineCheck, type EvidenceNeed } from '../rule.ts'
import { shown } from '../values.ts'

const written = record({
  /** Path from the folder of the component, ending in xml, pom, json, yaml or yml: no glob. */
  file: text('the path of a file'),
  /** XPath for XML, JSONPath for JSON and YAML. */
  select: text('an XPath or a JSONPath'),
})
type Place = NonNullable<ReturnType<typeof written.read>>

const place: Reader<Place> = {
  expects: written.expects,
  schema: () => written.schema(),
  read(value, path, problems) {
    const read = written.read(value, path, problems)
    if (typeof read?.file !== 'string' || typeof read.select !== 'string') return read
    const isData = /\.(?:json|ya?ml)$/u.test(read.file)
    if (!isData && !isXml(read.file)) {
      problems.push({
        path: [...path, 'file'],
        at: 'value',
        message: 'expected a file that ends in xml, pom, json, yaml or yml.',
      })
      return undefined
    }
    try {
      if (isData) compileJsonPath(read.select)
      else checkXPath(read.select)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      problems.push({
        path: [...path, 'select'],
        at: 'value',
        message: `expected ${isData ? 'a JSONPath' : 'an XPath'}: ${message}`,
      })
    }
    return read
  },
}

const OPTIONS = record({
  /** What they all say, in words: `the version`. */
  what: optional(text('what they say, in words'), 'value'),
  /** The first that is there is what the others are held against. */
  values: listOf(place),
})

const read = reading(OPTIONS)

export const valuesAgree = defineCheck<ReturnType<typeof read>>({
  id: 'values-agree',
  summary: 'Files that say the same thing, a version or a licence, say it alike.',
  options: read,
  needs: ({ values }, scene) =>
    values.map((value): EvidenceNeed => ({ ...needOf(value), paths: [inRoot(scene, value.file)] })),
  messages: {
    different: {
      fr: '{what} : « {value} » ici, « {expected} » dans {file}',
      en: '{what}: "{value}" here, "{expected}" in {file}',
    },
  },
  judge({ subject, facts }, { what, values }) {
    const found = values.flatMap((value) => {
      const path = inRoot(subject, value.file)
      const { extractor, options } = needOf(value)
      return (facts(extractor, options).get(path)?.[value.select] ?? []).map((one) => ({ path, value: one }))
    })
    const [first, ...others] = found
    if (first === undefined || others.length === 0) return { outcome: 'not-applicable' }
    const expected = shown(first.value)
    const breaches = others.flatMap(({ path, value }) => {
      if (shown(value) === expected) return []
      const { line, column } = value
      const location = { path, ...(line !== undefined && { line }), ...(column !== undefined && { column }) }
      const args = { what, value: shown(value), expected, file: first.path }
      return [{ messageId: 'different', args, location, text: what }]
    })
    return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
  },
})

function needOf({ file, select }: Place) {
  const extractor = isXml(file) ? ('xml-values' as const) : ('data-values' as const)
  return { extractor, options: { queries: { [select]: select } } }
}

function isXml(file: string): boolean {
  return /\.(?:xml|pom)$/u.test(file)
}
