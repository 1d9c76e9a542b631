import { BudgetSpent, stepCounter } from './budget.ts'
import { openDataDocument } from './data-document.ts'
import { cut } from './decode.ts'
import { defineExtractor } from './extractor.ts'
import { compileJsonPath } from './json-path.ts'
import type { FoundValue, FoundValues, QueryOptions } from './shapes/found-values.ts'

const MAX_STEPS = 2_000_000
const MAX_VALUES = 1000
const KEPT_LENGTH = 500

/** Values of a JSON or YAML file by JSONPath, with their places in the file. */
export const dataValues = defineExtractor<FoundValues, QueryOptions>({
  id: 'data-values',
  version: 2,
  maxBytes: 1_000_000,
  extract(content, { queries }) {
    const opened = openDataDocument(content)
    if (!opened.ok) return opened
    const { value, locate } = opened.document
    try {
      const found = Object.entries(queries).map(([name, query]) => {
        const step = stepCounter(MAX_STEPS)
        const values: FoundValue[] = []
        for (const node of compileJsonPath(query).lazyQuery(counted(value, step) as never)) {
          step()
          values.push({ ...toValue(node.value), ...locate(node.location) })
          if (values.length >= MAX_VALUES) break
        }
        return [name, values] as const
      })
      return { ok: true, fact: Object.fromEntries(found) }
    } catch (error) {
      const code = error instanceof BudgetSpent ? 'query-too-costly' : 'query-failed'
      return { ok: false, problem: { code, message: error instanceof Error ? error.message : String(error) } }
    }
  },
})

/** The same value, every look into it counted. */
function counted(value: unknown, step: (steps?: number) => void): unknown {
  if (typeof value !== 'object' || value === null) return value
  return new Proxy(value, {
    get(target, key) {
      step()
      return counted(Reflect.get(target, key), step)
    },
    ownKeys(target) {
      const keys = Reflect.ownKeys(target)
      step(keys.length)
      return keys
    },
  })
}

function toValue(value: unknown): Pick<FoundValue, 'text' | 'type'> {
  if (value === null || value === undefined) return { text: null, type: 'null' }
  if (Array.isArray(value)) return { text: null, type: 'list' }
  switch (typeof value) {
    case 'string':
      return { text: cut(value, KEPT_LENGTH), type: 'text' }
    case 'number':
    case 'bigint':
      return { text: String(value), type: 'number' }
    case 'boolean':
      return { text: String(value), type: 'flag' }
    default:
      return { text: null, type: 'mapping' }
  }
}
