import { afterEach, describe, expect, it } from 'vitest'
import { storedHost } from '#cli/lint/stored-host.ts'
import { branchRulesOf } from '#collectors/github/governance-records.ts'
import { subjectRepository } from '#data/queries/subject-repository.ts'
import type { Store } from '#data/store.ts'
import type { GitHubOptions } from '../github/options.ts'
import { type RunningGitHub, startGitHub } from '../github/start.ts'
import { addAccount, addOrganisation, addRelease, buildRepository, emptyWorld } from '../github/world/build.ts'
import { commitFiles } from '../github/world/commit-files.ts'
import type { Repository, World } from '../github/world/model.ts'
import { collectOrganisation, withStore } from './github-scene.ts'
import { column } from './github-told.ts'

const LOGIN = 'bourg-neuf'
const AT = '2026-10-01T08:00:00Z'

const protection = {
  pattern: 'main',
  requiredApprovingReviewCount: 2,
  requiresStatusChecks: true,
  requiresCodeOwnerReviews: true,
  isAdminEnforced: true,
  allowsForcePushes: false,
  requiredStatusCheckContexts: ['tests'],
}

const ruleset = {
  databaseId: 77,
  name: 'reviewed',
  enforcement: 'ACTIVE',
  target: 'BRANCH',
  rules: ['PULL_REQUEST', 'NON_FAST_FORWARD', 'REQUIRED_STATUS_CHECKS'],
} as const

/** Four repositories: one that lends its files, one with everything, one by ruleset alone, one with nothing. */
function city(): World {
  const world = emptyWorld()
  const author = addAccount(world, { login: 'contributor-001' })
  const { databaseId: owner } = addOrganisation(world, { login: LOGIN })
  const make = (name: string, files: Record<string, string>, more: Partial<Repository> = {}) => {
    const repository = buildRepository(world, { owner, name, defaultBranch: 'main', ...more })
    commitFiles(repository, { files, author, at: AT, message: 'Begin', branch: 'main' })
    return repository
  }
  make('.github', { 'CODE_OF_CONDUCT.md': '# Conduct\n', 'SECURITY.md': '# Security\n' })
  const full = make(
    'tramway',
    {
      'CONTRIBUTING.md': '# Contributing\n',
      '.github/CODEOWNERS': '* @team\n/docs nobody\n',
      '.github/ISSUE_TEMPLATE/bug.md': 'Bug\n',
      '.github/PULL_REQUEST_TEMPLATE.md': 'What\n',
      '.github/FUNDING.yml': 'custom: https://funding.example\n',
    },
    {
      watcherCount: 6,
      discussionCount: 3,
      hasDiscussionsEnabled: true,
      isTemplate: true,
      templateRepository: 'elsewhere/model',
      properties: { tier: 'critical', lines: ['7', '8'] },
      governance: { vulnerabilityAlerts: 0, rulesets: [], protection, manifests: [] },
    },
  )
  addRelease(world, full, { tagName: '1.0.0', createdAt: AT, description: 'First, thanks to @somebody.' })
  addRelease(world, full, { tagName: '1.1.0-rc', createdAt: '2026-10-02T08:00:00Z', isPrerelease: true })
  addRelease(world, full, { tagName: '2.0.0', createdAt: '2026-10-03T08:00:00Z', isDraft: true, publishedAt: null })
  make(
    'fontaine',
    {},
    {
      governance: {
        vulnerabilityAlerts: 0,
        rulesets: [{ ...ruleset, rules: [...ruleset.rules] }],
        protection: null,
        manifests: [],
      },
    },
  )
  make('muet', { 'README.md': '# Muet\n' })
  return world
}

let github: RunningGitHub
afterEach(() => github.stop())

async function collect(store: Store, more: Partial<Parameters<typeof collectOrganisation>[0]> = {}) {
  return collectOrganisation({
    url: github.url,
    login: LOGIN,
    store,
    only: ['github/repositories', 'github/governance'],
    ...more,
  })
}

async function start(options: Partial<GitHubOptions> = {}): Promise<void> {
  github = await startGitHub({ world: city(), isFrozen: true, ...options })
}

const of = (name: string, table: string, what: string) =>
  `SELECT ${what} AS value FROM ${table} t JOIN repository r ON r.id = t.repository WHERE r.name = '${name}' ORDER BY 1`

describe('how a repository is run', () => {
  it('is known with its releases, its files for contributors and the properties it was given', async () => {
    await start()
    await withStore(async (store) => {
      const runs = await collect(store, { token: 'admin-token' })
      expect(runs.flatMap(({ problems }) => problems)).toEqual([])
      const one = (what: string) => column(store, `SELECT ${what} AS value FROM repository WHERE name = 'tramway'`)
      expect(
        await one(
          'json_array(watcher_count, discussion_count, has_discussions, has_security_policy, is_template, made_from, release_count, branch_count, tag_count)',
        ),
      ).toEqual(['[6,3,1,1,1,"elsewhere/model",2,1,0]'])
      expect(
        await column(
          store,
          of('tramway', 'repository_release', 'json_array(tag, published_at, is_prerelease, notes_length)'),
        ),
      ).toEqual(['["1.0.0","2026-10-01T08:00:00Z",0,27]', '["1.1.0-rc","2026-10-02T08:00:00Z",1,0]'])
      expect(
        await column(store, of('tramway', 'repository_community_file', 'json_array(t.kind, t.path, t.is_inherited)')),
      ).toEqual([
        '["change-request-template",".github/PULL_REQUEST_TEMPLATE.md",0]',
        '["code-of-conduct","CODE_OF_CONDUCT.md",1]',
        '["contributing","CONTRIBUTING.md",0]',
        '["funding","",null]',
        '["issue-template","bug.md",null]',
      ])
      expect(
        await column(
          store,
          of('tramway', 'repository_codeowners_error', `t.path || ':' || t.line || ':' || t.column_number`),
        ),
      ).toEqual(['.github/CODEOWNERS:2:7'])
      expect(await column(store, of('tramway', 'repository_property', `t.name || '=' || t.value`))).toEqual([
        'lines=7',
        'lines=8',
        'tier=critical',
      ])
    })
  })

  it('holds the notes of no release and the line of no owner', async () => {
    await start()
    await withStore(async (store) => {
      await collect(store, { token: 'admin-token' })
      const tables = await column(
        store,
        `SELECT group_concat(tag || coalesce(name, '')) AS value FROM repository_release`,
      )
      expect(JSON.stringify(tables)).not.toContain('somebody')
    })
  })

  it('holds what protection and rulesets ask of the default branch, and what nobody asks', async () => {
    await start()
    const rules = (name: string) =>
      of(
        name,
        'repository_branch_rules',
        'json_array(requires_change_request, required_reviews, requires_code_owner_review, allows_force_push, allows_deletion, binds_administrators)',
      )
    await withStore(async (store) => {
      await collect(store, { token: 'admin-token' })
      expect(await column(store, rules('tramway'))).toEqual(['[1,2,1,0,0,1]'])
      expect(await column(store, rules('fontaine'))).toEqual(['[1,1,0,0,1,null]'])
      expect(await column(store, rules('muet'))).toEqual(['[0,0,0,1,1,0]'])
      expect(await column(store, of('fontaine', 'repository_required_check', 't.name'))).toEqual(['build'])
      expect(await column(store, of('fontaine', 'repository_ruleset', `t.name || ' ' || t.enforcement`))).toEqual([
        'reviewed active',
      ])
    })
    await withStore(async (store) => {
      // A member may write but not administer: what holds for administrators is not told.
      const runs = await collect(store)
      expect(runs.flatMap(({ problems }) => problems)).toEqual([])
      expect(await column(store, rules('tramway'))).toEqual(['[1,2,1,0,0,null]'])
    })
  })

  it('is unknown, with the reason, to a token that may not see it: never none', async () => {
    await start()
    await withStore(async (store) => {
      const [, run] = await collect(store, { token: 'outsider-token' })
      expect(run?.status).toBe('complete')
      expect(await column(store, 'SELECT COUNT(*) AS value FROM repository_branch_rules')).toEqual([0])
      expect(await column(store, `SELECT DISTINCT reason AS value FROM gap WHERE kind = 'field:branchRules'`)).toEqual([
        'forbidden',
      ])
      expect(await column(store, `SELECT reason AS value FROM gap WHERE kind = 'field:custom-properties'`)).toEqual([
        'forbidden',
      ])
      // The rest was told all the same.
      expect(await column(store, of('tramway', 'repository_release', 't.tag'))).toEqual(['1.0.0', '1.1.0-rc'])
    })
  })
})

describe('what a rule is handed of it', () => {
  const hostOf = async (store: Store, name: string) => {
    const [found] = await store.ask(subjectRepository, { owner: LOGIN, name })
    if (found === undefined) throw new Error(`${name} is not stored`)
    return storedHost(store, found)
  }

  it('is every field with its value', async () => {
    await start()
    await withStore(async (store) => {
      await collect(store, { token: 'admin-token' })
      const host = await hostOf(store, 'tramway')
      expect(Object.entries(host).filter(([, fact]) => !fact.isKnown)).toEqual([])
      expect(host).toMatchObject({
        description: { value: null },
        hasDiscussions: { value: true },
        hasSecurityPolicy: { value: true },
        branchRules: { value: { branch: 'main', requiredReviews: 2, requiredChecks: ['tests'] } },
        releases: {
          value: {
            count: 2,
            newest: [
              { tag: '1.1.0-rc', isPrerelease: true },
              { tag: '1.0.0', notesLength: 27 },
            ],
          },
        },
        customProperties: {
          value: new Map([
            ['lines', ['7', '8']],
            ['tier', ['critical']],
          ]),
        },
      })
    })
  })

  it('is why a field is not known, where it is not', async () => {
    await start()
    await withStore(async (store) => {
      await collect(store, { only: ['github/repositories'] })
      expect(await hostOf(store, 'tramway')).toMatchObject({
        isArchived: { isKnown: true, value: false },
        branchRules: { isKnown: false, reason: 'not-collected' },
        releases: { isKnown: false, reason: 'not-collected' },
      })
      await collect(store, { token: 'outsider-token' })
      expect(await hostOf(store, 'tramway')).toMatchObject({
        branchRules: { isKnown: false, reason: 'forbidden' },
        customProperties: { isKnown: false, reason: 'forbidden' },
        communityFiles: { isKnown: true },
      })
    })
  })
})

describe('asking again', () => {
  const asked = async () => (await github.audit()).requests.filter(({ operation }) => operation === 'Governance').length

  it('costs nothing while nothing moved, for a week', async () => {
    await start()
    await withStore(async (store) => {
      await collect(store, { token: 'admin-token' })
      await github.reset()
      const [, again] = await collect(store, { token: 'admin-token' })
      expect(again).toMatchObject({ status: 'complete', requests: 0, written: 0 })
      await github.clock({ advanceSeconds: 8 * 86_400 })
      await collect(store, { token: 'admin-token' })
      expect(await asked()).toBe(1)
    })
  })

  it('of what was refused costs nothing for a week either, and stays told as missing', async () => {
    await start()
    const refusals = async () =>
      (await github.audit()).requests.filter(({ path }) => path.includes('/properties/values')).length
    await withStore(async (store) => {
      const collectAsOutsider = (full = false) => collect(store, { token: 'outsider-token', full })
      await collectAsOutsider()
      const [, again] = await collectAsOutsider()
      expect(again).toMatchObject({ status: 'complete', requests: 0 })
      expect(await column(store, `SELECT reason AS value FROM gap WHERE kind = 'field:custom-properties'`)).toEqual([
        'forbidden',
      ])
      expect(await refusals()).toBe(1)
      await collectAsOutsider(true)
      expect(await refusals()).toBe(2)
      await github.clock({ advanceSeconds: 8 * 86_400 })
      await collectAsOutsider()
      expect(await refusals()).toBe(3)
    })
  })

  it('learns a rule that was dropped when the repository moves, and of all when the lender does', async () => {
    await start()
    await withStore(async (store) => {
      await collect(store, { token: 'admin-token' })
      github.change((world) => {
        for (const one of world.repositories) one.governance.protection = null
      })
      await github.edit([
        {
          edit: 'commit',
          repository: `${LOGIN}/.github`,
          files: { 'CONTRIBUTING.md': '# To all\n' },
          author: 'contributor-001',
          at: AT,
        },
      ])
      await collect(store, { token: 'admin-token' })
      expect(await column(store, of('tramway', 'repository_branch_rules', 't.required_reviews'))).toEqual([0])
      expect(await column(store, of('muet', 'repository_community_file', `t.kind || t.is_inherited`))).toEqual([
        'code-of-conduct1',
        'contributing1',
      ])
    })
  })
})

describe('rules of a branch', () => {
  const node = { id: 'R', databaseId: 1, name: 'tramway', owner: { login: LOGIN } }
  const none = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] }

  it('are none for a repository without a branch, and unknown while a list goes on or a part was refused', () => {
    expect(branchRulesOf({ ...node, viewerPermission: 'ADMIN', defaultBranchRef: null })).toBeNull()
    const branch = { name: 'main', refUpdateRule: null, branchProtectionRule: null, rules: none }
    expect(branchRulesOf({ ...node, viewerPermission: 'ADMIN', defaultBranchRef: branch })).toMatchObject({
      requiredReviews: 0,
    })
    expect(branchRulesOf({ ...node, viewerPermission: 'READ', defaultBranchRef: branch })).toBeUndefined()
    const { refUpdateRule: _refused, ...torn } = branch
    expect(branchRulesOf({ ...node, viewerPermission: 'WRITE', defaultBranchRef: torn })).toBeUndefined()
    const cut = { ...branch, rules: { ...none, pageInfo: { hasNextPage: true, endCursor: 'x' } } }
    expect(branchRulesOf({ ...node, viewerPermission: 'ADMIN', defaultBranchRef: cut })).toBeUndefined()
  })
})
