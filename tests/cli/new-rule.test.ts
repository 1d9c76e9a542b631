import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const make = (cwd: string, id = 'notes/present', code = 'CITY-01') =>
  runParvis(['new', 'rule', id, '--code', code, '--pack', 'rules'], { cwd })
const attempt = (cwd: string) => runParvis(['rules', '--pack', './rules', '--try'], { cwd })

describe('parvis new rule', () => {
  it('writes a rule whose cases hold as it stands, and beside those that are there', async () => {
    const cwd = temporaryFolder()
    expect(await make(cwd)).toMatchObject({ code: 0, out: expect.stringContaining('rules/notes-present.yaml') })
    expect(await make(cwd, 'other/present', 'CITY-02')).toMatchObject({ code: 0 })
    expect(await attempt(cwd)).toMatchObject({ code: 0, out: expect.stringContaining('4 cases hold') })
    expect(readFileSync(join(cwd, 'rules/pack.yaml'), 'utf8')).toMatch(/notes-present\n?.*other-present/su)
  })

  it('tells a case that does not hold', async () => {
    const cwd = temporaryFolder()
    await make(cwd)
    const file = join(cwd, 'rules/notes-present.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace('expect: pass', 'expect: fail'))
    expect(await attempt(cwd)).toMatchObject({
      code: 1,
      out: expect.stringContaining('CITY-01  it is there: expected fail, is pass'),
    })
  })

  it.each([
    ['files that are there', 'notes/present', 'CITY-01', 'is there already'],
    ['an id that is none', 'Notes', 'CITY-02', 'is no id of a rule'],
    ['a code that is none', 'notes/other', 'city', 'is no code of a rule'],
  ])('refuses %s', async (_name, id, code, expected) => {
    const cwd = temporaryFolder()
    await make(cwd)
    const refused = await make(cwd, id, code)
    expect(refused.code).toBe(2)
    expect(refused.err).toContain(expected)
  })
})
