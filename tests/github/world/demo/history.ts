import { addRelease } from '../build.ts'
import { addTag, type Content, commitFiles } from '../commit-files.ts'
import { at, day, hour } from '../instants.ts'
import type { Repository } from '../model.ts'
import { hash } from '../random.ts'
import { artifactId, type DemoComponent } from './component.ts'
import { type Files, filesOf } from './component-files.ts'
import { openChange, openIssue } from './history-items.ts'
import type { Plan, PlannedRelease } from './plan.ts'
import { versionNow } from './pom.ts'
import { changesHead, openedOn } from './repository.ts'
import { branchOf, type Event, hasTwins, isTranslation, nextChange, type Workshop } from './workshop.ts'

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
  const version = first ? `${first.version}-SNAPSHOT` : versionNow(w.c)
  const author = w.cast.people[w.random.integer(0, 5)]?.account ?? w.cast.releaser
  commitFiles(w.repository, {
    files: { ...start, ...stated(files, w.c, version) },
    author,
    at: at(Date.parse(openedOn(w.c)) + 10 * hour + (hash(w.c.short) % (6 * hour))),
    message:
      openedOn(w.c) === w.c.since ? `Premier dépôt : ${w.c.title[0]}` : `Reprise de l’ancienne forge : ${w.c.title[0]}`,
    branch: branchOf(w.c),
  })
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
  const isAnnounced = w.c.weight >= 4
  if (isAnnounced)
    addRelease(w.world, w.repository, {
      tagName: `${artifact}-${planned.version}`,
      createdAt: at(planned.at + 6 * 60_000),
      author: author.databaseId,
      description: w.c.weight >= 5 ? `Corrections et traductions de la version ${planned.version}.` : null,
    })
}

function pointTo(repository: Repository, name: string, oid: string): void {
  const ref = repository.branches.find((b) => b.name === name)
  if (ref) ref.oid = oid
  else repository.branches.push({ name, oid })
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
  const w: Workshop = { ...given, pending: [], changes: changesHead(given.c) }
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
