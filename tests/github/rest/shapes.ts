import type { Account, Organisation, Repository } from '../world/model.ts'
import type { RestRequest } from './request.ts'

export function accountJson(request: RestRequest, account: Account) {
  const login = account.kind === 'Bot' ? `${account.login}[bot]` : account.login
  return {
    login,
    id: account.databaseId,
    node_id: account.id,
    avatar_url: `https://avatars.githubusercontent.com/u/${account.databaseId}?v=4`,
    url: `${request.baseUrl}/users/${login}`,
    html_url: `https://github.com/${login}`,
    type: account.kind,
    site_admin: false,
  }
}

export function organisationJson(request: RestRequest, organisation: Organisation) {
  const { index, viewer } = request
  const own = index.world.repositories.filter((r) => r.owner === organisation.databaseId)
  return {
    login: organisation.login,
    id: organisation.databaseId,
    node_id: organisation.id,
    url: `${request.baseUrl}/orgs/${organisation.login}`,
    repos_url: `${request.baseUrl}/orgs/${organisation.login}/repos`,
    html_url: `https://github.com/${organisation.login}`,
    name: organisation.name,
    description: organisation.description,
    public_repos: own.filter((r) => r.visibility === 'PUBLIC').length,
    ...(viewer.isMember(organisation)
      ? { total_private_repos: own.filter((r) => r.visibility !== 'PUBLIC').length }
      : {}),
    created_at: organisation.createdAt,
    type: 'Organization',
  }
}

export function repositoryJson(request: RestRequest, repository: Repository) {
  const { index, viewer } = request
  const owner = index.ownerOf(repository)
  const fullName = index.fullName(repository)
  const open = [...repository.issues, ...repository.changeRequests].filter((i) => i.state === 'OPEN')
  const licence = repository.licence
  return {
    id: repository.databaseId,
    node_id: repository.id,
    name: repository.name,
    full_name: fullName,
    private: repository.visibility !== 'PUBLIC',
    visibility: repository.visibility.toLowerCase(),
    owner: { login: owner.login, id: owner.databaseId, node_id: owner.id, type: 'Organization' },
    html_url: `https://github.com/${fullName}`,
    url: `${request.baseUrl}/repos/${fullName}`,
    clone_url: `https://github.com/${fullName}.git`,
    description: repository.description,
    homepage: repository.homepageUrl,
    fork: repository.isFork,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    pushed_at: repository.pushedAt,
    size: repository.diskUsage,
    stargazers_count: repository.stargazerCount,
    watchers_count: repository.stargazerCount,
    subscribers_count: repository.watcherCount,
    forks_count: repository.forkCount,
    language: repository.languages[0]?.name ?? null,
    has_issues: repository.hasIssuesEnabled,
    has_projects: repository.hasProjectsEnabled,
    has_wiki: repository.hasWikiEnabled,
    has_discussions: repository.hasDiscussionsEnabled,
    archived: repository.isArchived,
    disabled: repository.isDisabled,
    is_template: repository.isTemplate,
    open_issues_count: open.length,
    license: licence && { key: licence.key, name: licence.name, spdx_id: licence.spdxId, url: null },
    topics: repository.topics,
    default_branch: repository.defaultBranch ?? 'main',
    ...(viewer.rights ? { permissions: { admin: viewer.rights.isAdmin === true, push: false, pull: true } } : {}),
  }
}
