import { describe, expect, it } from 'vitest'
import { git, write } from '../collectors/git-scratch.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const LENIENT =
  'id: lenient\ntitle: L\npolicy: { title: P, url: https://city.example/p }\nextends: [open-source]\nrules: { OSS-02: off }\n'
const tree = () =>
  temporaryFolder({ 'parvis.yaml': 'packs: [./lenient]\n', 'lenient/pack.yaml': LENIENT, 'a.txt': 'x' })
const lint = (cwd: string, env: Readonly<Record<string, string>>, ...more: readonly string[]) =>
  runParvis(['lint', '--format', 'json', ...more], { cwd, env })

describe('nobody waives himself', () => {
  it('at one’s own desk the configuration of the tree counts', async () => {
    const { out, err } = await lint(tree(), {})
    expect(out).not.toContain('OSS-02')
    expect(err).not.toContain('not used')
    expect(err).toContain('parvis.yaml, which lies in the judged tree itself')
  })

  it('in the build of a change request what the tree brings does not count, and that is said', async () => {
    const { out, err } = await lint(tree(), { GITHUB_BASE_REF: 'develop' })
    expect(out).toContain('OSS-02')
    expect(err).toContain('parvis.yaml lies in the judged repository: not used')
  })

  it('there a configuration that is named counts', async () => {
    const { out } = await lint(tree(), { GITHUB_BASE_REF: 'develop' }, '--config', 'parvis.yaml')
    expect(out).not.toContain('OSS-02')
  })

  it.each([
    ['a pack', ['--pack', './lenient'], '--pack names'],
    ['a baseline', ['--baseline', 'parvis.yaml'], '--baseline names'],
    ['the name of another', ['--as', 'city/other'], '--as says city/other, but this is a build of city/clock'],
  ])('there the tree does not bring %s', async (_what, more, message) => {
    const { err, code } = await lint(tree(), { GITHUB_BASE_REF: 'develop', GITHUB_REPOSITORY: 'city/clock' }, ...more)
    expect(err).toContain(message)
    expect(code).toBe(2)
  })

  it('there the parvis.yaml of the target branch judges, where it was fetched', async () => {
    const folder = tree()
    git(folder, 'init', '-q', '-b', 'develop')
    git(folder, 'add', '-A')
    git(folder, 'commit', '-qm', 'Begin')
    git(folder, 'update-ref', 'refs/remotes/origin/develop', 'HEAD')
    write(folder, { 'parvis.yaml': 'packs: [publiccode]\n', 'lenient/pack.yaml': 'id: broken' })
    const { out, err } = await lint(folder, { GITHUB_BASE_REF: 'develop' })
    expect(err).toContain('judged by the parvis.yaml of origin/develop')
    expect(out).toContain('OSS-01')
    expect(out).not.toContain('OSS-02')
  })

  it('there a pack from beside the tree judges, and the name of the repository itself is its name', async () => {
    const { out } = await lint(
      tree(),
      { GITHUB_BASE_REF: 'develop', GITHUB_REPOSITORY: 'city/clock' },
      ...['--pack', `${tree()}/lenient`, '--as', 'City/Clock'],
    )
    expect(out).toContain('"schemaVersion"')
    expect(out).not.toContain('OSS-02')
  })
})
