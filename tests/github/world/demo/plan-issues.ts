import { day, hour } from '../instants.ts'
import type { Random } from '../random.ts'
import type { DemoComponent } from './component.ts'
import type { Cast } from './people.ts'
import type { PlannedIssue, Window } from './plan.ts'
import { bustle, intoOffice, medianAnswerHours, officeHour, skewed } from './seasons.ts'
import { issueTitle } from './titles.ts'

/** Issues per ordinary working day over all repositories, at the start and at the end of the window. */
const pace = [0.22, 0.6] as const

interface Draw {
  readonly cast: Cast
  readonly window: Window
  readonly random: Random
}

function issueAt(c: DemoComponent, at: number, { cast, window, random }: Draw): PlannedIssue {
  const present = cast.people.filter((p) => p.joinsAt <= at)
  const author = random.pick(present)
  const staff = present.filter((p) => p.standpoint === 'staff' && p !== author)
  const answeredAt = intoOffice(at + skewed(medianAnswerHours(at, window) * 1.2, random) * hour, random)
  const isAnswered = random.chance(0.88) && answeredAt < window.to
  const closedAt = intoOffice(answeredAt + skewed(18 * 24, random) * hour, random)
  const isClosed = isAnswered && random.chance(0.8) && closedAt < window.to
  return {
    kind: 'issue',
    author: author.account,
    createdAt: at,
    title: issueTitle(c, random),
    labels: [random.pick(['anomalie', 'anomalie', 'question', 'évolution', 'accessibilité'])].concat(
      random.chance(0.1) ? ['bonne première contribution'] : [],
    ),
    answeredAt: isAnswered ? answeredAt : null,
    answeredBy: isAnswered ? random.pick(staff).account : null,
    closedAt: isClosed ? closedAt : null,
    isPlanned: random.chance(0.85),
  }
}

/** All issues of the window, by repository. */
export function planIssues(draw: Draw, pickFor: (at: number) => DemoComponent): Map<DemoComponent, PlannedIssue[]> {
  const planned = new Map<DemoComponent, PlannedIssue[]>()
  for (let start = draw.window.from; start < draw.window.to; start += day) {
    const share = (start - draw.window.from) / (draw.window.to - draw.window.from)
    if (!draw.random.chance((pace[0] + (pace[1] - pace[0]) * share) * bustle(start))) continue
    const at = officeHour(start, draw.random)
    const c = pickFor(at)
    planned.set(c, [...(planned.get(c) ?? []), issueAt(c, at, draw)])
  }
  return planned
}
