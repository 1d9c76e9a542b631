import type { ChangeRequest, Issue, Repository } from '../../world/model.ts'
import { type Args, connect } from '../connection.ts'
import { type Context, type Fields, organisationNode, type Part, part, repositoryNode, webUrl } from '../context.ts'
import { FieldError } from '../errors.ts'
import { codeowners, issueTemplates, pathOf, shownFile } from './community.ts'
import { gitObject } from './git-objects.ts'
import { ordered, sortBy } from './organisation.ts'
import { branchRef, refs, releaseNode, rulesetNode } from './refs.ts'

type RepositoryNode = Part<Repository>

const url = (context: Context, repository: Repository) => `${webUrl}/${context.index.fullName(repository)}`

const itemKeys: Record<string, (item: ChangeRequest | Issue) => string | number> = {
  CREATED_AT: (i) => i.createdAt,
  UPDATED_AT: (i) => i.updatedAt,
  COMMENTS: (i) => i.comments.length,
}

interface Filter {
  readonly since?: string | null
  readonly states?: readonly string[] | null
  readonly labels?: readonly string[] | null
  readonly createdBy?: string | null
}

function passes(context: Context, item: ChangeRequest | Issue, filter: Filter): boolean {
  return (
    (filter.states == null || filter.states.includes(item.state)) &&
    (filter.labels == null || filter.labels.some((l) => item.labels.includes(l))) &&
    (filter.since == null || Date.parse(item.updatedAt) >= Date.parse(filter.since)) &&
    (filter.createdBy == null || context.index.account(item.author)?.login === filter.createdBy)
  )
}

/** Change requests or issues in the order asked, worked out once for a state of the world. */
function arranged<T extends ChangeRequest | Issue>(
  context: Context,
  repository: Repository,
  kind: 'changeRequests' | 'issues',
  args: Args,
) {
  const filter: Filter = { ...(args.filterBy as Filter | null), ...compact(args) }
  const order = ordered<T>(args, itemKeys)
  const key = JSON.stringify([kind, args.orderBy, filter])
  const items = context.index.once(repository, key, () =>
    sortBy(
      (repository[kind] as readonly (ChangeRequest | Issue)[]).filter((i) => passes(context, i, filter)) as T[],
      order,
    ),
  )
  return { items, order }
}

function compact(args: Args): Filter {
  const { states, labels } = args as Filter
  return { ...(states == null ? {} : { states }), ...(labels == null ? {} : { labels }) }
}

function numbered<T extends { readonly number: number }>(items: readonly T[], args: Args, what: string): T {
  const found = items.find((i) => i.number === args.number)
  if (!found) throw new FieldError('NOT_FOUND', `Could not resolve to ${what} with the number of ${args.number}.`)
  return found
}

function linked(context: Context, name: string | null) {
  if (name === null) return null
  const found = context.index.repository(name)
  if (found) return context.viewer.sees(found.value) ? repositoryNode(found.value) : null
  const [login, short] = name.split('/')
  const owner = { __typename: 'User', isForeign: true, login }
  return {
    __typename: 'Repository',
    isForeign: true,
    nameWithOwner: name,
    name: short,
    owner,
    url: `${webUrl}/${name}`,
    id: `R_${name}`,
  }
}

const count =
  (name: 'watcherCount' | 'discussionCount'): Fields<RepositoryNode>[string] =>
  ({ value }, args, _context, info) => ({ ...connect([], { args, info, toNode: () => null }), totalCount: value[name] })

export const repositoryFields: Fields<RepositoryNode> = {
  nameWithOwner: ({ value }, _args, context) => context.index.fullName(value),
  owner: ({ value }, _args, context) => organisationNode(context.index.ownerOf(value)),
  url: ({ value }, _args, context) => url(context, value),
  sshUrl: ({ value }, _args, context) => `git@github.com:${context.index.fullName(value)}.git`,
  resourcePath: ({ value }, _args, context) => `/${context.index.fullName(value)}`,
  isPrivate: ({ value }) => value.visibility !== 'PUBLIC',
  isInOrganization: () => true,
  isEmpty: ({ value }) => value.branches.length === 0,
  parent: ({ value }, _args, context) => linked(context, value.parent),
  templateRepository: ({ value }, _args, context) => linked(context, value.templateRepository),
  licenseInfo: ({ value }) => value.licence && { ...value.licence, pseudoLicense: value.licence.key === 'other' },
  primaryLanguage: ({ value }) => value.languages[0] ?? null,
  languages: ({ value }, args, _context, info) => {
    const direction = (args.orderBy as { direction?: string } | null)?.direction
    const sorted = [...value.languages].sort((a, b) => (direction === 'ASC' ? a.size - b.size : b.size - a.size))
    const page = connect(sorted, { args, info, toNode: (l) => ({ name: l.name, id: `LAN_${l.name}`, color: null }) })
    const edges = page.edges.map((e, i) => ({
      ...e,
      size: sorted.find((l) => l.name === page.nodes[i]?.name)?.size ?? 0,
    }))
    return { ...page, edges, totalSize: value.languages.reduce((sum, l) => sum + l.size, 0) }
  },
  repositoryTopics: ({ value }, args, _context, info) =>
    connect(value.topics, {
      args,
      info,
      toNode: (name) => ({ topic: { name, id: `TOPIC_${name}` }, id: `RT_${name}` }),
    }),
  viewerPermission: ({ value }, _args, context) => {
    if (context.viewer.rights?.isAdmin) return 'ADMIN'
    return context.viewer.isMember(context.index.ownerOf(value)) ? 'WRITE' : 'READ'
  },
  isSecurityPolicyEnabled: ({ value }, _args, context) => shownFile(context, value, 'SECURITY.md') !== undefined,
  securityPolicyUrl: ({ value }, _args, context) => `${url(context, value)}/security/policy`,
  codeOfConduct: ({ value }, _args, context) => {
    const shown = shownFile(context, value, 'CODE_OF_CONDUCT.md')
    const key = value.codeOfConduct ?? (shown === undefined ? null : 'other')
    return (
      key && { id: `COC_${key}`, key, name: key, resourcePath: shown === undefined ? null : pathOf(context, shown) }
    )
  },
  contributingGuidelines: ({ value }, _args, context) => {
    const shown = shownFile(context, value, 'CONTRIBUTING.md')
    return shown === undefined ? null : { resourcePath: pathOf(context, shown) }
  },
  codeowners: ({ value }, _args, context) => codeowners(context, value),
  issueTemplates: ({ value }, _args, context) =>
    issueTemplates(context, value).map((filename) => ({ name: filename, filename })),
  pullRequestTemplates: ({ value }, _args, context) => {
    const shown = shownFile(context, value, 'PULL_REQUEST_TEMPLATE.md')
    return shown === undefined ? [] : [{ filename: shown.path, repository: repositoryNode(shown.repository) }]
  },
  fundingLinks: ({ value }, _args, context) =>
    shownFile(context, value, 'FUNDING.yml') === undefined
      ? []
      : [{ platform: 'CUSTOM', url: 'https://funding.example' }],
  watchers: count('watcherCount'),
  discussions: count('discussionCount'),
  latestRelease: ({ value }) => {
    const published = value.releases.filter((r) => !r.isDraft && !r.isPrerelease)
    const latest = published.sort((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1)
    return latest ? releaseNode(value, latest) : null
  },
  releases: ({ value }, args, _context, info) => {
    const order = ordered<Repository['releases'][number]>(args, { CREATED_AT: (r) => r.createdAt, NAME: (r) => r.name })
    return connect(sortBy(value.releases, order), { args, info, order, toNode: (r) => releaseNode(value, r) })
  },
  refs: ({ value }, args, _context, info) => refs(value, args, info),
  ref: ({ value }, args) => branchRef(value, String(args.qualifiedName).replace(/^refs\/heads\//, '')),
  defaultBranchRef: ({ value }) => (value.defaultBranch === null ? null : branchRef(value, value.defaultBranch)),
  object: ({ value }, args, context) => gitObject(context, value, args),
  pullRequests: ({ value }, args, context, info) => {
    const { items, order } = arranged<ChangeRequest>(context, value, 'changeRequests', args)
    return connect(items, { args, info, order, toNode: (item) => part('PullRequest', item, value) })
  },
  issues: ({ value }, args, context, info) => {
    const { items, order } = arranged<Issue>(context, value, 'issues', args)
    return connect(items, { args, info, order, toNode: (item) => part('Issue', item, value) })
  },
  pullRequest: ({ value }, args) => part('PullRequest', numbered(value.changeRequests, args, 'a PullRequest'), value),
  issue: ({ value }, args) => part('Issue', numbered(value.issues, args, 'an Issue'), value),
  vulnerabilityAlerts: ({ value }, args, _context, info) => {
    const alerts = Array.from({ length: value.governance.vulnerabilityAlerts }, (_, i) => ({
      number: i + 1,
      state: 'OPEN',
    }))
    return connect(alerts, { args, info, toNode: (a) => a })
  },
  rulesets: ({ value }, args, _context, info) =>
    connect(value.governance.rulesets, { args, info, toNode: (r) => rulesetNode(value, r) }),
  branchProtectionRules: ({ value }, args, context, info) => {
    const { protection } = value.governance
    const rules = protection && context.viewer.rights?.isAdmin ? [protection] : []
    return connect(rules, { args, info, toNode: (rule) => part('BranchProtectionRule', rule, value) })
  },
  dependencyGraphManifests: ({ value }, args, _context, info) => {
    if (value.governance.manifests === null) throw new FieldError('SERVICE_UNAVAILABLE', 'loading')
    const toNode = (m: { filename: string }) => ({
      id: `DGM_${m.filename}`,
      ...m,
      blobPath: `/${m.filename}`,
      parseable: true,
      exceedsMaxSize: false,
    })
    return connect(value.governance.manifests, { args, info, toNode })
  },
}
