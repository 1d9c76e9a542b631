import { isDeepStrictEqual } from 'node:util'
import { UsageFailure } from '#data/model/failures.ts'
import type { Method } from './method.ts'

/** What is written at one place of a scorecard; undefined takes the key away. */
export interface ScorecardChange {
  readonly path: readonly string[]
  readonly value: unknown
}

type Yaml = typeof import('yaml')

/**
 * Changes a scorecard as its author would: the lines that change, and no others. Where the text cannot be cut so (an
 * inline mapping, say), the document is written anew, with its comments and order.
 */
export async function editScorecard(text: string, changes: readonly ScorecardChange[]): Promise<string> {
  const yaml = await import('yaml')
  return changes.reduce((edited, change) => editOnce(yaml, edited, change), text)
}

function editOnce(yaml: Yaml, text: string, change: ScorecardChange): string {
  const document = yaml.parseDocument(text)
  if (document.errors.length > 0)
    throw new UsageFailure('scorecard-invalid', 'a scorecard that is not YAML stays as it is.')
  if (change.value === undefined && !document.hasIn(change.path)) return text
  if (change.value === undefined) document.deleteIn(change.path)
  else document.setIn(change.path, document.createNode(change.value))
  const spliced = splice(yaml, text, change)
  if (spliced !== undefined && isSame(yaml, spliced, document.toJS())) return spliced
  return document.toString({ lineWidth: 0 })
}

function isSame(yaml: Yaml, text: string, value: unknown): boolean {
  const document = yaml.parseDocument(text)
  return document.errors.length === 0 && isDeepStrictEqual(document.toJS(), value)
}

/** The text with the lines of one key put in, exchanged or taken out; undefined where it cannot be told which they are. */
function splice(yaml: Yaml, text: string, { path, value }: ScorecardChange): string | undefined {
  const [key, ...rest] = path
  if (key === undefined) return undefined
  let map: unknown = yaml.parseDocument(text).contents
  let name = key
  let below = rest
  while (yaml.isMap(map) && below.length > 0) {
    const inner = map.get(name, true)
    if (!yaml.isMap(inner) || inner.items.length === 0) break
    map = inner
    const [next = '', ...others] = below
    name = next
    below = others
  }
  if (!yaml.isMap(map) || map.flow === true) return undefined
  const indent = indentOf(text, map.range?.[0] ?? 0)
  const pair = map.items.find((item) => yaml.isScalar(item.key) && item.key.value === name)
  if (value === undefined) return pair === undefined ? text : withoutPair(text, rangeOf(yaml, pair))
  const nested = below.reduceRight<unknown>((inner, part) => ({ [part]: inner }), value)
  const lines = rendered(yaml, { name, value: nested, indent, text })
  if (pair === undefined) {
    const last = map.items.at(-1)
    const range = last === undefined ? undefined : rangeOf(yaml, last)
    return range && insertAfterLine(text, { offset: range[1], lines })
  }
  const range = rangeOf(yaml, pair)
  if (range === undefined) return undefined
  const end = trimmedEnd(text, range[1])
  return `${text.slice(0, range[0])}${lines.trimStart().trimEnd()}${text.slice(end)}`
}

/** From the first character of the key to the last of the value. */
function rangeOf(yaml: Yaml, pair: { readonly key: unknown; readonly value: unknown }): [number, number] | undefined {
  if (!yaml.isNode(pair.key) || !pair.key.range) return undefined
  const end = yaml.isNode(pair.value) && pair.value.range ? pair.value.range[1] : pair.key.range[1] + 1
  return [pair.key.range[0], Math.max(end, pair.key.range[1] + 1)]
}

function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length
}

function indentOf(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
}

function rendered(
  yaml: Yaml,
  { name, value, indent, text }: { name: string; value: unknown; indent: string; text: string },
): string {
  const lines = yaml
    .stringify({ [name]: value }, { lineWidth: 0 })
    .trimEnd()
    .split('\n')
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  return lines.map((line) => `${indent}${line}${newline}`).join('')
}

function insertAfterLine(text: string, { offset, lines }: { offset: number; lines: string }): string {
  const end = text.indexOf('\n', trimmedEnd(text, offset))
  return end === -1 ? `${text}\n${lines}` : `${text.slice(0, end + 1)}${lines}${text.slice(end + 1)}`
}

function withoutPair(text: string, range: [number, number] | undefined): string | undefined {
  if (range === undefined) return undefined
  const start = text.lastIndexOf('\n', range[0] - 1) + 1
  const end = text.indexOf('\n', trimmedEnd(text, range[1]))
  return `${text.slice(0, start)}${end === -1 ? '' : text.slice(end + 1)}`
}

/** A new scorecard as text: what it is about, where it comes from, then its fields in the order given. */
export async function newScorecard(
  { activity: id, ...fields }: { readonly activity: string } & Readonly<Record<string, unknown>>,
  { method, language }: { readonly method: Method; readonly language: 'fr' | 'en' },
): Promise<string> {
  const { stringify } = await import('yaml')
  const { handbook } = method
  const activity = method.activities.find((one) => one.id === id)
  const title = activity === undefined ? id : `${id} · ${activity.title[language]}`
  const address = activity === undefined ? handbook.url : `${handbook.activityUrl}${activity.slug}`
  const head = [title, address, handbook.attribution[language]].map((line) => `# ${line}\n`).join('')
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  return `${head}${stringify({ activity: id, handbook: handbook.version, ...given }, { lineWidth: 0 })}`
}
