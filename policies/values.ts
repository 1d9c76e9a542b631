import { compileGlobs } from '#data/facts/glob.ts'
import type { FoundValue, FoundValues, QueryOptions } from '#data/facts/shapes/found-values.ts'
import type { Text } from '#data/model/vocabulary.ts'
import { count, flag, optional, pattern, type Reader, record, text } from './options.ts'
import { inRoot } from './places.ts'
import type { Breach, EvidenceNeed, Judgement, Scene } from './rule.ts'

/** What a pack expects of the values that a query finds in a file. */
const written = record({
  /** Whether there is one at all. */
  exists: optional(flag()),
  count: optional(record({ least: optional(count(), 0), most: optional(count()) })),
  /** Every value, some value, no value has this form, as a whole. */
  every: optional(pattern()),
  some: optional(pattern()),
  none: optional(pattern()),
  /** Every value is this text. */
  equals: optional(text()),
})

type Expectation = NonNullable<ReturnType<typeof written.read>>

export const expectation: Reader<Expectation> = {
  expects: 'a mapping with exists, count, every, some, none or equals',
  schema: () => ({ ...written.schema(), minProperties: 1 }),
  read(value, path, problems) {
    const read = written.read(value, path, problems)
    if (read !== undefined && Object.values(read).every((one) => one === undefined)) {
      problems.push({ path, at: 'value', message: `expected ${this.expects}: nothing is expected here.` })
    }
    return read
  },
}

export const VALUE_MESSAGES = {
  missing: { fr: '{what} : rien de tel dans ce fichier', en: '{what}: nothing of the kind in this file' },
  present: { fr: '{what} : ne devrait pas s’y trouver (« {value} »)', en: '{what}: should not be there ("{value}")' },
  fewer: {
    fr: '{what} : {count} trouvés, il en faut au moins {least}',
    en: '{what}: {count} found, at least {least} are needed',
  },
  more: {
    fr: '{what} : {count} trouvés, il en faut au plus {most}',
    en: '{what}: {count} found, at most {most} may be there',
  },
  form: {
    fr: '{what} : « {value} » n’a pas la forme attendue ({expected})',
    en: '{what}: "{value}" has not the expected form ({expected})',
  },
  refused: {
    fr: '{what} : « {value} » a une forme à éviter ({expected})',
    en: '{what}: "{value}" has a form to avoid ({expected})',
  },
  never: {
    fr: '{what} : aucune valeur n’a la forme attendue ({expected}) ; trouvées : {values}',
    en: '{what}: no value has the expected form ({expected}); found: {values}',
  },
  different: { fr: '{what} : « {value} », attendu « {expected} »', en: '{what}: "{value}", expected "{expected}"' },
} as const satisfies Record<string, Text>

interface Judged {
  readonly path: string
  readonly found: readonly FoundValue[]
  /** What the values are, for people. */
  readonly what: string
  /** The form in words, instead of the pattern. */
  readonly form: string | undefined
}

function valueBreaches(judged: Judged, expected: Expectation): readonly Breach[] {
  const { path, found, what } = judged
  const [first] = found
  const breach = (messageId: keyof typeof VALUE_MESSAGES, args: Breach['args'], at?: FoundValue): Breach => ({
    messageId,
    args: { what, ...args },
    location: {
      path,
      ...(at?.line !== undefined && { line: at.line }),
      ...(at?.column !== undefined && { column: at.column }),
    },
    text: `${what} ${at === undefined ? '' : shown(at)}`,
  })
  const breaches: Breach[] = []
  if (expected.exists === true && first === undefined) breaches.push(breach('missing', {}))
  if (expected.exists === false && first !== undefined) breaches.push(breach('present', { value: shown(first) }, first))
  const { least = 0, most } = expected.count ?? {}
  if (found.length < least) breaches.push(breach('fewer', { count: found.length, least }, first))
  if (most !== undefined && found.length > most) breaches.push(breach('more', { count: found.length, most }, first))
  for (const value of found) {
    const { every, none, equals } = expected
    const args = { value: shown(value) }
    if (every !== undefined && !(value.text !== null && every.test(value.text))) {
      breaches.push(breach('form', { ...args, expected: judged.form ?? asWritten(every.source) }, value))
    }
    if (none !== undefined && value.text !== null && none.test(value.text)) {
      breaches.push(breach('refused', { ...args, expected: judged.form ?? asWritten(none.source) }, value))
    }
    if (equals !== undefined && value.text !== equals)
      breaches.push(breach('different', { ...args, expected: equals }, value))
  }
  const { some } = expected
  if (
    some !== undefined &&
    first !== undefined &&
    !found.some((value) => value.text !== null && some.test(value.text))
  ) {
    breaches.push(breach('never', { expected: judged.form ?? asWritten(some.source), values: found.map(shown) }, first))
  }
  return breaches
}

/** Whether there was something to judge: forms say nothing of values that are not there. */
function isAbout(found: readonly FoundValue[], { exists, count }: Expectation): boolean {
  return found.length > 0 || exists !== undefined || count !== undefined
}

export function shown({ text, type }: FoundValue): string {
  return text ?? `<${type}>`
}

/** A pattern as the pack has it. */
function asWritten(source: string): string {
  return source.replace(/^\^\(\?:(.*)\)\$$/su, '$1')
}

interface ValueOptions {
  readonly paths: readonly string[]
  readonly except: readonly string[]
  readonly values: readonly {
    readonly select: string
    readonly expect: Expectation
    readonly what: string | undefined
    readonly form: string | undefined
  }[]
}

/** One question of all queries for each file, so that a document is read once. */
function queriesOf({ values }: ValueOptions): QueryOptions {
  return { queries: Object.fromEntries(values.map(({ select }) => [select, select])) }
}

/** The files themselves, so that none that is excepted is read. */
export function needsOfValues(
  extractor: 'xml-values' | 'data-values',
  options: ValueOptions,
  scene: Scene,
): readonly EvidenceNeed[] {
  const isMeant = compileGlobs(options.paths.map((path) => inRoot(scene, path)))
  const isExcepted = compileGlobs(options.except.map((path) => inRoot(scene, path)))
  const paths = scene.entries.map(({ path }) => path).filter((path) => isMeant(path) && !isExcepted(path))
  return [{ extractor, paths, options: queriesOf(options), separately: true }]
}

export function judgeValues(
  options: ValueOptions,
  ask: (query: QueryOptions) => ReadonlyMap<string, FoundValues>,
): Judgement {
  const files = [...ask(queriesOf(options))]
  let isJudged = false
  const breaches = files.flatMap(([path, values]) =>
    options.values.flatMap(({ select, expect, what = select, form }): readonly Breach[] => {
      const found = values[select] ?? []
      isJudged ||= isAbout(found, expect)
      return valueBreaches({ path, found, what, form }, expect)
    }),
  )
  if (!isJudged) return { outcome: 'not-applicable' }
  return breaches.length === 0 ? { outcome: 'pass' } : { outcome: 'fail', breaches }
}
