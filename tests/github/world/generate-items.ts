import { addChangeRequest, addIssue } from './build.ts'
import { at, day, hour, minute, span } from './instants.ts'
import type { Account, ChangedFile, ChangeRequest, Issue, Repository, World } from './model.ts'
import type { Random } from './random.ts'

/** The world being made and who acts in it. */
export interface Scene {
  readonly world: World
  readonly people: readonly Account[]
  readonly bots: readonly Account[]
}

const labels = ['bug', 'documentation', 'enhancement', 'good first issue', 'security']
const titles = [
  'Correct the label of the form',
  'Upgrade the parent pom',
  'Escape <b>markup</b> & "quotes" in the list',
  'Thanks @contributor-001, see #1',
  'Write to someone@unknown.invalid when the import fails',
  'Accents: créer, où, naïf; 日本語; 😀',
]

/** Somebody: now and then a bot, now and then an account that is gone. */
function somebody(scene: Scene, random: Random): number | null {
  const draw = random.next()
  if (draw < 0.03) return null
  return (draw < 0.12 ? random.pick(scene.bots) : random.pick(scene.people)).databaseId
}

function changedFiles(random: Random): ChangedFile[] {
  const count = random.chance(0.02) ? random.integer(51, 130) : random.integer(0, 4)
  return Array.from({ length: count }, (_, i) => ({
    path: `src/java/org/example/part${i}/File${random.integer(1, 40)}.java`,
    additions: random.integer(0, 80),
    deletions: random.integer(0, 40),
    changeType: random.pick(['ADDED', 'MODIFIED', 'MODIFIED', 'DELETED', 'RENAMED'] as const),
  }))
}

function moment(scene: Scene, repository: Repository, random: Random): number {
  const [from, to] = span(repository.createdAt, scene.world.now)
  return from + random.next() * (to - from - day)
}

/** Remarks after a moment; now and then so many that a first page does not hold them. */
function remarks(scene: Scene, start: number, random: Random) {
  const count = random.chance(0.03) ? random.integer(11, 30) : random.integer(0, 3)
  let when = start
  return Array.from({ length: count }, () => {
    when += random.integer(0, 9) * hour + random.integer(0, 59) * minute
    return { author: somebody(scene, random), createdAt: byNow(scene, when) }
  })
}

/** No later than the world's present. */
const byNow = (scene: Scene, ms: number) => at(Math.min(ms, Date.parse(scene.world.now)))

const latest = (...instants: (string | null | undefined)[]) =>
  instants
    .filter((i) => typeof i === 'string')
    .sort()
    .at(-1) ?? ''

/** One in six was last touched by a sweep over everything: many share that very second. */
function touched(random: Random, repository: Repository, last: string): string {
  const sweep = `202${6 - (repository.databaseId % 2)}-09-0${random.integer(1, 3)}T04:00:00Z`
  return random.chance(0.17) && sweep > last ? sweep : last
}

export function generateChangeRequest(scene: Scene, repository: Repository, random: Random): ChangeRequest {
  const start = moment(scene, repository, random)
  const createdAt = at(start)
  const state = random.pick(['OPEN', 'CLOSED', 'MERGED', 'MERGED', 'MERGED'] as const)
  const closedAt = state === 'OPEN' ? null : byNow(scene, start + random.integer(1, 400) * hour)
  const said = remarks(scene, start, random)
  const reviews = remarks(scene, start, random)
    .slice(0, 4)
    .map((r) => ({
      ...r,
      state: random.chance(0.03)
        ? ('PENDING' as const)
        : random.pick(['APPROVED', 'COMMENTED', 'CHANGES_REQUESTED'] as const),
    }))
  const last = latest(createdAt, closedAt, said.at(-1)?.createdAt, reviews.at(-1)?.createdAt)
  const isFromFork = random.chance(0.3)
  return addChangeRequest(scene.world, repository, {
    title: random.pick(titles),
    author: somebody(scene, random),
    createdAt,
    state,
    isDraft: state === 'OPEN' && random.chance(0.1),
    closedAt,
    mergedAt: state === 'MERGED' ? closedAt : null,
    mergedBy: state === 'MERGED' ? random.pick(scene.people).databaseId : null,
    mergeCommitOid: state === 'MERGED' ? (repository.commits.at(-1)?.oid ?? null) : null,
    updatedAt: touched(random, repository, last),
    isCrossRepository: isFromFork,
    hasHeadRepository: !(isFromFork && random.chance(0.2)),
    reviewDecision: reviews.some((r) => r.state === 'APPROVED') ? 'APPROVED' : null,
    labels: labels.filter(() => random.chance(0.15)),
    files: changedFiles(random),
    comments: said,
    reviews,
  })
}

export function generateIssue(scene: Scene, repository: Repository, random: Random): Issue {
  const start = moment(scene, repository, random)
  const createdAt = at(start)
  const isClosed = random.chance(0.6)
  const closedAt = isClosed ? byNow(scene, start + random.integer(1, 900) * hour) : null
  const comments = remarks(scene, start, random)
  const last = latest(createdAt, closedAt, comments.at(-1)?.createdAt)
  return addIssue(scene.world, repository, {
    title: random.pick(titles),
    author: somebody(scene, random),
    createdAt,
    state: isClosed ? 'CLOSED' : 'OPEN',
    stateReason: isClosed ? random.pick(['COMPLETED', 'NOT_PLANNED'] as const) : null,
    closedAt,
    updatedAt: touched(random, repository, last),
    labels: labels.filter(() => random.chance(0.15)),
    comments,
  })
}
