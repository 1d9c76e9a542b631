import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownPack } from './own-pack.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const TREE = { 'a.tmp': '', 'notes/Odd.md': '', 'CHANGELOG.md': '# Changes\n' }

/** A checkout with two findings, and what lints it. */
function checkout(files: Readonly<Record<string, string>> = {}) {
  const cwd = temporaryFolder({ ...ownPack(), ...TREE, ...files })
  const lint = (...args: readonly string[]) =>
    runParvis(['lint', '.', '--pack', 'pack', '--lang', 'en', '--fail-on', 'info', ...args], { cwd })
  const baseline = () => readFileSync(join(cwd, 'known.json'), 'utf8')
  return { cwd, lint, baseline }
}

describe('--write-baseline', () => {
  it('writes what is found today as known, so that the same run is clean', async () => {
    const { lint, baseline } = checkout()
    expect((await lint()).code).toBe(1)
    const written = await lint('--write-baseline', 'known.json')
    expect(written).toMatchObject({ code: 0, err: expect.stringContaining('known.json') })
    expect(JSON.parse(baseline())).toEqual({
      schemaVersion: 1,
      findings: [
        { code: 'OUR-01', path: 'a.tmp', fingerprint: expect.stringMatching(/^[\da-f]{64}$/) },
        { code: 'OUR-02', path: 'notes/Odd.md', fingerprint: expect.any(String) },
      ],
    })
    expect((await lint('--baseline', 'known.json')).code).toBe(0)
  })

  it('writes the same bytes again, a finding a line, in whatever order they were found', async () => {
    const { lint, baseline } = checkout({ 'notes/B.md': '', 'notes/A.md': '' })
    await lint('--write-baseline', 'known.json')
    const first = baseline()
    await lint('--write-baseline', 'known.json', '--baseline', 'known.json')
    expect(baseline()).toBe(first)
    const paths = [...first.matchAll(/"path":"([^"]+)"/g)].map(([, path]) => path)
    expect(paths).toEqual(['a.tmp', 'notes/A.md', 'notes/B.md', 'notes/Odd.md'])
  })

  it('leaves no draft beside the file, and says so when it cannot write', async () => {
    const { cwd, lint } = checkout()
    await lint('--write-baseline', 'known.json')
    expect(readdirSync(cwd).filter((name) => name.startsWith('known'))).toEqual(['known.json'])
    expect(await lint('--write-baseline', 'gone/known.json')).toMatchObject({
      code: 2,
      err: expect.stringContaining('cannot be written'),
    })
  })

  it('leaves waived findings to their waivers', async () => {
    const more = 'waivers: [{ rule: OUR-01, subject: ville/*, reason: R, until: 2027-01-01, approvedBy: Office }]\n'
    const { lint, baseline } = checkout(ownPack({ more }))
    await lint('--as', 'ville/one', '--write-baseline', 'known.json')
    expect(baseline()).not.toContain('OUR-01')
    expect(baseline()).toContain('"subject":"ville/one"')
  })
})

describe('--baseline', () => {
  it('counts only what is new, and says how many are known', async () => {
    const { cwd, lint } = checkout()
    await lint('--write-baseline', 'known.json')
    writeFileSync(join(cwd, 'notes/New.md'), '')
    const ran = await lint('--baseline', 'known.json')
    expect(ran.code).toBe(1)
    expect(ran.out).toContain('notes/New.md')
    expect(ran.out).not.toContain('notes/Odd.md')
    expect(ran.out).toContain('1 to correct · 1 accepted')
    expect(ran.out).toContain('2 findings known from known.json')
  })

  it('names the entries whose finding is gone', async () => {
    const { cwd, lint } = checkout()
    await lint('--write-baseline', 'known.json')
    rmSync(join(cwd, 'a.tmp'))
    const ran = await lint('--baseline', 'known.json')
    expect(ran.code).toBe(0)
    expect(ran.out).toMatch(/1 entry of known\.json can be removed[^\n]*\n {2}OUR-01 {2}a\.tmp\n/)
  })

  it('does not take for mended what was not checked this time, and keeps it when written anew', async () => {
    const { cwd, lint, baseline } = checkout()
    const inFull = ['--as', 'ville/Odd-Name'] as const
    await lint(...inFull, '--write-baseline', 'known.json')
    expect(baseline()).toContain('OUR-04')
    rmSync(join(cwd, 'a.tmp'))
    const nameless = await lint('--baseline', 'known.json', '--write-baseline', 'known.json')
    expect(nameless.code).toBe(0)
    expect(baseline()).toContain('OUR-04')
    expect(baseline()).not.toContain('OUR-01')
  })

  it('tells repositories apart that share a finding', async () => {
    const cwd = temporaryFolder({ ...ownPack(), 'one/a.tmp': '', 'two/a.tmp': '' })
    const lint = (path: string, ...args: readonly string[]) =>
      runParvis(['lint', path, '--as', `ville/${path}`, '--pack', 'pack', ...args], { cwd })
    await lint('one', '--write-baseline', 'known.json')
    expect((await lint('one', '--baseline', 'known.json')).code).toBe(0)
    expect((await lint('two', '--baseline', 'known.json')).code).toBe(1)
  })

  it('is never read from the judged tree unless it is named', async () => {
    const { lint } = checkout()
    await lint('--write-baseline', 'known.json')
    expect((await lint()).code).toBe(1)
  })
})

describe('a baseline that is none', () => {
  it.each([
    ['a file that is not there', undefined, 'there is no baseline at known.json'],
    ['an empty file', '', 'known.json:1:1: this is not JSON'],
    ['a comma too many', '{\n  "schemaVersion": 1,\n  "findings": [],\n}\n', 'known.json:4:1: this is not JSON'],
    ['a file cut short', '{\n  "schemaVersion": 1,\n  "findings": [', 'known.json:3:16: this is not JSON'],
    [
      'a fingerprint that is none',
      '{\n  "schemaVersion": 1,\n  "findings": [\n    {"code":"A-01","fingerprint":"abc"}\n  ]\n}\n',
      'known.json:4:34: expected a fingerprint',
    ],
    ['another version', '{ "schemaVersion": 2, "findings": [] }', 'known.json:1:20: expected 1'],
    ['a misspelt key', '{ "schemaVersion": 1, "finding": [] }', 'Did you mean "findings"?'],
    ['a list', '[]', 'known.json:1:1: expected a mapping'],
  ])('%s is said with its place', async (_what, content, said) => {
    const { lint } = checkout(content === undefined ? {} : { 'known.json': content })
    const ran = await lint('--baseline', 'known.json')
    expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining(said) })
    expect(ran.err).not.toMatch(/\bat .*\.ts:/)
  })
})
