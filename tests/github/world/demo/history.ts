import { addChangeRequest, addIssue, addRelease } from '../build.ts'
import { addTag, type Content, commitFiles } from '../commit-files.ts'
import { at, day, hour } from '../instants.ts'
import type { Account, ChangedFile, Repository, World } from '../model.ts'
import { hash, type Random } from '../random.ts'
import { artifactId, type DemoComponent } from './component.ts'
import { type Files, filesOf } from './component-files.ts'
import type { Cast } from './people.ts'
import type { Plan, PlannedChange, PlannedIssue, PlannedRelease } from './plan.ts'
import { versionNow } from './pom.ts'
import { changesHead, openedOn } from './repository.ts'

interface Workshop {
  readonly world: World
  readonly repository: Repository
  readonly c: DemoComponent
  readonly cast: Cast
  readonly random: Random
  /** Files that later commits still bring to their present state. */
  readonly pending: [path: string, content: string][]
  changes: string
  /** The version that build file and descriptor state at this point of the history. */
  version: string
}

interface Event {
  readonly at: number
  /** Undefined once it has nothing more to do. */
  readonly run: () => void
}

const hasTwins = (c: DemoComponent) => c.kind !== 'other'

export const branchOf = (c: DemoComponent): string => (hasTwins(c) ? 'develop' : 'main')

/** Left to those who translate. */
const isTranslation = (path: string) => /_(de|es|it)\.properties$/.test(path)

/** Files whose earlier state lacks their last lines; those that a build must be able to read stay whole. */
function earlier(path: string, content: string): string | null {
  if (isTranslation(path)) return null
  const isLoose = /\.(md|properties|html|css)$/.test(path) && !path.startsWith('LICENSE')
  const lines = content.split('\n')
  return isLoose && lines.length > 4 ? `${lines.slice(0, Math.ceil(lines.length * 0.7)).join('\n')}\n` : content
}

function stated(files: Files, c: DemoComponent, version: string): Files {
  const now = versionNow(c)
  const mark = (text: string) => text.replace(`<version>${now}</version>`, `<version>${version}</version>`)
  const paths = Object.keys(files).filter((p) => p.endsWith('pom.xml') || p.startsWith('webapp/WEB-INF/plugins/'))
  return Object.fromEntries(paths.filter((p) => p.endsWith('.xml')).map((p) => [p, mark(files[p] ?? '')]))
}

function found(w: Workshop, first: PlannedRelease | undefined): void {
  const files = filesOf(w.c)
  const start: Record<string, Content> = {}
  for (const [path, content] of Object.entries(files)) {
    const before = earlier(path, content)
    if (before !== null) start[path] = before
    if (before !== content) w.pending.push([path, content])
  }
  w.version = first ? `${first.version}-SNAPSHOT` : versionNow(w.c)
  const author = w.cast.people[w.random.integer(0, 5)]?.account ?? w.cast.releaser
  commitFiles(w.repository, {
    files: { ...start, ...stated(files, w.c, w.version) },
    author,
    at: at(Date.parse(openedOn(w.c)) + 10 * hour + (hash(w.c.short) % (6 * hour))),
    message:
      openedOn(w.c) === w.c.since ? `Premier dépôt : ${w.c.title[0]}` : `Reprise de l’ancienne forge : ${w.c.title[0]}`,
    branch: branchOf(w.c),
  })
}

/** What a piece of work changes: a file that is not yet as it is today, else a line in the list of changes. */
function nextChange(w: Workshop, title: string, wanted: readonly string[] = []): Record<string, string> {
  const asked = w.pending.findIndex(([path]) => wanted.includes(path))
  const index = asked === -1 ? w.pending.findIndex(([path]) => !isTranslation(path)) : asked
  const [found] = index === -1 ? [] : w.pending.splice(index, 1)
  if (found) return { [found[0]]: found[1] }
  w.changes += `- ${title}\n`
  return { 'CHANGES.md': w.changes }
}

function release(w: Workshop, planned: PlannedRelease, next: string): void {
  const files = filesOf(w.c)
  const artifact = artifactId(w.c)
  const author = w.cast.releaser
  const step = (version: string, message: string, minutes: number) =>
    commitFiles(w.repository, {
      files: stated(files, w.c, version),
      author,
      at: at(planned.at + minutes * 60_000),
      message: `[maven-release-plugin] ${message}`,
      branch: branchOf(w.c),
    })
  const released = step(planned.version, `prepare release ${artifact}-${planned.version}`, 0)
  addTag(w.repository, `${artifact}-${planned.version}`, released.oid)
  pointTo(w.repository, 'master', released.oid)
  step(next, 'prepare for next development iteration', 3)
  w.version = next
  const isAnnounced = w.c.weight >= 4
  if (isAnnounced)
    addRelease(w.world, w.repository, {
      tagName: `${artifact}-${planned.version}`,
      createdAt: at(planned.at + 6 * 60_000),
      author: author.databaseId,
    })
}

export function pointTo(repository: Repository, name: string, oid: string): void {
  const ref = repository.branches.find((b) => b.name === name)
  if (ref) ref.oid = oid
  else repository.branches.push({ name, oid })
}

function changedFiles(paths: readonly string[], random: Random): ChangedFile[] {
  return paths.map((path) => ({
    path,
    additions: random.integer(1, 40),
    deletions: random.integer(0, 15),
    changeType: 'MODIFIED',
  }))
}

/** The commit that a change request came as, which no branch of the city ever reaches. */
function proposed(w: Workshop, planned: PlannedChange, files: Record<string, string>): string {
  const name = 'proposition'
  const commit = commitFiles(w.repository, {
    files,
    author: planned.author,
    at: at(planned.createdAt - hour),
    message: planned.title,
    branch: name,
  })
  w.repository.branches = w.repository.branches.filter((b) => b.name !== name)
  return commit.oid
}

function land(
  w: Workshop,
  planned: PlannedChange,
  given: { number: number; by: Account; at: number; isTakenOver: boolean },
): { mergeOid: string; headOid: string } {
  const files = nextChange(w, planned.title, planned.paths)
  const headOid = given.isTakenOver ? proposed(w, planned, files) : '0'.repeat(40)
  const merge = commitFiles(w.repository, {
    files,
    author: given.isTakenOver ? given.by : planned.author,
    committer: given.by,
    at: at(given.at),
    message: given.isTakenOver
      ? `${planned.title}\n\nRepris de la proposition #${given.number}`
      : `${planned.title} (#${given.number})`,
    branch: branchOf(w.c),
  })
  return { mergeOid: merge.oid, headOid }
}

function remarks(planned: PlannedChange) {
  if (planned.answeredAt === null || planned.answeredBy === null) return { comments: [], reviews: [] }
  const author = planned.answeredBy.databaseId
  const first = { author, createdAt: at(planned.answeredAt) }
  const isReview = planned.answeredAt % 5 < 3
  const last =
    planned.fate === 'merged' && planned.closedAt !== null
      ? [{ author, createdAt: at(planned.closedAt - 600_000), state: 'APPROVED' as const }]
      : []
  return {
    comments: isReview ? [] : [first],
    reviews: [...(isReview ? [{ ...first, state: 'COMMENTED' as const }] : []), ...last],
  }
}

function openChange(w: Workshop, planned: PlannedChange, number: number): Event[] {
  const landing = { oid: null as string | null, head: '0'.repeat(40) }
  const item = addChangeRequest(w.world, w.repository, {
    number,
    title: planned.title,
    author: planned.author.databaseId,
    createdAt: at(planned.createdAt),
    state: planned.fate === 'open' ? 'OPEN' : planned.fate === 'merged' ? 'MERGED' : 'CLOSED',
    isDraft: planned.isDraft,
    closedAt: planned.closedAt === null ? null : at(planned.closedAt),
    mergedAt: planned.fate === 'merged' && planned.closedAt !== null ? at(planned.closedAt) : null,
    mergedBy: planned.fate === 'merged' ? (planned.answeredBy?.databaseId ?? null) : null,
    baseRefName: branchOf(w.c),
    headRefName: `proposition-${number}`,
    isCrossRepository: planned.person !== null && planned.person.standpoint !== 'staff',
    reviewDecision: planned.fate === 'merged' ? 'APPROVED' : null,
    updatedAt: at(planned.closedAt ?? planned.answeredAt ?? planned.createdAt),
    labels: [...planned.labels],
    files: changedFiles(planned.paths, w.random),
    ...remarks(planned),
  })
  if (planned.closedAt === null || planned.answeredBy === null || planned.fate === 'closed') return []
  const isTakenOver = planned.fate === 'taken-over'
  const when = planned.closedAt + (isTakenOver ? w.random.integer(2, 60) * hour : 0)
  const by = planned.answeredBy
  return [
    {
      at: when,
      run: () => {
        const landed = land(w, planned, { number, by, at: when, isTakenOver })
        landing.oid = landed.mergeOid
        item.headRefOid = landed.headOid
        if (!isTakenOver) item.mergeCommitOid = landed.mergeOid
      },
    },
  ]
}

function openIssue(w: Workshop, planned: PlannedIssue, number: number): void {
  addIssue(w.world, w.repository, {
    number,
    title: planned.title,
    author: planned.author.databaseId,
    createdAt: at(planned.createdAt),
    state: planned.closedAt === null ? 'OPEN' : 'CLOSED',
    stateReason: planned.closedAt === null ? null : planned.isPlanned ? 'COMPLETED' : 'NOT_PLANNED',
    closedAt: planned.closedAt === null ? null : at(planned.closedAt),
    updatedAt: at(planned.closedAt ?? planned.answeredAt ?? planned.createdAt),
    labels: [...planned.labels],
    comments:
      planned.answeredAt === null || planned.answeredBy === null
        ? []
        : [{ author: planned.answeredBy.databaseId, createdAt: at(planned.answeredAt) }],
  })
}

function pushed(w: Workshop, push: Plan['pushes'][number]): Event {
  return {
    at: push.at,
    run: () =>
      commitFiles(w.repository, {
        files: nextChange(w, push.title),
        author: push.author,
        at: at(push.at),
        message: push.title,
        branch: branchOf(w.c),
      }),
  }
}

/** Brings what is still missing to its present state, so that the head is exactly what the catalogue says. */
function finish(w: Workshop, when: number): void {
  const files = filesOf(w.c)
  const rest = { ...Object.fromEntries(w.pending), ...stated(files, w.c, versionNow(w.c)) }
  const author = w.cast.people[0]?.account ?? w.cast.releaser
  if (w.pending.length > 0)
    commitFiles(w.repository, {
      files: rest,
      author,
      at: at(when),
      message: 'Mettre textes et traductions à jour',
      branch: branchOf(w.c),
    })
}

/** Lives through everything planned for a repository, in the order of time. */
export function live(
  given: Pick<Workshop, 'world' | 'repository' | 'c' | 'cast' | 'random'>,
  plan: Plan,
  end: number,
): void {
  const w: Workshop = { ...given, pending: [], changes: changesHead(given.c), version: '' }
  if (given.c.standing === 'empty') return
  const items = [...plan.items].sort((a, b) => a.createdAt - b.createdAt)
  found(w, plan.releases[0])
  const events: Event[] = plan.pushes.map((push) => pushed(w, push))
  items.forEach((item, i) => {
    if (item.kind === 'change') events.push(...openChange(w, item, i + 1))
    else openIssue(w, item, i + 1)
  })
  plan.releases.forEach((r, i) => {
    const following = plan.releases[i + 1]
    events.push({ at: r.at, run: () => release(w, r, following ? `${following.version}-SNAPSHOT` : versionNow(w.c)) })
  })
  for (const event of events.sort((a, b) => a.at - b.at)) event.run()
  finish(w, Math.min(end - day, (events.at(-1)?.at ?? end) + 2 * hour))
  settleBranches(w)
}

function settleBranches(w: Workshop): void {
  const { repository, c } = w
  repository.defaultBranch = branchOf(c)
  const head = repository.branches.find((b) => b.name === branchOf(c))?.oid
  if (head === undefined || !hasTwins(c)) return
  if (!repository.branches.some((b) => b.name === 'master')) pointTo(repository, 'master', head)
  const isMigrated =
    c.line === 'v8' && c.since < '2023' && (c.kind === 'plugin' || c.kind === 'module' || c.kind === 'core')
  const middle = repository.commits[Math.floor(repository.commits.length / 3)]?.oid
  if (isMigrated && middle !== undefined) {
    pointTo(repository, 'develop_core7', middle)
    pointTo(repository, 'master_core7', middle)
  }
}
