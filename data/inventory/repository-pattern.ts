/**
 * Whether a pattern of a register fits a repository: `*` stands for anything, an owner alone for all that is its, and the
 * case does not count.
 */
export function matchesPattern(pattern: string, repository: string): boolean {
  const whole = pattern.includes('/') ? pattern : `${pattern}/*`
  const parts = whole.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'iu').test(repository)
}

/** Whether any of them fits. */
export function isAmong(repository: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesPattern(pattern, repository))
}
