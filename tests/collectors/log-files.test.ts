import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readLog } from '#collectors/git/log.ts'
import { readLogFiles } from '#collectors/git/log-files.ts'
import { git, repositoryOf } from './git-scratch.ts'

const SECOND = 1_772_000_000

describe('the history of a checkout, read from the files of its .git', () => {
  it('is that of git: merges, commits of one second, clocks that go back, whether loose or in packs upon each other', async () => {
    const folder = repositoryOf({ 'README.md': 'Clock' })
    tell(folder, 120)
    await expectSame(folder)
    git(folder, 'repack', '-adfq', '--depth=50', '--window=50')
    const packed = git(folder, 'verify-pack', '-v', ...packsOf(folder))
    expect(packed).toMatch(/^[0-9a-f]{40} commit \d+ \d+ \d+ [1-9]/m)
    await expectSame(folder)
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Wind the clock\nonce more  \n\nand say so')
    await expectSame(folder)
    git(folder, '-c', 'repack.useDeltaBaseOffset=false', 'repack', '-adfq')
    await expectSame(folder)
    expect(readLogFiles(join(folder, '.git'), git(folder, 'rev-parse', 'HEAD'), 7)).toHaveLength(7)
  })

  it('is left to git where commits stand for others, are kept elsewhere or in another encoding, or are damaged', async () => {
    const folder = repositoryOf({ 'README.md': 'Clock' })
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Second')
    const head = git(folder, 'rev-parse', 'HEAD')
    const read = (place = folder) => readLogFiles(join(place, '.git'), head, 10)
    expect(read()).toHaveLength(2)
    git(folder, 'replace', '--graft', head)
    expect(read()).toBeUndefined()
    expect(await readLog({ directory: folder }, head, join(folder, '.git'))).toHaveLength(1)
    git(folder, 'replace', '-d', head)
    git(folder, 'pack-refs', '--all')
    const shared = join(folder, 'shared')
    git(folder, 'clone', '-q', '--shared', folder, shared)
    expect(read(shared)).toBeUndefined()
    const stored = join(folder, '.git/objects', head.slice(0, 2), head.slice(2))
    execFileSync('chmod', ['u+w', stored])
    writeFileSync(stored, 'damaged')
    expect(read()).toBeUndefined()
  })

  it('of an encoding that is not the usual one is what git makes of it', async () => {
    const folder = repositoryOf({ 'README.md': 'Clock' })
    const message = join(folder, 'message')
    writeFileSync(message, Buffer.from('Remonter la pendule d\xe9j\xe0 us\xe9e', 'latin1'))
    git(folder, '-c', 'i18n.commitEncoding=ISO-8859-1', 'commit', '-q', '--allow-empty', '-F', message)
    const head = git(folder, 'rev-parse', 'HEAD')
    expect(readLogFiles(join(folder, '.git'), head, 10)).toBeUndefined()
    const [newest] = await readLog({ directory: folder }, head, join(folder, '.git'))
    expect(newest?.subject).toBe('Remonter la pendule déjà usée')
  })
})

async function expectSame(folder: string): Promise<void> {
  const head = git(folder, 'rev-parse', 'HEAD')
  expect(readLogFiles(join(folder, '.git'), head, 1000)).toBeDefined()
  const read = await readLog({ directory: folder }, head, join(folder, '.git'))
  expect(read).toEqual(await readLog({ directory: folder }, head))
  expect(read).not.toHaveLength(0)
}

function packsOf(folder: string): readonly string[] {
  return git(folder, 'rev-parse', '--git-path', 'objects/pack')
    .split('\n')
    .flatMap((path) => execFileSync('ls', [join(folder, path)], { encoding: 'utf8' }).split('\n'))
    .filter((name) => name.endsWith('.idx'))
    .map((name) => join(folder, '.git/objects/pack', name))
}

/** A history of its own making, each third commit a merge of what was said some commits before. */
function tell(folder: string, commits: number): void {
  const lines: string[] = []
  for (let number = 1; number <= commits; number++) {
    const at = SECOND + ((number * 7919) % 11 < 4 ? 0 : number * (number % 5 === 0 ? -3 : 2))
    const name = number % 4 === 0 ? 'clock-bot[bot]' : 'Contributor 017'
    const message = `CLOCK-${number} : Wind the clock ${number} times\n${'and tell of it at length, '.repeat(20)}\n\nDetails`
    lines.push(
      ...['commit refs/heads/told', `mark :${number}`],
      `author ${name} <contributor-017@example.org> ${at} +0100`,
      `committer ${name} <contributor-017@example.org> ${at} +0100`,
      ...[`data ${Buffer.byteLength(message)}`, message],
      ...(number > 1 ? [`from :${number - (number % 7 === 0 ? 2 : 1)}`] : []),
      ...(number > 9 && number % 3 === 0 ? [`merge :${number - 8}`] : []),
      '',
    )
  }
  execFileSync('git', ['fast-import', '--quiet', '--force'], { cwd: folder, input: lines.join('\n') })
  git(folder, 'checkout', '-q', 'told')
}
