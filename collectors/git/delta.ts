/**
 * What a delta of git's makes of its base: pieces copied from there, and new ones. Undefined for a delta of another
 * base, one that does not read as expected, or makes more than `largest` bytes.
 */
export function applyDelta(base: Buffer, delta: Buffer, largest: number): Buffer | undefined {
  const from = readSize(delta, 0)
  const to = readSize(delta, from.end)
  if (from.size !== base.byteLength || to.size > largest) return undefined
  const made = Buffer.alloc(to.size)
  let written = 0
  let at = to.end
  while (at < delta.byteLength) {
    const command = delta.readUInt8(at++)
    if (command === 0) return undefined
    if ((command & 0x80) === 0) {
      if (at + command > delta.byteLength || written + command > to.size) return undefined
      written += delta.copy(made, written, at, at + command)
      at += command
      continue
    }
    const numbers = [0, 0, 0, 0, 0, 0, 0]
    for (let bit = 0; bit < numbers.length; bit++)
      if ((command & (1 << bit)) !== 0) numbers[bit] = delta.readUInt8(at++)
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = numbers
    const offset = a + b * 0x100 + c * 0x10000 + d * 0x1000000
    const length = e + f * 0x100 + g * 0x10000 || 0x10000
    if (offset + length > base.byteLength || written + length > to.size) return undefined
    written += base.copy(made, written, offset, offset + length)
  }
  return written === to.size ? made : undefined
}

/** Seven bits in each byte, the lowest first. */
function readSize(delta: Buffer, start: number): { readonly size: number; readonly end: number } {
  let size = 0
  let at = start
  for (let unit = 1; ; unit *= 128) {
    const byte = delta.readUInt8(at++)
    size += (byte & 0x7f) * unit
    if ((byte & 0x80) === 0) return { size, end: at }
  }
}
