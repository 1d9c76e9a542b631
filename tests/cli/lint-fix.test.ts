import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const POM = `<project>
  <parent>
    <groupId>fr.paris.lutece.tools</groupId>
    <artifactId>lutece-global-pom</artifactId>
    <version>8.0.2</version>
  </parent>
  <groupId>fr.paris.lutece.plugins</groupId>
  <artifactId>plugin-belvedere</artifactId>
  <packaging>lutece-plugin</packaging>
  <version>1.2.0-SNAPSHOT</version>
  <repositories>
    <repository>
      <id>old</id>
      <url>http://maven.ville.example/releases</url>
    </repository>
  </repositories>
</project>
`
const DESCRIPTOR = 'webapp/WEB-INF/plugins/belvedere.xml'
const described = (version: string) =>
  `<plug-in>\r\n  <name>belvedere</name>\r\n  <version>${version}</version>\r\n</plug-in>\r\n`

function git(folder: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=contributor-001', '-c', 'user.email=contributor-001@ville.invalid']
  return execFileSync('git', ['-C', folder, '-c', 'core.autocrlf=false', ...who, ...args], { encoding: 'utf8' })
}

/** A committed checkout in which two things can be mended: an address over http and the version of the descriptor. */
function checkout(more: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder({ 'pom.xml': POM, [DESCRIPTOR]: described('1.1.0'), ...more })
  git(folder, 'init', '-q')
  git(folder, 'add', '-A')
  git(folder, 'commit', '-qm', 'Begin')
  return folder
}

const fix = (cwd: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  runParvis(['lint', '.', '--pack', 'lutece', '--lang', 'en', '--fix', ...args], { cwd, env })

const read = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8')

describe('parvis lint --fix', () => {
  it('mends what is certain, shows the difference, and says what remains', async () => {
    const folder = checkout()
    const ran = await fix(folder)
    expect(read(folder, 'pom.xml')).toBe(POM.replace('http://maven', 'https://maven'))
    expect(read(folder, DESCRIPTOR)).toBe(described('1.2.0-SNAPSHOT'))
    expect(ran.out).toContain('-      <url>http://maven.ville.example/releases</url>')
    expect(ran.out).toContain('+      <url>https://maven.ville.example/releases</url>')
    expect(ran.out).toContain('mended: 2 findings, 2 files')
    expect(ran.out).not.toMatch(/^ +error +DESC-04/mu)
    expect(ran.out).toMatch(/^ +error +POM-15/mu)
    expect(ran.code).toBe(1)
  })

  it('changes nothing the second time, and touches no other file', async () => {
    const folder = checkout()
    await fix(folder)
    expect(git(folder, 'diff', '--name-only')).toBe(`pom.xml\n${DESCRIPTOR}\n`)
    expect(git(folder, 'ls-files', '--others')).toBe('')
    git(folder, 'commit', '-qam', 'Mend')
    const again = await fix(folder)
    expect(again.out).toContain('nothing to mend automatically')
    expect(git(folder, 'status', '--porcelain')).toBe('')
  })

  it('keeps line ends and mode, and leaves no draft behind', async () => {
    const folder = checkout()
    chmodSync(join(folder, DESCRIPTOR), 0o750)
    git(folder, 'commit', '-qam', 'Make it a program')
    await fix(folder)
    expect(read(folder, DESCRIPTOR)).toBe(described('1.2.0-SNAPSHOT'))
    expect(statSync(join(folder, DESCRIPTOR)).mode & 0o777).toBe(0o750)
    expect(readdirSync(join(folder, 'webapp/WEB-INF/plugins'))).toEqual(['belvedere.xml'])
  })

  it('writes nothing with --dry-run, nor where CI is set unless told to', async () => {
    const folder = checkout()
    const dry = await fix(folder, ['--dry-run'])
    const onServer = await fix(folder, [], { CI: 'true' })
    for (const ran of [dry, onServer]) {
      expect(ran.out).toContain('+      <url>https://')
      expect(ran.out).toContain('rehearsal')
    }
    expect(git(folder, 'status', '--porcelain')).toBe('')
    await fix(folder, ['--no-dry-run'], { CI: 'true' })
    expect(git(folder, 'status', '--porcelain')).not.toBe('')
  })

  it('leaves a file with uncommitted changes, staged or not, unless forced', async () => {
    const folder = checkout()
    writeFileSync(join(folder, 'pom.xml'), `${POM}<!-- at work -->\n`)
    writeFileSync(join(folder, DESCRIPTOR), described('1.1.1'))
    git(folder, 'add', DESCRIPTOR)
    const ran = await fix(folder)
    expect(ran.out).toContain('uncommitted changes (--force)')
    expect(read(folder, 'pom.xml')).toContain('http://')
    expect(read(folder, DESCRIPTOR)).toBe(described('1.1.1'))
    await fix(folder, ['--force'])
    expect(read(folder, 'pom.xml')).toContain('https://')
    expect(read(folder, DESCRIPTOR)).toBe(described('1.2.0-SNAPSHOT'))
  })

  it('leaves a folder that git does not keep, unless forced', async () => {
    const folder = temporaryFolder({ 'pom.xml': POM })
    await fix(folder)
    expect(read(folder, 'pom.xml')).toBe(POM)
    await fix(folder, ['--force'])
    expect(read(folder, 'pom.xml')).toContain('https://')
  })

  it('follows no link out of the tree', async () => {
    const outside = temporaryFolder({ 'pom.xml': POM, 'plugins/belvedere.xml': described('1.1.0') })
    const folder = temporaryFolder({ 'README.md': '# Links\n' })
    symlinkSync(join(outside, 'pom.xml'), join(folder, 'pom.xml'))
    mkdirSync(join(folder, 'webapp/WEB-INF'), { recursive: true })
    symlinkSync(join(outside, 'plugins'), join(folder, 'webapp/WEB-INF/plugins'))
    await fix(folder, ['--force'])
    expect(read(outside, 'pom.xml')).toBe(POM)
    expect(read(outside, 'plugins/belvedere.xml')).toBe(described('1.1.0'))
    expect(lstatSync(join(folder, 'pom.xml')).isSymbolicLink()).toBe(true)
  })

  it('mends the folder that was named, not its neighbours', async () => {
    const folder = checkout({ 'part/pom.xml': POM })
    const ran = await runParvis(['lint', 'part', '--pack', 'lutece', '--fix'], { cwd: folder })
    expect(ran.err).toBe('')
    expect(git(folder, 'status', '--porcelain').trim()).toBe('M part/pom.xml')
  })

  it('keeps the answer of a program free of differences', async () => {
    const ran = await fix(checkout(), ['--format', 'json'])
    expect(() => JSON.parse(ran.out)).not.toThrow()
    expect(ran.err).toContain('+      <url>https://')
  })

  it('refuses what is no checkout', async () => {
    const folder = checkout()
    git(folder, 'clone', '-q', '--bare', '.', 'bare')
    const ran = await runParvis(['lint', 'bare', '--fix'], { cwd: folder })
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('no checkout') })
  })
})
