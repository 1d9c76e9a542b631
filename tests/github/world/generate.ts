import { addAccount, addOrganisation, buildRepository, emptyWorld } from './build.ts'
import { generateCommits } from './generate-commits.ts'
import { generateChangeRequest, generateIssue, type Scene } from './generate-items.ts'
import type { Repository, World } from './model.ts'
import { addOddCases } from './odd-cases.ts'
import { seededRandom, zipfShares } from './random.ts'

/** How much world to make; everything has a small default. Totals are shared over repositories by Zipf's law. */
export interface WorldSize {
  readonly seed?: number | string
  readonly now?: string
  readonly organisations?: number
  readonly repositories?: number
  readonly changeRequests?: number
  readonly issues?: number
  readonly commits?: number
  readonly people?: number
  /** The repositories with odd habits (see `odd-cases.ts`), beside the counted ones. Default true. */
  readonly oddCases?: boolean
}

const organisationNames = ['maison-bleue', 'atelier-nord', 'quai-ouvert', 'jardin-commun', 'place-neuve']
const nouns = [
  'agenda',
  'annuaire',
  'carnet',
  'depot',
  'formulaire',
  'guichet',
  'parcours',
  'registre',
  'suivi',
  'theme',
]
const stacks = [
  [
    { name: 'Java', size: 190_000 },
    { name: 'HTML', size: 21_000 },
    { name: 'CSS', size: 3_000 },
  ],
  [
    { name: 'TypeScript', size: 88_000 },
    { name: 'JavaScript', size: 9_000 },
  ],
  [{ name: 'Python', size: 41_000 }],
  [],
]
const licences = [
  { key: 'bsd-3-clause', spdxId: 'BSD-3-Clause', name: 'BSD 3-Clause "New" or "Revised" License' },
  { key: 'apache-2.0', spdxId: 'Apache-2.0', name: 'Apache License 2.0' },
  { key: 'other', spdxId: 'NOASSERTION', name: 'Other' },
  null,
]

/** A whole organisation (or several) made from a seed: the same size and seed give the same world. */
export function generateWorld(size: WorldSize = {}): World {
  const random = seededRandom(size.seed ?? 1)
  const world = emptyWorld(size.now)
  const scene = setScene(world, size)
  const count = size.repositories ?? 12
  const repositories = Array.from({ length: count }, (_, i) => generateRepository(scene, i, random.fork(`r${i}`)))
  const changeRequests = zipfShares(size.changeRequests ?? 120, count)
  const issues = zipfShares(size.issues ?? 60, count)
  const commits = zipfShares(size.commits ?? 300, count)
  repositories.forEach((repository, i) => {
    const source = random.fork(`items${i}`)
    generateCommits(scene, repository, { count: commits[i] ?? 0, random: source.fork('commits') })
    for (let n = 0; n < (changeRequests[i] ?? 0); n++) generateChangeRequest(scene, repository, source)
    for (let n = 0; n < (issues[i] ?? 0); n++) generateIssue(scene, repository, source)
  })
  if (size.oddCases !== false) addOddCases(scene, random.fork('odd'))
  return world
}

function setScene(world: World, size: WorldSize): Scene {
  const people = Array.from({ length: size.people ?? 40 }, (_, i) =>
    addAccount(world, { login: `contributor-${String(i + 1).padStart(3, '0')}` }),
  )
  const bots = [
    addAccount(world, { login: 'dependabot', kind: 'Bot' }),
    addAccount(world, { login: 'renovate', kind: 'Bot' }),
    addAccount(world, { login: 'build-robot', isMachine: true }),
    addAccount(world, { login: 'import-of-old-tracker', kind: 'Mannequin' }),
  ]
  for (let i = 0; i < (size.organisations ?? 1); i++) {
    const login = organisationNames[i] ?? `organisation-${i + 1}`
    const members = people
      .filter((_, n) => n % 3 === i % 3)
      .map((p, n) => ({
        account: p.databaseId,
        role: n === 0 ? ('ADMIN' as const) : ('MEMBER' as const),
        isPublic: n % 2 === 0,
      }))
    addOrganisation(world, { login, name: login, members })
  }
  return { world, people, bots }
}

function generateRepository(scene: Scene, index: number, random: ReturnType<typeof seededRandom>): Repository {
  const owners = scene.world.organisations
  const owner = owners[index % owners.length]
  if (!owner) throw new Error('A world needs an organisation')
  const languages = random.pick(stacks)
  const createdAt = `20${random.integer(12, 23)}-0${random.integer(1, 9)}-1${random.integer(0, 9)}T09:00:00Z`
  return buildRepository(scene.world, {
    owner: owner.databaseId,
    name: `${random.pick(nouns)}-${String(index + 1).padStart(3, '0')}`,
    description: random.chance(0.8) ? `Service number ${index + 1}` : null,
    createdAt,
    updatedAt: '2026-10-20T09:00:00Z',
    visibility: index % 9 === 8 ? 'PRIVATE' : 'PUBLIC',
    isArchived: index % 11 === 10,
    archivedAt: index % 11 === 10 ? '2025-06-01T09:00:00Z' : null,
    isFork: index % 7 === 6,
    parent: index % 7 === 6 ? `upstream-elsewhere/original-${index}` : null,
    languages: languages.map((l) => ({ ...l, size: l.size + random.integer(0, 9_000) })),
    licence: random.pick(licences),
    topics: random.chance(0.5) ? ['city', 'lutece'] : [],
    stargazerCount: random.integer(0, 300),
    forkCount: random.integer(0, 40),
    watcherCount: random.integer(0, 30),
    diskUsage: random.integer(10, 90_000),
    hasVulnerabilityAlertsEnabled: random.chance(0.5),
    codeOfConduct: random.chance(0.3) ? 'contributor_covenant' : null,
    governance: {
      vulnerabilityAlerts: random.integer(0, 5),
      rulesets: random.chance(0.3)
        ? [
            {
              databaseId: 3_000_001 + index,
              name: 'main is reviewed',
              enforcement: 'ACTIVE',
              target: 'BRANCH',
              rules: ['PULL_REQUEST', 'DELETION'],
            },
          ]
        : [],
      protection: random.chance(0.5)
        ? {
            pattern: 'main',
            requiredApprovingReviewCount: random.integer(0, 2),
            requiresStatusChecks: random.chance(0.5),
            requiresCodeOwnerReviews: false,
            isAdminEnforced: false,
            allowsForcePushes: false,
            requiredStatusCheckContexts: ['build'],
          }
        : null,
      manifests: [{ filename: 'pom.xml', dependenciesCount: random.integer(1, 60) }],
    },
  })
}
