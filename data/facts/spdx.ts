import parse from 'spdx-expression-parse'
import deprecated from 'spdx-license-ids/deprecated.json' with { type: 'json' }
import { cut } from './decode.ts'
import type { SpdxExpression, SpdxReading } from './shapes/spdx.ts'

/** Longer ones are no expression of anybody, and would nest without end. */
const MAX_LENGTH = 1000
const DEPRECATED: ReadonlySet<string> = new Set(deprecated)

/** `LicenseRef-…` counts as an id of one's own. */
export function readSpdx(written: string): SpdxReading {
  const text = written.trim()
  const expression = text.length > MAX_LENGTH ? null : attempt(text)
  const ids = expression === null ? [] : idsOf(expression)
  return { text: cut(text, 200), expression, deprecated: ids.filter((id) => DEPRECATED.has(id)) }
}

/** Every licence that an expression names, each once. */
function idsOf(expression: SpdxExpression): readonly string[] {
  if ('license' in expression) return [expression.license]
  return [...new Set([...idsOf(expression.left), ...idsOf(expression.right)])]
}

function attempt(text: string): SpdxExpression | null {
  try {
    return shaped(parse(text))
  } catch {
    return null
  }
}

function shaped(info: parse.Info): SpdxExpression {
  if ('conjunction' in info) return { join: info.conjunction, left: shaped(info.left), right: shaped(info.right) }
  return { license: info.license, orLater: info.plus === true, exception: info.exception ?? null }
}
