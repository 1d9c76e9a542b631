import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { describe, expect, it } from 'vitest'
import { LARGEST_FILE_BYTES, unpackTarball } from '#collectors/transport/unpack.ts'
import { blobOid } from '#data/model/oid.ts'

type Entry = Parameters<ReturnType<typeof pack>['entry']>[0] & { readonly body?: string | Buffer }

async function tarball(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack()
  for (const { body = '', ...header } of entries) tar.entry(header, body)
  tar.finalize()
  const chunks: Uint8Array[] = []
  for await (const chunk of tar as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return gzipSync(Buffer.concat(chunks))
}

describe('a tarball', () => {
  it('gives files without their top folder, in order, with git ids and modes', async () => {
    const files = await unpackTarball(
      await tarball([
        { name: 'town-plugin-1a2b/run.sh', mode: 0o755, body: '#!/bin/sh\n' },
        { name: 'town-plugin-1a2b/pom.xml', mode: 0o644, body: '<project/>\n' },
      ]),
    )
    expect(files.map(({ path, mode }) => [path, mode])).toEqual([
      ['pom.xml', '100644'],
      ['run.sh', '100755'],
    ])
    expect(files[0]?.oid).toBe(blobOid(Buffer.from('<project/>\n')))
  })

  it.each(['top/../../etc/passwd', 'top/./x', '/top/x', 'top//x', 'x'])('leaves out the name %s', async (name) => {
    expect(await unpackTarball(await tarball([{ name, body: 'x' }]))).toEqual([])
  })

  it('names links without following them, and leaves out folders', async () => {
    const entries: Entry[] = [
      { name: 'top/link', type: 'symlink', linkname: '/etc/passwd' },
      { name: 'top/folder/', type: 'directory' },
    ]
    expect(await unpackTarball(await tarball(entries))).toEqual([
      { path: 'link', mode: '120000', oid: blobOid(Buffer.from('/etc/passwd')), size: 11, content: null },
    ])
  })

  it('keeps the id but not the bytes of what is no text, or too long', async () => {
    const long = 'x'.repeat(LARGEST_FILE_BYTES + 1)
    const files = await unpackTarball(
      await tarball([
        { name: 'top/long.txt', body: long },
        { name: 'top/picture', body: Buffer.from([1, 0, 2]) },
      ]),
    )
    expect(files.map(({ content }) => content)).toEqual([null, null])
    expect(files[0]?.oid).toBe(blobOid(Buffer.from(long)))
  })

  it('that is cut short throws', async () => {
    const whole = await tarball([{ name: 'top/a', body: 'a'.repeat(5000) }])
    await expect(unpackTarball(whole.subarray(0, whole.length - 20))).rejects.toThrow()
  })
})
