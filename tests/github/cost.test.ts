import { describe, expect, it } from 'vitest'
import { costOf } from './graphql/cost.ts'
import { githubSchema } from './graphql/schema.ts'
import { createValidator } from './graphql/validation.ts'
import { queries } from './queries.ts'

const schema = githubSchema()
const validate = createValidator(schema)

function cost(query: string, variables: Record<string, unknown> = {}) {
  const checked = validate(query)
  if ('errors' in checked) throw new Error(JSON.stringify(checked.errors))
  return costOf(schema, checked.ok, variables)
}

const ids = (count: number) => ({ ids: Array.from({ length: count }, (_, i) => `id-${i}`) })

describe('the cost of a query', () => {
  it("is 51 points for the documentation's example of issues and labels", () => {
    const query = `query { viewer { login repositories(first: 100) { edges { node { id
      issues(first: 50) { edges { node { id labels(first: 60) { edges { node { id name } } } } } } } } } } }`
    expect(cost(query)).toMatchObject({ connections: 5101, points: 51 })
  })

  it("counts 22,060 nodes in the documentation's example", () => {
    const query = `query { viewer {
      repositories(first: 50) { edges { repository: node { name
        pullRequests(first: 20) { edges { pullRequest: node { title comments(first: 10) { edges { comment: node { bodyHTML } } } } } }
        issues(first: 20) { totalCount edges { issue: node { title bodyHTML comments(first: 10) { edges { comment: node { bodyHTML } } } } } }
      } } }
      followers(first: 10) { edges { follower: node { login } } } } }`
    expect(cost(query).nodeCount).toBe(22_060)
  })

  it.each([
    ['inventory', { org: 'o', pageSize: 100 }, 1201, 12],
    ['inventory', { org: 'o', pageSize: 12 }, 145, 1],
    ['governance', ids(25), 100, 1],
    ['pullsFinal', { id: 'i', dir: 'ASC', pageSize: 49, withFiles: true }, 148, 1],
    ['pullsFinal', { id: 'i', dir: 'ASC', pageSize: 74, withFiles: false }, 149, 1],
    ['pullsFinal', { id: 'i', dir: 'ASC', pageSize: 50, withFiles: true }, 151, 2],
    ['issues', { id: 'i', dir: 'ASC', pageSize: 74 }, 149, 1],
    ['commits', { id: 'i', head: 'h', pageSize: 74 }, 149, 1],
    ['commitsK0', { id: 'i', head: 'h' }, 1, 1],
    ['filesBatch', ids(100), 0, 1],
    ['probe', ids(74), 148, 1],
    ['pullTails', ids(10), 30, 1],
    ['members', { org: 'o' }, 1, 1],
  ] as const)('of %s with %o is %i connections, %i points', (name, variables, connections, points) => {
    expect(cost(queries[name], variables)).toMatchObject({ connections, points })
  })

  it('counts a field asked twice once', () => {
    const query =
      'query($id: ID!) { node(id: $id) { ...A ...A ... on Repository { issues { totalCount } } } } fragment A on Repository { issues { totalCount } }'
    expect(cost(query, { id: 'x' }).connections).toBe(1)
  })
})
