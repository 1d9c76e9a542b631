import { linearMatches, type Pattern } from '#data/facts/linear-pattern.ts'
import { UsageFailure } from '#data/model/failures.ts'
import { suggestion } from '#data/model/nearest.ts'
import { formSchema, type OptionSchema } from './option-schema.ts'
import { fragmentPattern, isProven, wholePattern } from './patterns.ts'

/**
 * Readers of what people write in packs. Small and by hand: `lint` starts on every save of somebody's editor, and a
 * schema library costs more than the whole of it.
 */

export type KeyPath = readonly (string | number)[]

export interface OptionProblem {
  /** Keys from the value that was read down to what is wrong. */
  readonly path: KeyPath
  /** `key`: the key itself is wrong, not what stands behind it. */
  readonly at: 'key' | 'value'
  readonly message: string
}

export interface Reader<Value> {
  /** What to write, after "expected": `a list of globs`. */
  readonly expects: string
  /** What it reads, for editors. */
  schema(): OptionSchema
  /** Present when the key may be left out. */
  readonly absent?: { readonly value: Value }
  /** The value; undefined after a problem was reported. */
  read(value: unknown, path: KeyPath, problems: OptionProblem[]): Value | undefined
}

type Shape = Readonly<Record<string, Reader<unknown>>>
type Read<S extends Shape> = { readonly [K in keyof S]: S[K] extends Reader<infer Value> ? Value : never }

/** Everything wrong with a value, by key, so that the loader of a pack can say the line. */
export class OptionsFailure extends UsageFailure {
  readonly problems: readonly OptionProblem[]

  constructor(problems: readonly OptionProblem[]) {
    const details = problems.map(({ path, message }) => ({
      message: path.length ? `${path.join('.')}: ${message}` : message,
    }))
    super('options-invalid', details.map((detail) => detail.message).join('\n'), { details })
    this.problems = problems
  }
}

/** Reads a value to the end and throws all its problems at once as an `OptionsFailure`. */
export function readOptions<Value>(reader: Reader<Value>, value: unknown): Value {
  const problems: OptionProblem[] = []
  const read = reader.read(value ?? {}, [], problems)
  if (problems.length > 0 || read === undefined) throw new OptionsFailure(problems)
  return read
}

/** Reads a value as `readOptions` does, and says what it reads. */
export interface OptionsReader<Value> {
  (value: unknown): Value
  schema(): OptionSchema
}

const readBefore = new WeakMap<object, Map<unknown, unknown>>()

/** What was written once is read once, however many subjects are judged by it. Throws each time what reading it throws. */
export function readOnce<Value>(read: OptionsReader<Value>, value: unknown): Value {
  if (typeof value !== 'object' || value === null) return read(value)
  const known = readBefore.get(value) ?? new Map<unknown, unknown>()
  if (!known.has(read)) readBefore.set(value, known.set(read, read(value)))
  return known.get(read) as Value
}

/** How a check or a classifier reads its options; `refuse` throws for what keys alone cannot tell. */
export function reading<Value>(reader: Reader<Value>, refuse?: (read: Value) => void): OptionsReader<Value> {
  const read = (value: unknown) => {
    const options = readOptions(reader, value)
    refuse?.(options)
    return options
  }
  return Object.assign(read, { schema: () => reader.schema() })
}

/** An object with exactly these keys. */
export function record<S extends Shape>(shape: S): Reader<Read<S>> {
  return {
    expects: 'a mapping',
    schema: () => recordSchema(shape),
    read(value, path, problems) {
      if (!isMapping(value)) return refuse(problems, path, 'a mapping')
      for (const key of Object.keys(value)) {
        if (Object.hasOwn(shape, key)) continue
        const message = `unknown key "${key}".${suggestion(key, Object.keys(shape))}`
        problems.push({ path: [...path, key], at: 'key', message })
      }
      const read: Record<string, unknown> = {}
      for (const [key, reader] of Object.entries(shape)) {
        const given = value[key]
        if (given !== undefined && given !== null) read[key] = reader.read(given, [...path, key], problems)
        else if (reader.absent !== undefined) read[key] = reader.absent.value
        else problems.push({ path, at: 'value', message: `"${key}" is missing: expected ${reader.expects}.` })
      }
      return read as Read<S>
    },
  }
}

function recordSchema(shape: Shape): OptionSchema {
  const required = Object.keys(shape).filter((key) => shape[key]?.absent === undefined)
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(shape).map(([key, reader]) => [key, reader.schema()])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

/** An object whose keys are free and whose values are alike. */
export function mapOf<Value>(values: Reader<Value>): Reader<Readonly<Record<string, Value>>> {
  return {
    expects: 'a mapping',
    schema: () => ({ type: 'object', additionalProperties: values.schema() }),
    read(value, path, problems) {
      if (!isMapping(value)) return refuse(problems, path, 'a mapping')
      const read: Record<string, Value> = {}
      for (const [key, given] of Object.entries(value)) {
        const one = values.read(given, [...path, key], problems)
        if (one !== undefined) read[key] = one
      }
      return read
    },
  }
}

export function listOf<Value>(
  items: Reader<Value>,
  expects = `a list, each ${items.expects}`,
): Reader<readonly Value[]> {
  return {
    expects,
    schema: () => ({ type: 'array', items: items.schema() }),
    read(value, path, problems) {
      if (!Array.isArray(value)) return refuse(problems, path, expects)
      const read = value.map((item: unknown, index) => items.read(item, [...path, index], problems))
      return read.filter((item): item is Awaited<Value> => item !== undefined)
    },
  }
}

export function text(expects = 'a text'): Reader<string> {
  return {
    expects,
    schema: () => ({ type: 'string', pattern: '\\S', description: expects }),
    read: (value, path, problems) =>
      typeof value === 'string' && value.trim() !== '' ? value : refuse(problems, path, expects),
  }
}

/** A text of a given form. */
export function matching(form: RegExp, expects: string): Reader<string> {
  return {
    expects,
    schema: () => ({ ...formSchema(form), description: expects }),
    read: (value, path, problems) =>
      typeof value === 'string' && form.test(value) ? value : refuse(problems, path, expects),
  }
}

export function texts(expects = 'a list of texts'): Reader<readonly string[]> {
  return listOf(text(), expects)
}

export function flag(): Reader<boolean> {
  return {
    expects: 'true or false',
    schema: () => ({ type: 'boolean' }),
    read: (value, path, problems) => (typeof value === 'boolean' ? value : refuse(problems, path, 'true or false')),
  }
}

/** A share between 0 and 1. */
export function share(): Reader<number> {
  const expects = 'a share between 0 and 1'
  return {
    expects,
    schema: () => ({ type: 'number', minimum: 0, maximum: 1 }),
    read: (value, path, problems) =>
      typeof value === 'number' && value >= 0 && value <= 1 ? value : refuse(problems, path, expects),
  }
}

export function count(): Reader<number> {
  const expects = 'a whole number from 0'
  return {
    expects,
    schema: () => ({ type: 'integer', minimum: 0 }),
    read: (value, path, problems) =>
      typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : refuse(problems, path, expects),
  }
}

export function choice<const T extends readonly string[]>(list: T): Reader<T[number]> {
  const expects = `one of ${list.join(', ')}`
  return {
    expects,
    schema: () => ({ enum: list }),
    read(value, path, problems) {
      if (typeof value === 'string' && list.includes(value)) return value
      return refuse(problems, path, expects, typeof value === 'string' ? suggestion(value, list) : '')
    },
  }
}

/** A regular expression, as text; matched against the whole of what it is asked about. */
export function pattern(): Reader<Pattern> {
  return expression((source) => wholePattern(source))
}

/** A regular expression, as text, that is looked for anywhere, whatever the case. */
export function fragment(): Reader<Pattern> {
  return expression(fragmentPattern)
}

export interface SoughtPattern {
  readonly source: string
  readonly isProven: boolean
}

/** A regular expression that an extractor will look for in whole files. */
export function soughtPattern(): Reader<SoughtPattern> {
  return expression((source) => {
    if (isProven(source)) return { source, isProven: true }
    linearMatches(source, { isByLine: true })
    return { source, isProven: false }
  })
}

/** The pattern as the extractor is asked for it: occurrences under the name `found`. */
export function sought({ source, isProven }: SoughtPattern) {
  return { patterns: { found: source }, ...(isProven && { isProven }) }
}

/** The source of a regular expression that is compiled later, after a trial now. */
export function checkedPattern(compile: (source: string) => unknown, expects?: string): Reader<string> {
  return expression((source) => {
    compile(source)
    return source
  }, expects)
}

function expression<Compiled>(
  compile: (source: string) => Compiled,
  expects = 'a regular expression',
): Reader<Compiled> {
  return {
    expects,
    schema: () => ({ type: 'string', description: expects }),
    read(value, path, problems) {
      if (typeof value !== 'string') return refuse(problems, path, expects)
      try {
        return compile(value)
      } catch (error) {
        return refuse(problems, path, expects, ` ${error instanceof Error ? error.message : String(error)}`)
      }
    },
  }
}

/** Any value, to be read later by somebody who knows what it is. */
export function anything(): Reader<unknown> {
  return { expects: 'a value', schema: () => ({}), absent: { value: undefined }, read: (value) => value ?? {} }
}

export function optional<Value>(reader: Reader<Value>): Reader<Value | undefined>
export function optional<Value>(reader: Reader<Value>, fallback: Value): Reader<Value>
export function optional<Value>(reader: Reader<Value>, fallback?: Value): Reader<Value | undefined> {
  return { ...reader, absent: { value: fallback } }
}

function refuse(problems: OptionProblem[], path: KeyPath, expects: string, more = ''): undefined {
  problems.push({ path, at: 'value', message: `expected ${expects}.${more}` })
  return undefined
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
