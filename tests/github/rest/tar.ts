/** An entry of a tar archive; `type` is the flag on the wire (0 file, 2 link, 5 folder, g global header). */
export interface TarEntry {
  readonly path: string
  readonly mode: number
  readonly mtime: number
  readonly type: '0' | '2' | '5' | 'g' | 'x'
  readonly link?: string
  readonly body?: Buffer
}

export const tarEnd = Buffer.alloc(1024)

const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`

/** Header and body in blocks of 512 bytes; a path or link too long for the header goes before it in a pax header. */
export function tarEntry(entry: TarEntry): Buffer {
  const long = [
    ...(Buffer.byteLength(entry.path) > 100 ? [paxRecord('path', entry.path)] : []),
    ...(Buffer.byteLength(entry.link ?? '') > 100 ? [paxRecord('linkpath', entry.link ?? '')] : []),
  ]
  const pax =
    long.length === 0 ? [] : [tarEntry({ ...entry, path: 'PaxHeader', link: '', type: 'x', body: Buffer.concat(long) })]
  const body = entry.body ?? Buffer.alloc(0)
  const padding = Buffer.alloc((512 - (body.length % 512)) % 512)
  return Buffer.concat([...pax, header(entry, body.length), body, padding])
}

function header(entry: TarEntry, size: number): Buffer {
  const out = Buffer.alloc(512)
  Buffer.from(entry.path).copy(out, 0, 0, 100)
  out.write(octal(entry.mode, 8), 100)
  out.write(octal(0, 8), 108)
  out.write(octal(0, 8), 116)
  out.write(octal(size, 12), 124)
  out.write(octal(entry.mtime, 12), 136)
  out.write('        ', 148)
  out.write(entry.type, 156)
  Buffer.from(entry.link ?? '').copy(out, 157, 0, 100)
  out.write('ustar\x0000', 257)
  out.write('root', 265)
  out.write('root', 297)
  const sum = out.reduce((total, byte) => total + byte, 0)
  out.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return out
}

/** `<length> key=value\n`, where the length counts itself. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  let length = rest + String(rest).length
  if (String(length).length > String(rest).length) length = rest + String(length).length
  return Buffer.from(`${length} ${key}=${value}\n`)
}
