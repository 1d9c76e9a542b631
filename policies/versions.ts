/**
 * Compares two versions by their numbers alone: qualifiers (`-SNAPSHOT`, `-beta-02`) do not count, missing numbers are
 * zeros. Negative when the first is older.
 */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [numbersOf(one), numbersOf(other)]
  const length = Math.max(left.length, right.length)
  for (let index = 0; index < length; index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function numbersOf(version: string): readonly number[] {
  const [numbers = ''] = /^\d+(?:\.\d+)*/u.exec(version) ?? []
  return numbers.split('.').map(Number)
}
