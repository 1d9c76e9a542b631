import type { Text } from '#data/model/vocabulary.ts'
import type { KeyPath } from './options.ts'

/** What an owner may say of himself: one text, or several of which any will do. */
export type ParameterValue = string | readonly string[]

export interface Parameter {
  readonly title: Text
  readonly value: ParameterValue
}

export type Parameters = Readonly<Record<string, Parameter>>

/** A place in a text of a pack that no parameter fills. */
export interface UnfilledPlace {
  readonly path: KeyPath
  readonly name: string
}

/**
 * `${name}`, or `${name:form}` where the value is written as a part of something else:
 * `pattern` (a regular expression for exactly that), `folder` (dots are slashes), `glob` (`{a,b}` of several), `first`
 * (of several, for sentences that show one).
 * `$${` stands for `${` itself.
 */
const PLACE = /\$?\$\{([A-Za-z][A-Za-z\d]*)(?::(pattern|folder|glob|first))?\}/gu
const WHOLE = /^\$\{([A-Za-z][A-Za-z\d]*)(?::(pattern|folder|glob|first))?\}$/u

type Form = 'pattern' | 'folder' | 'glob' | 'first' | undefined

/** Whether there is anything to fill in a value, at any depth. */
export function hasPlaces(value: unknown): boolean {
  if (typeof value === 'string') return value.search(PLACE) !== -1
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some(hasPlaces)
}

/** Names of the parameters that a value has places for, each once, in order. */
export function namesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    const places = [...value.matchAll(PLACE)].filter(([place]) => !place.startsWith('$$'))
    return [...new Set(places.map(([, name = '']) => name))]
  }
  if (typeof value !== 'object' || value === null) return []
  return [...new Set(Object.values(value).flatMap(namesIn))]
}

/**
 * The value with parameters in their places. A text that is one place and nothing else becomes the parameter's list
 * where it has one, and spreads in a list; inside a longer text several values are told apart by commas.
 */
export function fill(
  value: unknown,
  parameters: Parameters,
): { readonly value: unknown; readonly unfilled: readonly UnfilledPlace[] } {
  const unfilled: UnfilledPlace[] = []
  const given = (name: string, path: KeyPath): ParameterValue => {
    if (Object.hasOwn(parameters, name)) return parameters[name]?.value ?? ''
    unfilled.push({ path, name })
    return ''
  }
  const inside = (written: unknown, path: KeyPath): unknown => {
    if (typeof written === 'string') return fillText(written, (name) => given(name, path))
    if (Array.isArray(written)) {
      return written.flatMap((item: unknown, index) => {
        const filled = inside(item, [...path, index])
        return typeof item === 'string' ? filled : [filled]
      })
    }
    if (typeof written !== 'object' || written === null) return written
    return Object.fromEntries(Object.entries(written).map(([key, item]) => [key, inside(item, [...path, key])]))
  }
  return { value: inside(value, []), unfilled }
}

function fillText(written: string, given: (name: string) => ParameterValue): ParameterValue {
  const [, whole, form] = WHOLE.exec(written) ?? []
  if (whole !== undefined) {
    const value = given(whole)
    const isList = typeof value !== 'string' && form !== 'pattern' && form !== 'glob' && form !== 'first'
    return isList ? value.map((one) => inForm([one], form as Form)) : inForm(listed(value), form as Form)
  }
  return written.replace(PLACE, (place, name: string, form: Form) =>
    place.startsWith('$$') ? place.slice(1) : inForm(listed(given(name)), form),
  )
}

function listed(value: ParameterValue): readonly string[] {
  return typeof value === 'string' ? [value] : value
}

function inForm(values: readonly string[], form: Form): string {
  switch (form) {
    case 'pattern':
      return `(?:${values.map((value) => value.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')).join('|')})`
    case 'folder':
      return braced(values.map((value) => value.replaceAll('.', '/')))
    case 'glob':
      return braced(values)
    case 'first':
      return values[0] ?? ''
    case undefined:
      return values.join(', ')
  }
}

function braced(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `{${values.join(',')}}`
}
