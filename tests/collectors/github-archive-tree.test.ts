import { chmodSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { treeOidOf } from '#collectors/github/tree-oid.ts'
import { unpackTarball } from '#collectors/transport/unpack.ts'
import { git, repositoryOf } from './git-scratch.ts'

/** The tree as git names it, and as it is worked out from git's own archive. */
async function bothWays(folder: string): Promise<{ readonly named: string; readonly workedOut: string }> {
  const file = join(folder, 'archive.tar')
  git(folder, 'archive', '--format=tar', '--prefix=top/', '-o', file, 'HEAD')
  const files = await unpackTarball(gzipSync(readFileSync(file)))
  return { named: git(folder, 'rev-parse', 'HEAD^{tree}'), workedOut: treeOidOf(files) }
}

describe('the tree of an archive', () => {
  it('is the one that git names, whatever the names, modes and links in it', async () => {
    const folder = repositoryOf({
      'a.txt': 'between the folder and its slash\n',
      'a/b': 'in a folder\n',
      'a-b': 'before the folder\n',
      'src/java/Épée.java': 'class X {}\n',
      'logo.png': Buffer.from([137, 80, 78, 71, 0]),
      empty: '',
    })
    chmodSync(join(folder, 'a-b'), 0o755)
    symlinkSync('src/java', join(folder, 'link'))
    git(folder, 'add', '--all')
    git(folder, 'commit', '-q', '-m', 'Modes and links')
    const { named, workedOut } = await bothWays(folder)
    expect(workedOut).toBe(named)
  })

  it('of nothing is that of an empty repository', async () => {
    const { named, workedOut } = await bothWays(repositoryOf({}))
    expect(workedOut).toBe(named)
  })

  it.each([
    ['leaves files out', 'secret.txt export-ignore\n'],
    ['rewrites files', '*.txt text eol=crlf\n'],
    ['fills in names', '*.txt export-subst\n'],
  ])('that %s is another', async (_what, attributes) => {
    const folder = repositoryOf({ '.gitattributes': attributes, 'secret.txt': '$Format:%H$\n' })
    const { named, workedOut } = await bothWays(folder)
    expect(workedOut).not.toBe(named)
  })
})
