import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, present } from './client.ts'
import { queries } from './queries.ts'
import { type RunningGitHub, startGitHub } from './start.ts'
import { generateWorld } from './world/generate.ts'

let github: RunningGitHub
beforeAll(async () => {
  github = await startGitHub({ world: generateWorld() })
})
afterAll(() => github.stop())

const repositoryId = (name: string) => present(github.world.repositories.find((r) => r.name === name)).id
const first = () => present(github.world.repositories[0])

describe('what is asked wrongly', () => {
  it('answers 200 and undefinedField for a field that does not exist', async () => {
    const { status, data, errors } = await ask(github, '{ viewer { colour } }')
    expect(status).toBe(200)
    expect(data).toBeUndefined()
    expect(errors[0]).toMatchObject({
      message: "Field 'colour' doesn't exist on type 'User'",
      extensions: { code: 'undefinedField' },
    })
  })

  it('knows no since on pullRequests', async () => {
    const { errors } = await ask(
      github,
      `{ repository(owner: "a", name: "b") { pullRequests(first: 1, since: "x") { totalCount } } }`,
    )
    expect(errors[0]).toMatchObject({ extensions: { code: 'argumentNotAccepted', argumentName: 'since' } })
  })

  it('refuses nodes without first or last, in the field and with a path', async () => {
    const { status, data, errors } = await ask(
      github,
      'query($id: ID!) { node(id: $id) { ... on Repository { name issues { nodes { id } } } } }',
      { id: first().id },
    )
    expect(status).toBe(200)
    expect(data).toEqual({ node: null })
    expect(errors[0]).toMatchObject({ type: 'MISSING_PAGINATION_BOUNDARIES', path: ['node', 'issues'] })
  })

  it('allows a bare totalCount', async () => {
    const { data, errors } = await ask(
      github,
      'query($id: ID!) { node(id: $id) { ... on Repository { issues { totalCount } } } }',
      { id: first().id },
    )
    expect(errors).toEqual([])
    expect(data).toEqual({ node: { issues: { totalCount: first().issues.length } } })
  })

  it('refuses more than 100 records', async () => {
    const { errors } = await ask(
      github,
      'query($id: ID!) { node(id: $id) { ... on Repository { issues(first: 101) { nodes { id } } } } }',
      { id: first().id },
    )
    expect(errors[0]).toMatchObject({
      type: 'EXCESSIVE_PAGINATION',
      message: 'Requesting 101 records on the `issues` connection exceeds the `first` limit of 100 records.',
    })
  })

  it('refuses more than 100 ids', async () => {
    const ids = Array.from({ length: 101 }, () => first().id)
    const { data, errors } = await ask(github, queries.filesBatch, { ids })
    expect(data).toBeNull()
    expect(errors[0]).toMatchObject({
      type: 'ARGUMENT_LIMIT',
      message: 'You may not provide more than 100 node ids; you provided 101.',
    })
  })

  it('refuses more than 500,000 nodes before it executes', async () => {
    const query = `{ organization(login: "maison-bleue") { repositories(first: 100) { nodes {
      issues(first: 100) { nodes { comments(first: 100) { nodes { id } } } } } } } }`
    const { errors } = await ask(github, query)
    expect(errors[0]).toMatchObject({ type: 'MAX_NODE_LIMIT_EXCEEDED' })
    expect(errors[0]?.message).toContain('1,010,100')
  })

  it('says which cursor is not valid', async () => {
    const { errors } = await ask(github, queries.issues, {
      id: first().id,
      pageSize: 5,
      dir: 'ASC',
      cursor: 'nonsense',
    })
    expect(errors[0]).toMatchObject({
      type: 'INVALID_CURSOR_ARGUMENTS',
      message: '`nonsense` does not appear to be a valid cursor.',
    })
  })

  it('answers null and NOT_FOUND for an id it does not know, and goes on with the others', async () => {
    const { data, errors } = await ask<{ nodes: unknown[] }>(github, queries.probe, { ids: ['R_nowhere', first().id] })
    expect(data.nodes[0]).toBeNull()
    expect(data.nodes[1]).toMatchObject({ id: first().id })
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({ type: 'NOT_FOUND', path: ['nodes', 0] })
  })
})

describe('what is odd in the world', () => {
  it('has no branch and no files in an empty repository', async () => {
    const { data } = await ask<{ nodes: unknown[] }>(github, queries.filesBatch, { ids: [repositoryId('odd-empty')] })
    expect(data.nodes[0]).toMatchObject({ defaultBranchRef: null, root: null })
  })

  it('follows an old name unless told not to', async () => {
    const query =
      'query($follow: Boolean!) { repository(owner: "maison-bleue", name: "odd-old-name", followRenames: $follow) { name } }'
    expect((await ask(github, query, { follow: true })).data).toEqual({ repository: { name: 'odd-renamed' } })
    expect((await ask(github, query, { follow: false })).errors[0]).toMatchObject({ type: 'NOT_FOUND' })
  })

  it('tells bytes that are no text, links and modes apart', async () => {
    const query = `query($id: ID!) { node(id: $id) { ... on Repository {
      logo: object(expression: "HEAD:logo.png") { ... on Blob { isBinary text byteSize } }
      pom: object(expression: "HEAD:core/pom.xml") { ... on Blob { isBinary text } }
      none: object(expression: "HEAD:absent") { oid }
      root: object(expression: "HEAD:") { ... on Tree { entries { name mode type } } } } } }`
    const { data } = await ask<{ node: Record<string, unknown> }>(github, query, { id: repositoryId('odd-nested') })
    expect(data.node).toMatchObject({
      logo: { isBinary: true, text: null, byteSize: 70 },
      pom: { isBinary: false },
      none: null,
    })
    expect(data.node.root).toMatchObject({
      entries: expect.arrayContaining([
        { name: 'current', mode: 0o120000, type: 'blob' },
        { name: 'run.sh', mode: 0o100755, type: 'blob' },
        { name: 'core', mode: 0o40000, type: 'tree' },
      ]),
    })
  })

  it('gives ids beyond 31 bits as text only', async () => {
    const item = present(first().changeRequests[0])
    const query = 'query($id: ID!) { node(id: $id) { ... on PullRequest { databaseId fullDatabaseId } } }'
    expect((await ask(github, query, { id: item.id })).data).toEqual({
      node: { databaseId: null, fullDatabaseId: String(item.databaseId) },
    })
  })
})

describe('rateLimit', () => {
  it('tells cost, nodes and what remains, and agrees with the headers', async () => {
    await github.reset()
    const { data, headers } = await ask<{ rateLimit: unknown }>(github, queries.inventory, {
      org: 'maison-bleue',
      pageSize: 100,
    })
    expect(data.rateLimit).toMatchObject({ cost: 12, used: 12, remaining: 4988, limit: 5000 })
    expect(headers.get('x-ratelimit-remaining')).toBe('4988')
    expect(headers.get('x-ratelimit-resource')).toBe('graphql')
  })

  it('is told by a dry run, which evaluates and charges nothing', async () => {
    await github.reset()
    const { data, headers } = await ask(github, queries.dryRun, { id: first().id })
    expect(data).toEqual({ rateLimit: { cost: 1, nodeCount: 3969 }, node: null })
    expect(headers.get('x-ratelimit-used')).toBe('0')
  })
})
