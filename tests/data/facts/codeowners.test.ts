import { describe, expect, it } from 'vitest'
import { factOf } from './extract.ts'

describe('CODEOWNERS', () => {
  it('gives patterns and owners, addresses without the address', async () => {
    const { entries, problems } = await factOf(
      'codeowners',
      '# all\n*  @town/maintainers someone@example.org\n\n/docs/a\\ b.md @writer # why\n/free\n',
    )
    expect(problems).toEqual([])
    expect(entries).toEqual([
      {
        pattern: '*',
        owners: [
          { kind: 'team', handle: 'town/maintainers' },
          { kind: 'email', handle: null },
        ],
        line: 2,
      },
      { pattern: '/docs/a\\ b.md', owners: [{ kind: 'user', handle: 'writer' }], line: 4 },
      { pattern: '/free', owners: [], line: 5 },
    ])
  })

  it('tells what the host would pass over', async () => {
    const { problems } = await factOf('codeowners', '!a @x\n[ab].md @x\n* town-maintainers')
    expect(problems).toEqual([
      { code: 'invalid-pattern', text: '!a', line: 1 },
      { code: 'invalid-pattern', text: '[ab].md', line: 2 },
      { code: 'invalid-owner', text: 'town-maintainers', line: 3 },
    ])
  })
})
