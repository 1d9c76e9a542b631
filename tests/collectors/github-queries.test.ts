import { NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql'
import { beforeAll, describe, expect, it } from 'vitest'
import { NESTED_PER_POINT, operation } from '#collectors/github/operation.ts'
import { PAGED_QUERIES, QUERIES } from '#collectors/github/queries/all.ts'
import { costOf } from '../github/graphql/cost.ts'
import { githubSchema } from '../github/graphql/schema.ts'
import { createValidator } from '../github/graphql/validation.ts'

beforeAll(() => void githubSchema())

/** How many ids a call about many carries at most. */
const IDS: Record<string, number> = { 'repository-details': 37, 'change-request-probe': 100, 'issue-probe': 100 }
/** What a call may cost that is not one point. */
const POINTS: Record<string, number> = { 'repository-list': 2 }

function problemsOf(query: string): readonly string[] {
  return validate(githubSchema(), parse(query), [...specifiedRules, NoDeprecatedCustomRule]).map(
    ({ message }) => message,
  )
}

function pointsOf(query: string, variables: Record<string, unknown>): number {
  const checked = createValidator(githubSchema())(query)
  if (!('ok' in checked)) throw new Error('not valid')
  return costOf(githubSchema(), checked.ok, variables).points
}

describe.each(QUERIES.map((query) => [query.name, query] as const))('the query %s', (name, { query, pageSize }) => {
  it('is valid on the published schema and asks for nothing deprecated', () => {
    expect(problemsOf(query)).toEqual([])
  })

  it('costs what it may at its page size', () => {
    const ids = Array.from({ length: IDS[name] ?? 1 }, (_, index) => `R_${index}`)
    expect(pointsOf(query, { id: 'R_1', org: 'town', prefix: 'refs/tags/', isNarrow: false, ids, pageSize })).toBe(
      POINTS[name] ?? 1,
    )
  })

  it('asks for its price, and has a name of its own', () => {
    expect(query).toContain('rateLimit { cost }')
    expect([...QUERIES, ...PAGED_QUERIES].filter((other) => other.name === name)).toHaveLength(1)
  })
})

const GIVEN = { id: 'N_1', direction: 'ASC', withFiles: true, withResponses: true, login: 'a', query: 'author:a' }

describe.each(PAGED_QUERIES.map((query) => [query.name, query] as const))('the pages of %s', (name, asked) => {
  const { connections, mostPages, mostRows, rowsOfCall } = asked

  it.each([1, 2, mostPages])('are asked for by a valid text, %i at once', (pages) => {
    expect(problemsOf(asked.query(pages))).toEqual([])
    expect(asked.query(pages)).toContain('rateLimit { cost }')
  })

  /** Variables of `pages` pages of so many rows each. */
  const variables = (rows: readonly number[]) =>
    Object.fromEntries(
      rows.flatMap((first, page) =>
        Object.entries({ ...GIVEN, first }).map(([key, value]) => [`${key}${page}`, value]),
      ),
    )

  it('cost one point, as many rows as a call may have in one page and in many', () => {
    const most = connections === 0 ? mostRows : Math.min(mostRows, Math.floor(NESTED_PER_POINT / connections))
    expect(pointsOf(asked.query(1), variables([most]))).toBe(1)
    const pages = Math.min(mostPages, Math.floor((NESTED_PER_POINT + 1) / (1 + connections)), rowsOfCall)
    expect(pointsOf(asked.query(pages), variables(Array.from({ length: pages }, () => 1)))).toBe(1)
  })

  it('have a name of their own', () => {
    expect([...QUERIES, ...PAGED_QUERIES].filter((other) => other.name === name)).toHaveLength(1)
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
