/**
 * Names of a path against a pattern in which `**` stands for any number of folders. Greedy, with one way back (to the
 * last `**`), which is all that is needed as every name is judged alone: time is proportional to path times pattern.
 */
export function matchesStarred<Part>(
  pattern: readonly (Part | '**')[],
  { names, matches }: { readonly names: readonly string[]; readonly matches: (part: Part, name: string) => boolean },
): boolean {
  let p = 0
  let s = 0
  let starP = -1
  let starS = 0
  while (s < names.length) {
    const part = pattern[p]
    if (part === '**') {
      // At the end it stands for what is in a folder, so for one name at least.
      if (p === pattern.length - 1) return true
      starP = p++
      starS = s
    } else if (part !== undefined && matches(part, names[s] ?? '')) {
      p++
      s++
    } else if (starP !== -1) {
      p = starP + 1
      s = ++starS
    } else return false
  }
  return p === pattern.length
}
