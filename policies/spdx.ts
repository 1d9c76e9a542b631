import type { SpdxExpression } from '#data/facts/shapes/spdx.ts'

type SpdxLicense = Extract<SpdxExpression, { license: string }>

/** Every licence that an expression names. */
export function licensesOf(expression: SpdxExpression): readonly SpdxLicense[] {
  if ('license' in expression) return [expression]
  return [...licensesOf(expression.left), ...licensesOf(expression.right)]
}

/** Whether a user may keep to allowed licences: all parts of an `AND`, one branch of an `OR`. */
export function isWithin(expression: SpdxExpression, isAllowed: (license: SpdxLicense) => boolean): boolean {
  if ('license' in expression) return isAllowed(expression)
  const sides = [expression.left, expression.right]
  const holds = (side: SpdxExpression) => isWithin(side, isAllowed)
  return expression.join === 'and' ? sides.every(holds) : sides.some(holds)
}
