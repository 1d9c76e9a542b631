import { addOrganisation, emptyWorld } from './build.ts'
import { catalogue } from './demo/catalogue.ts'
import { type DemoComponent, type DemoOwner, fullName } from './demo/component.ts'
import { expectedCodes } from './demo/faults.ts'
import { live } from './demo/history.ts'
import { type Cast, castOf } from './demo/people.ts'
import type { Window } from './demo/plan.ts'
import { hasMessages, planChanges } from './demo/plan-changes.ts'
import { planIssues } from './demo/plan-issues.ts'
import { lastDayOf, planPushes, planReleases } from './demo/plan-work.ts'
import { openRepository } from './demo/repository.ts'
import type { World } from './model.ts'
import { type Random, seededRandom } from './random.ts'

/** The day on which the demo stands still. */
export const demoDate = '2026-11-15T08:00:00Z'

const window: Window = { from: Date.parse('2023-11-15'), to: Date.parse('2026-11-15') }

/** The organisations of the invented city, as they are called on the host. */
export const demoOrganisations: readonly {
  readonly login: DemoOwner
  readonly name: string
  readonly description: string
}[] = [
  {
    login: 'ville-vaubrelle',
    name: 'Ville de Vaubrelle',
    description: 'Plateforme de services en ligne de la ville (ville et données inventées)',
  },
  {
    login: 'vaubrelle-metiers',
    name: 'Vaubrelle Métiers',
    description: 'Composants des directions de la ville (ville et données inventées)',
  },
  {
    login: 'vaubrelle-services',
    name: 'Vaubrelle Services',
    description: 'Services prêts à essayer (ville et données inventées)',
  },
]

function foundOrganisations(world: World, cast: Cast): void {
  const staff = cast.people.filter((p) => p.standpoint === 'staff')
  for (const given of demoOrganisations) {
    const members = staff.map((p, i) => ({
      account: p.account.databaseId,
      role: i < 2 ? ('ADMIN' as const) : ('MEMBER' as const),
      isPublic: i % 2 === 0,
    }))
    addOrganisation(world, { ...given, createdAt: '2016-01-18T09:00:00Z', members })
  }
}

/** Draws repositories by weight among those that were alive at a time. */
function drawByWeight(random: Random, suits: (c: DemoComponent) => boolean) {
  return (at: number): DemoComponent => {
    const alive = catalogue.filter(
      (c) => c.weight > 0 && suits(c) && Date.parse(c.since) < at && at < lastDayOf(c, window),
    )
    let left = random.next() * alive.reduce((sum, c) => sum + c.weight, 0)
    for (const c of alive) {
      left -= c.weight
      if (left < 0) return c
    }
    throw new Error('No repository is alive')
  }
}

/** The invented city with three years of history: the same world at every call, on every machine. */
export function demoWorld(seed = 'vaubrelle'): World {
  const world = emptyWorld(demoDate)
  const random = seededRandom(seed)
  const cast = castOf(world, window)
  foundOrganisations(world, cast)
  const any = drawByWeight(random.fork('any'), () => true)
  const spoken = drawByWeight(random.fork('spoken'), (c) => hasMessages(c) && c.standing !== 'private')
  const changes = planChanges({ cast, window, random: random.fork('changes') }, (at, stream) =>
    (stream === 'translation' ? spoken : any)(at),
  )
  const issues = planIssues({ cast, window, random: random.fork('issues') }, any)
  for (const c of catalogue) {
    const own = random.fork(fullName(c))
    const owner = world.organisations.find((o) => o.login === c.owner)
    if (!owner) throw new Error(`No organisation ${c.owner}`)
    const repository = openRepository(world, { c, owner, random: own.fork('settings') })
    const plan = {
      items: [...(changes.get(c) ?? []), ...(issues.get(c) ?? [])],
      pushes: planPushes(c, { cast, window, random: own.fork('pushes') }),
      releases: planReleases(c, { window, random: own.fork('releases') }),
    }
    live({ world, repository, c, cast, random: own.fork('life') }, plan, lastDayOf(c, window))
    repository.updatedAt = repository.pushedAt ?? repository.createdAt
  }
  return world
}

/** What the linter must find in the demo, no more and no less, by repository and code. */
export const demoExpectations: readonly { readonly subject: string; readonly codes: readonly string[] }[] = catalogue
  .map((c) => ({ subject: fullName(c), codes: expectedCodes(c) }))
  .filter(({ codes }) => codes.length > 0)
