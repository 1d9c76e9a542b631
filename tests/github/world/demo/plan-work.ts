import { day } from '../instants.ts'
import { hash, type Random } from '../random.ts'
import type { DemoComponent } from './component.ts'
import type { Cast } from './people.ts'
import type { PlannedPush, PlannedRelease, Window } from './plan.ts'
import { bustle, officeHour } from './seasons.ts'
import { changeTitle, withTicket } from './titles.ts'

/** The version that came before, or null for a first one. */
function versionBefore(version: string): string | null {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const seed = hash(version)
  if (patch > 0) return `${major}.${minor}.${patch - 1}`
  if (minor > 0) return `${major}.${minor - 1}.${seed % 3}`
  return major > 1 ? `${major - 1}.${2 + (seed % 3)}.${seed % 2}` : null
}

/** The last `count` versions, oldest first, ending in the one that is out now. */
function versionsUpTo(version: string, count: number): readonly string[] {
  const versions = [version]
  for (let v = versionBefore(version); v !== null && versions.length < count; v = versionBefore(v)) versions.unshift(v)
  return versions
}

const releasing: readonly DemoComponent['kind'][] = ['core', 'plugin', 'module', 'library', 'tool', 'theme', 'pack']

/** Releases of the window: spread evenly, none in August or at the turn of the year, the last one some weeks old. */
export function planReleases(c: DemoComponent, given: { window: Window; random: Random }): PlannedRelease[] {
  if (!releasing.includes(c.kind) || c.standing === 'empty') return []
  const { window, random } = given
  const from = Math.max(window.from, Date.parse(c.since) + 40 * day)
  const end = lastDayOf(c, window) - random.integer(9, 120) * day
  const versions = versionsUpTo(c.version, c.weight <= 1 ? 2 : 2 + c.weight)
  return versions
    .map((version, i) => {
      const at = from + ((end - from) * (i + 0.6)) / (versions.length - 0.4) + random.integer(-12, 12) * day
      return { version, at: officeHour(settled(Math.min(at, end)), random) }
    })
    .sort((a, b) => a.at - b.at)
    .map((release, i) => ({ ...release, version: versions[i] ?? release.version }))
}

/** A working day outside of holidays, at midnight, not after the given one. */
function settled(ms: number): number {
  let start = ms - (ms % day)
  while (bustle(start) < 0.55) start -= day
  return start
}

/** When activity ends: now, or when the repository came to rest. */
export function lastDayOf(c: DemoComponent, window: Window): number {
  if (c.standing === 'archived') return Date.parse('2025-03-21')
  if (c.standing === 'dormant') return Date.parse('2024-09-30')
  if (c.standing === 'stable') return Date.parse('2025-11-28')
  return window.to
}

/** Commits that staff and contractors push without a change request. */
export function planPushes(c: DemoComponent, given: { cast: Cast; window: Window; random: Random }): PlannedPush[] {
  const { cast, window, random } = given
  const people = cast.people.filter((p) => p.standpoint === 'staff' || p.standpoint === 'contractor')
  const team = people.filter((_, i) => hash(`${c.short}/${i}`) % 3 === 0)
  const pushes: PlannedPush[] = []
  const from = Math.max(window.from, Date.parse(c.since))
  const perDay = c.standing === 'empty' || c.standing === 'fork' ? 0 : 0.004 + c.weight * 0.0036
  for (let start = from - (from % day) + day; start < lastDayOf(c, window); start += day) {
    if (!random.chance(perDay * bustle(start))) continue
    const at = officeHour(start, random)
    const present = team.filter((p) => p.joinsAt <= at)
    const author = random.pick(present.length > 0 ? present : people.slice(0, 4)).account
    const title = changeTitle(c, random)
    pushes.push({ at, author, title: random.chance(0.86) ? withTicket(title, random) : title })
  }
  return pushes
}
