import type { PartialError } from '../transport.ts'

/**
 * A copy of `data` in which each field that an error names is left out, so that "could not be read" is `undefined`
 * where "there is none" is `null`. An element of a list stays `null`: its place matters. `rateLimit` goes as well.
 */
export function withoutUnread(data: unknown, errors: readonly PartialError[]): unknown {
  if (!isObject(data)) return data
  const { rateLimit: _price, ...rest } = data
  return errors.reduce<unknown>((value, error) => leaveOut(value, error.path), rest)
}

/**
 * A row without the fields that an error names, or names something in: what is left of such a list would pass for all
 * of it. `depth` is the length of the path to the row.
 */
export function withoutTorn<Row extends object>(
  row: Row,
  errors: readonly PartialError[],
  depth: number,
): Partial<Row> {
  const torn = new Set(errors.map(({ path }) => path[depth]))
  if (torn.size === 0) return row
  // What is left out is left out by name.
  return Object.fromEntries(Object.entries(row).filter(([name]) => !torn.has(name))) as Partial<Row>
}

function leaveOut(value: unknown, path: readonly (string | number)[]): unknown {
  const [step, ...below] = path
  if (step === undefined || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value))
    return value.map((element: unknown, index) => (index === step ? leaveOut(element, below) : element))
  const child = (value as Record<string, unknown>)[step]
  if (child !== null) return { ...value, [step]: leaveOut(child, below) }
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== String(step)))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
