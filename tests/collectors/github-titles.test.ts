import { afterAll, beforeAll, expect, it } from 'vitest'
import { defineQuery } from '#data/queries/query.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { generateWorld } from '../github/world/generate.ts'
import { collectOrganisation, withStore } from './github-scene.ts'

let github: RunningGitHub
beforeAll(async () => {
  const world = generateWorld({ seed: 7, repositories: 3, changeRequests: 0, issues: 40, commits: 0, oddCases: false })
  github = await startGitHub({ world, isFrozen: true, limits: { graphql: 1e6, rest: 1e6, anonymous: 1e6 } })
})
afterAll(() => github.stop())

const TITLES = defineQuery({
  id: 'test/titles',
  title: 'Titles that are kept, by whether the issue bears the label',
  params: { label: 'text' },
  row: { is_labelled: 'integer', kept: 'integer', issues: 'integer' },
  sql: `SELECT x.is_labelled, COUNT(x.title) AS kept, COUNT(*) AS issues FROM (
      SELECT i.title, EXISTS (SELECT 1 FROM issue_label l WHERE l.issue = i.id AND lower(l.label) = :label) AS is_labelled
      FROM issue i) x
    GROUP BY x.is_labelled ORDER BY x.is_labelled`,
})

const LABELS = defineQuery({
  id: 'test/labels',
  title: 'Labels, the most frequent first',
  params: {},
  row: { label: 'text' },
  sql: 'SELECT lower(label) AS label FROM issue_label GROUP BY 1 ORDER BY COUNT(*) DESC, 1',
})

it('keeps the titles of issues under a chosen label, and no other', async () => {
  await withStore(async (store) => {
    const order = { url: github.url, login: 'maison-bleue', store }
    await collectOrganisation(order)
    const [{ label } = { label: '' }] = await store.ask(LABELS, {})
    expect((await store.ask(TITLES, { label })).map(({ kept }) => kept)).toEqual([0, 0])
    await collectOrganisation({ ...order, full: true, titleLabels: [label] })
    const [others, labelled] = await store.ask(TITLES, { label })
    expect(others?.kept).toBe(0)
    expect(labelled?.kept).toBe(labelled?.issues)
    expect(labelled?.kept).toBeGreaterThan(2)
  })
})
