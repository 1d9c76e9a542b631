/** A seeded source of chance: the same seed gives the same world on every machine. */
export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number
  /** An integer between both bounds, which are included. */
  readonly integer: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** An independent source, so that one part of a world does not shift with another's size. */
  readonly fork: (label: string) => Random
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

export function seededRandom(seed: number | string): Random {
  const origin = hash(String(seed))
  let state = origin
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => {
      const chosen = list[Math.floor(next() * list.length)]
      if (chosen === undefined) throw new Error('Nothing to pick from')
      return chosen
    },
    fork: (label) => seededRandom(`${origin}/${label}`),
  }
}

/** Shares a total over `parts` by Zipf's law: the first gets most, sums are exact, late parts may get nothing. */
export function zipfShares(total: number, parts: number): number[] {
  const weights = Array.from({ length: parts }, (_, i) => 1 / (i + 1))
  const sum = weights.reduce((a, b) => a + b, 0)
  let carried = 0
  let given = 0
  return weights.map((weight) => {
    carried += (weight / sum) * total
    const share = Math.round(carried) - given
    given += share
    return share
  })
}
