import { day, hour } from '../instants.ts'
import type { Account } from '../model.ts'
import type { Random } from '../random.ts'
import { type DemoComponent, placesOf } from './component.ts'
import { filesOf } from './component-files.ts'
import { translationPath } from './documents.ts'
import type { Cast, DemoPerson } from './people.ts'
import type { Fate, PlannedChange, Window } from './plan.ts'
import { bustle, intoOffice, medianAnswerHours, officeHour, skewed } from './seasons.ts'
import { changeTitle, translationTitle, withTicket } from './titles.ts'

type Stream = 'inside' | 'outside' | 'translation' | 'updater'

/** Change requests per ordinary working day over all repositories, at the start and at the end of the window. */
const pace: Record<Stream, readonly [number, number]> = {
  inside: [0.95, 1.1],
  outside: [0.28, 0.8],
  translation: [0.05, 0.17],
  updater: [0, 0.2],
}

/** Shares of merged, taken over, closed; the rest stays open for a while. */
const fates: Record<Stream, readonly [number, number, number]> = {
  inside: [0.94, 0.04, 0.005],
  outside: [0.58, 0.22, 0.013],
  translation: [0.86, 0.08, 0.0],
  updater: [0.78, 0, 0.18],
}

interface Draw {
  readonly cast: Cast
  readonly window: Window
  readonly random: Random
}

function circleOf(stream: Stream, draw: Draw, at: number): readonly DemoPerson[] {
  const isInside = (p: DemoPerson) => p.standpoint === 'staff' || p.standpoint === 'contractor'
  return draw.cast.people.filter((p) => {
    if (p.joinsAt > at) return false
    if (stream === 'inside') return isInside(p)
    return !isInside(p) && p.isTranslator === (stream === 'translation')
  })
}

/** Regulars come back more often than others; newcomers try once soon after they appear. */
function someoneOf(circle: readonly DemoPerson[], draw: Draw): DemoPerson {
  const index = Math.floor(circle.length * draw.random.next() ** 1.25)
  return circle[index] ?? draw.random.pick(circle)
}

function pathsOf(c: DemoComponent, stream: Stream, draw: Draw): { paths: readonly string[]; tongue: string } {
  const paths = Object.keys(filesOf(c))
  const tongue = draw.random.pick([...Object.keys(c.languages), ...Object.keys(c.languages), 'fr'])
  if (stream === 'translation') return { paths: [translationPath(c, tongue)], tongue }
  if (stream === 'updater') return { paths: ['pom.xml'], tongue }
  const source = paths.filter((p) => /\.(java|html|md|properties|xml|sql)$/.test(p))
  const first = draw.random.pick(source)
  const more = Array.from({ length: draw.random.integer(0, 3) }, () => draw.random.pick(source))
  return { paths: [...new Set([first, ...more])], tongue }
}

function fateOf(stream: Stream, draw: Draw): Fate {
  const [merged, taken, closed] = fates[stream]
  const n = draw.random.next()
  if (n < merged) return 'merged'
  if (n < merged + taken) return 'taken-over'
  return n < merged + taken + closed ? 'closed' : 'open'
}

function labelsOf(stream: Stream, fate: Fate, draw: Draw): string[] {
  if (stream === 'translation') return ['traduction']
  if (stream === 'updater') return ['dépendances']
  const topic = draw.random.chance(0.5)
    ? [draw.random.pick(['anomalie', 'évolution', 'documentation', 'accessibilité'])]
    : []
  const reason =
    fate === 'taken-over' || fate === 'closed'
      ? [draw.random.pick(['motif : nommage', 'motif : nommage', 'motif : architecture', 'motif : trop spécifique'])]
      : []
  return stream === 'outside' ? [...topic, ...reason] : topic
}

/** When and by whom a change request is first answered; insiders answer each other faster. */
function answerTo(stream: Stream, author: Account, given: { draw: Draw; at: number; isSilent: boolean }) {
  const { draw, at } = given
  const median = medianAnswerHours(at, draw.window) * (stream === 'inside' ? 0.3 : stream === 'updater' ? 0.8 : 1)
  const answeredAt = intoOffice(at + Math.max(0.5, skewed(median, draw.random)) * hour, draw.random)
  const staff = draw.cast.people.filter((p) => p.standpoint === 'staff' && p.account !== author && p.joinsAt <= at)
  const isAnswered = !given.isSilent && answeredAt < draw.window.to
  return isAnswered
    ? { answeredAt, answeredBy: draw.random.pick(staff).account }
    : { answeredAt: null, answeredBy: null }
}

function changeAt(c: DemoComponent, stream: Stream, given: { draw: Draw; at: number }): PlannedChange | null {
  const { draw, at } = given
  const circle = circleOf(stream, draw, at)
  const person = stream === 'updater' ? null : circle.length === 0 ? undefined : someoneOf(circle, draw)
  if (person === undefined) return null
  const author = person?.account ?? draw.cast.updater
  const { paths, tongue } = pathsOf(c, stream, draw)
  const wanted = fateOf(stream, draw)
  const isSilent = wanted === 'open' && draw.random.chance(stream === 'outside' ? 0.65 : 0.3)
  const answer = answerTo(stream, author, { draw, at, isSilent })
  const closedAt =
    answer.answeredAt === null || wanted === 'open'
      ? null
      : intoOffice(answer.answeredAt + skewed(30, draw.random) * hour, draw.random)
  const isSettled = closedAt !== null && closedAt < draw.window.to - 4 * day
  const fate = isSettled ? wanted : 'open'
  const title =
    stream === 'translation'
      ? translationTitle(c, tongue)
      : stream === 'updater'
        ? `Mettre à jour ${c.bricks[0] ?? 'le parent du pom'}`
        : changeTitle(c, draw.random)
  return {
    kind: 'change',
    author,
    person,
    createdAt: at,
    title: stream === 'inside' ? withTicket(title, draw.random) : title,
    paths,
    labels: labelsOf(stream, fate, draw),
    fate,
    ...answer,
    closedAt: isSettled ? closedAt : null,
    isDraft: fate === 'open' && draw.random.chance(0.12),
  }
}

const streams: readonly Stream[] = ['inside', 'outside', 'translation', 'updater']

/** All change requests of the window, by repository. */
export function planChanges(
  draw: Draw,
  pickFor: (at: number, stream: Stream) => DemoComponent,
): Map<DemoComponent, PlannedChange[]> {
  const planned = new Map<DemoComponent, PlannedChange[]>()
  for (let start = draw.window.from; start < draw.window.to; start += day) {
    const share = (start - draw.window.from) / (draw.window.to - draw.window.from)
    for (const stream of streams) {
      const [low, high] = pace[stream]
      const expected = (low + (high - low) * share) * bustle(start) * (stream === 'translation' ? sprint(start) : 1)
      const count = Math.floor(expected) + (draw.random.chance(expected % 1) ? 1 : 0)
      for (let n = 0; n < count; n++) {
        const at = officeHour(start, draw.random)
        const c = pickFor(at, stream)
        const change = changeAt(c, stream, { draw, at })
        if (change) planned.set(c, [...(planned.get(c) ?? []), change])
      }
    }
  }
  return planned
}

/** Translation days: a week in March and one in October bring many at once. */
function sprint(ms: number): number {
  const date = new Date(ms)
  const isSprint = [2, 9].includes(date.getUTCMonth()) && date.getUTCDate() >= 10 && date.getUTCDate() < 17
  return isSprint ? 5 : 1
}

/** Whether a component has messages to translate. */
export function hasMessages(c: DemoComponent): boolean {
  return (c.kind === 'plugin' || c.kind === 'module' || c.kind === 'core') && placesOf(c).bundle !== ''
}
