import type { SpdxExpression } from '#data/facts/shapes/spdx.ts'

type SpdxLicense = Extract<SpdxExpression, { license: string }>

/** Every licence that an expression names. */
export function licensesOf(expression: SpdxExpression): readonly SpdxLicense[] {
  if ('license' in expression) return [expression]
  return [...licensesOf(expression.left), ...licensesOf(expression.right)]
}
