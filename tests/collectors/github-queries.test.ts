import { NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { NESTED_PER_POINT, operation } from '#collectors/github/operation.ts'
import { QUERIES } from '#collectors/github/queries/all.ts'
import { costOf } from '../github/graphql/cost.ts'
import { githubSchema } from '../github/graphql/schema.ts'
import { createValidator } from '../github/graphql/validation.ts'

beforeAll(() => void githubSchema())

/** How many ids a call about many carries at most. */
const IDS: Record<string, number> = {
  'repository-details': 29,
  'change-request-probe': 100,
  'issue-probe': 100,
  'change-request-tails': 10,
  'issue-tails': 74,
}

describe.each(QUERIES.map((query) => [query.name, query] as const))('the query %s', (name, { query, pageSize }) => {
  it('is valid on the published schema and asks for nothing deprecated', () => {
    const errors = validate(githubSchema(), parse(query), [...specifiedRules, NoDeprecatedCustomRule])
    expect(errors.map((error) => error.message)).toEqual([])
  })

  it('costs one point at its page size', () => {
    const checked = createValidator(githubSchema())(query)
    if (!('ok' in checked)) throw new Error('not valid')
    const ids = Array.from({ length: IDS[name] ?? 1 }, (_, index) => `R_${index}`)
    const variables = {
      id: 'R_1',
      org: 'town',
      prefix: 'refs/tags/',
      direction: 'ASC',
      head: 'a'.repeat(40),
      ids,
      pageSize,
    }
    expect(costOf(githubSchema(), checked.ok, variables).points).toBe(1)
  })

  it('asks for its price, and has a name of its own', () => {
    expect(query).toContain('rateLimit { cost }')
    expect(QUERIES.filter((other) => other.name === name)).toHaveLength(1)
  })
})

describe('a page size', () => {
  it.each([
    [0, 100],
    [1, 100],
    [2, 74],
    [3, 49],
    [5, 29],
  ])('with %i connections in each row is %i rows, the most that one point buys', (connections, rows) => {
    const { pageSize } = operation({ name: 'x', version: 1, query: '', connections })
    expect(pageSize).toBe(rows)
    expect(pageSize * connections).toBeLessThanOrEqual(NESTED_PER_POINT)
  })
})
