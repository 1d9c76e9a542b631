/** Who is next to whom, by number. */
export interface Neighbours {
  readonly size: number
  of(index: number): readonly number[]
}

/** Groups of two and more, and nodes that need themselves; the largest first. */
export function circlesOf(side: Neighbours): readonly (readonly number[])[] {
  return strongGroups(side)
    .filter(([first = -1, another]) => another !== undefined || side.of(first).includes(first))
    .map((group) => [...group].sort((a, b) => a - b))
    .sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}

/** How many others each node reaches. One set of bits for each group: those of the groups behind it are joined into it. */
export function reachCounts(side: Neighbours): Int32Array {
  const groups = strongGroups(side)
  const groupOf = new Int32Array(side.size)
  for (const [place, group] of groups.entries()) for (const node of group) groupOf[node] = place
  const words = Math.ceil(side.size / 32)
  const reached: Uint32Array[] = []
  const counts = new Int32Array(side.size)
  for (const [place, group] of groups.entries()) {
    const bits = new Uint32Array(words)
    for (const node of group) bits[node >> 5] = (bits[node >> 5] ?? 0) | (1 << (node & 31))
    const behind = new Set(group.flatMap((node) => side.of(node).map((next) => groupOf[next] ?? place)))
    for (const other of behind) if (other !== place) join(bits, reached[other])
    reached.push(bits)
    const count = bits.reduce((sum, word) => sum + ones(word), 0) - 1
    for (const node of group) counts[node] = count
  }
  return counts
}

function join(bits: Uint32Array, other: Uint32Array | undefined): void {
  if (other === undefined) return
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] ?? 0) | (other[word] ?? 0)
}

/** How many bits of a word are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * Groups of nodes that all reach each other, a node alone being one; each comes after the groups that it reaches. Tarjan's
 * algorithm without recursion.
 */
function strongGroups(side: Neighbours): readonly (readonly number[])[] {
  const order = new Int32Array(side.size).fill(-1)
  const low = new Int32Array(side.size)
  const isOpen = new Uint8Array(side.size)
  const open: number[] = []
  const groups: number[][] = []
  let count = 0
  const enter = (node: number) => {
    order[node] = count
    low[node] = count
    count += 1
    open.push(node)
    isOpen[node] = 1
  }
  const close = (node: number) => {
    if (low[node] !== order[node]) return
    const group = open.splice(open.lastIndexOf(node))
    for (const member of group) isOpen[member] = 0
    groups.push(group)
  }
  const lower = (node: number, value: number) => {
    low[node] = Math.min(low[node] ?? 0, value)
  }

  for (let root = 0; root < side.size; root++) {
    if (order[root] !== -1) continue
    enter(root)
    const trail = [{ node: root, next: 0 }]
    for (let top = trail.at(-1); top !== undefined; top = trail.at(-1)) {
      const neighbour = side.of(top.node)[top.next++]
      if (neighbour === undefined) {
        trail.pop()
        close(top.node)
        const above = trail.at(-1)
        if (above !== undefined) lower(above.node, low[top.node] ?? 0)
      } else if (order[neighbour] === -1) {
        enter(neighbour)
        trail.push({ node: neighbour, next: 0 })
      } else if (isOpen[neighbour] === 1) lower(top.node, order[neighbour] ?? 0)
    }
  }
  return groups
}
