import { describe, expect, it } from 'vitest'
import { compileGlobs } from '#data/facts/glob.ts'

const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['pom.xml', ['pom.xml'], ['a/pom.xml', 'pomxml', 'pom.xml.bak']],
  ['**/pom.xml', ['pom.xml', 'a/pom.xml', 'a/b/pom.xml'], ['a/xpom.xml', 'pom.xml/a']],
  ['**/*.java', ['A.java', 'a/b/A.b.java', 'a/.java'], ['A.javax', 'A.java/b', 'A', 'a.java/A']],
  ['**/*.d.ts', ['a.d.ts', 'b/.d.ts'], ['a.ts', 'd.ts/a']],
  ['**/target/**', ['target/a', 'a/target/b/c'], ['target', 'a/target', 'targets/a', 'a.target/b']],
  ['**/{target,*.class}', ['target', 'a/target', 'a/b.class'], ['target/a', 'class']],
  ['*.md', ['a.md', '.md', '.a.md'], ['a/b.md', 'a.mdx']],
  ['src/**', ['src/a', 'src/a/b'], ['src', 'srcs/a']],
  ['src/**/*.java', ['src/A.java', 'src/a/b/A.java'], ['A.java', 'src/A.javax', 'test/src/A.java']],
  [
    '**/business/**/*DAO.java',
    ['business/ADAO.java', 'a/business/b/c/ADAO.java'],
    ['business/ADAOs.java', 'a/ADAO.java'],
  ],
  [
    'webapp/*/admin/?.jsp',
    ['webapp/x/admin/a.jsp'],
    ['webapp/admin/a.jsp', 'webapp/x/admin/ab.jsp', 'webapp/x/y/admin/a.jsp'],
  ],
  ['{README,readme}{,.fr}.{md,adoc}', ['README.md', 'readme.fr.adoc'], ['README.en.md', 'README']],
  ['a{b,c{d,e}}f', ['abf', 'acdf', 'acef'], ['acf', 'af']],
  ['.github/**/*.{yml,yaml}', ['.github/workflows/ci.yml'], ['github/ci.yml']],
  ['a**b', ['ab', 'axxb'], ['a/b']],
  ['./a/*', ['a/b'], ['b/a']],
  ['[ab].txt', ['[ab].txt'], ['a.txt']],
  ['a{b', ['a{b'], ['ab']],
  ['{one}', ['{one}'], ['one']],
  ['**', ['a', 'a/b/c'], []],
  ['**/**/a', ['a', 'x/y/a'], ['a/b']],
]

describe('A glob', () => {
  for (const [glob, matching, others] of table) {
    it(`${glob} matches ${matching[0]}`, () => {
      const matches = compileGlobs([glob])
      expect(matching.filter((path) => !matches(path))).toEqual([])
      expect(others.filter(matches)).toEqual([])
    })
  }

  it('matches when any of several does, and nothing when there are none', () => {
    expect(compileGlobs(['a', '*.b'])('x.b')).toBe(true)
    expect(compileGlobs([])('x')).toBe(false)
  })

  it('made to hang a regular expression ends', () => {
    const name = 'a'.repeat(5000)
    expect(compileGlobs([`${'*a'.repeat(50)}*b`])(name)).toBe(false)
    expect(compileGlobs([`${'**/a/'.repeat(50)}b`])(`${'a/'.repeat(2000)}c`)).toBe(false)
  })

  it('with more alternatives than anybody writes is refused', () => {
    expect(() => compileGlobs(['{a,b}'.repeat(30)])).toThrow(/alternatives/)
  })
})
