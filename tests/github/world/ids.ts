import type { World } from './model.ts'

/** First database ids by kind. Change requests and issues start beyond 31 bits, as they do on the live service. */
const first: Record<string, number> = {
  account: 9_000_000,
  organisation: 40_000_000,
  repository: 500_000_000,
  release: 150_000_000,
  item: 2_900_000_000,
  comment: 1_700_000_000,
  review: 1_900_000_000,
  ruleset: 3_000_000,
}

/** The next database id of a kind. */
export function nextId(world: World, kind: string): number {
  const id = (world.counters[kind] ?? first[kind] ?? 1_000) + 1
  world.counters[kind] = id
  return id
}

/** A node id as GitHub writes it: a prefix, then msgpack `[0, part...]` in URL-safe base64. */
export function nodeId(prefix: string, ...parts: (number | string)[]): string {
  const bytes = [Buffer.from([0x91 + parts.length, 0]), ...parts.map(pack)]
  return `${prefix}_${Buffer.concat(bytes).toString('base64url')}`
}

/** The two shapes of msgpack that ids and cursors need. */
export function pack(part: number | string): Buffer {
  if (typeof part === 'number') {
    const wide = part > 0xffffffff
    const out = Buffer.alloc(wide ? 9 : 5)
    out[0] = wide ? 0xcf : 0xce
    if (wide) out.writeBigUInt64BE(BigInt(part), 1)
    else out.writeUInt32BE(part, 1)
    return out
  }
  const bytes = Buffer.from(part)
  const head = bytes.length < 32 ? [0xa0 | bytes.length] : [0xd9, bytes.length]
  return Buffer.concat([Buffer.from(head), bytes])
}
