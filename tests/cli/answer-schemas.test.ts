import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { complaints } from './json-schema.ts'
import { ownPack } from './own-pack.ts'
import { runParvis } from './run-parvis.ts'
import { schemaOf } from './schema-of.ts'
import { temporaryFolder } from './temporary-folder.ts'

const TREE = { 'a.tmp': '', 'notes/Odd.md': '', 'README.md': '# A documentation\n' }

async function lintAnswer(args: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const cwd = temporaryFolder({ ...ownPack(), ...TREE, ...files })
  const ran = await runParvis(['lint', '.', '--format', 'json', ...args], { cwd })
  return JSON.parse(ran.out) as { subjects: { findings: unknown[] }[]; asOf: string }
}

describe('the published schema of the lint answer', () => {
  const schema = schemaOf('lint')

  it('holds for findings, unknown outcomes, and what --all adds', async () => {
    const answer = await lintAnswer(['--all', '--pack', 'pack', '--pack', 'open-source', '--pack', 'lutece'])
    expect(answer.subjects[0]?.findings.length).toBeGreaterThan(10)
    expect(complaints(answer, schema)).toEqual([])
  })

  it('holds for waivers that end soon, which the text tells too', async () => {
    const waiver = `waivers: [{ rule: OUR-01, subject: ville/*, reason: R, until: 2026-12-01, approvedBy: Office }]\n`
    const files = ownPack({ more: waiver })
    const answer = await lintAnswer(['--pack', 'pack', '--as', 'ville/one'], files)
    expect(answer).toMatchObject({ waiversEnding: [{ rule: 'OUR-01', until: '2026-12-01' }] })
    expect(complaints(answer, schema)).toEqual([])
    const args = ['lint', '--pack', 'pack', '--as', 'ville/one', '--lang', 'en']
    const { out } = await runParvis(args, { cwd: temporaryFolder(files) })
    expect(out).toContain('1 exception ends within 30 days:\n  2026-12-01  OUR-01  ville/*  R (Office)')
  })

  it('holds for waivers', async () => {
    const waiver = `waivers: [{ rule: OUR-01, subject: ville/*, reason: R, until: 2027-01-01, approvedBy: Office }]\n`
    const answer = await lintAnswer(['--pack', 'pack', '--as', 'ville/one'], ownPack({ more: waiver }))
    expect(JSON.stringify(answer)).toContain('"until":"2027-01-01"')
    expect(complaints(answer, schema)).toEqual([])
  })

  it('holds beside a baseline', async () => {
    const answer = await lintAnswer(['--pack', 'pack', '--write-baseline', 'known.json'])
    expect(answer).toMatchObject({ baseline: { file: 'known.json', known: 3, removable: [] } })
    expect(complaints(answer, schema)).toEqual([])
  })

  it('does not hold for an answer that lost a key or gained one', async () => {
    const { asOf: _lost, ...without } = await lintAnswer(['--pack', 'pack'])
    expect(complaints({ ...without, more: 1 }, schema)).toEqual(['$: no asOf', '$: more is not foreseen'])
  })
})

describe('the published schema of the collect answer', () => {
  it('holds for a run that went well and for one that did not', async () => {
    const cwd = temporaryFolder({
      'parvis.yaml':
        'organisations: [{ name: maison-bleue }]\nclones: [{ path: clone, repository: maison-bleue/one }]\n',
    })
    execFileSync('git', ['init', '-q', 'clone'], { cwd })
    const env = { PARVIS_SECRET: 'sixteen characters' }
    const ran = await runParvis(['collect', '--format', 'json', '--quiet'], { cwd, env })
    const answer = JSON.parse(ran.out) as { runs: { status: string; problems: unknown[] }[] }
    expect(new Set(answer.runs.map(({ status }) => status))).toEqual(new Set(['skipped', 'complete']))
    expect(answer.runs.some(({ problems }) => problems.length > 0)).toBe(true)
    expect(complaints(answer, schemaOf('collect'))).toEqual([])
  })
})
