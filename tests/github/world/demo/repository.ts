import { buildRepository } from '../build.ts'
import type { Organisation, Repository, World } from '../model.ts'
import { hash, type Random } from '../random.ts'
import { type DemoComponent, fullName, repositoryName } from './component.ts'
import { filesOf } from './component-files.ts'

const languageOf: Record<string, string> = {
  java: 'Java',
  html: 'HTML',
  css: 'CSS',
  jsp: 'Java Server Pages',
  sql: 'SQL',
}

/** Bytes by language as the host counts them, largest first. */
function languagesOf(c: DemoComponent): { name: string; size: number }[] {
  const sizes = new Map<string, number>()
  for (const [path, content] of Object.entries(filesOf(c))) {
    const name = path.endsWith('Dockerfile') ? 'Dockerfile' : languageOf[path.slice(path.lastIndexOf('.') + 1)]
    if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + Buffer.byteLength(content))
  }
  return [...sizes].map(([name, size]) => ({ name, size })).sort((a, b) => b.size - a.size)
}

const bsd = { key: 'bsd-3-clause', spdxId: 'BSD-3-Clause', name: 'BSD 3-Clause "New" or "Revised" License' }

const protection = {
  pattern: 'develop',
  requiredApprovingReviewCount: 1,
  requiresStatusChecks: true,
  requiresCodeOwnerReviews: false,
  isAdminEnforced: false,
  allowsForcePushes: false,
  requiredStatusCheckContexts: ['construction'],
}

/** The trades' organisation holds all of its default branches to the same rules. */
const reviewed = {
  databaseId: 4_100_001,
  name: 'relecture',
  enforcement: 'ACTIVE' as const,
  target: 'BRANCH' as const,
  rules: ['PULL_REQUEST', 'NON_FAST_FORWARD', 'DELETION'],
}

/** Day on which the repository appears on the host: the city left its former forge in early November 2023. */
export function openedOn(c: DemoComponent): string {
  return c.since < '2023-11-02' ? `2023-11-0${2 + (hash(c.short) % 8)}` : c.since
}

/** The repository of a component, with its settings and without any history. */
export function openRepository(
  world: World,
  given: { c: DemoComponent; owner: Organisation; random: Random },
): Repository {
  const { c, owner, random } = given
  const isProtected = c.kind !== 'other' && random.chance(0.35 + c.weight / 20)
  const stars = Math.round(c.weight * c.weight * 0.6) + random.integer(0, 4)
  return buildRepository(world, {
    owner: owner.databaseId,
    name: repositoryName(c),
    formerNames: c.formerName ? [`${c.owner}/${c.formerName}`] : [],
    description: c.purpose[0],
    homepageUrl: c.weight >= 7 ? `https://services.vaubrelle.example/${c.short.toLowerCase()}` : null,
    visibility: c.standing === 'private' ? 'PRIVATE' : 'PUBLIC',
    isArchived: c.standing === 'archived',
    archivedAt: c.standing === 'archived' ? '2025-04-07T09:30:00Z' : null,
    isFork: c.standing === 'fork',
    parent: c.standing === 'fork' ? `ville-morvalence/${c.short}` : null,
    createdAt: `${openedOn(c)}T09:00:00Z`,
    updatedAt: `${openedOn(c)}T09:00:00Z`,
    diskUsage: 40 + c.weight * 90 + random.integer(0, 60),
    stargazerCount: c.standing === 'private' ? 0 : stars,
    forkCount: c.standing === 'private' ? 0 : Math.round(stars / 3),
    hasDiscussionsEnabled: c.weight >= 8,
    discussionCount: c.weight >= 8 ? 3 * c.weight : 0,
    properties: { service: c.weight >= 7 ? 'essentiel' : 'courant', generation: c.line ?? null },
    watcherCount: 2 + Math.round(c.weight / 2),
    licence: 'LICENSE' in filesOf(c) ? bsd : null,
    languages: languagesOf(c),
    topics: [...c.topics],
    hasVulnerabilityAlertsEnabled: random.chance(0.7),
    codeOfConduct: 'CODE_OF_CONDUCT.md' in filesOf(c) ? 'other' : null,
    governance: {
      vulnerabilityAlerts: random.chance(0.2) ? random.integer(1, 3) : 0,
      rulesets: c.owner === 'vaubrelle-metiers' && c.kind !== 'other' ? [{ ...reviewed }] : [],
      protection: isProtected ? protection : null,
      manifests:
        c.kind === 'other' ? [] : [{ filename: 'pom.xml', dependenciesCount: c.needs.length + c.bricks.length + 1 }],
    },
  })
}

/** Title of the first line that a component's change list starts with. */
export function changesHead(c: DemoComponent): string {
  return `# ${c.title[0]} : changements\n\nDépôt : ${fullName(c)}\n\n`
}
