import { describe, expect, it } from 'vitest'
import { changeRequests } from '#collectors/github/change-requests.ts'
import { maskPersonal } from '#collectors/github/masking.ts'
import { firstResponseAt } from '#collectors/github/people.ts'
import { COMMITS } from '#collectors/github/queries/commits.ts'
import { normalizeRepository } from '#collectors/github/repository-records.ts'
import { pseudonymiser } from '#collectors/pseudonym.ts'

const repository = { server: 'github.test', hostId: '7' }
const author = { __typename: 'User', login: 'contributor-001', databaseId: 11 }
const other = { __typename: 'User', login: 'contributor-002', databaseId: 12 }
const bot = { __typename: 'Bot', login: 'dependabot', databaseId: 13 }
const whole = { hasNextPage: false, endCursor: null }

const change = {
  id: 'PR_1',
  fullDatabaseId: '901',
  number: 4,
  title: 'Fix the form',
  state: 'MERGED',
  isDraft: false,
  createdAt: '2026-01-02T10:00:00Z',
  updatedAt: '2026-01-03T10:00:00Z',
  mergedAt: '2026-01-03T10:00:00Z',
  closedAt: '2026-01-03T10:00:00Z',
  author,
  authorAssociation: 'CONTRIBUTOR',
  mergedBy: other,
  baseRefName: 'develop',
  isCrossRepository: true,
  headRefOid: 'b'.repeat(40),
  mergeCommit: { oid: 'a'.repeat(40) },
  additions: 5,
  deletions: 2,
  changedFiles: 1,
  totalCommentsCount: 1,
  reviewDecision: null,
  labels: { nodes: [{ name: 'bug' }] },
  responses: { totalCount: 1, pageInfo: whole, nodes: [{ author: other, createdAt: '2026-01-02T12:00:00Z' }] },
  files: { totalCount: 1, pageInfo: whole, nodes: [{ path: 'pom.xml', additions: 5, deletions: 2 }] },
} as const

describe('a change request', () => {
  const record = (node: object) => changeRequests.normalize({ repository, node: { ...change, ...node } })[0]

  it('says who, when, what and which files', () => {
    expect(record({})).toMatchObject({
      type: 'change-request',
      hostId: '901',
      state: 'merged',
      author: { hostId: '11', kind: 'person' },
      mergedBy: { hostId: '12' },
      firstResponseAt: '2026-01-02T12:00:00Z',
      labels: [{ label: 'bug' }],
      files: [{ path: 'pom.xml', additions: 5, deletions: 2 }],
    })
  })

  it('whose author is gone has an author of that kind', () => {
    expect(record({ author: null })).toMatchObject({ author: { kind: 'deleted', login: null } })
  })

  it('says nothing of its files when it knows only some', () => {
    expect(record({ files: { ...change.files, pageInfo: { hasNextPage: true, endCursor: 'x' } } })).not.toHaveProperty(
      'files',
    )
  })

  it('was answered by nobody when all is read, and by nobody knows whom when it is not', () => {
    const nodes = [{ author, createdAt: '2026-01-02T12:00:00Z' }]
    expect(record({ responses: { totalCount: 1, pageInfo: whole, nodes } })).toMatchObject({ firstResponseAt: null })
    const cut = { totalCount: 30, pageInfo: { hasNextPage: true, endCursor: 'x' }, nodes }
    expect(record({ responses: cut })).not.toHaveProperty('firstResponseAt')
  })

  it('says who closed it by their part, how often it was reviewed, and whether it was opened again', () => {
    const closed = { state: 'CLOSED', mergedAt: null, mergedBy: null, mergeCommit: null }
    const review = { author: other, createdAt: '2026-01-02T11:00:00Z', submittedAt: '2026-01-02T12:30:00Z' }
    const pending = { author: other, createdAt: '2026-01-02T11:00:00Z', submittedAt: null }
    const end = (closer: object | null) => ({ closedAt: '2026-01-03T10:00:00Z', closer })
    const said = (nodes: readonly object[], pageInfo: object = whole) =>
      record({ ...closed, responses: { totalCount: nodes.length, pageInfo, nodes } })
    expect(said([pending, review, end(author), { reopenedAt: '2026-01-03T09:00:00Z' }, end(other)])).toMatchObject({
      firstReviewAt: '2026-01-02T12:30:00Z',
      firstResponder: { hostId: '12' },
      reviewCount: 1,
      closedBy: 'maintainer',
      isReopened: true,
    })
    expect(said([end(author)])).toMatchObject({
      closedBy: 'author',
      isReopened: false,
      reviewCount: 0,
      firstReviewAt: null,
    })
    expect(said([end(bot)])).toMatchObject({ closedBy: 'bot' })
    expect(said([end(null)])).toMatchObject({ closedBy: 'deleted' })
    const cut = said([review, end(author)], { hasNextPage: true, endCursor: 'x' })
    expect(cut).toMatchObject({
      firstReviewAt: '2026-01-02T12:30:00Z',
      closedBy: undefined,
      reviewCount: undefined,
      isReopened: undefined,
    })
    expect(record({})).toMatchObject({ state: 'merged', closedBy: null })
  })
})

describe('the first response', () => {
  it('is not by the author, not by a program, not by somebody who is gone, and not pending', () => {
    const said = [
      { author, createdAt: '2026-01-02T10:01:00Z' },
      { author: bot, createdAt: '2026-01-02T10:02:00Z' },
      { author: { ...other, login: 'renovate-bot' }, createdAt: '2026-01-02T10:02:30Z' },
      { author: null, createdAt: '2026-01-02T10:03:00Z' },
      { author: other, createdAt: '2026-01-02T10:04:00Z', submittedAt: null },
      { author: other, createdAt: '2026-01-02T10:05:00Z', submittedAt: '2026-01-02T10:06:00Z' },
    ]
    expect(firstResponseAt(author, said)).toBe('2026-01-02T10:06:00Z')
  })
})

describe('a title', () => {
  it.each([
    ['Merci @some-one de relire', 'Merci @… de relire'],
    ['écrire à accueil@mairie.example.org', 'écrire à …@…'],
    ['appeler le 01 23 45 67 89 ou +33 1 23 45 67 89', 'appeler le ☎… ou ☎…'],
    ['LUT-31380 : bump 7.0.13 to 7.1.0 (#1234)', 'LUT-31380 : bump 7.0.13 to 7.1.0 (#1234)'],
    ['Update a/b@2 and node@24', 'Update a/b@2 and node@24'],
  ])('%s', (title, masked) => {
    expect(maskPersonal(title)).toBe(masked)
  })
})

describe('a commit leaves the transport', () => {
  const message = [
    '[maven-release-plugin] prepare release',
    '',
    'Thanks to all',
    'Co-authored-by: A Name <second@town.example.org>',
  ].join('\n')
  const raw = {
    oid: 'b'.repeat(40),
    authoredDate: '2026-01-02T10:00:00Z',
    committedDate: '2026-01-02T10:00:00Z',
    message,
    author: { name: 'A Person', email: 'first@town.example.org', user: null },
    committer: null,
  }
  const data = { object: { history: { totalCount: 1, pageInfo: whole, nodes: [raw] } } }
  const scrubbed = COMMITS.scrub?.(data, pseudonymiser('key'))

  it('without name, address and message', () => {
    expect(JSON.stringify(scrubbed)).not.toMatch(/first@|second@|A Person|A Name|Thanks/)
  })

  it('with what was drawn from them', () => {
    const node = scrubbed?.object?.history?.nodes[0]
    expect(node).toMatchObject({ isReleaseTool: true, author: { signer: { emailDomain: 'town.example.org' } } })
    expect(node?.coAuthors).toHaveLength(1)
  })
})

describe('a repository', () => {
  const node = { id: 'R_7', databaseId: 7, name: 'plugin-agenda', owner: { login: 'town' } }

  it('leaves out what could not be read and keeps what is none', () => {
    const [record] = normalizeRepository({
      kind: 'listed',
      server: 'github.test',
      node: { ...node, licenseInfo: null },
    })
    expect(record).toMatchObject({ hostId: '7', hostLicense: null })
    expect(record).not.toHaveProperty('starCount')
    expect(record).not.toHaveProperty('readability')
  })

  it('peels annotated tags', () => {
    const tag = { name: '1.0', target: { oid: 'c'.repeat(40), target: { oid: 'd'.repeat(40) } } }
    const none = { totalCount: 0, pageInfo: whole, nodes: [] }
    const details = { ...node, branches: none, tags: { ...none, nodes: [tag] } }
    const [, refs] = normalizeRepository({ kind: 'details', server: 'github.test', node: details })
    expect(refs).toMatchObject({ refs: [{ kind: 'tag', name: '1.0', oid: 'd'.repeat(40) }] })
  })
})
