import { describe, expect, it } from 'vitest'
import { openYamlTree } from '#data/facts/yaml-tree.ts'

function problems(text: string) {
  const opened = openYamlTree(Buffer.from(text))
  return opened.ok ? [] : opened.problems.map(({ code, line, column }) => [code, line, column].join(' '))
}

function value(text: string): unknown {
  const opened = openYamlTree(Buffer.from(text))
  return opened.ok ? opened.tree.document.toJS({ maxAliasCount: -1 }) : opened.problems
}

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

describe('a YAML file', () => {
  it('is read once for the same bytes', () => {
    const content = Buffer.from('a: 1')
    expect(openYamlTree(content)).toBe(openYamlTree(content))
  })

  it('says where a key is repeated, those of merges left alone', () => {
    expect(problems('a: 1\nb: {c: 1, d: 1, c: 2}\na: 2\n')).toEqual(['yaml-malformed 2 17', 'yaml-malformed 3 1'])
    expect(value('x: &x {a: 1}\ny: &y {b: 2}\nz:\n  <<: *x\n  <<: *y\n')).toMatchObject({ z: { a: 1, b: 2 } })
    expect(problems("1: a\n'1': b\n")).toEqual([])
  })

  it('may hold as many keys as anybody writes', () => {
    expect(problems(many(60_000, (index) => `key${index}: ${index}\n`))).toEqual([])
  })

  it.each([
    ['more than its parser takes in a second or two', many(200_000, (index) => `a${index}: 1\n`), 'too-large'],
    ['aliases without number', `a: &a 1\n${many(2000, () => '- *a\n').replace(/^/, 'b:\n')}`, 'too-large'],
    [
      'aliases of aliases',
      `a0: &a0 [1]\n${many(20, (n) => `a${n + 1}: &a${n + 1} [${many(9, () => `*a${n}, `)}]\n`)}`,
      'too-large',
    ],
    ['maps that are keys of maps', '? '.repeat(400), 'too-deep'],
    ['brackets without end', '['.repeat(100_000), 'too-deep'],
    ['zeros', '\0a: 1', 'not-text'],
  ])('that holds %s gives a reason instead', (_what, text, code) => {
    expect(problems(text).map((problem) => problem.trim().split(' ')[0])).toEqual([code])
  })

  it.each([
    ['bad escapes', `a: "${'\\x'.repeat(200_000)}`],
    ['signs out of place', 'a: }'.repeat(200_000)],
    ['aliases of nothing', '- *a\n'.repeat(50_000)],
  ])('full of %s is given up after a few', (_what, text) => {
    expect(problems(text).length).toBeGreaterThan(0)
    expect(problems(text).length).toBeLessThanOrEqual(25)
  })

  it('does not name itself, nor what stands further down', () => {
    expect(problems('a: &a [*a]')).toEqual(['yaml-malformed 1 8'])
    expect(problems('a: *b\nb: &b 1')).toEqual(['yaml-malformed 1 4'])
  })

  it('takes an alias for the last value of that name before it', () => {
    expect(value('- &a 1\n- *a\n- &a 2\n- *a\n')).toEqual([1, 1, 2, 2])
    const opened = openYamlTree(Buffer.from('- &a {b: 1}\n- *a\n'))
    if (!opened.ok) throw new Error('expected a document')
    expect(String(opened.tree.resolved(opened.tree.document.getIn([1], true)))).toBe('{"b":1}')
  })

  it('holds one document', () => {
    expect(problems('a: 1\n---\nb: 1\n')).toEqual(['yaml-malformed 2 1'])
  })
})
