import { describe, expect, it } from 'vitest'
import { ownPack } from './own-pack.ts'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

async function codesAt(stages: string, ...args: readonly string[]) {
  const cwd = temporaryFolder(ownPack({ stages }))
  const ran = await runParvis(['lint', '.', '--pack', 'pack', '--all', '--format', 'json', ...args], { cwd })
  const answer = JSON.parse(ran.out) as { subjects: { findings: { code: string }[] }[] }
  return answer.subjects.flatMap(({ findings }) => findings.map(({ code }) => code))
}

describe('parvis lint --stage', () => {
  it('leaves out the rules that belong to other stages', async () => {
    expect(await codesAt(', stages: [release]', '--stage', 'propose')).toEqual(['OUR-01', 'OUR-02', 'OUR-04'])
    expect(await codesAt(', stages: [merge, release]', '--stage', 'merge')).toContain('OUR-03')
  })

  it('asks a rule without stages at each, and without a stage what is not of a release alone', async () => {
    expect(await codesAt('', '--stage', 'release')).toContain('OUR-03')
    expect(await codesAt(', stages: [merge, release]')).toContain('OUR-03')
    expect(await codesAt(', stages: [release]')).not.toContain('OUR-03')
  })

  it('says the nearest stage to a pack that misspells one, with its place', async () => {
    const cwd = temporaryFolder(ownPack({ stages: ', stages: [relase]' }))
    const ran = await runParvis(['lint', '.', '--pack', 'pack'], { cwd })
    expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/names\.yaml:5:\d+: .*Did you mean "release"\?/) })
  })

  it('says so when no rule is left', async () => {
    const more = 'rules: { OUR-01: off, OUR-02: off, OUR-04: off }\n'
    const cwd = temporaryFolder(ownPack({ more, stages: ', stages: [release]' }))
    const ran = await runParvis(['lint', '.', '--pack', 'pack', '--stage', 'propose'], { cwd })
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('no rule of these packs') })
  })

  it('is not kept in the database: one stage is not how a repository stands', async () => {
    const ran = await runParvis(['lint', '.', '--stage', 'merge', '--record'], { cwd: temporaryFolder() })
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('cannot be used with') })
  })
})
