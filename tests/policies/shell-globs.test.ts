import { describe, expect, it } from 'vitest'
import { areLiteral, compileShellGlobs } from '#policies/shell-globs.ts'

const TREE = [
  'README.md',
  'foo.md',
  'foobar.md',
  'b1.txt',
  'bx.txt',
  '.hid',
  '.github/a.yml',
  'a/x.js',
  'a/.hid/z.js',
  'lib/.bin/e.js',
  'lib/w.js',
]
const met = (globs: readonly string[], ignoresCase = false) => TREE.filter(compileShellGlobs(globs, { ignoresCase }))

describe('globs of a shell', () => {
  it.each([
    [['*.md'], ['README.md', 'foo.md', 'foobar.md']],
    [['**/*.js'], ['a/x.js', 'lib/w.js']],
    [
      ['**/.hid/*', '.*'],
      ['.hid', 'a/.hid/z.js'],
    ],
    [['.github/**'], ['.github/a.yml']],
    [['@(foo|README).md'], ['README.md', 'foo.md']],
    [['+(foo|bar).md'], ['foo.md', 'foobar.md']],
    [
      ['?(foo)bar.md', '*(b)?.txt'],
      ['foobar.md', 'b1.txt', 'bx.txt'],
    ],
    [['!(foo)*.md'], ['README.md']],
    [['*.!(md|js)'], ['b1.txt', 'bx.txt']],
    [['b[0-9].txt'], ['b1.txt']],
    [['b[!0-9].txt'], ['bx.txt']],
    [['./a/**'], ['a/x.js']],
    [['/*.md', 'a//x.js'], []],
  ])('%j', (globs, expected) => {
    expect(met(globs)).toEqual(expected)
  })

  it('take away from what stands before them alone, hidden names and folders too', () => {
    expect(met(['**/*.js', '!lib/**'])).toEqual(['a/x.js'])
    expect(met(['!lib/**', '**/*.js'])).toEqual(['a/x.js', 'lib/w.js'])
    expect(met(['lib/.bin/*', '!lib/**'])).toEqual([])
    expect(compileShellGlobs(['*', '!lib/**'])('lib')).toBe(false)
  })

  it('ask for a folder by a slash at the end', () => {
    const matches = compileShellGlobs(['l*/'])
    expect([matches('lib/'), matches('lib'), compileShellGlobs(['*'])('lib/')]).toEqual([true, false, false])
  })

  it('leave case alone or not, but never in what they take away', () => {
    expect(met(['readme*'], true)).toEqual(['README.md'])
    expect(met(['readme*', '!readme*'], true)).toEqual(['README.md'])
  })

  it.each(['{1..3}', '@(a', '!(a)!(b)'])('refuse %s, which they do not understand', (glob) => {
    expect(() => compileShellGlobs([glob])).toThrow(SyntaxError)
  })

  it('are literal, or mean more than one path', () => {
    expect([['a', '{b/}c', './d'], ['a', 'b*'], ['[ab]'], ['{a,b}'], ['+(a)']].map(areLiteral)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ])
  })
})
