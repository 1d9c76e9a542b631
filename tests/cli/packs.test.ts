// biome-ignore-all lint/suspicious/noTemplateCurlyInString: places for parameters are what packs are written with.
import { describe, expect, it } from 'vitest'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const pack = (id: string, more = '') =>
  `id: ${id}\ntitle: ${id}\npolicy: { title: P, url: https://city.example/p }\n${more}`
const rule = (code: string, id: string, glob: string) => `families:
  - id: ${id}
    title: ${id}
    rules:
      - id: ${id}/absent
        code: ${code}
        title: Absent
        question: Absent?
        check: file-absent
        options: { paths: ["${glob}"] }
        severity: error
        effort: minutes
        prose: { why: Because., fix: Delete it. }
`

const codes = (json: string) =>
  (JSON.parse(json) as { rules: { code: string; severity: string }[] }).rules.map(
    (one) => `${one.code} ${one.severity}`,
  )

describe('the packs of a configuration', () => {
  it('are built in, files, folders and installed packages, that extend each other', async () => {
    const cwd = temporaryFolder({
      'parvis.yaml': 'packs: [./city]\n',
      'city/pack.yaml': pack(
        'city',
        'extends: [../shared.yaml, "@league/rules", open-source]\nrules: { SHA-01: info }\n',
      ),
      'shared.yaml': pack('shared', rule('SHA-01', 'shared', '*.tmp')),
      'node_modules/@league/rules/pack.yaml': pack('league', `extends: [./more]\n${rule('LEA-01', 'league', '*.bak')}`),
      'node_modules/@league/rules/package.json': '{"main": "boom.js"}',
      'node_modules/@league/rules/boom.js': 'throw new Error("loaded")',
      'node_modules/@league/rules/more/pack.yaml': pack('more', rule('MOR-01', 'more', '*.old')),
    })
    const { code, out } = await runParvis(['rules', '--format', 'json'], { cwd })
    expect(code).toBe(0)
    expect(codes(out)).toEqual(expect.arrayContaining(['SHA-01 info', 'LEA-01 error', 'MOR-01 error', 'OSS-02 error']))
  })

  it.each([
    [
      'a pack that nobody has',
      { 'city/pack.yaml': pack('city', 'extends: [leage]\n') },
      /city\/pack\.yaml:4:11: there is no pack "leage"/u,
    ],
    [
      'a circle',
      { 'city/pack.yaml': pack('city', 'extends: [../b]\n'), 'b/pack.yaml': pack('b', 'extends: [../city]\n') },
      /b\/pack\.yaml:4:11: packs extend each other in a circle: city → b → city/u,
    ],
  ])('are refused for %s', async (_name, files, expected) => {
    const { code, err } = await runParvis(['rules'], {
      cwd: temporaryFolder({ 'parvis.yaml': 'packs: [./city]\n', ...files }),
    })
    expect(code).toBe(2)
    expect(err).toMatch(expected)
  })
})

describe('the parameters of a configuration', () => {
  const files = (parameters: string) => ({
    'parvis.yaml': `packs: [./city]\nparameters:\n  ${parameters}\n`,
    'city/pack.yaml': pack(
      'city',
      `parameters: { leftovers: { title: Leftovers, value: ["*.tmp"] } }\n${rule('CIT-01', 'city', '*.x').replace('["*.x"]', '"${leftovers}"')}`,
    ),
    'tree/a.old': '',
  })

  it('go into the rules', async () => {
    const { code, out } = await runParvis(['lint', 'tree'], { cwd: temporaryFolder(files('leftovers: ["*.old"]')) })
    expect(out).toContain('a.old')
    expect(code).toBe(1)
  })

  it('are refused by line when no pack has them', async () => {
    const { code, err } = await runParvis(['lint', 'tree'], { cwd: temporaryFolder(files('leftover: ["*.old"]')) })
    expect(code).toBe(2)
    expect(err).toMatch(/parvis\.yaml:3:3: no pack has a parameter "leftover"\. Did you mean "leftovers"\?/u)
  })
})
