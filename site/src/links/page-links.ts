/** Pages to offer: the ends, the neighbours, and undefined for each gap. */
export function pageLinks(page: number, pages: number): readonly (number | undefined)[] {
  const shown = new Set([1, pages, page - 1, page, page + 1].filter((number) => number >= 1 && number <= pages))
  const sorted = [...shown].sort((a, b) => a - b)
  return sorted.flatMap((number, index) => {
    const before = sorted[index - 1]
    const gap = before === undefined ? 1 : number - before
    if (gap === 2) return [number - 1, number]
    return gap > 2 ? [undefined, number] : [number]
  })
}
