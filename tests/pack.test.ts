import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from './cli/temporary-folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>
}

/** A home that is not there: whoever writes into it is found out. */
const NOWHERE = '/nonexistent/home'

/** A folder elsewhere into which the package was installed: its files, and beside it what it depends on. */
let installed: string
beforeAll(() => {
  installed = mkdtempSync(join(tmpdir(), 'parvis-packed-'))
  const modules = join(installed, 'node_modules')
  const own = join(modules, 'parvis')
  mkdirSync(join(own, 'cli'), { recursive: true })
  run(process.execPath, ['--disable-warning=ExperimentalWarning', '.ci/pack.ts', '--out', join(own, 'dist')], root)
  for (const file of ['package.json', 'cli/parvis.js']) cpSync(join(root, file), join(own, file))
  // Everything but development: a package that only the tests have would be missed by a user.
  for (const name of productionPackages()) {
    mkdirSync(join(modules, name, '..'), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), join(modules, name))
  }
})

afterAll(() => rmSync(installed, { recursive: true, force: true }))

describe('the packed package, installed elsewhere', () => {
  it('lints a checkout from a foreign folder', () => {
    const checkout = temporaryFolder({ 'README.md': '# A documentation\n' })
    const ran = parvis(['lint', checkout, '--format', 'json'], checkout)
    expect(ran.stderr).toBe('')
    expect(JSON.parse(ran.stdout)).toMatchObject({ schemaVersion: 1, subjects: [{ kind: 'other' }] })
  })

  it('keeps the facts of a checkout in the cache folder, trusts no broken one, and answers the same', () => {
    const checkout = temporaryFolder({
      'README.md': '# A documentation\n',
      LICENSE: readFileSync(join(root, 'LICENSE')),
    })
    const lint = () => parvis(['lint', checkout, '--format', 'json'], checkout).stdout
    const first = lint()
    expect(lint()).toBe(first)
    const kept = snapshot(join(installed, 'cache')).map((line) => line.split(' ')[0] ?? '')
    expect(kept).not.toEqual([])
    for (const file of kept) writeFileSync(file, '{"half": ')
    expect(lint()).toBe(first)
    writeFileSync(join(checkout, 'LICENSE'), 'All rights reserved.\n')
    expect(lint()).not.toBe(first)
  })

  it('runs the whole demo and writes nothing into itself', () => {
    const elsewhere = temporaryFolder()
    const before = snapshot(join(installed, 'node_modules/parvis'))
    const ran = parvis(['demo', '--no-serve', '--out', 'city'], elsewhere)
    expect(ran.stderr).toMatch(/1\/3[\s\S]*2\/3[\s\S]*3\/3/)
    expect(ran.status).toBe(0)
    expect(existsSync(join(elsewhere, 'city/site/fr/index.html'))).toBe(true)
    expect(readdirSync(elsewhere)).toEqual(['city'])
    expect(snapshot(join(installed, 'node_modules/parvis'))).toEqual(before)
    expect(existsSync(NOWHERE)).toBe(false)
  })

  it('is refused by an older Node.js with the remedy, before anything is loaded', () => {
    const guard = readFileSync(join(installed, 'node_modules/parvis/cli/parvis.js'), 'utf8')
    const old = `Object.defineProperty(process.versions, 'node', { value: '20.11.0' });${guard.replace(/^#!.*/, '')}`
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', old], { encoding: 'utf8' })
    expect(ran).toMatchObject({ status: 2, stderr: expect.stringContaining('npx -p node@24 -p parvis parvis') })
  })
})

function parvis(args: readonly string[], cwd: string) {
  const guard = join(installed, 'node_modules/parvis/cli/parvis.js')
  return spawnSync(process.execPath, [guard, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C', HOME: NOWHERE, XDG_CACHE_HOME: join(installed, 'cache') },
  })
}

function run(command: string, args: readonly string[], cwd: string): void {
  const ran = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (ran.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${ran.stderr}`)
}

/** Every package that the lock does not mark as needed for development alone. */
function productionPackages(): readonly string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly optional?: boolean }>>
  }
  expect(Object.keys(manifest.dependencies).length).toBeGreaterThan(5)
  return Object.entries(lock.packages)
    .filter(([path, { dev }]) => dev !== true && /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path))
    .map(([path]) => path.slice('node_modules/'.length))
    .filter((name) => existsSync(join(root, 'node_modules', name)))
}

/** Every file of a folder with its size and the time of its last change. */
function snapshot(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`)
    .sort()
}
