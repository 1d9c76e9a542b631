import { describe, expect, it } from 'vitest'
import { runParvis } from './run-parvis.ts'
import { temporaryFolder } from './temporary-folder.ts'

const rule = (type: string, options: object, more: object = {}) => ({
  level: 'error',
  rule: { type, options },
  ...more,
})
const ruleset = (rules: object, more: object = {}) =>
  JSON.stringify({ version: 2, axioms: { packagers: 'packager', licensee: 'license' }, rules, ...more })

const RULES = {
  'readme-there': rule('file-existence', { globsAny: ['README*'], nocase: true }),
  'no-binaries': rule('file-type-exclusion', { type: ['**/*.exe'] }),
  'says-license': rule('file-contents', { globsAll: ['README*'], content: 'licen[cs]e', flags: 'i' }),
  headed: rule(
    'file-starts-with',
    { globsAll: ['src/*'], lineCount: 2, patterns: ['Copyright'] },
    { level: 'warning' },
  ),
  'npm-only': rule('file-existence', { globsAny: ['npm-only'] }, { where: ['packager=npm'] }),
  gone: rule('file-existence', { globsAny: ['x'] }, { level: 'off' }),
}

const outcomes = (json: string) => {
  const [subject] = (
    JSON.parse(json) as { subjects: { findings: { messageId: string; severity: string; outcome: string }[] }[] }
  ).subjects
  return subject?.findings.map(({ messageId, severity }) => `${messageId} ${severity}`)
}

describe('parvis import repolinter', () => {
  it('writes a pack that judges as the ruleset did', async () => {
    const cwd = temporaryFolder({
      'rules.json': ruleset(RULES),
      'tree/readme.md': 'Our LICENCE: none.\n',
      'tree/a/b.exe': 'x',
      'tree/src/a.ts': '// x\n// y\n// Copyright\n',
    })
    const { code, err } = await runParvis(['import', 'repolinter', 'rules.json', '--out', 'ours.yaml'], { cwd })
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('ours.yaml: written') })
    const judged = await runParvis(['lint', 'tree', '--pack', './ours.yaml', '--format', 'json'], { cwd })
    expect(outcomes(judged.out)).toEqual(['shell-files/present error', 'shell-files/lacking warning'])
  })

  it('judges by hashes, schemas, licences and paths as the ruleset did, and says what goes otherwise', async () => {
    const rules = {
      same: rule('file-hash', { globsAny: ['a.txt'], algorithm: 'md5', hash: 'f97c5d29941bfb1b2fdab0874906ab82' }),
      refused: rule('file-hashes-not-exist', {
        globsAll: ['*'],
        algorithm: 'md5',
        hashes: ['f97c5d29941bfb1b2fdab0874906ab82'],
      }),
      shaped: rule('json-schema-passes', { glob: 'a.json', schema: { required: ['name'] } }),
      notice: rule('apache-notice', {}),
      badge: rule('best-practices-badge-present', {}),
      known: rule('license-detectable-by-licensee', {}),
      kept: rule('git-working-tree', {}),
      docs: rule('file-existence', { globsAny: ['docs'], nocase: true }),
      asApache: rule('file-existence', { globsAny: ['NOTICE'] }, { where: ['license=Apache-2.0'] }),
      any: rule('file-existence', { globsAny: ['NOTICE'] }, { where: ['license=*', 'packager=npm'] }),
      headed: rule('file-starts-with', {
        ...{ globsAll: ['**/*.txt'], lineCount: 1, patterns: ['x'], 'skip-binary-files': true },
        'skip-paths-matching': { patterns: ['^a'], extensions: ['md'] },
      }),
      one: rule('any-file-contents', { globsAll: ['*.txt', '*.json'], content: 'name' }),
    }
    const cwd = temporaryFolder({
      'rules.json': ruleset(rules),
      'tree/a.txt': 'one',
      'tree/a.json': '{}',
      'tree/docs/b.txt': 'y\n',
    })
    const { err } = await runParvis(['import', 'repolinter', 'rules.json', '--out', 'ours.yaml'], { cwd })
    expect(err).toMatch(/judged otherwise: rule "headed": with "skip-binary-files"/u)
    const judged = await runParvis(['lint', 'tree', '--pack', './ours.yaml', '--format', 'json'], { cwd })
    expect(outcomes(judged.out)?.map((one) => one.split(' ')[0])).toEqual([
      ...['file-hash/refused', 'data-schema/broken', 'shell-files/none', 'shell-files/none'],
      ...['license-recognised/missing', 'under-git/not', 'shell-files/lacking', 'shell-files/lacking'],
      ...['shell-files/lacking'],
    ])
  })

  it('merges what a ruleset inherits, in YAML and in the older form', async () => {
    const cwd = temporaryFolder({
      'base.yaml':
        'version: 2\nrules:\n  a: { level: error, rule: { type: file-existence, options: { globsAny: [a, b] } } }\n',
      'rules.json': ruleset({ a: { level: 'warning' } }, { extends: './base.yaml' }),
      'old.json': JSON.stringify({ rules: { all: { 'readme:file-existence': ['error', { files: ['README*'] }] } } }),
    })
    expect((await runParvis(['import', 'repolinter', 'rules.json'], { cwd })).out).toMatch(
      /- a\n\s+- b\n[\s\S]*severity: warning/u,
    )
    expect((await runParvis(['import', 'repolinter', 'old.json'], { cwd })).out).toMatch(/id: imported\/readme\n/u)
  })

  it('names each piece that has no place in a pack', async () => {
    const strange = {
      log: rule('git-grep-log', { denylist: ['x'] }),
      odd: rule('file-grows', {}),
      ahead: rule('file-contents', { globsAll: ['*'], content: '(?=a)' }),
      row: rule('file-existence', { globsAny: ['{1..3}'] }),
      remote: rule('json-schema-passes', { glob: 'a.json', schema: { $ref: 'https://city.example/schema' } }),
      level: rule('best-practices-badge-present', { minPercentage: 100 }),
      nowhere: rule('file-existence', { globsAny: ['a'] }, { where: ['license=MIT'] }),
      cobol: rule('file-existence', { globsAny: ['a'] }, { where: ['language=cobol'] }),
      few: rule('file-existence', { globsAny: ['a'] }, { where: ['contributors>3'] }),
      fixed: rule('file-existence', { globsAny: ['a'] }, { fix: { type: 'file-create' } }),
    }
    const cwd = temporaryFolder({
      'rules.json': ruleset(strange, {
        axioms: { linguist: 'language', 'contributor-count': 'contributors' },
        extends: 'https://city.example/rules.json',
      }),
    })
    const { code, out, err } = await runParvis(['import', 'repolinter', 'rules.json'], { cwd })
    expect(code).toBe(0)
    const named = [
      ['https://city.example/rules.json', 'only files are read'],
      ['axiom "contributors"', 'contributor-count'],
      ['"log" (git-grep-log)', 'messages of all commits'],
      ['"odd" (file-grows)', 'no such rule'],
      ['"ahead"', 'no lookahead'],
      ['"row"', '{1..3}'],
      ['"remote"', 'leads out'],
      ['"level"', 'minPercentage'],
      ['"nowhere"', 'names no axiom'],
      ['"cobol"', 'language=cobol'],
      ['"few"', 'contributors>3'],
      ['"fixed"', 'its fix is left out'],
    ] as const
    for (const [piece, reason] of named) {
      const line = err.split('\n').find((one) => one.includes(piece))
      expect(line).toContain(reason)
      expect(out).toContain(`# N${line?.slice(1)}`)
    }
    expect(out.match(/code: RL-/gu)).toHaveLength(1)
  })

  it.each([
    ['a file that is not there', {}, 'there is no ruleset'],
    ['a file that is none', { 'rules.json': '[1' }, 'neither JSON nor YAML'],
    ['a circle', { 'rules.json': '{"extends":"./b.json"}', 'b.json': '{"extends":"./rules.json"}' }, 'in a circle'],
  ])('refuses %s', async (_name, files, expected) => {
    const { code, err } = await runParvis(['import', 'repolinter', 'rules.json'], { cwd: temporaryFolder(files) })
    expect(code).toBe(2)
    expect(err).toContain(expected)
  })
})
