import { createRequire } from 'node:module'
import type { JSONPathEnvironment, JSONPathQuery } from 'json-p3'
import { linearPattern, type Pattern } from './linear-pattern.ts'

const load = createRequire(import.meta.url)
let environment: JSONPathEnvironment | undefined

/** A query of RFC 9535, whose `match` and `search` cannot hang. Throws a `SyntaxError` for what is none. */
export function compileJsonPath(source: string): JSONPathQuery {
  environment ??= makeEnvironment()
  try {
    return environment.compile(source)
  } catch (error) {
    throw new SyntaxError(`it is no JSONPath (RFC 9535): ${error instanceof Error ? error.message : String(error)}`)
  }
}

function makeEnvironment(): JSONPathEnvironment {
  const p3 = load('json-p3') as typeof import('json-p3')
  const made = new p3.jsonpath.JSONPathEnvironment()
  const patterns = new Map<string, Pattern | null>()
  const test = (source: string, text: unknown): boolean => {
    if (!patterns.has(source)) patterns.set(source, tried(source))
    return typeof text === 'string' && patterns.get(source)?.test(text) === true
  }
  for (const [name, wrap] of [
    ['match', (source: string) => `^(?:${source})$`],
    ['search', (source: string) => source],
  ] as const) {
    const known = made.functionRegister.get(name)
    if (known === undefined) throw new Error(`JSONPath has no function "${name}".`)
    const { argTypes, returnType } = known
    const call = (text: unknown, source: unknown) => typeof source === 'string' && test(wrap(source), text)
    made.functionRegister.set(name, { argTypes, returnType, call })
  }
  return made
}

/** Null for a pattern that is none: by the RFC such a filter meets nothing. */
function tried(source: string): Pattern | null {
  try {
    return linearPattern(source)
  } catch {
    return null
  }
}
