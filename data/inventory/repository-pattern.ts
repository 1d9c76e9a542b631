/** Whether a pattern of a register fits a repository: `*` stands for anything, and the case does not count. */
export function matchesPattern(pattern: string, repository: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/gu, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'iu').test(repository)
}

/** Whether any of them fits; an owner alone stands for all that is its. */
export function isAmong(repository: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesPattern(pattern.includes('/') ? pattern : `${pattern}/*`, repository))
}
