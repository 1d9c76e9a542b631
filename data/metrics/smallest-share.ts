/**
 * The smallest number of parts that make a share of their sum, the largest first; 0 when there is nothing. CHAOSS calls
 * it the contributor absence factor where parts are people, the elephant factor where they are organisations.
 */
export function smallestShare(parts: readonly number[], share: number): number {
  const total = parts.reduce((sum, part) => sum + part, 0)
  let reached = 0
  let count = 0
  for (const part of [...parts].sort((a, b) => b - a)) {
    if (total === 0 || reached >= total * share) break
    reached += part
    count += 1
  }
  return count
}
